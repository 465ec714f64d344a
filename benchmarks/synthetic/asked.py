"""What people would ask: queries in French and English, with places, filters and typing errors.

In: how many, a seed. Out: search queries, no two alike, so that a cache of answers cannot help.
"""

import random
from collections.abc import Iterator
from urllib.parse import urlencode

from benchmarks.synthetic.vocabulary import Words, load_words
from models.records import Scheme
from models.search import SearchQuery
from models.vocabularies.gazetteer import load_gazetteer
from search_api.api.searching import FACETS

FILTERED = 0.3  # share of queries with a filter
LATER = 0.1  # share that asks for a later page


def queries(number: int, seed: int = 1, size: int = 20) -> Iterator[SearchQuery]:
    """So many different queries, each for `size` hits with all facets of the search page."""
    random_, words = random.Random(f"asked-{seed}"), load_words()
    seen: set[str] = set()
    while len(seen) < number:
        query = SearchQuery(
            text=_text(random_, words),
            filters=_filters(random_, words) if random_.random() < FILTERED else {},
            facets=FACETS,
            offset=size * random_.randint(1, 3) if random_.random() < LATER else 0,
            size=size,
        )
        key = f"{query.text.casefold()} {query.filters} {query.offset}"
        if key not in seen:
            seen.add(key)
            yield query


def address(query: SearchQuery) -> str:
    """The query string of the search endpoint for a query."""
    page = query.offset // max(query.size, 1) + 1
    pairs = [("q", query.text), ("size", str(query.size)), ("page", str(page))]
    pairs += [(name, value) for name, values in query.filters.items() for value in values]
    return urlencode(pairs)


def _text(random_: random.Random, words: Words) -> str:
    text: str = random_.choice(words.frames["asked"])
    while "{theme}" in text:
        notion = words.labels.draw(random_)
        text = text.replace("{theme}", random_.choice(notion.words), 1)
    while "{en}" in text:
        text = text.replace("{en}", random_.choice(words.english), 1)
    if "{typo}" in text:
        text = text.replace("{typo}", _misspelt(random_, random_.choice(words.labels.draw(random_).words)))
    if "{department}" in text:
        place = load_gazetteer().department(random_.choice(words.communes).departments[0])
        text = text.replace("{department}", place.name if place else "Orne")
    text = text.replace("{people}", random_.choice(words.schemes[Scheme.POPULATION].draw(random_).words))
    text = text.replace("{way}", random_.choice(words.schemes[Scheme.ACTION_TYPE].draw(random_).words))
    return text.replace("{place}", random_.choice(words.groupings).name)


def _misspelt(random_: random.Random, text: str) -> str:
    """Two neighbouring letters of its longest word change places."""
    longest = max(text.split(), key=len)
    at = random_.randrange(1, max(len(longest) - 1, 2))
    wrong = longest[: at - 1] + longest[at : at + 1] + longest[at - 1 : at] + longest[at + 1 :]
    return text.replace(longest, wrong, 1)


def _filters(random_: random.Random, words: Words) -> dict[str, tuple[str, ...]]:
    scheme = random_.choice((Scheme.THEME, Scheme.POPULATION, Scheme.ACTION_TYPE))
    found = {scheme.value: (words.schemes[scheme].draw(random_).code,)}
    if random_.random() < 0.4:
        found = {"region": (random_.choice(words.communes).region or "24",)}
    if random_.random() < 0.2:
        found["status"] = ("in_force", "expired")
    return found
