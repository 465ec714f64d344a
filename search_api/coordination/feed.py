"""A saved search as an Atom feed (RFC 4287): the newest matching actions in, the XML out.

A search is its address, so a feed is the same address with another ending; nothing is stored. "New" is when the
atlas first fetched the document that an action was read in, not when its contract was signed: an older contract
that is put online today is news to a coordinator.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

from lxml import etree

from models.catalogue import ActionRecord, Document

ATOM = "http://www.w3.org/2005/Atom"
#: Characters that XML cannot hold.
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True)
class FeedEntry:
    id: str
    title: str
    href: str
    updated: datetime
    summary: str
    categories: tuple[tuple[str, str], ...]  # (identifier, label)


def first_seen(record: ActionRecord, documents: Mapping[str, Document]) -> datetime | None:
    """When the first of its documents was fetched; None where that is not known."""
    times = [
        found
        for source in record.sources
        if (document := documents.get(source.document)) and (found := _time(document.fetched_at))
    ]
    return min(times) if times else None


def _time(text: str | None) -> datetime | None:
    try:
        found = datetime.fromisoformat(text) if text else None
    except ValueError:
        return None
    return found.replace(tzinfo=UTC) if found and found.tzinfo is None else found


def midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=UTC)


def atom_feed(title: str, address: str, page: str, entries: Sequence[FeedEntry], updated: datetime) -> bytes:
    """`address` is that of the feed, `page` that of the search; both absolute."""
    feed = etree.Element(f"{{{ATOM}}}feed", nsmap={None: ATOM})  # type: ignore[dict-item]
    feed.set("{http://www.w3.org/XML/1998/namespace}lang", "fr")
    _text(feed, "id", address)
    _text(feed, "title", title)
    _text(feed, "updated", _rfc3339(max([updated, *(entry.updated for entry in entries)])))
    _text(etree.SubElement(feed, f"{{{ATOM}}}author"), "name", "Atlas CLS")
    etree.SubElement(feed, f"{{{ATOM}}}link", rel="self", type="application/atom+xml", href=address)
    etree.SubElement(feed, f"{{{ATOM}}}link", rel="alternate", type="text/html", href=page)
    for entry in entries:
        element = etree.SubElement(feed, f"{{{ATOM}}}entry")
        _text(element, "id", entry.id)
        _text(element, "title", entry.title)
        _text(element, "updated", _rfc3339(entry.updated))
        etree.SubElement(element, f"{{{ATOM}}}link", rel="alternate", type="text/html", href=entry.href)
        for term, label in entry.categories:
            etree.SubElement(element, f"{{{ATOM}}}category", term=term, label=label)
        if entry.summary:
            _text(element, "summary", entry.summary)
    return etree.tostring(feed, xml_declaration=True, encoding="utf-8")


def _text(parent: etree._Element, name: str, text: str) -> None:
    etree.SubElement(parent, f"{{{ATOM}}}{name}").text = _ILLEGAL.sub("", text)


def _rfc3339(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
