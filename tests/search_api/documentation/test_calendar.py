"""The iCalendar feed, read back as a calendar would."""

from datetime import date

import pytest
from icalendar import Calendar

from models.records import ContractKind
from pipeline.regional.endings import Ending
from search_api.documentation.calendar import calendar_of

TODAY = date(2026, 11, 25)
REDON = Ending(
    contract_id="cls-redon, 2e",
    kind=ContractKind.CLS,
    territory="Redon Agglomération ; Vilaine, « sud »",
    territory_code="243500741",
    departments=("35", "56"),
    region="53",
    generation=2,
    end=date(2028, 12, 31),
    derived=False,
    followed_by=None,
)


def feed(*endings: Ending) -> bytes:
    return calendar_of(endings, name="Fins de CLS – Bretagne", base="https://atlas.example", today=TODAY)


def test_an_ending_is_an_all_day_event_with_its_identifier_address_and_words() -> None:
    calendar = Calendar.from_ical(feed(REDON))
    (event,) = calendar.walk("VEVENT")
    assert event["uid"] == "fin-cls-redon, 2e@atlas-cls"
    assert (event.decoded("dtstart"), event.decoded("dtend")) == (date(2028, 12, 31), date(2029, 1, 1))
    assert event["url"] == "https://atlas.example/contrats/cls-redon%2C%202e"
    assert event["summary"] == "Fin du contrat : Redon Agglomération ; Vilaine, « sud » (CLS)"
    lines = str(event["description"]).split("\n")
    assert lines[0] == "Contrat local de santé, 2e génération"
    assert lines[2] == "Départements : Ille-et-Vilaine (35), Morbihan (56)"
    assert str(event["status"]) == "CONFIRMED"


def test_the_feed_is_valid_lines_of_at_most_75_bytes() -> None:
    content = feed(REDON)
    assert content.startswith(b"BEGIN:VCALENDAR\r\n") and content.endswith(b"END:VCALENDAR\r\n")
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    calendar = Calendar.from_ical(content)
    assert {"prodid", "version", "method"} <= {name.lower() for name in calendar}
    assert not calendar.errors and not [event.errors for event in calendar.walk("VEVENT") if event.errors]


def test_a_computed_end_is_tentative_and_a_next_contract_is_named() -> None:
    moved = REDON.model_copy(update={"derived": True, "followed_by": "cls-redon-3"})
    (event,) = Calendar.from_ical(feed(moved)).walk("VEVENT")
    assert str(event["status"]) == "TENTATIVE"
    assert "Contrat suivant : https://atlas.example/contrats/cls-redon-3" in str(event["description"])


@pytest.mark.parametrize("days", [0, 40])
def test_an_event_keeps_its_identifier_when_its_date_moves(days: int) -> None:
    moved = REDON.model_copy(update={"end": date(2029, 1, 1).fromordinal(REDON.end.toordinal() + days)})
    (event,) = Calendar.from_ical(feed(moved)).walk("VEVENT")
    assert event["uid"] == "fin-cls-redon, 2e@atlas-cls"


def test_the_same_endings_give_the_same_bytes() -> None:
    assert feed(REDON) == feed(REDON)
    assert Calendar.from_ical(feed()).walk("VEVENT") == []
