from datetime import UTC, datetime

from lxml import etree

from models.catalogue import Document
from search_api.coordination.feed import ATOM, FeedEntry, atom_feed, first_seen
from tests.search_api.coordination.sheets import PDF, sheet

NOON = datetime(2026, 11, 1, 12, tzinfo=UTC)
ENTRY = FeedEntry(
    "urn:1", "Bus <santé> & \x07 tabac", "https://a.fr/actions/1", NOON, "", (("tabac", "Tabac"),)
)


def test_a_feed_has_what_atom_requires() -> None:
    feed = etree.fromstring(
        atom_feed("Titre", "https://a.fr/r.atom?q=a&b=1", "https://a.fr/r", [ENTRY], NOON)
    )
    ns = {"a": ATOM}
    assert feed.tag == f"{{{ATOM}}}feed"
    for name in ("id", "title", "updated", "author/a:name"):
        assert feed.findtext(f"a:{name}", namespaces=ns)
    links = {link.get("rel"): link.get("href") for link in feed.findall("a:link", ns)}
    assert links == {"self": "https://a.fr/r.atom?q=a&b=1", "alternate": "https://a.fr/r"}
    (entry,) = feed.findall("a:entry", ns)
    assert entry.findtext("a:title", namespaces=ns) == "Bus <santé> &  tabac"
    assert entry.findtext("a:updated", namespaces=ns) == "2026-11-01T12:00:00Z"
    assert entry.find("a:category", ns).get("label") == "Tabac"


def _document(fetched_at: str | None) -> dict[str, Document]:
    return {PDF: Document(sha256=PDF, name="a", uri="a", media_type="a/b", size=1, fetched_at=fetched_at)}


def test_an_action_is_new_when_its_document_was_fetched() -> None:
    record = sheet("dreux", "Un bus")
    assert first_seen(record, _document("2026-11-01T13:00:00+01:00")) == NOON
    assert first_seen(record, _document("2026-11-01T12:00:00")) == NOON
    assert (
        first_seen(record, _document(None))
        is first_seen(record, _document("hier"))
        is first_seen(record, {})
        is None
    )
