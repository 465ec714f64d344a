"""A collection to an Excel workbook: actions, contracts and the places that they are cited from, a sheet each."""

from collections.abc import Iterator, Sequence

from models.fields import FieldInfo, FieldType
from models.lists import ListInfo
from search_api.citations import CitedSheet
from search_api.coordination.collections import Collection
from search_api.exports.tables import Row, Table, actions_table, contracts_table
from search_api.exports.workbook import workbook_chunks
from search_api.services import Catalogue

_FIELDS = (
    FieldInfo(name="record_id", label="Fiche", description="Identifiant de l'action ou du contrat."),
    FieldInfo(name="title", label="Titre", description="Titre de la fiche."),
    FieldInfo(name="territory", label="Territoire", description="Territoire ou titre du contrat."),
    FieldInfo(name="field", label="Champ", description="Champ que la citation prouve."),
    FieldInfo(name="document", label="Document", description="Nom du document cité."),
    FieldInfo(
        name="page",
        label="Page",
        description="Page, à partir de 1 ; vide pour une page web.",
        type=FieldType.INTEGER,
    ),
    FieldInfo(name="quote", label="Citation", description="Mots du document."),
    FieldInfo(name="uri", label="Adresse", description="Adresse web du document, si on la connaît."),
)
CITATIONS = ListInfo(
    name="citations",
    file="citations",
    title="Citations",
    description="Les endroits des documents qui prouvent les fiches de la sélection.",
    fields={field.name: field for field in _FIELDS},
    key=("record_id", "field", "document", "page", "quote"),
)


def excel_workbook(found: Collection, sheets: Sequence[CitedSheet], catalogue: Catalogue) -> bytes:
    """The sheets of the general exports with the rows of the collection only, and their citations."""
    tables = []
    if found.actions:
        tables.append(actions_table(catalogue, found.actions))
    if found.contracts:
        tables.append(contracts_table(catalogue, [catalogue.rows[c.id] for c in found.contracts]))
    tables.append(Table(CITATIONS, _citations(sheets)))
    return b"".join(workbook_chunks(tables))


def _citations(sheets: Sequence[CitedSheet]) -> Iterator[Row]:
    for sheet in sheets:
        by_number = {citation.number: citation for citation in sheet.citations}
        cited = [("Titre", sheet.title_citations)]
        cited += [(field.label, value.citations) for field in sheet.fields for value in field.values]
        for label, numbers in cited:
            for citation in map(by_number.__getitem__, numbers):
                yield {
                    "record_id": sheet.id,
                    "title": sheet.title,
                    "territory": sheet.subtitle,
                    "field": label,
                    "document": citation.document,
                    "page": citation.page,
                    "quote": citation.quote,
                    "uri": citation.uri,
                }
