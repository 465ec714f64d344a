"""How one document looks: layout of its sheets, titles, colours, letters, and where it says things."""

from dataclasses import dataclass
from random import Random

from samples.varied.draw import maybe, weighted

LAYOUTS: dict[str, float] = {
    "two_col": 3, "two_col_rows": 1.5, "two_col_bare": 1, "four_col": 1.5, "above": 1, "above_pairs": 1.3,
    "cell_grid": 1.3, "three_col": 1, "boxes": 1, "run_in": 1.5, "headings": 1.5, "side": 1.2, "facts_first": 1.5,
    "listed": 1, "matrix": 1.3, "columns": 0.7,
}  # fmt: skip
TABLES = {
    "two_col",
    "two_col_rows",
    "two_col_bare",
    "four_col",
    "above",
    "above_pairs",
    "cell_grid",
    "three_col",
}
TITLES = ("plain", "bar", "two_lines", "badge", "row", "labelled", "framed")
AXIS_PLACES = ("head", "row", "number", "running", "divider", "tag_line")
OBJECTIVES = ("article", "table", "divider", "contents", "none", "article", "divider")
COLOURS = (
    "#1f4e79",
    "#7a1f5c",
    "#2e7d32",
    "#b0481e",
    "#00695c",
    "#37474f",
    "#5b3b8c",
    "#a61c28",
    "#000000",
    "#0b7285",
)
LIGHTS = ("#e8eef5", "#f0f0f0", "#fdf1e3", "#e6f2ea", "#f3e9f3", "#fff8dc")
SERIF = ("Liberation Serif", "C059", "P052", "Nimbus Roman", "DejaVu Serif")
SANS = ("Liberation Sans", "Nimbus Sans", "DejaVu Sans", "URW Gothic", "Liberation Sans Narrow", "Noto Sans")


@dataclass(frozen=True)
class Look:
    layout: str
    title: str
    axis_place: str
    objectives: str
    dividers: bool
    contents: bool
    leaders: bool
    parties: str  # prose, grid, signatures
    signature_page: bool
    sheets_last: bool  # after the signatures, as an annex
    recap: bool  # a matrix of all actions before the sheets
    wide: bool  # sheets on landscape pages
    new_page: bool  # each sheet begins a page
    split: bool  # sheets go on under "(suite)"
    mark: str
    colour: str
    light: str
    font: str
    size: float
    justify: bool
    label_style: str  # bold, caps, colour, italic, underline, numbered
    label_fill: bool
    colon: bool
    upper_titles: bool
    head: bool
    foot: str
    article: str
    article_joint: str
    covers: str  # page, top, banner
    label_share: float


def draw_look(rng: Random, layout: str | None = None) -> Look:
    layout = layout or weighted(rng, LAYOUTS)
    title = rng.choice(TITLES if layout in TABLES else [x for x in TITLES if x not in ("row", "labelled")])
    place = rng.choice(AXIS_PLACES)
    objectives = rng.choice(OBJECTIVES)
    dividers = place == "divider" or objectives == "divider" or maybe(rng, 0.35)
    matrix = layout == "matrix"
    return Look(
        layout=layout,
        title=title,
        axis_place=place,
        objectives=objectives,
        dividers=dividers and not matrix,
        contents=objectives == "contents" or maybe(rng, 0.5),
        leaders=maybe(rng, 0.6),
        parties=rng.choice(["prose", "prose", "prose", "grid", "signatures"]),
        signature_page=maybe(rng, 0.6),
        sheets_last=maybe(rng, 0.6),
        recap=not matrix and maybe(rng, 0.18),
        wide=(matrix and maybe(rng, 0.75)) or (layout in TABLES and maybe(rng, 0.12)),
        new_page=maybe(rng, 0.65),
        split=layout in TABLES and maybe(rng, 0.18),
        mark=rng.choice(["•", "-", "–", "▪", "➢", "○", "✓", "•", "•"]),
        colour=rng.choice(COLOURS),
        light=rng.choice(LIGHTS),
        font=rng.choice(SERIF if maybe(rng, 0.35) else SANS),
        size=rng.choice([9, 9.5, 10, 10, 10.5, 11]),
        justify=maybe(rng, 0.35),
        label_style=rng.choice(["bold", "bold", "caps", "colour", "italic", "underline", "numbered"]),
        label_fill=maybe(rng, 0.5),
        colon=maybe(rng, 0.4),
        upper_titles=maybe(rng, 0.15),
        head=maybe(rng, 0.5),
        foot=rng.choice(["page", "page_of", "name_page", "none", "page"]),
        article=rng.choice(["Article {n}", "ARTICLE {n}", "Article {n}", "{n}", "Titre {rom}", "§ {n}", ""]),
        article_joint=rng.choice([" – ", " : ", ". ", " - "]),
        covers=rng.choice(["page", "page", "top", "banner"]),
        label_share=rng.choice([0.2, 0.24, 0.28, 0.33]),
    )
