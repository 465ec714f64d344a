"""The layouts of an action sheet: each takes a sheet and the look of the document and gives its blocks."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from itertools import groupby
from typing import TypeAlias

from samples.varied.blocks import UL, Block, Box, Break, Cell, Columns, P, Side, Table, anchors, p, t
from samples.varied.draw import data
from samples.varied.look import TABLES, Look
from samples.varied.plan import Rubric, Sheet, Value

SHORT = {"pilot", "area", "schedule", "budget", "target_population"}
Row: TypeAlias = tuple[Cell, ...]


def show(value: Value, look: Look, style: str = "cell") -> tuple[Block, ...]:
    if not value.items:
        return (P("", style),)
    if value.kind == "bullets":
        return (UL(tuple(t(s) for s in value.items), look.mark),)
    if value.kind in ("text", "lines"):
        return tuple(p(s, style) for s in value.items)
    return (p(value.kind.join(value.items), style),)


def label(rubric: Rubric, look: Look, *, colon: bool | None = None) -> str:
    text = rubric.label.upper() if look.label_style == "caps" else rubric.label
    with_colon = look.colon if colon is None else colon
    return text + (" :" if with_colon and not text.endswith("?") else "")


def label_cell(rubric: Rubric, look: Look, span: int = 1) -> Cell:
    return Cell((p(label(rubric, look), "label"),), span, fill=look.light if look.label_fill else None)


def pairs(rubrics: Iterable[Rubric]) -> list[tuple[Rubric, ...]]:
    """Short rubrics two by two, the others alone, in order."""
    rows: list[tuple[Rubric, ...]] = []
    for r in rubrics:
        short = r.field in SHORT and r.value.kind not in ("bullets", "lines")
        if short and rows and len(rows[-1]) == 1 and rows[-1][0].field in SHORT:
            rows[-1] = (*rows[-1], r)
        else:
            rows.append((r,))
    return rows


def _rules(look: Look) -> str:
    return {"two_col_rows": "rows", "two_col_bare": "none"}.get(look.layout, "grid")


def two_col(rubrics: tuple[Rubric, ...], look: Look, lead: list[tuple[str, str]]) -> list[Block]:
    rows: list[Row] = [_lead_row(a, b, look, 2) for a, b in lead]
    rows += [(label_cell(r, look), Cell(show(r.value, look))) for r in rubrics]
    share = look.label_share
    return [Table(tuple(rows), (share, 1 - share), _rules(look), head=1 if lead and not lead[0][0] else 0)]  # type: ignore[arg-type]


def _lead_row(name: str, text: str, look: Look, columns: int) -> Row:
    """A row above the rubrics: a merged title (no name), or a label and the title."""
    if not name:
        return (Cell((p(text, "rowtitle"),), columns, fill=look.colour),)
    fill = look.light if look.label_fill else None
    return (Cell((p(name, "label"),), fill=fill), Cell((p(text, "strong"),), columns - 1))


def four_col(rubrics: tuple[Rubric, ...], look: Look, lead: list[tuple[str, str]]) -> list[Block]:
    rows: list[Row] = [_lead_row(a, b, look, 4) for a, b in lead]
    for row in pairs(rubrics):
        if len(row) == 2:
            rows.append(tuple(c for r in row for c in (label_cell(r, look), Cell(show(r.value, look)))))
        else:
            rows.append((label_cell(row[0], look), Cell(show(row[0].value, look), 3)))
    return [Table(tuple(rows), (0.18, 0.32, 0.18, 0.32), "grid")]


def above(rubrics: tuple[Rubric, ...], look: Look, lead: list[tuple[str, str]]) -> list[Block]:
    rows: list[Row] = [_lead_above(a, b, look, 1) for a, b in lead]
    for r in rubrics:
        rows += [(label_cell(r, look),), (Cell(show(r.value, look)),)]
    return [Table(tuple(rows), (1.0,), "grid")]


def _lead_above(name: str, text: str, look: Look, columns: int) -> Row:
    return (Cell((p(f"{name} : {text}" if name else text, "rowtitle"),), columns, fill=look.colour),)


def above_pairs(rubrics: tuple[Rubric, ...], look: Look, lead: list[tuple[str, str]]) -> list[Block]:
    rows: list[Row] = [_lead_above(a, b, look, 2) for a, b in lead]
    for row in pairs(rubrics):
        span = 1 if len(row) == 2 else 2
        rows.append(tuple(label_cell(r, look, span) for r in row))
        rows.append(tuple(Cell(show(r.value, look), span) for r in row))
    return [Table(tuple(rows), (0.5, 0.5), "grid")]


def cell_grid(rubrics: tuple[Rubric, ...], look: Look, lead: list[tuple[str, str]]) -> list[Block]:
    """Label and value in the same cell."""
    rows: list[Row] = [_lead_above(a, b, look, 2) for a, b in lead]
    for row in pairs(rubrics):
        span = 1 if len(row) == 2 else 2
        rows.append(tuple(Cell((p(label(r, look), "label"), *show(r.value, look)), span) for r in row))
    return [Table(tuple(rows), (0.5, 0.5), "grid")]


def three_col(rubrics: tuple[Rubric, ...], look: Look, lead: list[tuple[str, str]]) -> list[Block]:
    groups = data("words")["groups" if look.colon else "groups2"]
    rows: list[Row] = [_lead_above(a, b, look, 3) for a, b in lead]
    ordered = sorted(rubrics, key=lambda r: list(dict.fromkeys(groups.values())).index(groups[r.field]))
    for name, members in groupby(ordered, key=lambda r: groups[r.field]):
        group = list(members)
        for n, r in enumerate(group):
            row: Row = (label_cell(r, look), Cell(show(r.value, look)))
            rows.append(
                ((Cell((p(name, "label"),), rows=len(group), fill=look.light), *row)) if n == 0 else row
            )
    return [Table(tuple(rows), (0.17, 0.23, 0.6), "grid")]


def boxes(rubrics: tuple[Rubric, ...], look: Look, lead: list[tuple[str, str]]) -> list[Block]:
    fill = look.light if look.label_fill else None
    return [Box((p(label(r, look), "label"), *show(r.value, look)), fill, look.colour) for r in rubrics]


def run_in(
    rubrics: tuple[Rubric, ...], look: Look, lead: list[tuple[str, str]], before: str = ""
) -> list[Block]:
    found: list[Block] = []
    for r in rubrics:
        name = f"{before}<b>{t(label(r, look, colon=True))}</b>"
        if r.value.kind == "bullets" and r.value.items:
            found += [P(name), *show(r.value, look, "body")]
        else:
            joint = "<br/>" if r.value.kind in ("text", "lines") else t(r.value.kind)
            found.append(P(f"{name} {joint.join(t(s) for s in r.value.items)}"))
    return found


def listed(rubrics: tuple[Rubric, ...], look: Look, lead: list[tuple[str, str]]) -> list[Block]:
    return run_in(rubrics, look, lead, before="■ " if look.label_fill else "► ")


def headings(rubrics: tuple[Rubric, ...], look: Look, lead: list[tuple[str, str]]) -> list[Block]:
    return [b for r in rubrics for b in (p(label(r, look), "labelhead"), *show(r.value, look, "body"))]


def columns(rubrics: tuple[Rubric, ...], look: Look, lead: list[tuple[str, str]]) -> list[Block]:
    return [Columns(tuple(headings(rubrics, look, lead)))]


def side(rubrics: tuple[Rubric, ...], look: Look, lead: list[tuple[str, str]]) -> list[Block]:
    small = SHORT | {"partners", "x"}
    main = headings(tuple(r for r in rubrics if r.field not in small), look, lead)
    narrow = headings(tuple(r for r in rubrics if r.field in small), look, lead)
    return [Side(tuple(main), tuple(narrow), left=look.colon, fill=look.light)]


def facts_first(rubrics: tuple[Rubric, ...], look: Look, lead: list[tuple[str, str]]) -> list[Block]:
    """A small table of short facts, then headings above paragraphs."""
    short = tuple(r for r in rubrics if r.field in SHORT)
    rows = tuple((label_cell(r, look), Cell(show(r.value, look))) for r in short)
    table = Table(rows, (look.label_share, 1 - look.label_share), "grid")
    return [table, *headings(tuple(r for r in rubrics if r.field not in SHORT), look, lead)]


BODIES: dict[str, Callable[..., list[Block]]] = {
    "two_col": two_col, "two_col_rows": two_col, "two_col_bare": two_col, "four_col": four_col, "above": above,
    "above_pairs": above_pairs, "cell_grid": cell_grid, "three_col": three_col, "boxes": boxes, "run_in": run_in,
    "listed": listed, "headings": headings, "columns": columns, "side": side, "facts_first": facts_first,
}  # fmt: skip


def sheet_blocks(sheet: Sheet, look: Look, names: dict[str, str]) -> list[Block]:
    """`names`: what this document calls the title, the axis and the goal inside a sheet."""
    rubrics, before, lead = sheet.rubrics, _above(sheet, look), []
    extra = [Rubric("axis", names["axis"], Value((sheet.axis.heading,)))] if look.axis_place == "row" else []
    if sheet.goal:
        extra.append(Rubric("goal", names["goal"], Value((sheet.goal,))))
    if look.label_style == "numbered" and look.layout not in ("three_col", "side", "facts_first"):
        rubrics = tuple(replace(r, label=f"{n}. {r.label}") for n, r in enumerate(rubrics, 1))
    if look.layout == "three_col":
        before += [b for r in extra for b in run_in((r,), look, [])]
    elif look.layout == "side":
        before += run_in(tuple(extra), look, [])
    else:
        rubrics = (*extra, *rubrics)
    heading = sheet.heading.upper() if look.upper_titles else sheet.heading
    title = sheet.title.upper() if look.upper_titles else sheet.title
    if look.title == "row":
        lead = [("", heading)]
    elif look.title == "labelled":
        lead = [(names["title"], title)]
        if sheet.number:
            before.append(P(t(sheet.tag), "tag", sheet.heading))
    else:
        before += _title(sheet, look, heading, title)
    if not anchors(before):
        before.insert(0, P("", "anchor", sheet.heading))
    if look.split and look.layout in TABLES - {"three_col"} and look.new_page:
        return before + _split(sheet, rubrics, look, lead)
    return before + BODIES[look.layout](rubrics, look, lead)


def _above(sheet: Sheet, look: Look) -> list[Block]:
    if look.axis_place == "head":
        return [p(sheet.axis.heading, "axisline")]
    if look.axis_place == "number" and sheet.axis.number:
        return [p(sheet.axis.short, "axisline")]
    if look.axis_place == "tag_line":
        told = sheet.axis.short if sheet.axis.number else sheet.axis.heading
        return [p(f"{told} | {sheet.tag}" if sheet.tag else told, "axisline")]
    return []


def _title(sheet: Sheet, look: Look, heading: str, title: str) -> list[Block]:
    match look.title:
        case "bar":
            return [Box((P(t(heading), "bar", sheet.heading),), look.colour)]
        case "framed":
            return [Box((P(t(heading), "framed", sheet.heading),), None, look.colour)]
        case "two_lines" if sheet.tag:
            return [P(t(sheet.tag), "tag", sheet.heading), P(t(title), "sheet")]
        case "badge" if sheet.tag:
            badge = Cell((p(sheet.tag, "bar"),), fill=look.colour)
            row = (badge, Cell((P(t(title), "sheet", sheet.heading),), fill=look.light))
            return [Table((row,), (0.22, 0.78), "none")]
    return [P(t(heading), "sheet", sheet.heading)]


def _split(sheet: Sheet, rubrics: tuple[Rubric, ...], look: Look, lead: list[tuple[str, str]]) -> list[Block]:
    """The sheet over two pages, the second headed "(suite)"; a long list may itself be cut."""
    cut = len(rubrics) // 2
    first, rest = list(rubrics[:cut]), list(rubrics[cut:])
    middle = rest[0] if rest else None
    if middle and middle.value.kind == "bullets" and len(middle.value.items) >= 4:
        half = len(middle.value.items) // 2
        first.append(Rubric(middle.field, middle.label, Value(middle.value.items[:half], "bullets")))
        rest[0] = Rubric(middle.field, f"{middle.label} (suite)", Value(middle.value.items[half:], "bullets"))
    body = BODIES[look.layout]
    again = f"{sheet.tag or sheet.title} (suite)"
    head = sheet.axis.heading if look.axis_place == "running" else ""
    return [
        *body(tuple(first), look, lead), Break(look.wide, head), p(again, "tag"), *body(tuple(rest), look, [])
    ]  # fmt: skip
