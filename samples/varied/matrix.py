"""Synthesis tables: one row an action, columns for some of its rubrics."""

from random import Random

from samples.varied.blocks import Block, Cell, P, Table, p, t
from samples.varied.look import Look
from samples.varied.plan import Axis, Rubric, Sheet
from samples.varied.sheets import show

WIDTHS = {
    "pilot": 0.14, "partners": 0.2, "schedule": 0.12, "indicators": 0.22, "budget": 0.12, "target_population": 0.14,
    "description": 0.26, "expected_results": 0.18,
}  # fmt: skip
COLUMNS = (
    ("pilot", "partners", "schedule", "indicators"),
    ("description", "pilot", "partners", "schedule"),
    ("target_population", "pilot", "partners", "schedule", "budget"),
    ("pilot", "partners", "indicators"),
    ("description", "target_population", "pilot", "indicators"),
)


def draw_columns(rng: Random, labels: dict[str, str]) -> tuple[str, ...]:
    wanted = rng.choice(COLUMNS)
    return tuple(name for name in wanted if name in labels)


def matrix(
    axes: list[Axis],
    sheets: list[Sheet],
    look: Look,
    columns: tuple[str, ...],
    labels: dict[str, str],
    form: str,
) -> list[Block]:
    """`form`: "bands" (a merged row opens each axis), "tables" (one table an axis) or "merged" (a tall first cell)."""
    numbered = any(s.number for s in sheets)
    heads = (["N°"] if numbered else []) + ["Action"] + [labels[c] for c in columns]
    sizes = ([0.06] if numbered else []) + [0.24] + [WIDTHS[c] for c in columns]
    if form == "merged":
        heads, sizes = ["Axe", *heads], [0.13, *sizes]
    widths = tuple(s / sum(sizes) for s in sizes)
    header = tuple(Cell((p(h, "small_label"),), fill=look.light) for h in heads)
    rows: list[tuple[Cell, ...]] = [header]
    found: list[Block] = []
    for axis in axes:
        own = [s for s in sheets if s.axis is axis]
        if form == "bands":
            rows.append((Cell((p(axis.heading, "small_label"),), len(heads), fill=look.light),))
        for n, sheet in enumerate(own):
            row = _row(sheet, look, columns, numbered)
            if form == "merged" and n == 0:
                row = (Cell((p(axis.heading, "small_label"),), rows=len(own)), *row)
            rows.append(row)
        if form == "tables":
            found += [p(axis.heading, "h3"), Table(tuple(rows), widths, "grid", 1)]
            rows = [header]
    return found or [Table(tuple(rows), widths, "grid", 1)]


def _row(sheet: Sheet, look: Look, columns: tuple[str, ...], numbered: bool) -> tuple[Cell, ...]:
    by_field: dict[str, Rubric] = {r.field: r for r in sheet.rubrics}
    cells = [Cell((p(sheet.number or "", "small"),))] if numbered else []
    cells.append(
        Cell((P(f"<b>{t(sheet.title)}</b>" if look.label_fill else t(sheet.title), "small", sheet.heading),))
    )
    cells += [Cell(show(by_field[c].value, look, "small")) for c in columns]
    return tuple(cells)
