"""Axes and actions of a contract, each value with its evidence.

In: the blocks of one contract (a whole document or its run in a regional page). Out: `Structure`.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from pydantic import Field
from rapidfuzz import fuzz

from extractors.axes.contents import axes_by_contents
from extractors.axes.extract import announced_actions, extract_axes
from extractors.axes.of_sheets import axes_of_sheets
from extractors.axes.subject import foreign_tables
from extractors.layout.text import join_lines
from extractors.outline.row_titles import HEAD_MAX
from extractors.outline.stream import Stream
from extractors.outline.titles import read_head
from extractors.outline.tokens import Token
from extractors.outline.wording import LABEL_MAX, is_sheet_table, label_field
from extractors.sheets.extract import extract_sheets
from extractors.sheets.sheet import Sheet
from extractors.sheets.synthesis import SheetRow, is_labelled, synthesis_rows
from extractors.sheets.values import list_value, text_value
from extractors.told.extract import told_actions
from extractors.told.patterns import SIGNED_AT
from models.base import Record
from models.evidence import Evidence
from models.layout import Block, BlockKind, Bookmark
from models.records import Action, Axis, EvidenceMap, Issue, Severity
from models.text import fold

METHOD = "sheets-1"
LISTS = frozenset({"partners", "indicators"})
AXIS_ABOVE = re.compile(
    r"(?<!\s)\s+(?:axe|orientation|priorité|défi|volet|thématique)s?\s*(?:n\s?°\s*)?[\dA-Z]{1,4}\s*(?:[:.–—-]\s*)?$",
    re.IGNORECASE,
)
#: Chapters and the questions of a page about the contract, which labels may follow as they follow a title.
NO_TITLE = re.compile(
    r"^(?:\d{1,2}\s*[.)–-]\s*)?(?:la\s+|les\s+|le\s+)?(?:gouvernance|préambule|objet|durée|suivi|révision|communication|signataires|périmètre|"
    r"engagements\s+des\s+parties)(?:\s+(?:et|du|de)\s+(?:l.)?[\w\s]{0,40})?\W*$|"
    r"^\W*(?:article|chapitre|annexe|titre)\s+[\dIVX]{1,4}\b"
    r"|^(?:\d{1,2}\s*[.)/-]\s*)?(?:(?:depuis|jusqu.à|pour|de|à|avec|par|c.est)\s*)?(?:quand|quoi|qui|pourquoi|combien|où|quels?|quelles?)\b[^?]*\?\s*$",
    re.IGNORECASE,
)
#: "Action 3.1 « Parcours de marche » : reportée": a line that reviews an earlier contract.
REVIEWED = re.compile(
    r"[:–—-]\s*(?:non\s+|partiellement\s+)?(?:réalisée?|abandonnée?|reportée?|poursuivie?|reconduite?|achevée?|terminée?)\W*$",
    re.IGNORECASE,
)
#: Letters of an objective of an axis.
LONGEST_GOAL = 220
#: So many sheets tell what the actions of a contract are.
MANY = 3
#: A text of more blocks is a whole contract: what it tells beside its sheets are no actions.
LONGEST_TOLD = 400


class Structure(Record):
    """`evidence` maps "axes" to the places of the axes, in their order."""

    axes: tuple[Axis, ...] = ()
    actions: tuple[Action, ...] = ()
    announced_axes: int | None = None
    announced_actions: int | None = None
    evidence: EvidenceMap = Field(default_factory=dict)
    issues: tuple[Issue, ...] = ()


def extract_structure(
    blocks: Sequence[Block], *, bookmarks: Sequence[Bookmark] = (), stream: Stream | None = None
) -> Structure:
    """Sheets and tables of actions first; what the text tells of actions where there are none."""
    axes = extract_axes(blocks)
    rows, used = synthesis_rows(blocks)
    if rows:
        foreign = foreign_tables(blocks)
        rows = [row for row in rows if row.table not in foreign]
    others = [block for index, block in enumerate(blocks) if index not in used]
    others = [_unsigned(b) for b in _before_signatures(others) if not _is_timetable(b)]
    sheets = [s for s in extract_sheets(others, stream, axes=axes.axes) if not NO_TITLE.match(s.title)]
    sheets = [sheet for sheet in sheets if not REVIEWED.search(sheet.title)]
    axes, sheets = axes_of_sheets(axes, sheets, blocks)
    if _all_under_one(sheets):  # the axes were listed before: the numbers tell which sheet belongs where
        sheets = [replace(sheet, axis=None, axis_number=None) for sheet in sheets]
    first = next((sheet.heads[0].page for sheet in sheets if sheet.heads), None)
    listed = axes_by_contents(blocks, axes.axes, [sheet.title for sheet in sheets], first)
    sheets = [replace(sheet, axis=listed.get(fold(sheet.title), sheet.axis)) for sheet in sheets]
    actions = _without_doubles(
        [_of_row(row, axes.axes) for row in _of_this_contract(rows, sheets)],
        [_of_sheet(sheet, axes.axes) for sheet in sheets],
    )
    if not actions and len(blocks) <= LONGEST_TOLD:
        actions = told_actions(blocks, axes.axes)
    announced = announced_actions(blocks)
    return Structure(
        axes=tuple(_with_goals(axes.axes, sheets, actions)),
        actions=tuple(actions),
        announced_axes=axes.announced,
        announced_actions=announced,
        evidence={"axes": tuple(axes.evidence)} if axes.evidence else {},
        issues=tuple(_counts(axes.announced, len(axes.axes), announced, len(actions))),
    )


def _with_goals(axes: Sequence[Axis], sheets: Sequence[Sheet], actions: Sequence[Action]) -> list[Axis]:
    """An axis whose objectives stand nowhere else has those that its sheets name as the objective they serve."""
    by_title = {fold(action.title): action.axis for action in actions}
    goals: dict[str, dict[str, str]] = {}
    for sheet in sheets:
        goal = text_value(sheet.objective)
        axis = by_title.get(fold(_without_axis(sheet.title, axes)))
        if goal and axis and len(goal) <= LONGEST_GOAL:
            goals.setdefault(axis, {}).setdefault(fold(goal), goal.strip(" ;."))
    return [
        axis.model_copy(update={"objectives": axis.objectives or tuple(goals.get(axis.title, {}).values())})
        for axis in axes
    ]


def _of_this_contract(rows: Sequence[SheetRow], sheets: Sequence[Sheet]) -> list[SheetRow]:
    """A table of titles alone, none of which is that of a sheet, reviews an earlier contract."""
    titles = {fold(sheet.title) for sheet in sheets}
    known = {row.table for row in rows if row.fields or fold(row.title.text) in titles}
    return [row for row in rows if row.table in known or len(sheets) < MANY]


def _without_doubles(rows: Sequence[Action], sheets: Sequence[Action]) -> list[Action]:
    """A table that sums up the sheets says nothing new: its rows are left out, their number and axis kept."""
    by_title = {fold(row.title): row for row in rows}
    told = []
    for sheet in sheets:
        row = by_title.pop(fold(sheet.title), None)
        known = {} if row is None else {"number": sheet.number or row.number, "axis": sheet.axis or row.axis}
        told.append(sheet.model_copy(update=known))
    return [*by_title.values(), *told]


def _all_under_one(sheets: Sequence[Sheet]) -> bool:
    """All stand under the head of one axis while their numbers begin with those of several."""
    parts = {_first_part(sheet.number) for sheet in sheets}
    return len({sheet.axis for sheet in sheets}) == 1 and None not in parts and len(parts) > 1


def _before_signatures(blocks: Sequence[Block]) -> Iterator[Block]:
    """Without "Fait à Lure, le …" and who signs below it, up to the next heading or an annexed sheet."""
    signing = False
    for block in blocks:
        signing = bool(SIGNED_AT.match(block.text)) or (signing and not _opens_annex(block))
        if not signing:
            yield block


def _opens_annex(block: Block) -> bool:
    head = read_head(block.text[:HEAD_MAX])
    return (
        block.kind is BlockKind.HEADING
        or is_sheet_table(block)
        or (head.kind == "sheet" and bool(head.number))
    )


def _unsigned(block: Block) -> Block:
    """Without "Fait à Lure, le …" and what is below it."""
    at = next((n for n, line in enumerate(block.lines) if n and SIGNED_AT.match(line.text)), None)
    if at is None or block.table is not None:
        return block
    lines = block.lines[:at]
    return block.model_copy(update={"lines": lines, "text": join_lines(line.text for line in lines)})


def _is_timetable(block: Block) -> bool:
    """A table of a web page whose columns are mostly no labels of a sheet: "Jour, Commune, Lieu"."""
    if block.page is not None or block.table is None or block.table.cols < 3 or is_labelled(block.table):
        return False
    header = [cell.text for cell in block.table.cells if cell.row == 0 and cell.text.strip()]
    known = sum(label_field(text.replace("\n", " ")) is not None for text in header)
    return len(header) >= 3 and all(len(text) <= LABEL_MAX for text in header) and 2 * known < len(header)


def _of_sheet(sheet: Sheet, axes: Sequence[Axis]) -> Action:
    axis = _axis(sheet.number, sheet.axis, sheet.axis_number, axes)
    title = _without_axis(sheet.title, axes)
    action = _filled(title, sheet.number, axis, sheet.fields, sheet.heads)
    other = {name: text for name, lines in sheet.other.items() if (text := text_value(lines))}
    return action.model_copy(update={"other": other})


def _without_axis(title: str, axes: Sequence[Axis]) -> str:
    """ "Accueillir les internes Orientation 1 : Renforcer l'offre": the axis below a title is no part of it."""
    for axis in axes:
        if title.endswith(axis.title):
            own = AXIS_ABOVE.sub("", title[: -len(axis.title)])
            if own and own != title[: -len(axis.title)]:
                return own
    return title


def _of_row(row: SheetRow, axes: Sequence[Axis]) -> Action:
    axis = _axis(row.number, row.axis, row.axis_number, axes)
    return _filled(row.title.text, row.number, axis, row.fields, [row.title])


def _filled(
    title: str,
    number: str | None,
    axis: str | None,
    fields: Mapping[str, list[Token]],
    heads: Sequence[Token],
) -> Action:
    values: dict[str, object] = {}
    proofs: dict[str, tuple[Evidence, ...]] = {"title": _proofs(heads)}
    for name, lines in fields.items():
        value = list_value(lines) if name in LISTS else text_value(lines)
        if value and name in Action.model_fields:
            values[name] = value
            proofs[name] = _proofs(lines)
    clean = " ".join(title.split()).strip(" :–—-|")
    return Action(number=number, title=clean, axis=axis, evidence=proofs, **values)


def _proofs(lines: Sequence[Token]) -> tuple[Evidence, ...]:
    """One evidence a place: the lines of a block or a cell together."""
    found: list[Evidence] = []
    for line in lines:
        if not line.text.strip():
            continue
        last = found[-1] if found else None
        if last is not None and last.page == line.page and last.bbox == line.bbox and len(last.quote) < 400:
            found[-1] = last.model_copy(update={"quote": f"{last.quote} {line.text}"})
        else:
            found.append(Evidence(page=line.page, bbox=line.bbox, quote=line.text, method=METHOD))
    return tuple(found)


def _axis(number: str | None, title: str | None, axis_number: str | None, axes: Sequence[Axis]) -> str | None:
    """The axis that the sheet says, then the section, then the first part of its number.

    Where the printed number belongs to another axis than the section, the number is right.
    """
    own = [axis for axis in axes if axis.number and axis.number == (_first_part(number) or "").upper()]
    numbered = len({axis.number for axis in axes}) == len(axes) > 1
    if own and numbered and axis_number and axis_number.upper() != own[0].number:
        return own[0].title
    if title:
        near = max(axes, key=lambda a: fuzz.ratio(fold(a.title), fold(title)), default=None)
        if near is not None and fuzz.ratio(fold(near.title), fold(title)) >= 85:
            return near.title
    for candidate in (axis_number, _first_part(number)):
        for axis in axes:
            if candidate and axis.number == candidate.upper():
                return axis.title
    return title or None


def _first_part(number: str | None) -> str | None:
    """ "1.2" → "1", "A3" → "A", "I-4" → "I", "201" → "2"; a plain "7" says nothing of its axis."""
    if not number:
        return None
    for mark in (".", "-"):
        if mark in number:
            return number.split(mark)[0]
    if number.isdigit() and len(number) == 3:
        return number[0]  # 101, 102, 201
    if number[0].isdigit() and number[-1].isalpha():
        return number[:-1]  # 1a, 1b, 2a
    return number[0] if number[0].isalpha() and number[1:].isdigit() else None


def _counts(announced_axes: int | None, axes: int, announced: int | None, actions: int) -> list[Issue]:
    issues = []
    for said, found, code, words in (
        (announced_axes, axes, "structure.axes_count", "axes"),
        (announced, actions, "structure.actions_count", "actions"),
    ):
        if said is not None and found and said != found:
            issues.append(
                Issue(
                    code=code,
                    severity=Severity.WARNING,
                    message=f"Le document annonce {said} {words}, {found} ont été lus.",
                    next_step="Comparez avec le sommaire du document.",
                )
            )
    return issues
