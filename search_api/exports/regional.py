"""The documentalists' lists as tables to export. They are views of the inventory, so no part of the data package."""

from collections.abc import Iterable

from models.catalogue import KIND_LABELS
from models.fields import CONTRACT_FIELDS, FieldInfo, FieldType
from models.lists import ListInfo
from models.records import Severity
from pipeline.regional.contradictions import Contradiction, ContradictionKind
from pipeline.regional.endings import Ending
from pipeline.regional.quality import QualityLevel, RecordQuality
from pipeline.regional.silences import Link, PlaceSearch, SearchState
from search_api.exports.tables import Table, moment, row_of


def _list(name: str, file: str, title: str, description: str, *fields: FieldInfo, key: str) -> ListInfo:
    return ListInfo(
        name=name,
        file=file,
        title=title,
        description=description,
        fields={field.name: field for field in fields},
        key=(key,),
        references={"contract_id": "contracts"} if key == "contract_id" else {},
    )


def _contract_fields(*names: str) -> tuple[FieldInfo, ...]:
    return tuple(CONTRACT_FIELDS[name] for name in names)


ENDINGS = _list(
    "endings",
    "echeances",
    "Échéances",
    "Les contrats qui se terminent, du plus proche au plus lointain.",
    *_contract_fields("contract_id", "kind", "territory", "territory_code", "departments", "region"),
    *_contract_fields("generation", "end", "end_is_derived"),
    FieldInfo(
        name="followed_by",
        label="Contrat suivant",
        description="Identifiant de la génération suivante, quand elle est connue.",
        type=FieldType.TEXT,
    ),
    key="contract_id",
)


SILENCES = _list(
    "silences",
    "silences",
    "Silences",
    "Les intercommunalités et les grandes communes : contrat trouvé, cherché en vain, ou jamais cherché.",
    FieldInfo(name="code", label="Code officiel", description="SIREN de l'intercommunalité ou code INSEE."),
    FieldInfo(name="name", label="Territoire", description="Nom dans la liste officielle."),
    FieldInfo(name="nature", label="Type", description="Nature de l'intercommunalité, ou commune."),
    *_contract_fields("departments", "region", "population"),
    FieldInfo(
        name="state", label="État", description="Ce que l'on sait.", values=tuple(SearchState), required=True
    ),
    FieldInfo(
        name="link",
        label="Lien",
        description="Comment le territoire et les contrats vont ensemble.",
        values=tuple(Link),
    ),
    FieldInfo(
        name="contract_ids",
        label="Contrats",
        description="Identifiants des contrats trouvés.",
        type=FieldType.LIST,
    ),
    FieldInfo(
        name="searched_at",
        label="Cherché le",
        description="Fin de la dernière collecte qui couvre la région (UTC).",
        type=FieldType.DATETIME,
    ),
    FieldInfo(name="source", label="Source cherchée", description="Qui publie la source collectée."),
    FieldInfo(
        name="complete",
        label="Collecte complète",
        description="Vrai quand cette collecte est allée à son terme.",
        type=FieldType.BOOLEAN,
    ),
    key="code",
)


CONTRADICTIONS = _list(
    "contradictions",
    "contradictions",
    "Contradictions",
    "Ce qui ne s'accorde pas dans les fiches, le plus grave d'abord.",
    *_contract_fields("contract_id", "territory", "departments", "region"),
    FieldInfo(name="kind", label="Nature", description="Nature.", values=tuple(ContradictionKind)),
    FieldInfo(name="severity", label="Gravité", description="Gravité.", values=tuple(Severity)),
    FieldInfo(name="field", label="Champ", description="Champ en cause, quand il y en a un."),
    FieldInfo(name="message", label="Message", description="Ce qui ne va pas."),
    FieldInfo(
        name="readings",
        label="Lectures",
        description="Ce que chaque document dit.",
        type=FieldType.LIST,
    ),
    FieldInfo(name="document_name", label="Document", description="Document où le problème a été vu."),
    FieldInfo(name="page", label="Page", description="Page, à partir de 1.", type=FieldType.INTEGER),
    FieldInfo(name="next_step", label="Que faire", description="Ce qu'une personne peut faire."),
    key="contract_id",
)
QUALITY = _list(
    "quality",
    "qualite",
    "Qualité des fiches",
    "Complétude, valeur la moins sûre et alertes de chaque fiche.",
    *_contract_fields("contract_id", "territory", "departments", "region"),
    FieldInfo(name="level", label="Qualité", description="Appréciation.", values=tuple(QualityLevel)),
    FieldInfo(
        name="completeness",
        label="Complétude",
        description="Part des champs clés remplis, de 0 à 1.",
        type=FieldType.NUMBER,
    ),
    FieldInfo(name="gaps", label="Manque", description="Champs clés sans valeur.", type=FieldType.LIST),
    FieldInfo(name="least_sure", label="Champ le moins sûr", description="Champ de la valeur la moins sûre."),
    FieldInfo(
        name="confidence",
        label="Sa confiance",
        description="Probabilité que cette valeur soit juste, de 0 à 1.",
        type=FieldType.NUMBER,
    ),
    *_contract_fields("issues"),
    key="contract_id",
)


def contradictions_table(found: Iterable[Contradiction]) -> Table:
    """One row a contradiction; readings as "2024 (a.pdf)"."""
    return Table(
        CONTRADICTIONS,
        (
            row_of(CONTRADICTIONS, c, readings=tuple(f"{r.value} ({r.name})" for r in c.readings))
            for c in found
        ),
    )


def quality_table(found: Iterable[RecordQuality]) -> Table:
    """One row a record."""
    return Table(
        QUALITY,
        (
            row_of(
                QUALITY,
                q,
                gaps=tuple(gap.field for gap in q.gaps),
                least_sure=q.least_sure.field if q.least_sure else None,
                confidence=q.least_sure.confidence if q.least_sure else None,
            )
            for q in found
        ),
    )


def silences_table(found: Iterable[PlaceSearch]) -> Table:
    """One row a grouping or large commune."""
    return Table(
        SILENCES, (row_of(SILENCES, place, searched_at=moment(place.searched_at)) for place in found)
    )


def endings_table(found: Iterable[Ending]) -> Table:
    """One row a contract that ends."""
    return Table(
        ENDINGS, (row_of(ENDINGS, e, kind=KIND_LABELS[e.kind], end_is_derived=e.derived) for e in found)
    )
