"""Marks the words of a stored text that answer a plan: a text in, fragments of it out, letter for letter."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate
from typing import NamedTuple, TypedDict

from search_api.engines.analysis import pieces_of, stem_of_word
from search_api.engines.plan import QueryPlan
from search_api.engines.snapshot import Shown
from search_api.engines.zones import zone_of

SNIPPET = 260  # characters of a long field that are shown
SCANNED = 20_000  # characters of a field that are looked at
_Span = tuple[int, int, float]


class FragmentValues(TypedDict):
    """Of a models.search.Fragment."""

    text: str
    hit: bool


Passages = Mapping[str, Sequence[FragmentValues]]


class ReadText(NamedTuple):
    """The words of a text: their stems ("" for stop words), and the lengths of its `pieces_of`, to be read once."""

    stems: Sequence[str]
    lengths: Iterable[int]


def read_text(text: str) -> ReadText:
    """Of what is looked at of a text."""
    pieces = pieces_of(text[:SCANNED])
    return ReadText([stem_of_word(word) for word in pieces[1::2]], map(len, pieces))


_Phrases = dict[str, list[tuple[tuple[str, ...], float]]]


class Marker:
    """Marks texts for one plan; what counts in a zone is worked out once."""

    def __init__(self, plan: QueryPlan) -> None:
        self._plan = plan
        self._zones: dict[str, _Phrases] = {}

    def highlights(self, entry: Shown) -> Passages:
        """The title whole, other fields cut to their best passage; only fields where something matched.

        An entry that was read when it was indexed has `read`: its texts as they were read, by field.
        """
        found: dict[str, list[FragmentValues]] = {}
        read: Mapping[str, ReadText] = getattr(entry, "read", {})
        for name, text in {"title": entry.title, **entry.fields}.items():
            if spans := self._spans(read.get(name) or read_text(text), zone_of(name)):
                found[name] = _fragments(text, spans, len(text) if name == "title" else SNIPPET)
        return found

    def _phrases(self, zone: str) -> _Phrases:
        """The alternatives that count in a zone, by their first stem, longest first."""
        if zone not in self._zones:
            phrases: _Phrases = {}
            for group in self._plan.groups:
                for alternative in group.alternatives if zone in group.zones else ():
                    same_start = phrases.setdefault(alternative.stems[0], [])
                    same_start.append((alternative.stems, alternative.weight))
            for same_start in phrases.values():
                same_start.sort(key=lambda phrase: -len(phrase[0]))
            self._zones[zone] = phrases
        return self._zones[zone]

    def _spans(self, read: ReadText, zone: str) -> list[_Span]:
        """Where an alternative stands, the longest where several begin."""
        phrases, stems = self._phrases(zone), read.stems
        begins = [n for n, stem in enumerate(stems) if stem in phrases]
        ends = list(accumulate(read.lengths)) if begins else []
        spans, free = [], 0
        for at in begins:
            if at < free:
                continue
            for wanted, weight in phrases[stems[at]]:
                if (last := _last(stems, at, wanted)) is not None:
                    spans.append((ends[2 * at], ends[2 * last + 1], weight))
                    free = last + 1
                    break
        return spans


def _last(stems: Sequence[str], at: int, wanted: tuple[str, ...]) -> int | None:
    """The place of the last of the wanted stems, of which the first stands at a place; stop words aside."""
    for stem in wanted[1:]:
        at += 1
        while at < len(stems) and not stems[at]:
            at += 1
        if at == len(stems) or stems[at] != stem:
            return None
    return at


def _fragments(text: str, spans: Sequence[_Span], width: int) -> list[FragmentValues]:
    start, end = _window(text, spans, width)
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


def _window(text: str, spans: Sequence[_Span], width: int) -> tuple[int, int]:
    """The stretch of about `width` characters that holds most matches, cut between words."""
    if len(text) <= width:
        return 0, len(text)

    def held(first: int) -> float:
        return sum(weight for _, right, weight in spans[first:] if right - spans[first][0] <= width * 0.8)

    left = spans[max(range(min(len(spans), 200)), key=held)][0]
    start = max(0, min(left - width // 5, len(text) - width))
    if start:
        start = min(left, text.find(" ", start) + 1 or start)
    end = min(len(text), start + width)
    inside = max((right for lft, right, _ in spans if lft < end and right > end), default=end)
    end = inside if inside > end else end
    if end < len(text):
        end = max(text.rfind(" ", left, end), *(r for lft, r, _ in spans if start <= lft and r <= end))
    return start, end
