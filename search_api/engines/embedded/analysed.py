"""An entry as it is indexed: its words read once, for all that is written of it."""

from collections.abc import Mapping, Sequence
from functools import cached_property, lru_cache

from models.search import IndexEntry
from search_api.engines.analysis import forms_and_stems
from search_api.engines.zones import zone_texts

_SHORT = 80  # characters of a text that is likely to come again


class Analysed:
    """`stems`: of each text of each zone, in order. `forms`: every unstemmed word once."""

    def __init__(self, entry: IndexEntry) -> None:
        self.entry = entry
        read = {zone: [_read(text) for text in texts] for zone, texts in zone_texts(entry).items()}
        self.stems: Mapping[str, Sequence[tuple[str, ...]]] = {
            zone: [stems for _, stems in parts] for zone, parts in read.items()
        }
        self.forms = {form for parts in read.values() for forms, _ in parts for form in forms}
        self.title_forms = read["title"][0][0]

    @cached_property
    def title_key(self) -> str:
        """Sorts as the alphabet of titles does, accents and case aside, then by title and id."""
        return "\0".join((" ".join(self.title_forms), self.entry.title, self.entry.id))

    @property
    def date_key(self) -> int:
        """A date as a number that sorts: "2015-06" → 20150600; 0 without one."""
        digits = "".join(c for c in self.entry.date or "" if c.isdigit())[:8]
        return int(digits.ljust(8, "0")) if digits else 0


def _read(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    return _read_again(text) if len(text) < _SHORT else forms_and_stems(text)


#: Names of concepts, places and axes stand in many entries.
_read_again = lru_cache(maxsize=20_000)(forms_and_stems)
