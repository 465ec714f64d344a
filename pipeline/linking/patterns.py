"""Words about territories that tell nothing apart, and how fields and relations are called in French."""

import re
from collections.abc import Mapping

from models.catalogue import Judgement
from models.records import TerritoryType

#: Before or inside a territory's name, without being part of it.
NATURE_WORDS = frozenset(
    [
        "ville",
        "commune",
        "pays",
        "petr",
        "territoire",
        "bassin",
        "secteur",
        "departement",
        "communautaire",
        "intercommunal",
    ]
)

#: Types that two readers of the same territory may take for one another.
CONFUSABLE = (
    frozenset({TerritoryType.EPCI, TerritoryType.PAYS, TerritoryType.AUTRE}),
    frozenset({TerritoryType.COMMUNE, TerritoryType.AUTRE}),
    frozenset({TerritoryType.QUARTIER, TerritoryType.AUTRE}),
    frozenset({TerritoryType.DEPARTEMENT, TerritoryType.AUTRE}),
)

AMENDMENT_NUMBER = re.compile(r"\bavenant (?:n |no |numero )?(\d{1,2})\b")

FIELD_LABELS: Mapping[str, str] = {
    "generation": "la génération",
    "signature_date": "la date de signature",
    "start_date": "la date de début",
    "end_date": "la date de fin",
    "duration_months": "la durée en mois",
    "region": "la région",
    "departments": "les départements",
    "modality": "l'état d'avancement",
    "signatories": "les signataires",
}

#: Seen from the left record, then from the right one.
RELATION_LABELS: Mapping[Judgement, tuple[str, str]] = {
    Judgement.PREPARES: ("Prépare", "Préparé par"),
    Judgement.AMENDS: ("Avenant à", "A pour avenant"),
    Judgement.RENEWS: ("Renouvelle", "Renouvelé par"),
}
