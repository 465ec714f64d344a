"""What an index is made of: the tables of zones and facets in, settings and mapping out.

`dynamic: strict`: a field that no table names is refused, by us before it is sent (documents.py).
"""

import hashlib
import json
from collections.abc import Mapping

from search_api.engines import analysis
from search_api.engines.analysis import family_forms, kept_apart, word_lists
from search_api.engines.elastic.cluster import Body
from search_api.engines.elastic.synonyms import synonym_rules
from search_api.engines.zones import ZONES
from search_api.indexing import ACTION_FACETS, CODE_FACETS, FACETS
from search_api.thesaurus.reader import Thesaurus

FORMAT = "1"  # change it when documents of the same entries change: older indexes are then rebuilt
VERSION = f"{FORMAT}.{analysis.VERSION}"

FRENCH, WITH_SYNONYMS, UNSTEMMED, BEGINNINGS = "french", "french_synonyms", "unstemmed", "beginnings"
LONGEST_BEGINNING = 20  # letters; longer prefixes are looked for among the unstemmed words
KEYWORD_CHARS = 8_000  # a keyword takes 32,766 bytes
_ARTICLES = ("l", "m", "t", "qu", "n", "s", "j", "d", "c", "jusqu", "quoiqu", "lorsqu", "puisqu")
#: Of an index that answers; the number of hits that a page may reach without a point in time.
WINDOW = 10_000

FIELDS: Mapping[str, str] = {name: zone for zone, (_, names) in ZONES.items() for name in names}
#: Zones whose text is no field's: documents bring it themselves.
MADE_ZONES = tuple(zone for zone, (_, names) in ZONES.items() if not names and zone != "title")
FACET_NAMES = (*FACETS, *ACTION_FACETS, *CODE_FACETS)


def zone_field(zone: str) -> str:
    """The field of the index in which a zone is searched."""
    return "title" if zone == "title" else f"zones.{zone}"


def index_body(thesaurus: Thesaurus, shards: int = 1) -> Body:
    """For `create`; the same for the same tables, word lists and thesaurus."""
    body: Body = {
        "settings": {
            "number_of_shards": shards,
            "auto_expand_replicas": "0-1",  # a second copy as soon as there is a second node
            "max_result_window": WINDOW,
            "analysis": _analysis(thesaurus),
        },
        "mappings": {"dynamic": "strict", "properties": _properties()},
    }
    meta = {"version": VERSION, "digest": _digest(body)}
    return {**body, "mappings": {**body["mappings"], "_meta": meta}}


def _digest(body: Body) -> str:
    return hashlib.sha256(json.dumps(body, sort_keys=True).encode()).hexdigest()[:16]


def _properties() -> Body:
    return {
        **{name: {"type": "keyword"} for name in ("id", "kind", "contract_id", "date", "digest")},
        "position": {"type": "long"},  # in the catalogue: decides between equals
        "title_order": {"type": "keyword"},
        "title": {
            **_text(),
            "fields": {
                "keyword": {"type": "keyword", "ignore_above": KEYWORD_CHARS},
                "unstemmed": {"type": "text", "analyzer": UNSTEMMED, "norms": False},
                "beginnings": {
                    "type": "text",
                    "analyzer": BEGINNINGS,
                    "search_analyzer": UNSTEMMED,
                    "norms": False,
                },
            },
        },
        "fields": {"properties": {n: {**_text(), "copy_to": [zone_field(z)]} for n, z in FIELDS.items()}},
        "zones": {"properties": {zone: _text() for zone in ZONES if zone != "title"}},
        "facets": {"properties": {name: {"type": "keyword"} for name in FACET_NAMES}},
    }


def _text() -> dict[str, object]:
    """Texts of one zone stand 100 positions apart (the default), so that no phrase runs across."""
    return {"type": "text", "analyzer": FRENCH, "search_analyzer": WITH_SYNONYMS, "norms": False}


def _analysis(thesaurus: Thesaurus) -> Body:
    """Lower case comes before elision ("L'École"), folding before stemming ("depistage" is "dépistage")."""
    plain = ["lowercase", "french_elision", "folding", "french_stop"]
    stemmed = [*plain, "kept_apart", "french_stem"]
    return {
        "filter": {
            "french_elision": {"type": "elision", "articles": list(_ARTICLES), "articles_case": True},
            "folding": {"type": "asciifolding"},
            "french_stop": {"type": "stop", "stopwords": sorted(word_lists()["index"])},
            "kept_apart": {"type": "stemmer_override", "rules": _overrides()},
            "french_stem": {"type": "stemmer", "language": "light_french"},
            "thesaurus": {"type": "synonym_graph", "synonyms": synonym_rules(thesaurus)},
            "beginnings": {"type": "edge_ngram", "min_gram": 1, "max_gram": LONGEST_BEGINNING},
        },
        "analyzer": {
            FRENCH: _chain(*stemmed),
            WITH_SYNONYMS: _chain(*stemmed, "thesaurus"),
            UNSTEMMED: _chain(*plain),
            BEGINNINGS: _chain(*plain, "beginnings"),
        },
    }


def _chain(*filters: str) -> Body:
    return {"type": "custom", "tokenizer": "standard", "filter": list(filters)}


def _overrides() -> list[str]:
    """Words kept apart, and those of one family with their plurals, each with its stem."""
    related = {form + end: stem for form, stem in family_forms().items() for end in ("", "s")}
    return [f"{form} => {stem}" for form, stem in sorted((related | kept_apart()).items())]
