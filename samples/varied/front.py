"""Everything of a contract but its sheets: cover, contents, preamble, articles, axes, annexes."""

from random import Random
from string import Formatter
from typing import Any

from samples.varied.blocks import UL, Block, Box, Cell, P, Table, Toc, anchors, p, t
from samples.varied.draw import data, maybe, some
from samples.varied.look import Look
from samples.varied.numbers import ROMAN, words
from samples.varied.parties import Party, grid, prose
from samples.varied.period import Period
from samples.varied.plan import Axis, Sheet, Style


class Writer:
    """Writes the prose of one contract; numbers its articles."""

    def __init__(self, rng: Random, look: Look, style: Style, facts: dict[str, Any]) -> None:
        self.rng, self.look, self.style, self.facts = rng, look, style, facts
        self.prose = data("prose")
        self.article_number = 0

    def say(self, text: str) -> str:
        rng = self.rng
        facts = dict(self.facts, n=rng.randint(3, 24), big=rng.randint(211, 9870), pct=rng.randint(11, 47))
        return Formatter().vformat(text, (), facts)

    def heading(self, title: str) -> P:
        """A chapter: an anchor for the contents page."""
        return P(t(title.upper() if self.look.upper_titles else title), "h2", title)

    def article(self, title: str, *texts: str) -> list[Block]:
        self.article_number += 1
        n = self.article_number
        name = self.look.article.format(n=n, rom=ROMAN[n] if n < len(ROMAN) else str(n))
        head = f"{name}{self.look.article_joint}{title}" if name else title
        return [P(t(head), "h3", head), *(p(s) for s in texts)]

    # -- parts ----------------------------------------------------------------------------------

    def cover(self, title: str, subtitle: list[str]) -> list[Block]:
        if self.look.covers == "banner":
            inner = (P(t(title), "bar"), *(P(t(s), "bar") for s in subtitle))
            return [Box(inner, self.look.colour)]
        styles = ("cover", "cover2") if self.look.covers == "page" else ("top", "center")
        return [p(title, styles[0]), *(p(s, styles[1]) for s in subtitle)]

    def parties(self, parties: list[Party]) -> list[Block]:
        if self.look.parties == "prose":
            return prose(self.rng, parties)
        return grid(self.rng, parties) if self.look.parties == "grid" else []

    def visas(self) -> list[Block]:
        return [p(self.say(s)) for s in some(self.rng, self.prose["visas"], 2, 5)]

    def past(self) -> list[Block]:
        """What became of the actions of an earlier contract: none of this one's."""
        rng, rows = self.rng, some(self.rng, self.prose["past"], 3, 5)
        head = self.heading(
            rng.choice(["Bilan du contrat précédent", "Les enseignements de la première démarche"])
        )
        if maybe(rng, 0.5):
            lines = [tuple(Cell((p(s, "label"),)) for s in ("Action", "Intitulé", "État"))]
            lines += [tuple(Cell((p(s, "cell"),)) for s in row) for row in rows]
            return [head, Table(tuple(lines), (0.15, 0.6, 0.25), "grid", 1)]
        return [head, UL(tuple(t(f"Action {a} « {b} » : {c}") for a, b, c in rows), self.look.mark)]

    def committee(self) -> list[Block]:
        names = some(self.rng, self.prose["committee"], 3, 6)
        return [
            p("Sont invités aux réunions du comité de pilotage, sans être signataires :"),
            UL(tuple(map(t, names)), self.look.mark),
        ]

    def preamble(self, generation: str | None, previous: bool) -> list[Block]:
        rng, q = self.rng, self.prose
        texts = some(rng, q["preamble"], 2, 5) + some(rng, q["distractors"], 1, 4)
        rng.shuffle(texts)
        if previous:
            texts.append(rng.choice(q["previous"]))
        if generation:
            texts.append(rng.choice(q["generation"]))
        blocks: list[Block] = [
            self.heading(
                rng.choice(
                    ["Préambule", "Le contexte", "Pourquoi un contrat local de santé ?", "Introduction"]
                )
            )
        ]
        return blocks + [p(self.say(s)) for s in texts]

    def diagnosis(self) -> list[Block]:
        rng = self.rng
        texts = [self.say(s) for s in some(rng, self.prose["diagnosis"], 3, 7)]
        head = self.heading(
            rng.choice(
                ["Diagnostic partagé", "Portrait de santé du territoire", "Ce que montrent les données"]
            )
        )
        body: list[Block] = (
            [UL(tuple(t(s) for s in texts), self.look.mark)] if maybe(rng, 0.4) else [p(s) for s in texts]
        )
        caption = [
            p(f"Carte {rng.randint(1, 4)} : offre de soins de premier recours {self.facts['of']}", "caption")
        ]
        return [head, *body, *(caption if maybe(rng, 0.4) else [])]

    def articles(self, period: Period, axes: list[Axis], total: int) -> list[Block]:
        rng = self.rng
        kept = some(rng, self.prose["articles"], 3, 7)
        plain = [self.article(title, self.say(text)) for title, text in kept]
        where = self.article(
            rng.choice(["Périmètre", "Territoire d'application"]),
            self.say(rng.choice(self.prose["perimeter"])),
        )
        self.article_number = 0
        parts: list[tuple[str, list[str]]] = [(title, [self.say(text)]) for title, text in kept]
        perimeter = [b.text for b in where[1:] if isinstance(b, P)]
        parts.insert(min(1, len(plain)), (rng.choice(["Périmètre", "Territoire d'application"]), perimeter))
        parts.insert(
            rng.randint(1, len(parts)),
            (
                rng.choice(["Durée du contrat", "Durée et entrée en vigueur", "Prise d'effet"]),
                [period.article],
            ),
        )
        if period.later:
            parts.append(
                (rng.choice(["Dispositions particulières", "Clause de prorogation"]), [period.later])
            )
        blocks: list[Block] = [self.heading("Dispositions générales")] if maybe(rng, 0.4) else []
        slot = rng.randint(1, len(parts))
        for n, (title, texts) in enumerate(parts):
            blocks += self.article(title, *texts)
            if title == "Gouvernance" and maybe(rng, 0.5):
                blocks += self.committee()
            if n + 1 == slot:
                blocks += self.strategy(axes, total)
        return blocks

    def strategy(self, axes: list[Axis], total: int) -> list[Block]:
        """The article on axes: a list, a table, a sentence; with objectives where this document puts them here."""
        rng, look = self.rng, self.look
        plural = next(pl for sg, pl in data("words")["axis"] if sg == self.style.axis_word)
        count = f"Le contrat s'organise autour de {words(len(axes))} {plural}"
        count += f", déclinés en {total} actions." if maybe(rng, 0.5) else "."
        blocks = self.article(
            rng.choice(
                [
                    plural.capitalize() + " retenus" if plural.startswith("axe") else plural.capitalize(),
                    "Stratégie locale de santé",
                    "Programme d'actions",
                ]
            ),
            count,
        )
        if look.objectives == "table":
            rows = [
                tuple(Cell((p(s, "label"),), fill=look.light) for s in (self.style.axis_word, "Objectifs"))
            ]
            rows += [
                (Cell((p(a.heading, "cell"),)), Cell((UL(tuple(t(o) for o in a.objectives), look.mark),)))
                for a in axes
            ]
            return [*blocks, Table(tuple(rows), (0.4, 0.6), "grid", 1)]
        if look.objectives == "article":
            for a in axes:
                blocks += [
                    p(a.heading, "h3" if maybe(rng, 0.9) else "label"),
                    UL(tuple(t(o) for o in a.objectives), look.mark),
                ]
            return blocks
        if look.dividers and maybe(rng, 0.3):
            return blocks
        return [*blocks, UL(tuple(t(a.heading) for a in axes), look.mark)]

    def divider(self, axis: Axis, *, full: bool) -> list[Block]:
        blocks: list[Block] = [
            P(
                t(axis.heading.upper() if self.look.upper_titles else axis.heading),
                "divider" if full else "h1",
                "axis:" + axis.heading,
            )
        ]
        if self.look.objectives == "divider":
            lead = self.rng.choice(["", "", "Objectifs", "Nos objectifs :"])
            blocks += [p(lead, "label")] if lead else []
            blocks.append(UL(tuple(t(o) for o in axis.objectives), self.look.mark))
        return blocks

    def contents(self, blocks: list[Block], axes: list[Axis], sheets: list[Sheet]) -> list[Block]:
        """The contents page, from the anchors that stand in the document."""
        lines: list[tuple[int, str, str]] = []
        seen: set[str] = set()
        own = {s.heading: s for s in sheets}
        opened: set[str] = set()
        for anchor in anchors(blocks):
            if anchor in own:
                axis = own[anchor].axis
                if axis.heading not in opened:
                    lines += self._axis_lines(
                        axis, "axis:" + axis.heading if ("axis:" + axis.heading) in seen else ""
                    )
                    opened.add(axis.heading)
                lines.append((2, t(anchor), anchor))
            elif anchor.startswith("axis:"):
                axis = next(a for a in axes if "axis:" + a.heading == anchor)
                lines += self._axis_lines(axis, anchor)
                opened.add(axis.heading)
            else:
                lines.append((0, t(anchor), anchor))
            seen.add(anchor)
        head = self.rng.choice(["Sommaire", "SOMMAIRE", "Table des matières"])
        return [p(head, "h1"), Toc(tuple(lines), self.look.leaders)]

    def _axis_lines(self, axis: Axis, anchor: str) -> list[tuple[int, str, str]]:
        goals = axis.objectives if self.look.objectives == "contents" else ()
        return [(0, t(axis.heading), anchor), *((1, t(o), "") for o in goals)]

    def annexes(self) -> list[Block]:
        rng = self.rng
        rows = some(rng, self.prose["acronyms"], 5, 9)
        head = self.heading(rng.choice(["Annexe : liste des sigles", "Glossaire", "Sigles et acronymes"]))
        if maybe(rng, 0.5):
            cells = tuple((Cell((p(a, "cell"),)), Cell((p(b, "cell"),))) for a, b in rows)
            return [head, Table(cells, (0.2, 0.8), "rows")]
        return [head, *(P(f"<b>{t(a)}</b> : {t(b)}") for a, b in rows)]
