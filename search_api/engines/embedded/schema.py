"""The tantivy schema: an IndexEntry in, a tantivy document out. Text comes analysed (`analysis.py`)."""

from collections.abc import Iterable
from functools import lru_cache

import tantivy

from models.search import IndexEntry
from search_api.engines.analysis import forms, stems
from search_api.engines.zones import ZONES, zone_texts

FORMAT = "2"  # change it when the schema changes: older indexes are then rebuilt
_BREAK = " ¶ "  # between two texts of a zone, so that no phrase runs across


@lru_cache(maxsize=1)
def schema() -> tantivy.Schema:
    """Zones are stemmed; `words` and `title_words` are not; `facets` is one dynamic field."""
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("id", tokenizer_name="raw", index_option="basic")
    builder.add_text_field("kind", tokenizer_name="raw", index_option="basic")
    builder.add_text_field("contract_id", tokenizer_name="raw", index_option="basic")
    for zone in ZONES:
        builder.add_text_field(zone, tokenizer_name="whitespace", index_option="position")
    builder.add_text_field("words", tokenizer_name="whitespace", index_option="basic")
    builder.add_text_field("title_words", tokenizer_name="whitespace", index_option="basic")
    builder.add_json_field("facets", fast=True, tokenizer_name="raw", index_option="basic")
    builder.add_unsigned_field("date_key", fast=True)
    builder.add_unsigned_field("title_rank", fast=True)
    builder.add_bytes_field("entry", stored=True)
    return builder.build()


def document(entry: IndexEntry, title_rank: int) -> tantivy.Document:
    texts = zone_texts(entry)
    doc = tantivy.Document()
    doc.add_text("id", entry.id)
    doc.add_text("kind", entry.kind.value)
    doc.add_text("contract_id", entry.contract_id)
    for zone, parts in texts.items():
        doc.add_text(zone, _BREAK.join(" ".join(stems(part)) for part in parts))
    doc.add_text(
        "words", " ".join({form for parts in texts.values() for part in parts for form in forms(part)})
    )
    doc.add_text("title_words", " ".join(forms(entry.title)))
    doc.add_json("facets", {name: list(values) for name, values in entry.facets.items() if values})
    doc.add_unsigned("date_key", date_key(entry.date))
    doc.add_unsigned("title_rank", title_rank)
    doc.add_bytes("entry", entry.model_dump_json().encode())
    return doc


def date_key(date: str | None) -> int:
    """A date as a number that sorts: "2015-06" → 20150600; 0 without one."""
    digits = "".join(c for c in date or "" if c.isdigit())[:8]
    return int(digits.ljust(8, "0")) if digits else 0


def read_entry(doc: tantivy.Document) -> IndexEntry:
    content: bytes = doc.get_first("entry")
    return IndexEntry.model_validate_json(bytes(content))


def by_title(entries: Iterable[IndexEntry]) -> dict[str, int]:
    """Id → place in the alphabet of titles, accents and case aside."""
    keys = sorted((" ".join(forms(entry.title)), entry.title, entry.id) for entry in entries)
    return {entry_id: rank for rank, (_, _, entry_id) in enumerate(keys)}
