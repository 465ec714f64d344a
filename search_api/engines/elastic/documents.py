"""An IndexEntry in, the document of the index out; and back, letter for letter."""

import hashlib
from typing import Any

from models.errors import EngineError
from models.search import IndexEntry
from search_api.engines.analysis import forms
from search_api.engines.elastic.cluster import Body
from search_api.engines.elastic.mapping import FACET_NAMES, FIELDS, MADE_ZONES
from search_api.engines.zones import zone_texts

_ORDER_CHARS = 500  # of a title; enough to sort by
_ENTRY = ("id", "kind", "contract_id", "title", "fields", "facets", "date")


def document(entry: IndexEntry, position: int) -> Body:
    """`digest` tells whether the index already holds this very document. EngineError on an unknown name."""
    if unknown := sorted((entry.fields.keys() - FIELDS.keys()) | (entry.facets.keys() - set(FACET_NAMES))):
        raise EngineError(
            f"La fiche « {entry.id} » a des champs que l'index ne connaît pas : {', '.join(unknown)}. "
            "Ajoutez-les aux tables ZONES (search_api/engines/zones.py) ou FACETS (search_api/indexing.py)."
        )
    content = entry.model_dump_json()
    source: dict[str, Any] = entry.model_dump(mode="json")
    texts = zone_texts(entry)
    source["zones"] = {zone: texts[zone] for zone in MADE_ZONES}
    source["position"] = position
    source["title_order"] = f"{' '.join(forms(entry.title))} {entry.title}"[:_ORDER_CHARS]
    source["digest"] = hashlib.sha256(f"{position} {content}".encode()).hexdigest()[:32]
    return source


def read_entry(source: Body) -> IndexEntry:
    return IndexEntry.model_validate({name: source.get(name) for name in _ENTRY})
