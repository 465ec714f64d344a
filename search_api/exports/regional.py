"""The documentalists' lists as tables to export. They are views of the inventory, so no part of the data package."""

from collections.abc import Iterable

from models.catalogue import KIND_LABELS
from models.fields import CONTRACT_FIELDS, FieldInfo, FieldType
from models.lists import ListInfo
from pipeline.regional.endings import Ending
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
