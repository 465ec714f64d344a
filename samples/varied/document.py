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
from samples.varied.parties import People, Party, draw_parties, signatures
from samples.varied.period import Period, draw_period
from samples.varied.plan import Axis, Filler, Sheet, Style, draw_axes, draw_style, heading_of, number_of, relabelled
from samples.varied.sheets import BODIES, sheet_blocks

ORDINALS = {1: "première", 2: "deuxième", 3: "troisième"}


@dataclass(frozen=True)
class Made:
    name: str  # file name without its ending
    title: str
    blocks: list[Block]
    look: Look
    damage: Damage
    gold: dict[str, Any]  # of the contract
    labels: str  # the family of labels


def compose(rng: Random, number: int, layout: str | None = None) -> Made:
    place = rng.choice(data("territories"))
    people = People(rng)
    parties, period, style = draw_parties(rng, place, people), draw_period(rng), draw_style(rng)
    look, damage = _with_axes_told(draw_look(rng, layout), style), draw_damage(rng)
    if style.labels.get("qa") and look.layout in ("three_col", "matrix"):
        style.labels = data("labels")[0]
    if look.layout == "matrix":
        style.two_indicators, style.fullness = False, 0
    topics = rng.sample(data("topics"), rng.randint(3, 6))
    axes = draw_axes(style, topics, rng)
    facts = _facts(place, period, rng)
    generation = rng.choice([None, None, None, 1, 2, 2, 3])
    previous = generation != 1 and (generation is not None or maybe(rng, 0.2))
    sheets = _sheets(rng, style, look, axes, topics, parties, facts)
    axes = _settled(axes, sheets, look, style)
    writer = Writer(rng, look, style, facts | {"ord": ORDINALS[generation or 1]})
    title, subtitle = _titles(rng, place, period, generation)
    blocks, signed = _body(rng, writer, look, style, parties, period, axes, sheets, generation, previous, place)
    if look.contents:
        blocks = [*writer.contents(blocks, axes, sheets), Break(), *blocks]
    if period.signed and not signed:
        subtitle.append(f"Signé {period.signed}")
    start: list[Block] = [Break(blank=look.covers == "page"), *writer.cover(title, subtitle)]
    blocks = [*start, *([Break()] if look.covers == "page" else []), *blocks]
    kind = rng.choice(["CLS", "contrat-local-sante", "cls_signe", "Contrat_Local_de_Sante"])
    plain = unicodedata.normalize("NFD", place["name"].replace("œ", "oe")).encode("ascii", "ignore").decode()
    slug = re.sub(r"[^A-Za-z0-9]+", "-", plain).strip("-")
    return Made(
        name=f"{number:02d}_{kind}_{slug}",
        title=title,
        blocks=[map_texts(b, damage.apply) for b in blocks],
        look=look,
        damage=damage,
        gold=_gold(previous, place, parties, period, generation, axes, sheets, look),
        labels=style.labels["id"],
    )


def _with_axes_told(look: Look, style: Style) -> Look:
    """A document must tell the axis of a sheet somehow, or its annotation would be a guess."""
    by_number = any(mark in style.sheet_number for mark in ("{a}", "{rom}", "{up}")) and not style.transversal
    by_place = look.axis_place in ("head", "row", "running") or look.axis_place in ("number", "tag_line") and style.axis_number != "none"
    if look.dividers or look.contents or look.layout == "matrix" or by_number or by_place and not style.transversal:
        return look
    return replace(look, dividers=True)


def _facts(place: dict[str, Any], period: Period, rng: Random) -> dict[str, Any]:
    stated = str(period.gold.get("start_date") or period.gold.get("end_date") or period.gold["signature_date"] or "2019")
    y = int(stated[:4]) - (0 if period.gold.get("start_date") or period.gold["signature_date"] == stated else 4)
    return {"of": place["of"], "name": place["name"], "town": place["town"], "dep_of": place["dep_of"],
            "region": data("words")["regions"][place["region"]][0], "y": y, "y1": y + 1, "y2": y + 2,
            "before": y - 1, "old": y - 6, "old3": y - 4}  # fmt: skip


def _titles(rng: Random, place: dict[str, Any], period: Period, generation: int | None) -> tuple[str, list[str]]:
    title = rng.choice([f"Contrat local de santé {place['of']}", f"CONTRAT LOCAL DE SANTÉ {place['of']}", f"Contrat Local de Santé (CLS) {place['of']}"])
    subtitle = [period.years] if period.years else []
    if generation and generation > 1 and maybe(rng, 0.5):
        subtitle.append(f"{ORDINALS[generation].capitalize()} génération")
    if place["type"] in ("commune", "epci") and maybe(rng, 0.7):
        subtitle.append(f"Préfecture {place['dep_of']} – Agence régionale de santé")
    return title, subtitle


def _sheets(rng: Random, style: Style, look: Look, axes: list[Axis], topics: list[Any], parties: list[Party], facts: dict[str, Any]) -> list[Sheet]:
    pilots = [q.name for q in parties[:4]] + ["Centre communal d'action sociale", f"Coordination du contrat local de santé {facts['of']}", "CPTS du bassin de vie", "Association Les Voisins solidaires", "Centre social L'Escale", "Réseau de santé Périphérie"]
    filler = Filler(rng, style, pilots, facts)
    entries = [some(rng, topic["actions"], 2, 5) for topic in topics]
    total, n, sheets = sum(map(len, entries)), 0, []
    varied = maybe(rng, 0.15) and not style.labels.get("qa") and look.layout != "matrix"
    for a, (axis, own) in enumerate(zip(axes, entries, strict=True), 1):
        for i, entry in enumerate(own, 1):
            n += 1
            printed = number_of(style, a, i, n, total)
            tag, heading = heading_of(style, printed, entry["t"])
            rubrics = filler.rubrics(entry, blank=0.05 if look.layout in BODIES and "col" in look.layout else 0)
            if varied:
                rubrics = relabelled(rng, rubrics)
            goal = axis.objectives[(i - 1) % len(axis.objectives)] if style.goal and look.layout != "matrix" else None
            plain = printed.split("/")[0].rstrip(".") if printed else None
            sheets.append(Sheet(plain, entry["t"], axis, heading, tag, rubrics, goal))
    return sheets


def _settled(axes: list[Axis], sheets: list[Sheet], look: Look, style: Style) -> list[Axis]:
    """The axes with the objectives that the document really prints."""
    if look.objectives in ("article", "table", "divider", "contents") and not (look.objectives == "divider" and not look.dividers):
        return axes
    goals = {a.heading: [s.goal for s in sheets if s.axis is a and s.goal] for a in axes}
    kept = [replace(a, objectives=tuple(dict.fromkeys(goals[a.heading]))) for a in axes]
    for n, sheet in enumerate(sheets):
        sheets[n] = replace(sheet, axis=kept[axes.index(sheet.axis)])
    return kept


def _body(
    rng: Random, writer: Writer, look: Look, style: Style, parties: list[Party], period: Period, axes: list[Axis],
    sheets: list[Sheet], generation: int | None, previous: bool, place: dict[str, Any],
) -> tuple[list[Block], bool]:  # fmt: skip
    opening = [writer.parties(parties), writer.preamble(ORDINALS.get(generation or 0), previous), writer.diagnosis()]
    if maybe(rng, 0.5):
        opening.insert(1, writer.visas())
    if previous and maybe(rng, 0.5):
        opening.append(writer.past())
    if maybe(rng, 0.4):
        opening = [*opening[1:], opening[0]]
    blocks = [b for part in opening for b in part]
    blocks += writer.articles(period, axes, len(sheets))
    sign, signed = _closing(rng, writer, look, parties, period, place)
    plan = _plan(rng, writer, look, style, axes, sheets)
    blocks += [*sign, *plan] if look.sheets_last else [*plan, Break(), *sign]
    if maybe(rng, 0.5):
        blocks += [Break(), *writer.annexes()]
    return blocks, signed


def _closing(rng: Random, writer: Writer, look: Look, parties: list[Party], period: Period, place: dict[str, Any]) -> tuple[list[Block], bool]:
    signed = period.signed is not None and maybe(rng, 0.85)
    verb = rng.choice(["Fait à", "Signé à", "Fait et signé à"])
    when = period.signed if signed else "le ........................"
    blocks: list[Block] = [p(f"{verb} {place['town']}, {when}{rng.choice(['.', '', ', en autant d’exemplaires que de parties.'])}")]
    if look.signature_page or look.parties == "signatures":
        blocks = [writer.heading(rng.choice(["Signatures", "Les signataires"])), *blocks, *signatures(rng, parties)]
    return blocks, signed


def _plan(rng: Random, writer: Writer, look: Look, style: Style, axes: list[Axis], sheets: list[Sheet]) -> list[Block]:
    words = data("words")
    labels = {row[0]: row[1] for row in style.labels["rows"] if row[0] not in style.dropped}
    blocks: list[Block] = [Break(look.wide), writer.heading(rng.choice(["Les fiches actions", "Plan d'actions", "Programme d'actions détaillé", "Annexe : fiches"]))]
    if look.layout == "matrix":
        columns = draw_columns(rng, labels)
        form = rng.choice(["bands", "tables", "merged"])
        for n, sheet in enumerate(sheets):
            sheets[n] = replace(sheet, rubrics=tuple(r for r in sheet.rubrics if r.field in columns), without=("objectives",))
        return blocks + matrix(axes, sheets, look, columns, labels, form)
    if look.recap:
        columns = tuple(c for c in ("pilot", "schedule") if c in labels)
        blocks += matrix(axes, sheets, look, columns, labels, rng.choice(["bands", "merged"]))
    names = {"axis": rng.choice(words["axis_label"]).format(axis=style.axis_word, axis_low=style.axis_word.lower()),
             "title": rng.choice(words["title_label"]), "goal": style.goal or ""}  # fmt: skip
    full = maybe(rng, 0.5)
    current: Axis | None = None
    for n, sheet in enumerate(sheets):
        head = sheet.axis.heading if look.axis_place == "running" else ""
        opened = sheet.axis is not current
        if opened and look.dividers:
            blocks += [Break(look.wide, head), *writer.divider(sheet.axis, full=full)]
        if look.new_page and (n or look.recap or look.dividers) and not (opened and look.dividers and not full):
            blocks.append(Break(look.wide, head))
        elif opened and head and not look.dividers:
            blocks.append(Break(look.wide, head))
        blocks += sheet_blocks(sheet, look, names)
        current = sheet.axis
    return [*blocks, Break()]


def _gold(previous: bool, place: dict[str, Any], parties: list[Party], period: Period, generation: int | None, axes: list[Axis], sheets: list[Sheet], look: Look) -> dict[str, Any]:
    territory: dict[str, Any] = {"name": place["name"]}
    if place["type"]:
        territory["type"] = place["type"]
    if place.get("code"):
        territory["code"] = place["code"]
    several = place["type"] is None
    signs = look.parties in ("prose", "grid", "signatures")
    return {
        "kind": "cls",
        "territory": territory,
        "departments": place["dep"],
        **({} if several else {"region": place["region"]}),
        # A contract that tells of the one before without its own number: the reader may count, the page does not say.
        **({} if previous and not generation else {"generation": generation}),
        **({"signatories": [q.gold for q in parties]} if signs else {}),
        **period.gold,
        "axes": [{"number": a.number, "title": a.title, "objectives": list(a.objectives)} for a in axes],
        "actions": [s.gold for s in sheets],
    }
