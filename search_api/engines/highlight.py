"""Marks the words of a stored text that answer a plan: a text in, fragments of it out, letter for letter."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeVar

from models.search import IndexEntry
from search_api.engines.analysis import stems_at
from search_api.engines.plan import QueryPlan
from search_api.engines.snapshot import Found, FragmentValues, Passages, Selection
from search_api.engines.zones import zone_of

SNIPPET = 260  # characters of a long field that are shown
SCANNED = 20_000  # characters of a field that are looked at
Span = tuple[int, int, float]

Stem = TypeVar("Stem")
#: A word that may begin a phrase: its text, its place among the words, its stem, where it begins and ends.
Begun = tuple[int, int, Stem, int, int]
#: Several stems that stand one after the other and what they weigh, by the first of them, longest first.
Phrases = Mapping[Stem, Sequence[tuple[list[Stem], float]]]


def found(selection: Selection, scored: Sequence[tuple[float, IndexEntry]]) -> tuple[Found, ...]:
    """The entries of a page with their passages."""
    marked = selection.marked and not selection.plan.is_empty
    phrases = PhrasesOfFields(selection.plan)
    return tuple(
        Found(score, entry, highlights(entry, phrases.of) if marked else {}) for score, entry in scored
    )


def highlights(entry: IndexEntry, phrases: Callable[[str], Phrases[str]]) -> Passages:
    """What answers the phrases that count in each field; only fields where something does."""
    texts = [("title", entry.title), *entry.fields.items()]
    words = [stems_at(text[:SCANNED]) for _, text in texts]
    begun = (
        (number, at, stem, start, end)
        for number, (name, _) in enumerate(texts)
        for at, (stem, start, end) in enumerate(words[number])
        if stem in phrases(name)
    )

    def stands(text: int, at: int, phrase: list[str]) -> int | None:
        part = words[text][at : at + len(phrase)]
        return part[-1][2] if [stem for stem, _, _ in part] == phrase else None

    spans = spans_of(begun, lambda text: phrases(texts[text][0]), stands)
    return {texts[at][0]: fragments(*texts[at], found) for at, found in spans.items()}


class PhrasesOfFields:
    """The alternatives of a plan that count in each field; worked out once for the fields that share them."""

    def __init__(self, plan: QueryPlan) -> None:
        self._plan = plan
        self._by_groups: dict[tuple[bool, ...], Phrases[str]] = {}
        self._by_field: dict[str, Phrases[str]] = {}

    def of(self, field: str) -> Phrases[str]:
        if field not in self._by_field:
            zone = zone_of(field)
            counting = tuple(zone in group.zones for group in self._plan.groups)
            if counting not in self._by_groups:
                self._by_groups[counting] = self._phrases(zone)
            self._by_field[field] = self._by_groups[counting]
        return self._by_field[field]

    def _phrases(self, zone: str) -> Phrases[str]:
        phrases: dict[str, list[tuple[list[str], float]]] = {}
        for group in self._plan.groups:
            for alternative in group.alternatives if zone in group.zones else ():
                same_start = phrases.setdefault(alternative.stems[0], [])
                same_start.append((list(alternative.stems), alternative.weight))
        for same_start in phrases.values():
            same_start.sort(key=lambda phrase: -len(phrase[0]))
        return phrases


def spans_of(
    begun: Iterable[Begun[Stem]],
    phrases: Callable[[int], Phrases[Stem]],
    stands: Callable[[int, int, list[Stem]], int | None],
) -> dict[int, list[Span]]:
    """Where phrases stand in texts, the longest where several begin; by text, only texts where one does.

    `begun`: the words that begin a phrase, text by text, in order; others among them do no harm. `stands`: where in a
    text a phrase ends that stands at a place of it; None where it does not.
    """
    found: dict[int, list[Span]] = {}
    last, free = -1, 0
    for text, at, stem, start, end in begun:
        if text != last:
            last, free, counting = text, 0, phrases(text)
        for phrase, weight in counting.get(stem, ()) if at >= free else ():
            until = end if len(phrase) == 1 else stands(text, at, phrase)
            if until is None:
                continue
            found.setdefault(text, []).append((start, until, weight))
            free = at + len(phrase)
            break
    return found


def fragments(field: str, text: str, spans: Sequence[Span]) -> list[FragmentValues]:
    """The title whole, another field cut to its best passage, the spans marked in it."""
    start, end = _window(text, spans, len(text) if field == "title" else SNIPPET)
    fragments: list[FragmentValues] = []
    at = start
    if start > 0:
        fragments.append({"text": "… ", "hit": False})
    for left, right, _ in spans:
        if left < start or right > end:
            continue
        if left > at:
            fragments.append({"text": text[at:left], "hit": False})
        fragments.append({"text": text[left:right], "hit": True})
        at = right
    if at < end:
        fragments.append({"text": text[at:end], "hit": False})
    if end < len(text):
        fragments.append({"text": " …", "hit": False})
    return fragments


def _window(text: str, spans: Sequence[Span], width: int) -> tuple[int, int]:
    """The stretch of about `width` characters that holds most matches, cut between words."""
    if len(text) <= width:
        return 0, len(text)

    left = _densest(spans, width * 0.8)
    start = max(0, min(left - width // 5, len(text) - width))
    if start:
        start = min(left, text.find(" ", start) + 1 or start)
    end = min(len(text), start + width)
    inside = max((right for lft, right, _ in spans if lft < end and right > end), default=end)
    end = inside if inside > end else end
    if end < len(text):
        end = max(text.rfind(" ", left, end), *(r for lft, r, _ in spans if start <= lft and r <= end))
    return start, end


def _densest(spans: Sequence[Span], width: float) -> int:
    """Where the stretch of so many characters begins that holds the heaviest matches, the first of several."""
    best, begin, last = -1.0, 0, 0
    for first, (left, _, _) in enumerate(spans[:200]):
        while last < len(spans) and spans[last][1] - left <= width:
            last += 1
        if (held := sum(weight for _, _, weight in spans[first:last])) > best:
            best, begin = held, left
    return begin
