"""Ends of contracts as an iCalendar feed (RFC 5545, 7986). In: endings. Out: bytes that a calendar subscribes to."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from urllib.parse import quote

from icalendar import Calendar, Event, vDuration

from models.catalogue import KIND_LABELS, KIND_SHORT
from pipeline.regional.endings import Ending
from search_api.french import french_date, ordinal
from search_api.labels import department_label, region_label

MEDIA_TYPE = "text/calendar; charset=utf-8"
#: How often a calendar should ask again: the inventory changes with a run, not by the minute.
REFRESH = timedelta(days=1)


def calendar_of(endings: Sequence[Ending], *, name: str, base: str, today: date) -> bytes:
    """One all-day event an ending. `base` is the address of the atlas, without the last slash.

    The same endings on the same day give the same bytes; an event keeps its identifier when its date moves.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//Atlas CLS//Échéances//FR")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("name", name)
    calendar.add("x-wr-calname", name)
    calendar.add("refresh-interval", vDuration(REFRESH), parameters={"VALUE": "DURATION"})
    for ending in endings:
        calendar.add_component(_event(ending, base, datetime.combine(today, time(), UTC)))
    return bytes(calendar.to_ical())


def _event(ending: Ending, base: str, stamp: datetime) -> Event:
    address = f"{base}/contrats/{quote(ending.contract_id, safe='')}"
    event = Event()
    event.add("uid", f"fin-{ending.contract_id}@atlas-cls")
    event.add("dtstamp", stamp)
    event.add("dtstart", ending.end)
    event.add("dtend", ending.end + timedelta(days=1))
    event.add("summary", f"Fin du contrat : {ending.territory} ({KIND_SHORT[ending.kind]})")
    event.add("description", _description(ending, base, address))
    event.add("url", address)
    event.add("categories", ["Contrat local de santé", *filter(None, [region_label(ending.region)])])
    event.add("status", "TENTATIVE" if ending.derived else "CONFIRMED")
    event.add("transp", "TRANSPARENT")
    return event


def _description(ending: Ending, base: str, address: str) -> str:
    kind = KIND_LABELS[ending.kind]
    lines = [f"{kind}, {ordinal(ending.generation)} génération" if ending.generation else kind]
    lines.append(f"Territoire : {ending.territory}")
    if ending.departments:
        lines.append("Départements : " + ", ".join(map(department_label, ending.departments)))
    how = "calculée du début et de la durée" if ending.derived else "écrite dans un document"
    lines.append(f"Fin : {french_date(ending.end)} ({how})")
    if ending.followed_by:
        lines.append(f"Contrat suivant : {base}/contrats/{quote(ending.followed_by, safe='')}")
    return "\n".join([*lines, f"Fiche et preuves : {address}"])
