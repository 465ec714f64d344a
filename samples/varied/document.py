"""One contract: draws what it says and how it looks, and gives its blocks with the annotation."""

import re
import unicodedata
from dataclasses import dataclass, replace
from random import Random
from typing import Any

from samples.varied.blocks import Block, Break, map_texts, p
from samples.varied.damage import Damage, draw_damage
from samples.varied.draw import data, maybe, some
from samples.varied.front import Writer
from samples.varied.look import Look, draw_look
from samples.varied.matrix import draw_columns, matrix
from samples.varied.parties import Party, People, draw_parties, signatures
from samples.varied.period import Period, draw_period
from samples.varied.plan import (
    Axis,
    Filler,
    Sheet,
    Style,
    draw_axes,
    draw_style,
    heading_of,
    number_of,
    relabelled,
)
from samples.varied.sheets import sheet_blocks

ORDINALS = {1: "première", 2: "deuxième", 3: "troisième"}
PILOTS = (
    "Centre communal d'action sociale",
    "CPTS du bassin de vie",
    "Association Les Voisins solidaires",
    "Centre social L'Escale",
    "Réseau de santé Périphérie",
)


@dataclass(frozen=True)
class Made:
    """A document before it is rendered. `name` is its file name without the ending."""

    name: str
    title: str
    blocks: list[Block]
    look: Look
    damage: Damage
    gold: dict[str, Any]  # of the contract
    labels: str  # the family of labels


@dataclass
class Contract:
    """What was drawn for one contract."""

    place: dict[str, Any]
    parties: list[Party]
    period: Period
    style: Style
    look: Look
    facts: dict[str, Any]
    generation: int | None
    previous: bool  # an earlier contract is told of
    axes: list[Axis]
    sheets: list[Sheet]


def compose(rng: Random, number: int, layout: str | None = None) -> Made:
    drawn, damage = _draw(rng, layout), draw_damage(rng)
    title, subtitle = _titles(rng, drawn)
    writer = Writer(rng, drawn.look, drawn.style, drawn.facts | {"ord": ORDINALS[drawn.generation or 1]})
    blocks, signed = _body(rng, writer, drawn)
    look = drawn.look
    if look.contents:
        blocks = [*writer.contents(blocks, drawn.axes, drawn.sheets), Break(), *blocks]
    if drawn.period.signed and not signed:
        subtitle.append(f"Signé {drawn.period.signed}")
    cover: list[Block] = [Break(blank=look.covers == "page"), *writer.cover(title, subtitle)]
    blocks = [*cover, *([Break()] if look.covers == "page" else []), *blocks]
    return Made(
        name=_name(rng, number, drawn.place["name"]),
        title=title,
        blocks=[map_texts(b, damage.apply) for b in blocks],
        look=look,
        damage=damage,
        gold=_gold(drawn),
        labels=drawn.style.labels["id"],
    )


def _name(rng: Random, number: int, place: str) -> str:
    kind = rng.choice(["CLS", "contrat-local-sante", "cls_signe", "Contrat_Local_de_Sante"])
    plain = unicodedata.normalize("NFD", place.replace("œ", "oe")).encode("ascii", "ignore").decode()
    return f"{number:02d}_{kind}_{re.sub(r'[^A-Za-z0-9]+', '-', plain).strip('-')}"


def _draw(rng: Random, layout: str | None) -> Contract:
    place = rng.choice(data("territories"))
    parties, period, style = draw_parties(rng, place, People(rng)), draw_period(rng), draw_style(rng)
    look = _with_axes_told(draw_look(rng, layout), style)
    if style.labels.get("qa") and look.layout in ("three_col", "matrix"):
        style.labels = data("labels")[0]
    if look.layout == "matrix":
        style.two_indicators, style.fullness = False, 0
    topics = rng.sample(data("topics"), rng.randint(3, 6))
    generation = rng.choice([None, None, None, 1, 2, 2, 3])
    previous = generation != 1 and (generation is not None or maybe(rng, 0.2))
    drawn = Contract(place, parties, period, style, look, _facts(place, period), generation, previous, [], [])
    drawn.axes = draw_axes(style, topics, rng)
    drawn.sheets = _sheets(rng, drawn, topics)
    _settle_objectives(drawn)
    return drawn


def _with_axes_told(look: Look, style: Style) -> Look:
    """A document must tell the axis of a sheet somehow, or its annotation would be a guess."""
    by_number = any(mark in style.sheet_number for mark in ("{a}", "{rom}", "{up}"))
    by_short = look.axis_place in ("number", "tag_line") and style.axis_number != "none"
    if look.axis_place in ("head", "row", "running") or look.dividers or look.contents:
        return look
    if look.layout == "matrix" or ((by_number or by_short) and not style.transversal):
        return look
    return replace(look, dividers=True)


def _facts(place: dict[str, Any], period: Period) -> dict[str, Any]:
    """What the texts of the bank may name: the place, and years near the start of the contract."""
    gold = period.gold
    stated = gold.get("start_date") or gold["signature_date"]
    y = int(str(stated)[:4]) if stated else int(str(gold.get("end_date") or 2023)[:4]) - 4
    return {
        **{key: place[key] for key in ("of", "name", "town", "dep_of")},
        "region": data("words")["regions"][place["region"]][0],
        "y": y, "y1": y + 1, "y2": y + 2, "before": y - 1, "old": y - 6, "old3": y - 4,
    }  # fmt: skip


def _titles(rng: Random, drawn: Contract) -> tuple[str, list[str]]:
    place, generation = drawn.place, drawn.generation
    words = rng.choice(["Contrat local de santé", "CONTRAT LOCAL DE SANTÉ", "Contrat Local de Santé (CLS)"])
    subtitle = [drawn.period.years] if drawn.period.years else []
    if generation and generation > 1 and maybe(rng, 0.5):
        subtitle.append(f"{ORDINALS[generation].capitalize()} génération")
    if place["type"] in ("commune", "epci") and maybe(rng, 0.7):
        subtitle.append(f"Préfecture {place['dep_of']} – Agence régionale de santé")
    return f"{words} {place['of']}", subtitle


def _sheets(rng: Random, drawn: Contract, topics: list[Any]) -> list[Sheet]:
    style, look = drawn.style, drawn.look
    pilots = [q.name for q in drawn.parties[:4]] + [*PILOTS]
    pilots.append(f"Coordination du contrat local de santé {drawn.facts['of']}")
    filler = Filler(rng, style, pilots, drawn.facts)
    entries = [some(rng, topic["actions"], 2, 5) for topic in topics]
    total, n, sheets = sum(map(len, entries)), 0, []
    varied = maybe(rng, 0.15) and not style.labels.get("qa") and look.layout != "matrix"
    blank = 0.05 if "col" in look.layout and look.layout != "columns" else 0.0
    for a, (axis, own) in enumerate(zip(drawn.axes, entries, strict=True), 1):
        for i, entry in enumerate(own, 1):
            n += 1
            printed = number_of(style, a, i, n, total)
            tag, heading = heading_of(style, printed, entry["t"])
            rubrics = filler.rubrics(entry, blank)
            if varied:
                rubrics = relabelled(rng, rubrics)
            goal = axis.objectives[(i - 1) % len(axis.objectives)]
            plain = printed.split("/")[0].rstrip(".") if printed else None
            with_goal = style.goal and look.layout != "matrix"
            sheets.append(Sheet(plain, entry["t"], axis, heading, tag, rubrics, goal if with_goal else None))
    return sheets


def _settle_objectives(drawn: Contract) -> None:
    """Keeps of the objectives of the axes those that the document really prints."""
    look, sheets = drawn.look, drawn.sheets
    if look.objectives in ("article", "table", "contents") or (
        look.objectives == "divider" and look.dividers
    ):
        return
    kept = []
    for axis in drawn.axes:
        goals = dict.fromkeys(s.goal for s in sheets if s.axis is axis and s.goal)
        kept.append(replace(axis, objectives=tuple(goals)))
    drawn.sheets = [replace(s, axis=kept[drawn.axes.index(s.axis)]) for s in sheets]
    drawn.axes = kept


def _body(rng: Random, writer: Writer, drawn: Contract) -> tuple[list[Block], bool]:
    """The blocks, and whether the closing line says when it was signed."""
    parts = [
        writer.parties(drawn.parties),
        writer.preamble(ORDINALS.get(drawn.generation or 0), drawn.previous),
        writer.diagnosis(),
    ]
    if maybe(rng, 0.5):
        parts.insert(1, writer.visas())
    if drawn.previous and maybe(rng, 0.5):
        parts.append(writer.past())
    if maybe(rng, 0.4):
        parts = [*parts[1:], parts[0]]
    blocks = [b for part in parts for b in part]
    blocks += writer.articles(drawn.period, drawn.axes, len(drawn.sheets))
    sign, signed = _closing(rng, writer, drawn)
    plan = _plan(rng, writer, drawn)
    blocks += [*sign, *plan] if drawn.look.sheets_last else [*plan, Break(), *sign]
    if maybe(rng, 0.5):
        blocks += [Break(), *writer.annexes()]
    return blocks, signed


def _closing(rng: Random, writer: Writer, drawn: Contract) -> tuple[list[Block], bool]:
    signed = drawn.period.signed is not None and maybe(rng, 0.85)
    verb = rng.choice(["Fait à", "Signé à", "Fait et signé à"])
    when = drawn.period.signed if signed else "le ........................"
    end = rng.choice([".", "", ", en autant d'exemplaires que de parties."])
    blocks: list[Block] = [p(f"{verb} {drawn.place['town']}, {when}{end}")]
    if drawn.look.signature_page or drawn.look.parties == "signatures":
        head = writer.heading(rng.choice(["Signatures", "Les signataires"]))
        blocks = [head, *blocks, *signatures(rng, drawn.parties)]
    return blocks, signed


def _plan(rng: Random, writer: Writer, drawn: Contract) -> list[Block]:
    style, look = drawn.style, drawn.look
    labels = {row[0]: row[1] for row in style.labels["rows"] if row[0] not in style.dropped}
    heads = ["Les fiches actions", "Plan d'actions", "Programme d'actions détaillé", "Annexe : fiches"]
    blocks: list[Block] = [Break(look.wide), writer.heading(rng.choice(heads))]
    if look.layout == "matrix":
        columns = draw_columns(rng, labels)
        form = rng.choice(["bands", "tables", "merged"])
        drawn.sheets = [
            replace(s, rubrics=tuple(r for r in s.rubrics if r.field in columns), without=("objectives",))
            for s in drawn.sheets
        ]
        return blocks + matrix(drawn.axes, drawn.sheets, look, columns, labels, form)
    if look.recap:
        columns = tuple(c for c in ("pilot", "schedule") if c in labels)
        blocks += matrix(drawn.axes, drawn.sheets, look, columns, labels, rng.choice(["bands", "merged"]))
    return blocks + _in_sheets(rng, writer, drawn)


def _in_sheets(rng: Random, writer: Writer, drawn: Contract) -> list[Block]:
    words, style, look = data("words"), drawn.style, drawn.look
    axis = rng.choice(words["axis_label"])
    names = {
        "axis": axis.format(axis=style.axis_word, axis_low=style.axis_word.lower()),
        "title": rng.choice(words["title_label"]),
        "goal": style.goal or "",
    }
    full = maybe(rng, 0.5)  # a divider has its own page
    blocks: list[Block] = []
    current: Axis | None = None
    for n, sheet in enumerate(drawn.sheets):
        head = sheet.axis.heading if look.axis_place == "running" else ""
        opened = sheet.axis is not current
        if opened and look.dividers:
            blocks += [Break(look.wide, head), *writer.divider(sheet.axis, full=full)]
        under_divider = opened and look.dividers and not full
        own_page = look.new_page and (n or look.recap or look.dividers) and not under_divider
        if own_page or (opened and head and not look.dividers):
            blocks.append(Break(look.wide, head))
        blocks += sheet_blocks(sheet, look, names)
        current = sheet.axis
    return [*blocks, Break()]


def _gold(drawn: Contract) -> dict[str, Any]:
    """The annotation, with the keys that the document settles and no other."""
    place = drawn.place
    several = place["type"] is None
    territory = {key: place[key] for key in ("name", "type", "code") if place.get(key)}
    found: dict[str, Any] = {"kind": "cls", "territory": territory}
    if not several:  # the page names one department and one region of those that two groupings lie in
        found |= {"departments": place["dep"], "region": place["region"]}
    # A contract that tells of the one before without its own number: the reader may count, the page does not say.
    if drawn.generation or not drawn.previous:
        found["generation"] = drawn.generation
    return {
        **found,
        "signatories": [q.gold for q in drawn.parties],
        **drawn.period.gold,
        "axes": [
            {"number": a.number, "title": a.title, "objectives": list(a.objectives)} for a in drawn.axes
        ],
        "actions": [s.gold for s in drawn.sheets],
    }
