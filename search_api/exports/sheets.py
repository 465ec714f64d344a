"""Action sheets as a Word document, one sheet a page or more, for the API and the command line."""

from collections.abc import Sequence

from models.catalogue import ActionRecord
from models.errors import ConfigurationError
from search_api.citations import cited_action
from search_api.exports.word import word_document
from search_api.services import Catalogue

#: More sheets than this make a document that nobody can use, and minutes of work.
MOST_SHEETS = 500


def sheets_docx(catalogue: Catalogue, records: Sequence[ActionRecord]) -> bytes:
    """The sheets in the order given; a document that says so when there are none.

    Raises ConfigurationError for more than MOST_SHEETS.
    """
    if len(records) > MOST_SHEETS:
        raise ConfigurationError(
            f"{len(records)} fiches, c'est trop pour un document : {MOST_SHEETS} au plus. Ajoutez des filtres, "
            "par exemple contract_id."
        )
    note = "" if records else "Aucune action ne correspond à ces critères."
    sheets = [cited_action(record, catalogue.rows[record.contract_id]) for record in records]
    return word_document("Fiches action", note, sheets)
