"""The zones of an entry: fields searched alike, with their weight. An entry in, the text of each zone out."""

from collections.abc import Mapping
from functools import lru_cache

from models.records import Scheme
from models.search import IndexEntry
from models.vocabularies.themes import load_vocabularies

#: Zone -> (weight, fields). The title says best what an action is; partners and indicators say least. `codes` are
#: the names of the concepts that an entry is coded with: broad questions ("santé environnementale") find it by them.
ZONES: Mapping[str, tuple[float, tuple[str, ...]]] = {
    "title": (5.0, ()),
    "aim": (2.5, ("objectives", "target_population")),
    "axis": (1.2, ("axis",)),
    "body": (1.5, ("description", "context", "expected_results", "other", "schedule")),
    "pilot": (1.0, ("pilot",)),
    "detail": (0.6, ("partners", "area", "budget", "indicators")),
    "place": (2.0, ("territory",)),
    "codes": (1.5, ()),
}
WEIGHTS: Mapping[str, float] = {zone: weight for zone, (weight, _) in ZONES.items()}
#: Where the name of a place tells where an action is: a word like "Réunion" means another thing elsewhere.
PLACE_ZONES = ("place", "title")
_KNOWN = frozenset(name for _, names in ZONES.values() for name in names)


def zone_texts(entry: IndexEntry) -> dict[str, list[str]]:
    """The texts of each zone; fields that no zone names are read as details."""
    texts = {
        zone: [entry.fields[n] for n in names if n in entry.fields] for zone, (_, names) in ZONES.items()
    }
    texts["title"] = [entry.title]
    texts["codes"] = [
        name
        for scheme in Scheme
        for code in entry.facets.get(scheme.value, ())
        for name in names_of(scheme, code)
    ]
    texts["detail"] += [text for name, text in entry.fields.items() if name not in _KNOWN and name != "title"]
    return texts


@lru_cache(maxsize=1024)
def zone_of(field: str) -> str:
    """The zone that a field is searched in."""
    if field == "title":
        return "title"
    return next((zone for zone, (_, names) in ZONES.items() if field in names), "detail")


@lru_cache(maxsize=1024)
def names_of(scheme: Scheme, code: str) -> tuple[str, ...]:
    """The French names of a concept that an entry is coded with; stems of English ones are other French words."""
    concept = load_vocabularies()[scheme].get(code)
    return (concept.fr, *concept.alt_fr) if concept else ()
