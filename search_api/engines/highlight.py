"""Marks the words of a stored text that answer a plan: a text in, fragments of it out, letter for letter."""

from collections.abc import Sequence
from itertools import accumulate

from models.search import Fragment
from search_api.engines.analysis import pieces_of, stem_of_word
from search_api.engines.plan import QueryPlan
from search_api.engines.snapshot import Shown
from search_api.engines.zones import zone_of

SNIPPET = 260  # characters of a long field that are shown
SCANNED = 20_000  # characters of a field that are looked at
_Span = tuple[int, int, float]
_Phrases = dict[str, list[tuple[tuple[str, ...], float]]]


class Marker:
    """Marks texts for one plan; what counts in a zone is worked out once."""

    def __init__(self, plan: QueryPlan) -> None:
        self._plan = plan
        self._zones: dict[str, _Phrases] = {}

    def highlights(self, entry: Shown) -> dict[str, tuple[Fragment, ...]]:
        """The title whole, other fields cut to their best passage; only fields where something matched."""
        found = {}
        for name, text in {"title": entry.title, **entry.fields}.items():
            if spans := self._spans(text[:SCANNED], zone_of(name)):
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

    def _spans(self, text: str, zone: str) -> list[_Span]:
        """Where an alternative stands, the longest where several begin."""
        phrases = self._phrases(zone)
        pieces = pieces_of(text)
        found = [stem_of_word(word) for word in pieces[1::2]]
        if phrases.keys().isdisjoint(found):
            return []
        ends = list(accumulate(map(len, pieces)))
        words = [(stem, ends[2 * n], ends[2 * n + 1]) for n, stem in enumerate(found) if stem]
        spans, at = [], 0
        while at < len(words):
            for wanted, weight in phrases.get(words[at][0], ()):
                last = at + len(wanted) - 1
                if last == at or tuple(stem for stem, _, _ in words[at : last + 1]) == wanted:
                    spans.append((words[at][1], words[last][2], weight))
                    at = last
                    break
            at += 1
        return spans


def _fragments(text: str, spans: Sequence[_Span], width: int) -> tuple[Fragment, ...]:
    start, end = _window(text, spans, width)
    fragments, at = [], start
    if start > 0:
        fragments.append(Fragment(text="… "))
    for left, right, _ in spans:
        if left < start or right > end:
            continue
        if left > at:
            fragments.append(Fragment(text=text[at:left]))
        fragments.append(Fragment(text=text[left:right], hit=True))
        at = right
    if at < end:
        fragments.append(Fragment(text=text[at:end]))
    if end < len(text):
        fragments.append(Fragment(text=" …"))
    return tuple(fragments)


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
