"""Axes from numbered heads that agree over the document, else from heads without numbers or an announced list.

In: blocks. Out: `AxesFound`. A title that stands once in a foreign numbering loses against the one that repeats.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field

from rapidfuzz import fuzz

from extractors.axes.heads import AxisHead, axis_heads, title_key
from extractors.axes.listed import listed_axes
from extractors.axes.objectives import headed_objectives, objectives_below
from extractors.axes.patterns import ANNOUNCED, ANNOUNCED_ACTIONS, FOREIGN, LISTS_ACTIONS, OF_THIS_CONTRACT
from extractors.axes.subject import foreign_tables
from extractors.axes.tables import tabled_objectives
from extractors.mentions import evidence
from models.evidence import Evidence
from models.layout import Block
from models.records import Axis
from models.text import fold
from models.vocabularies.french import parse_number_word, roman

METHOD = "axes-2"
#: A short document may state a single axis.
SHORT = 60


@dataclass
class AxesFound:
    """`evidence` in the order of the axes; `announced` as the text counts them; `headed`: by heads, no list."""

    axes: list[Axis] = field(default_factory=list)
    evidence: list[Evidence] = field(default_factory=list)
    announced: int | None = None
    headed: bool = False

    def add(self, axis: Axis, proof: Evidence) -> None:
        self.axes.append(axis)
        self.evidence.append(proof)


def extract_axes(blocks: Sequence[Block]) -> AxesFound:
    """Heads first; what a sentence or a heading announces where there is no head, or only one."""
    found = _headed(blocks)
    found.headed = bool(found.axes)
    told = listed_axes(blocks) if len(found.axes) < 2 else []
    if not found.axes or len(told) > 1:
        found = AxesFound()
        titles = {fold(listed.axis.title) for listed in told}
        for listed in told:
            axis = completed(listed.axis, listed.quote, blocks, titles)
            found.add(axis, evidence(listed.block, listed.quote, method=METHOD))
    found.announced = _announced(blocks)
    return found


def completed(axis: Axis, whole: str, blocks: Sequence[Block], axes: Set[str]) -> Axis:
    """The whole title where it heads something again, "Santé mentale : repérer, accompagner"; its goals below it.

    `whole` is the title as listed; `axes` the folded titles of all axes.
    """
    whole = whole.strip(" .;:")
    keys = {fold(axis.title), fold(whole)}
    heads = [(n, key) for n, block in enumerate(blocks) if (key := title_key(block.text)) in keys]
    if axis.objectives and sum(key == fold(whole) for _, key in heads) > 1:
        axis = Axis(number=axis.number, title=whole)
    if axis.objectives:
        return axis
    goals = _goals(blocks, [n for n, _ in heads], fold(axis.title), axes, tabled_objectives(blocks))
    return axis.model_copy(update={"objectives": goals})


def _goals(
    blocks: Sequence[Block],
    heads: Sequence[int],
    key: str,
    axes: Set[str],
    tabled: Mapping[str, tuple[str, ...]],
) -> tuple[str, ...]:
    in_table = next((found for title, found in tabled.items() if _alike(title, key)), ())
    return in_table or tuple(objectives_below(blocks, heads, axes))


def _headed(blocks: Sequence[Block]) -> AxesFound:
    heads = [head for head in axis_heads(blocks) if not FOREIGN.search(head.quote)]
    if any(head.block.table is not None for head in heads):
        foreign = foreign_tables(blocks)
        heads = [head for head in heads if head.index not in foreign]
    heads = _of_one_word(heads)
    numbered = [head for head in heads if head.number]
    objectives, tabled = headed_objectives(blocks, numbered), tabled_objectives(blocks)
    groups: dict[str, list[AxisHead]] = defaultdict(list)
    for head in heads:
        groups[head.number or f"={head.key}"].append(head)
    best = {name: _title(group) for name, group in groups.items()}
    top = max((weight for _, weight in best.values()), default=0)
    titles = {shown.key for shown, _ in best.values()}
    rows: list[tuple[tuple[int, str], Axis, Evidence]] = []
    for place, (name, group) in enumerate(groups.items()):
        shown, weight = best[name]
        number = shown.number
        if number is None and (
            weight < 3 or any(_alike(shown.key, b.key) for n, (b, _) in best.items() if n != name)
        ):
            continue  # an unnumbered mention, or a numbered axis printed again without its number
        if weight < 2 and len(groups) > 1 and top > 3 and not _is_listed(group, heads):
            continue  # cited once, where the others repeat: another document's axis
        own = [head.index for head in group if _alike(head.key, shown.key)]
        goals = objectives.get(name) or _goals(blocks, own, shown.key, titles, tabled)
        # On a web page "Axe 1 :" and its title may be set apart by markup: the title alone is what stands there.
        quote = shown.quote if shown.block.page is not None else shown.title
        proof = evidence(shown.block, quote, method=METHOD)
        if shown.block.table is not None:
            proof = proof.model_copy(update={"bbox": shown.bbox})
        rows.append(
            (_order(number, place), Axis(number=number, title=shown.title, objectives=tuple(goals)), proof)
        )
    found = AxesFound()
    for _, axis, proof in sorted(rows, key=lambda row: row[0]):
        found.add(axis, proof)
    return found if len(found.axes) > 1 or (found.axes and len(blocks) < SHORT) else AxesFound()


def _of_one_word(heads: Sequence[AxisHead]) -> list[AxisHead]:
    """A contract calls its axes by one word: the one with most weight where several head two axes or more."""
    weight: Counter[str] = Counter()
    numbers: dict[str, set[str]] = defaultdict(set)
    for head in heads:
        weight[head.head.word] += head.weight
        numbers[head.head.word].add(head.number or head.key)
    rivals = [word for word in weight if len(numbers[word]) > 1]
    if not rivals:
        return list(heads)
    leading = max(rivals, key=lambda word: (word == "axe" and weight[word] > 2, weight[word]))
    return [head for head in heads if head.head.word == leading]


def _is_listed(group: Sequence[AxisHead], heads: Sequence[AxisHead]) -> bool:
    """Right above or below another axis that the contract heads again: one line of the list of its axes."""
    weights = Counter(head.key for head in heads)
    near = {head.index + step for head in group for step in (-1, 1)}
    return any(head.index in near and weights[head.key] > 1 for head in heads)


def _title(group: Sequence[AxisHead]) -> tuple[AxisHead, int]:
    """The writing of the title that weighs most, and the weight of all that agree with it."""
    weight: Counter[str] = Counter()
    for head in group:
        weight[head.key] += head.weight
    key = max(
        weight,
        key=lambda k: (
            sum(w for other, w in weight.items() if _alike(other, k)),
            weight[k],
            len(k),
        ),
    )
    total = sum(w for other, w in weight.items() if _alike(other, key))
    shown = max((head for head in group if head.key == key), key=lambda head: head.weight)
    return shown, total


def _alike(one: str, other: str) -> bool:
    """The same title, or one that was cut at the end of its line."""
    return one == other or (
        min(len(one), len(other)) > 12
        and (one.startswith(other) or other.startswith(one) or fuzz.ratio(one, other) >= 92)
    )


def _order(number: str | None, place: int) -> tuple[int, str]:
    """Figures, Roman numbers and letters in their order; axes without a number after them, as they come."""
    if number is None:
        return 1000 + place, ""
    if number.isdigit():
        return int(number), ""
    return (roman(number) if set(number) <= set("IVX") else None) or ord(number[0]), number


def _announced(blocks: Sequence[Block]) -> int | None:
    for block in blocks:
        found = ANNOUNCED.search(block.text) if block.table is None else None
        if found and OF_THIS_CONTRACT.search(block.text) and not FOREIGN.search(block.text):
            return parse_number_word(found["count"])
    return None


def announced_actions(blocks: Sequence[Block]) -> int | None:
    """ "déclinés en 27 fiches actions"."""
    for block in blocks:
        if block.table is None and LISTS_ACTIONS.search(block.text):
            found = ANNOUNCED_ACTIONS.search(block.text)
            if found and (count := parse_number_word(found["count"])):
                return count
    return None
