"""The tantivy schema: an analysed entry in, a tantivy document out. Text comes analysed (`analysis.py`)."""

from functools import lru_cache

import tantivy

from search_api.engines.embedded.analysed import Analysed
from search_api.engines.zones import ZONES

FORMAT = "6"  # change it when the files of a generation change: older indexes are then rebuilt
_BREAK = " ¶ "  # between two texts of a zone, so that no phrase runs across


@lru_cache(maxsize=1)
def schema() -> tantivy.Schema:
    """Zones are stemmed; `words` and `title_words` are not; `row` is the entry's number in the build."""
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("id", tokenizer_name="raw", index_option="basic")
    for zone in ZONES:
        builder.add_text_field(zone, tokenizer_name="whitespace", index_option="position")
    builder.add_text_field("words", tokenizer_name="whitespace", index_option="basic")
    builder.add_text_field("title_words", tokenizer_name="whitespace", index_option="basic")
    builder.add_text_field("title_key", tokenizer_name="raw", index_option="basic", fast=True)
    builder.add_unsigned_field("row", fast=True)
    return builder.build()


def document(row: int, analysed: Analysed) -> tantivy.Document:
    doc = tantivy.Document()
    doc.add_text("id", analysed.entry.id)
    for zone, parts in analysed.stems.items():
        doc.add_text(zone, _BREAK.join(" ".join(part) for part in parts))
    doc.add_text("words", " ".join(analysed.forms))
    doc.add_text("title_words", " ".join(analysed.title_forms))
    doc.add_text("title_key", analysed.title_key)
    doc.add_unsigned("row", row)
    return doc
