"""`/recherche.atom?…`: a saved search, to be read by a feed reader."""

from datetime import datetime
from urllib.parse import quote

from fastapi import APIRouter, Request, Response

from models.catalogue import ActionRecord
from models.records import Scheme
from models.search import EntryKind, SortOrder
from models.vocabularies.themes import concept_label
from search_api.coordination.feed import FeedEntry, atom_feed, first_seen, midnight
from search_api.pages.query_string import address, asked_of, pairs_of
from search_api.pages.searching import PATH, PageSearch
from search_api.services import Catalogue, CatalogueCache, Services

ENTRIES = 50
#: Matching actions looked at, those of the latest contracts first: the newest of them are told.
CONSIDERED = 1000
SUMMARY = 400


def feed_pages(services: Services, cache: CatalogueCache) -> APIRouter:
    router = APIRouter()

    @router.get(PATH + ".atom", response_class=Response)
    def feed(request: Request) -> Response:
        asked, catalogue = asked_of(request, PageSearch), cache.get()
        query = asked.query().model_copy(
            update={
                "kind": EntryKind.ACTION,
                "facets": (),
                "sort": SortOrder.DATE,
                "offset": 0,
                "size": CONSIDERED,
            }
        )
        documents = {document.sha256: document for document in services.store.documents()}
        base = str(request.base_url).rstrip("/")
        day = midnight(services.today())
        found = [
            (first_seen(catalogue.actions[hit.id], documents), catalogue.actions[hit.id])
            for hit in services.engine.search(query).hits
            if hit.id in catalogue.actions
        ]
        known = [(seen, record) for seen, record in found if seen is not None]
        known.sort(key=lambda item: item[0], reverse=True)
        entries = [_entry(record, seen, base, catalogue) for seen, record in known[:ENTRIES]]
        pairs = pairs_of(request, "page", "size", "sort", "group")
        content = atom_feed(
            title=f"Atlas CLS : {asked.q or 'nouvelles actions'}",
            address=base + address(PATH + ".atom", pairs),
            page=base + address(PATH, pairs),
            entries=entries,
            updated=max((seen for seen, _ in known), default=day),
        )
        return Response(content, media_type="application/atom+xml")

    return router


def _entry(record: ActionRecord, seen: datetime, base: str, catalogue: Catalogue) -> FeedEntry:
    action, row = record.action, catalogue.rows[record.contract_id]
    href = f"{base}/actions/{quote(record.id, safe='')}"
    told = (row.territory, action.pilot or "", action.objectives or "")
    summary = " – ".join(" ".join(part.split()) for part in told if part)
    return FeedEntry(
        id=href,
        title=action.title,
        href=href,
        updated=seen,
        summary=summary if len(summary) <= SUMMARY else summary[:SUMMARY].rpartition(" ")[0] + " […]",
        categories=tuple(
            (code.concept, concept_label(Scheme.THEME, code.concept))
            for code in action.codes
            if code.scheme is Scheme.THEME
        ),
    )
