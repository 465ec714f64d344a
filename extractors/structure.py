"""Axes and actions of a contract, each value with its evidence.

In: the blocks of one contract (a whole document or its run in a regional page). Out: `Structure`.
"""

from collections.abc import Mapping, Sequence

from pydantic import Field
from rapidfuzz import fuzz

from extractors.axes.extract import announced_actions, extract_axes
from extractors.outline.stream import Token
from extractors.sheets.concrete import concrete_actions
from extractors.sheets.extract import extract_sheets
from extractors.sheets.sheet import Sheet
from extractors.sheets.synthesis import SheetRow, synthesis_rows
from extractors.sheets.values import list_value, text_value
from models.base import Record
from models.evidence import Evidence
from models.layout import Block, Bookmark
from models.records import Action, Axis, EvidenceMap, Issue, Severity
from models.text import fold

METHOD = "sheets-1"
LISTS = frozenset({"partners", "indicators"})


class Structure(Record):
    """`evidence` maps "axes" to the places of the axes, in their order."""

    axes: tuple[Axis, ...] = ()
    actions: tuple[Action, ...] = ()
    announced_axes: int | None = None
    announced_actions: int | None = None
    evidence: EvidenceMap = Field(default_factory=dict)
    issues: tuple[Issue, ...] = ()


def extract_structure(blocks: Sequence[Block], *, bookmarks: Sequence[Bookmark] = ()) -> Structure:
    """Sheets first; a table of actions or a list of concrete actions where there are none."""
    axes = extract_axes(blocks)
    rows, used = synthesis_rows(blocks)
    others = [block for index, block in enumerate(blocks) if index not in used]
    sheets = extract_sheets(others, axes=[axis.title for axis in axes.axes])
    actions = [_of_row(row, axes.axes) for row in rows] + [_of_sheet(sheet, axes.axes) for sheet in sheets]
    if not actions:
        actions = concrete_actions(blocks)
    announced = announced_actions(blocks)
    return Structure(
        axes=tuple(axes.axes),
        actions=tuple(actions),
        announced_axes=axes.announced,
        announced_actions=announced,
        evidence={"axes": tuple(axes.evidence)} if axes.evidence else {},
        issues=tuple(_counts(axes.announced, len(axes.axes), announced, len(actions))),
    )


def _of_sheet(sheet: Sheet, axes: Sequence[Axis]) -> Action:
    axis = _axis(sheet.number, sheet.axis, sheet.axis_number, axes)
    action = _filled(sheet.title, sheet.number, axis, sheet.fields, sheet.heads)
    other = {name: text for name, lines in sheet.other.items() if (text := text_value(lines))}
    return action.model_copy(update={"other": other})


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
    """The axis that the sheet says, then the section, then the first part of its number."""
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
    """ "1.2" → "1", "A3" → "A", "I-4" → "I"; a plain "7" says nothing of its axis."""
    if not number:
        return None
    for mark in (".", "-"):
        if mark in number:
            return number.split(mark)[0]
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
