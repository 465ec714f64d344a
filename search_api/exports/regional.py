"""The documentalists' lists as tables to export. They are views of the inventory, so no part of the data package."""

from collections.abc import Iterable

from models.catalogue import KIND_LABELS
from models.fields import CONTRACT_FIELDS, FieldInfo, FieldType
from models.lists import ListInfo
from pipeline.regional.endings import Ending
from search_api.exports.tables import Table, row_of


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


def endings_table(found: Iterable[Ending]) -> Table:
    """One row a contract that ends."""
    return Table(
        ENDINGS, (row_of(ENDINGS, e, kind=KIND_LABELS[e.kind], end_is_derived=e.derived) for e in found)
    )
