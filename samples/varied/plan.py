"""What a contract plans: axes with objectives, and sheets whose rubrics hold exactly what the annotation says."""

from dataclasses import dataclass, field, replace
from random import Random
from string import Formatter, ascii_lowercase, ascii_uppercase
from typing import Any

from samples.varied.draw import data, maybe, some
from samples.varied.numbers import ROMAN

TEXTS = (
    "objectives", "context", "description", "target_population", "pilot", "area", "schedule", "budget",
    "expected_results",
)  # fmt: skip
LISTS = ("partners", "indicators")
DROPPED = ("area", "budget", "expected_results", "schedule", "x", "target_population")


@dataclass(frozen=True)
class Value:
    """`kind`: text (paragraphs), bullets, lines, or a separator that stands between the items of one paragraph."""

    items: tuple[str, ...]
    kind: str = "text"


@dataclass(frozen=True)
class Rubric:
    field: str
    label: str
    value: Value


@dataclass(frozen=True)
class Axis:
    number: str | None
    title: str
    objectives: tuple[str, ...]
    heading: str  # "AXE 1 – Soigner"
    short: str  # "Axe 1"


@dataclass(frozen=True)
class Sheet:
    number: str | None
    title: str
    axis: Axis
    heading: str  # "Fiche action n° 1.1 : Titre"
    tag: str  # "Fiche action n° 1.1"
    rubrics: tuple[Rubric, ...]
    goal: str | None = None  # the objective of the axis that it serves
    without: tuple[str, ...] = ()  # fields that this page settles nothing about

    @property
    def gold(self) -> dict[str, Any]:
        found: dict[str, Any] = {"number": self.number, "title": self.title, "axis": self.axis.title}
        for name in TEXTS + LISTS:
            if name not in self.without:
                found[name] = [] if name in LISTS else None
        for rubric in self.rubrics:
            if rubric.field in LISTS:
                found[rubric.field] = [*found.get(rubric.field, ()), *rubric.value.items]
            elif rubric.field in TEXTS and rubric.value.items:
                found[rubric.field] = "\n".join(rubric.value.items)
        return found


@dataclass
class Style:
    """How this document words and prints its plan."""

    labels: dict[str, Any]
    axis_word: str
    axis_number: str  # arabic, roman, letter, none
    axis_joint: str
    sheet_word: str
    sheet_number: str
    sheet_joint: str
    kinds: dict[str, str]
    dropped: set[str] = field(default_factory=set)
    goal: str | None = None
    transversal: bool = False
    fullness: int = 0  # 0 to 2: how much the sheets say
    two_indicators: bool = False  # of process, of result
    copilot: str = ""  # how a second pilot is printed in the same field


NUMBERS = {
    "arabic": ["{a}.{i}", "{a}.{i}", "{a}-{i}", "{a}{low}", "{a}{i:02d}", "{a}.{o}.{k}", "{n}",
               "{n}/{total}", "{a}.{i}.", ""],
    "roman": ["{rom}.{i}", "{rom}-{i}", "{n}"],
    "letter": ["{up}{i}", "{up}.{i}", "{up}-{i}", "{n}"],
    "none": ["{n}", "{n}", "{n}/{total}", ""],
}  # fmt: skip


def draw_style(rng: Random) -> Style:
    words = data("words")
    families = data("labels")
    axis_number = rng.choice(["arabic", "arabic", "arabic", "roman", "letter", "none"])
    scheme = rng.choice(NUMBERS[axis_number])
    kinds = {
        "context": rng.choice(["text", "text", "text", "bullets"]),
        "description": rng.choice(["text", "bullets", "bullets", "lines"]),
        "objectives": rng.choice(["text", "bullets", "bullets", "lines"]),
        "expected_results": rng.choice(["text", "bullets"]),
        "partners": rng.choice([", ", ", ", "bullets", "lines", " ; ", " - "]),
        "indicators": rng.choice(["bullets", "bullets", "lines", " ; "]),
    }
    return Style(
        labels=rng.choice(families),
        axis_word=rng.choice(words["axis"])[0],
        axis_number=axis_number,
        axis_joint=rng.choice([" : ", " – ", " - ", ". ", " : "]),
        sheet_word=rng.choice([*words["sheet"], ""]) if scheme else rng.choice([*words["sheet"][:6], ""]),
        sheet_number=scheme,
        sheet_joint=rng.choice([" : ", " – ", " - ", " : "]),
        kinds=kinds,
        dropped={name for name in DROPPED if maybe(rng, 0.13)},
        goal=rng.choice(words["goal_label"]) if maybe(rng, 0.2) else None,
        transversal=maybe(rng, 0.2),
        fullness=rng.choice([0, 0, 1, 2]),
        two_indicators=maybe(rng, 0.15),
        copilot=rng.choice([" et ", " / ", " ; copilote : ", " (appui : {})", "\n"]),
    )  # fmt: skip


def draw_axes(style: Style, topics: list[Any], rng: Random) -> list[Axis]:
    axes = []
    for n, topic in enumerate(topics, 1):
        numbers = {"arabic": str(n), "roman": ROMAN[n], "letter": ascii_uppercase[n - 1]}
        number, short = numbers.get(style.axis_number), style.axis_word
        if style.transversal and style.axis_word.startswith("Axe") and n == len(topics):
            number, short = None, "Axe transversal"
        elif number:
            short = f"{style.axis_word} {number}"
        title = rng.choice(topic["axis"])
        heading = title if short == style.axis_word else f"{short}{style.axis_joint}{title}"
        axes.append(Axis(number, title, tuple(some(rng, topic["objectives"], 2, 3)), heading, short))
    return axes


def number_of(style: Style, a: int, i: int, n: int, total: int) -> str | None:
    if not style.sheet_number:
        return None
    return style.sheet_number.format(
        a=a, i=i, n=n, total=total, rom=ROMAN[a], up=ascii_uppercase[a - 1], low=ascii_lowercase[i - 1],
        o=(i + 1) // 2, k=(i - 1) % 2 + 1,
    )  # fmt: skip


def heading_of(style: Style, number: str | None, title: str) -> tuple[str, str]:
    word = style.sheet_word
    if number is None:
        return word, f"{word}{style.sheet_joint}{title}" if word else title
    if not word:
        return number, f"{number}{style.sheet_joint if not number.endswith('.') else ' '}{title}"
    sign = " n° " if style.kinds["context"] == "text" and style.sheet_joint == " : " else " "
    tag = f"{word}{sign}{number}"
    return tag, f"{tag}{style.sheet_joint}{title}"


class Filler:
    """Fills the rubrics of a sheet from an entry of the bank."""

    def __init__(self, rng: Random, style: Style, pilots: list[str], facts: dict[str, Any]) -> None:
        self.rng, self.style, self.pilots, self.facts = rng, style, pilots, facts
        self.prose = data("prose")
        self.labels = [tuple(row) for row in style.labels["rows"] if row[0] not in style.dropped]

    def rubrics(self, entry: dict[str, Any], blank: float) -> tuple[Rubric, ...]:
        found = []
        for name, printed in self.labels:
            label = printed
            empty = name in ("budget", "schedule", "expected_results", "partners", "area") and maybe(
                self.rng, blank
            )
            if name == "indicators" and self.style.two_indicators:
                process = self._list(
                    some(self.rng, self.prose["process"], 1, 3), self.style.kinds["indicators"]
                )
                found.append(Rubric(name, "Indicateurs de processus", process))
                label = "Indicateurs de résultat"
            found.append(Rubric(name, label, Value(()) if empty else self.value(name, entry)))
        return tuple(found)

    def value(self, name: str, entry: dict[str, Any]) -> Value:
        rng, kinds = self.rng, self.style.kinds
        match name:
            case "context":
                tail = [self._fill(s) for s in some(rng, self.prose["context_tail"], 0, 2)]
                tail += [self._fill(s) for s in self._more("context_more")]
                return self._text([entry["c"], *tail], kinds["context"])
            case "objectives":
                return self._text(list(entry["o"]), kinds["objectives"])
            case "description":
                steps = [*entry["d"], *some(rng, self.prose["step_tail"], 0, 2)]
                steps += [self._fill(s) for s in self._more("step_more")]
                return self._text(steps, kinds["description"])
            case "target_population":
                return Value((entry["p"],))
            case "pilot":
                return self._pilot()
            case "partners":
                pool = [self._fill(s) for s in self.prose["partners"] if s not in entry["w"]]
                return self._list([*entry["w"], *rng.sample(pool, rng.randint(1, 5))], kinds["partners"])
            case "indicators":
                return self._list(list(entry["i"]), kinds["indicators"])
            case "expected_results":
                return self._text([entry["r"]], "text")
            case "x":
                return Value((rng.choice(self.prose["extra"]),))
        return Value((self._fill(rng.choice(self.prose[name])),))

    def _pilot(self) -> Value:
        first, second = self.rng.sample(self.pilots, 2)
        joint = self.style.copilot
        if not maybe(self.rng, 0.2):
            return Value((first,))
        if joint == "\n":
            return Value((first, second), "lines")
        return Value((first + (joint.format(second) if "{" in joint else joint + second),))

    def _more(self, name: str) -> list[str]:
        return some(self.rng, self.prose[name], self.style.fullness, 2 * self.style.fullness)

    def _fill(self, text: str) -> str:
        facts = dict(self.facts, n=self.rng.randint(3, 19), k=self.rng.randint(2, 38))
        return Formatter().vformat(text, (), facts)

    def _text(self, items: list[str], kind: str) -> Value:
        if kind == "text":
            return Value((" ".join(s if s.endswith((".", "!", "?")) else s + "." for s in items),))
        return Value(tuple(items), kind)

    def _list(self, items: list[str], kind: str) -> Value:
        if kind == ", " and any("," in s for s in items):
            kind = " ; "
        return Value(tuple(dict.fromkeys(items)), kind)


def relabelled(rng: Random, rubrics: tuple[Rubric, ...]) -> tuple[Rubric, ...]:
    """Some labels of another family: real contracts are not constant from sheet to sheet."""
    other = {row[0]: row[1] for row in rng.choice([f for f in data("labels") if not f.get("qa")])["rows"]}
    return tuple(
        replace(r, label=other[r.field])
        if r.field in other and r.field not in ("x", "indicators") and maybe(rng, 0.4)
        else r
        for r in rubrics
    )
