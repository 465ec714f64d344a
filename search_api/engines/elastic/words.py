"""What an index knows of its words, counted while it is built and kept beside it.

The planner weighs and corrects words with these counts. They come from the shared analysis, so that a query
is understood in the same way on every engine; the cluster is not asked for them word by word.
"""

import base64
import json
import zlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from models.search import IndexEntry
from search_api.engines.analysis import forms, stem_of, stems
from search_api.engines.elastic.cluster import Body
from search_api.engines.zones import WEIGHTS, zone_texts

MOST_FORMS = 4  # of one stem: "psychiatrie", "psychiatrique", "psychiatre", "psychiatres"
_PART = 1_000_000  # characters of one document


@dataclass(frozen=True)
class Words:
    """How many entries hold each stem in each zone, and each unstemmed word anywhere."""

    entries: int
    zones: Mapping[str, Mapping[str, int]]
    words: Mapping[str, int]

    @cached_property
    def stems(self) -> Mapping[str, int]:
        """Entries that hold a stem in the zone that holds it most often."""
        best: Counter[str] = Counter()
        for counts in self.zones.values():
            best |= Counter(counts)
        return best

    def holds(self, zone: str, wanted: Sequence[str]) -> bool:
        """Whether the zone of any entry could hold the wanted stems together."""
        return all(stem in self.zones[zone] for stem in wanted)

    def forms_of(self, stem: str) -> Sequence[str]:
        """The commonest words of the index that have a stem."""
        return self._forms.get(stem, ())

    @cached_property
    def _forms(self) -> Mapping[str, Sequence[str]]:
        found: dict[str, list[str]] = {}
        for word in sorted(self.words, key=lambda word: (-self.words[word], word)):
            same = found.setdefault(stem_of(word), [])
            if len(same) < MOST_FORMS:
                same.append(word)
        return found

    def packed(self, generation: str) -> Iterator[Body]:
        """As documents for the index of the state (state.py)."""
        plain = json.dumps([self.entries, self.zones, self.words], ensure_ascii=False)
        text = base64.b64encode(zlib.compress(plain.encode())).decode()
        parts = [text[at : at + _PART] for at in range(0, len(text), _PART)]
        for number, part in enumerate(parts):
            yield {"generation": generation, "part": number, "of": len(parts), "data": part}

    @classmethod
    def unpacked(cls, documents: Sequence[Body]) -> "Words | None":
        """None when a part is missing."""
        parts = {document["part"]: document["data"] for document in documents}
        if not documents or len(parts) != documents[0]["of"]:
            return None
        text = "".join(parts[number] for number in sorted(parts))
        return cls(*json.loads(zlib.decompress(base64.b64decode(text))))


class WordCounter:
    """Entries in, their Words out."""

    def __init__(self) -> None:
        self._entries = 0
        self._zones: dict[str, Counter[str]] = {zone: Counter() for zone in WEIGHTS}
        self._words: Counter[str] = Counter()

    def add(self, entry: IndexEntry) -> None:
        self._entries += 1
        texts = zone_texts(entry)
        for zone, parts in texts.items():
            self._zones[zone].update({stem for part in parts for stem in stems(part)})
        self._words.update({form for parts in texts.values() for part in parts for form in forms(part)})

    def words(self) -> Words:
        return Words(self._entries, self._zones, self._words)
