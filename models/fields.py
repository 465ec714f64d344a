"""One French label and one sentence of description a field; headers, filters, exports and docs derive from it."""

from collections.abc import Mapping
from enum import StrEnum

from models.base import Record
from models.catalogue import ContractStatus
from models.records import ContractKind, Modality, Scheme, TerritoryType


class FieldType(StrEnum):
    """What a value is, in a table that has types."""

    TEXT = "text"
    INTEGER = "integer"
    NUMBER = "number"
    BOOLEAN = "boolean"
    DATE = "date"  # a day
    PARTIAL_DATE = "partial_date"  # as precise as the text: "2015", "2015-06", "2015-06-12"
    DATETIME = "datetime"  # UTC
    LIST = "list"  # of texts


class FieldInfo(Record):
    """`values` are the codes of a field that has few; `required`: every record has one. Bounds are of numbers."""

    name: str
    label: str
    description: str
    type: FieldType = FieldType.TEXT
    values: tuple[str, ...] = ()
    required: bool = False
    minimum: float | None = None
    maximum: float | None = None


#: What is no text, by the name of the field.
_TYPES: Mapping[str, FieldType] = {
    **dict.fromkeys(("generation", "duration_months", "actions", "issues", "population"), FieldType.INTEGER),
    **dict.fromkeys(("signature_date", "start_date", "end_date"), FieldType.PARTIAL_DATE),
    **dict.fromkeys(
        (
            *("departments", "signatories", "axes", "committees", "plan_links", "sources"),
            *("partners", "indicators"),
            *("themes", "determinants", "populations", "action_types", "settings"),
        ),
        FieldType.LIST,
    ),
    "end": FieldType.DATE,
    "end_is_derived": FieldType.BOOLEAN,
}
_VALUES: Mapping[str, type[StrEnum]] = {
    "kind": ContractKind,
    "modality": Modality,
    "territory_type": TerritoryType,
    "status": ContractStatus,
}
_REQUIRED = frozenset({"contract_id", "id", "kind", "modality", "territory", "territory_type", "status"})


def _fields(*rows: tuple[str, str, str]) -> dict[str, FieldInfo]:
    return {
        name: FieldInfo(
            name=name,
            label=label,
            description=text,
            type=_TYPES.get(name, FieldType.TEXT),
            values=tuple(_VALUES[name]) if name in _VALUES else (),
            required=name in _REQUIRED,
            minimum=0 if _TYPES.get(name) is FieldType.INTEGER else None,
        )
        for name, label, text in rows
    }


#: The field that shows the codes of a scheme, in tables and pages.
CODE_FIELDS: Mapping[Scheme, FieldInfo] = {
    Scheme.THEME: FieldInfo(name="themes", label="Thèmes", description="Questions de santé dont il s'agit."),
    Scheme.DETERMINANT: FieldInfo(
        name="determinants",
        label="Déterminants",
        description="Ce sur quoi l'on agit pour améliorer la santé.",
    ),
    Scheme.POPULATION: FieldInfo(
        name="populations", label="Populations", description="Groupes de population à qui l'on s'adresse."
    ),
    Scheme.ACTION_TYPE: FieldInfo(
        name="action_types", label="Types d'action", description="Ce que l'on fait concrètement."
    ),
    Scheme.SETTING: FieldInfo(
        name="settings", label="Lieux d'intervention", description="Milieux où l'action se déroule."
    ),
}
_CODES = tuple((info.name, info.label, info.description) for info in CODE_FIELDS.values())

CONTRACT_FIELDS = _fields(
    ("contract_id", "Identifiant", "Identifiant stable du contrat dans l'atlas."),
    ("title", "Titre", "Titre imprimé du contrat."),
    ("kind", "Nature", "Contrat local de santé, de santé mentale, protocole ou avenant."),
    (
        "modality",
        "Modalité",
        "Ce que le texte dit de l'avancement : signé, en préparation, protocole, annoncé.",
    ),
    ("territory", "Territoire", "Territoire du contrat, tel qu'un inventaire le nomme."),
    (
        "territory_type",
        "Type de territoire",
        "Commune, intercommunalité, pays, département, quartier ou autre.",
    ),
    ("territory_code", "Code officiel", "Code INSEE de la commune ou SIREN de l'intercommunalité."),
    ("departments", "Départements", "Codes INSEE des départements."),
    ("region", "Région", "Code INSEE de la région."),
    ("generation", "Génération", "Rang du contrat sur ce territoire, quand le document le dit."),
    ("signature_date", "Date de signature", "Date de signature, aussi précise que le texte."),
    ("start_date", "Début", "Début de la période d'effet, tel qu'écrit."),
    ("end_date", "Fin écrite", "Fin de la période d'effet, telle qu'écrite."),
    ("end", "Fin retenue", "Fin écrite, ou calculée du début et de la durée."),
    ("end_is_derived", "Fin calculée", "Vrai quand la fin retenue est calculée."),
    ("duration_months", "Durée (mois)", "Durée écrite, en mois."),
    ("status", "Statut", "En vigueur, se termine dans l'année, échu, à venir, en préparation ou inconnu."),
    ("signatories", "Signataires", "Parties qui signent le contrat."),
    ("axes", "Axes", "Axes stratégiques du contrat."),
    ("actions", "Actions", "Fiches action du contrat."),
    (
        "committees",
        "Gouvernance",
        "Instances qui pilotent et suivent le contrat, leurs membres et leur rythme.",
    ),
    (
        "health_assessment",
        "Diagnostic",
        "Diagnostic local de santé sur lequel repose le contrat : date, auteurs, besoins.",
    ),
    ("plan_links", "Articulation", "Plans et schémas avec lesquels le contrat dit s'articuler."),
    *_CODES,
    ("sources", "Sources", "Documents où ce contrat a été lu."),
    ("issues", "Alertes", "Points à vérifier par une personne."),
    ("population", "Population", "Population du territoire, d'après la liste officielle."),
)

ACTION_FIELDS = _fields(
    ("id", "Identifiant", "Identifiant stable de l'action dans l'atlas."),
    ("contract_id", "Contrat", "Identifiant du contrat qui porte l'action."),
    ("territory", "Territoire du contrat", "Territoire du contrat qui porte l'action."),
    ("departments", "Départements", "Codes INSEE des départements du contrat."),
    ("region", "Région", "Code INSEE de la région du contrat."),
    ("number", "Numéro", "Numéro de la fiche action, tel qu'imprimé."),
    ("title", "Titre", "Titre de la fiche action."),
    ("axis", "Axe", "Axe stratégique dont relève l'action."),
    ("objectives", "Objectifs", "Objectifs propres à l'action."),
    ("context", "Contexte", "Constats et enjeux qui motivent l'action."),
    ("description", "Description", "Contenu et étapes de l'action."),
    ("target_population", "Public cible", "Personnes à qui l'action s'adresse."),
    ("pilot", "Pilote", "Structure qui porte l'action."),
    ("partners", "Partenaires", "Structures associées, qui ne signent pas."),
    ("area", "Territoire de l'action", "Lieux où l'action se déroule."),
    ("schedule", "Calendrier", "Dates et étapes prévues."),
    ("budget", "Budget", "Coût, financement et moyens."),
    ("expected_results", "Résultats attendus", "Effets que l'on attend de l'action."),
    ("indicators", "Indicateurs", "Ce qui est mesuré pour évaluer l'action."),
    *_CODES,
    ("sources", "Sources", "Documents où cette action a été lue."),
)
