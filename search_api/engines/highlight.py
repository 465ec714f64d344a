"""Marks the words of a stored text that answer a plan: a text in, fragments of it out, letter for letter."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate
from typing import TypedDict

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


_FIRST = ord("#")


def read_text(text: str) -> str:
    """What is looked at of a text, as words to be marked: their stems, nothing for a stop word, then a character for
    the length of each of its `pieces_of`, from "#" for none on: no separator is among them."""
    pieces = pieces_of(text[:SCANNED])
    stems = " ".join(map(stem_of_word, pieces[1::2]))
    return f"{stems}\x1f{''.join(chr(_FIRST + len(piece)) for piece in pieces)}"


_Phrases = dict[str, list[tuple[tuple[str, ...], float]]]


class Marker:
    """Marks texts for one plan; what counts in a zone is worked out once."""

    def __init__(self, plan: QueryPlan) -> None:
        self._plan = plan
        self._zones: dict[str, _Phrases] = {}
        self._fields: dict[str, _Phrases] = {}

    def highlights(self, entry: Shown) -> Passages:
        """The title whole, other fields cut to their best passage; only fields where something matched.

        An entry that was read when it was indexed has `read`: its texts as `read_text` read them, the title first.
        """
        found: dict[str, list[FragmentValues]] = {}
        texts = [("title", entry.title), *entry.fields.items()]
        read: Iterable[str] = getattr(entry, "read", None) or (read_text(text) for _, text in texts)
        for (name, text), words in zip(texts, read, strict=True):
            phrases = self._fields.get(name)
            if phrases is None:
                phrases = self._fields[name] = self._phrases(zone_of(name))
            stems, _, lengths = words.partition("\x1f")
            each = stems.split(" ")
            if phrases.keys().isdisjoint(each):  # most fields: told in half the time
                continue
            if spans := _spans(each, lengths, phrases):
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


def _spans(stems: Sequence[str], lengths: str, phrases: _Phrases) -> list[_Span]:
    """Where an alternative stands, the longest where several begin."""
    ends: list[int] = []
    spans, free = [], 0
    for at in [n for n, stem in enumerate(stems) if stem in phrases]:
        if at < free:
            continue
        for wanted, weight in phrases[stems[at]]:
            if (last := _last(stems, at, wanted)) is not None:
                ends = ends or list(accumulate(map(ord, lengths)))
                left, right = 2 * at, 2 * last + 1
                left_end, right_end = ends[left] - _FIRST * (left + 1), ends[right] - _FIRST * (right + 1)
                spans.append((left_end, right_end, weight))
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


def _densest(spans: Sequence[_Span], width: float) -> int:
    """Where the stretch of so many characters begins that holds the heaviest matches, the first of several."""
    best, begin, last = -1.0, 0, 0
    for first, (left, _, _) in enumerate(spans[:200]):
        while last < len(spans) and spans[last][1] - left <= width:
            last += 1
        if (held := sum(weight for _, _, weight in spans[first:last])) > best:
            best, begin = held, left
    return begin
