"""A contract as the workbook that *Territoires en Transitions* (ADEME) imports as a plan d'action.

The columns, their order and their places are those that the platform's reader checks: the heads stand in the second
row, the data from the fourth (incubateur-ademe/territoires-en-transitions, apps/backend, import-plan-aggregate,
`excel-parser.ts`, read in November 2026). What the platform expects as a number, a day or one of its own codes is
left empty: a contract tells it as a sentence, which goes to the text columns.
"""

import io
from collections.abc import Callable, Mapping, Sequence

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from models.catalogue import ActionRecord
from models.records import Action
from search_api.exports.cells import neutral
from search_api.exports.workbook import Sheet, sheet_text
from search_api.services import Catalogue

#: Longer titles are refused by the platform.
TITLE = 300
#: In the order of the reader.
COLUMNS = (
    *("Axe (x)", "Sous-axe (x.x)", "Sous-sous axe (x.x.x)", "Titre de l'action", "Titre de la sous-action"),
    *("Descriptif", "Instances de gouvernance", "Objectifs", "Indicateurs liés", "Structure pilote"),
    *("Moyens humains et techniques", "Partenaires", "Direction ou service pilote", "Personne pilote"),
    *("Élu·e référent·e", "Participation Citoyenne", "Financements"),
    *("Financeur 1", "Montant € HT", "Financeur 2", "Montant € HT", "Financeur 3", "Montant € HT"),
    *("Budget prévisionnel total € HT", "Statut", "Niveau de priorité", "Date de début", "Date de fin"),
)
FIRST_ROW = 4
_PARTS = (
    ("context", "Contexte"),
    ("description", "Description"),
    ("target_population", "Public cible"),
    ("area", "Territoire"),
    ("schedule", "Calendrier"),
    ("expected_results", "Résultats attendus"),
)


def plan_xlsx(catalogue: Catalogue, contract_id: str) -> bytes:
    """The plan of one contract, its actions by axis, in the order of the document. Raises KeyError."""
    contract = catalogue.contracts[contract_id].contract
    order = {axis.title: position for position, axis in enumerate(contract.axes)}
    records = sorted(
        catalogue.actions_of(contract_id), key=lambda r: order.get(r.action.axis or "", len(order))
    )
    book = Workbook(write_only=True)
    sheet: Sheet = book.create_sheet("Plan d'action")
    for number, name in enumerate(COLUMNS, 1):
        sheet.column_dimensions[get_column_letter(number)].width = 40 if name in _TEXTS else 16
    sheet.append([_styled(sheet, contract.title or f"Contrat local de santé : {contract.territory.name}")])
    sheet.append([_styled(sheet, name) for name in COLUMNS])
    sheet.append(["Repris de l'atlas des contrats locaux de santé : relisez avant d'importer."])
    for record in records:
        sheet.append(_row(sheet, record))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _styled(sheet: Sheet, text: str) -> Cell:
    cell: Cell = _text(sheet, text)
    cell.font = Font(bold=True)
    return cell


def _row(sheet: Sheet, record: ActionRecord) -> list[Cell | None]:
    cells: list[Cell | None] = []
    for name in COLUMNS:
        text = _TEXTS[name](record.action) if name in _TEXTS else None
        cells.append(_text(sheet, text) if text else None)
    return cells


def _text(sheet: Sheet, text: str) -> Cell:
    """A text that no spreadsheet runs."""
    kept = sheet_text(text)
    cell: Cell = WriteOnlyCell(sheet, kept)
    cell.data_type, cell.quotePrefix = "s", neutral(kept) != kept
    cell.alignment = Alignment(vertical="top", wrap_text=True)
    return cell


def _title(action: Action) -> str:
    title = f"{action.number} – {action.title}" if action.number else action.title
    return title if len(title) <= TITLE else title[: TITLE - 1] + "…"


def _description(action: Action) -> str:
    """What the platform has no column for is told here, each part under its name."""
    parts = [(label, getattr(action, name)) for name, label in _PARTS]
    parts += list(action.other.items())
    return "\n\n".join(f"{label} : {text}" for label, text in parts if text)


def _listed(items: Sequence[str]) -> str:
    """The platform splits at commas, but not within « … »; an odd straight quote would stop it."""
    plain = (item.replace('"', "”") for item in items)
    return ", ".join(f"« {item} »" if "," in item and "«" not in item else item for item in plain)


#: What each column tells, where it tells something.
_TEXTS: Mapping[str, Callable[[Action], str | None]] = {
    "Axe (x)": lambda action: action.axis,
    "Titre de l'action": _title,
    "Descriptif": _description,
    "Objectifs": lambda action: action.objectives,
    "Indicateurs liés": lambda action: "\n".join(action.indicators),
    "Structure pilote": lambda action: _listed([action.pilot] if action.pilot else []),
    "Partenaires": lambda action: _listed(action.partners),
    "Financements": lambda action: action.budget,
}
