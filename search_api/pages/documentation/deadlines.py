"""`/echeances`: contracts that end in 6, 12 and 24 months, and the calendar that tells so by itself."""

from urllib.parse import urlencode

from fastapi import APIRouter, Request

from pipeline.regional.endings import within
from search_api.documentation.dossier import DossierCache
from search_api.documentation.where import Where
from search_api.pages.documentation.choices import places_of
from search_api.pages.query_string import asked_of
from search_api.pages.render import render
from search_api.services import Services

#: Months: heading of each part of the list.
PARTS = ((0, 6, "Dans les six mois"), (6, 12, "Dans six à douze mois"), (12, 24, "Dans un à deux ans"))


def deadline_pages(router: APIRouter, services: Services, dossiers: DossierCache) -> None:
    @router.get("/echeances")
    def deadlines(request: Request) -> str:
        where, today = asked_of(request, Where), services.today()
        dossier = dossiers.get()
        found = [e for e in dossier.endings if where.holds(e.region, e.departments)]
        query = urlencode(where.model_dump(exclude_none=True))
        feed = f"/api/v1/endings.ics{'?' + query if query else ''}"
        host = request.url.netloc
        return render(
            "documentation/deadlines.html",
            where=where,
            places=places_of(dossier),
            parts=[(label, within(found, today, to, after)) for after, to, label in PARTS],
            later=len(found) - len(within(found, today, PARTS[-1][1])),
            feed=feed,
            subscribe=f"webcal://{host}{feed}",
            query=query,
            names={e.followed_by: dossier.catalogue.rows[e.followed_by] for e in found if e.followed_by},
        )
