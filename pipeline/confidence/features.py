"""In: a value and its document. Out: named figures, mostly in [0, 1], that a calibration weighs.

Derived from the record and the layout alone; an extractor says how it read by the `method` of its evidence.
"""

import math
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache

from models.evidence import EvidenceStatus
from models.records import Action, Contract
from models.text import fold
from pipeline.confidence.document import SHEET_FIELDS, DocumentView
from pipeline.confidence.patterns import (
    DANGLING,
    FULL_DATE,
    LABEL_INSIDE,
    MERGED_ITEMS,
    MONTHS,
    NOT_A_TITLE,
    PLAIN_TOKEN,
    SHORT_WORDS,
    VOWEL,
    WORD,
)
from pipeline.confidence.values import Value

Features = Mapping[str, float]

#: Longer ones are leader dots and runs of marks, and would make an expression slow.
LONGEST_TOKEN = 60


def features_of(value: Value, view: DocumentView) -> Features:
    """Figures that are 0 are left out."""
    contract = view.contracts[value.contract]
    found = {**_reading(value, view), **_words(value), **_context(value, view, contract)}
    found |= _BY_GROUP[value.group](value, view, contract)
    return {name: round(figure, 4) for name, figure in found.items() if figure}


def _reading(value: Value, view: DocumentView) -> dict[str, float]:
    """How and where the words were read."""
    pages = {place.page for place in value.evidence if place.page is not None}
    first = value.evidence[0]
    return {
        f"method:{first.method}": 1.0,
        "derived": float(first.status is EvidenceStatus.DERIVED),
        "ocr": float(bool(pages & view.scanned_pages)),
        "web": float(view.pages == 0),
        "pages": min(len(pages), 4) / 4 - 0.25 if pages else 0.0,
        "places": math.log1p(len(value.evidence) - 1) / 3,
        "position": min(pages) / view.pages if pages and view.pages else 0.0,
    }


def _words(value: Value) -> dict[str, float]:
    return {
        "odd_words": _odd(value.text),
        "odd_quote": _odd(value.evidence[0].quote),
        "no_words": float(WORD.search(value.text) is None),
    }


@lru_cache(maxsize=1024)  # the items of a list share their quote, the values of a sheet its title
def _odd(text: str) -> float:
    """The share of words that no French word, figure or mark looks like: what a bad scan leaves."""
    words = text.split()
    return sum(map(_is_odd, words)) / len(words) if words else 0.0


@lru_cache(maxsize=32768)
def _is_odd(token: str) -> bool:
    if len(token) > LONGEST_TOKEN or not PLAIN_TOKEN.fullmatch(token):
        return True
    word = token.strip("()«»\".,;:!?…'’").lower()
    if not word.isalpha() or word in SHORT_WORDS:
        return False
    return len(word) == 1 or (VOWEL.search(word) is None and not token.isupper())


def _context(value: Value, view: DocumentView, contract: Contract) -> dict[str, float]:
    said = view.occurrences(value.text) if len(value.text) < 160 else 0
    return {
        "said_again": float(said >= 2),
        "said_often": float(said >= 4),
        "unsaid": float(said == 0 and len(value.text) < 90),
        "several_contracts": float(len(view.contracts) > 1),
        "no_code": float(contract.territory.code is None),
    }


def _dates(value: Value, view: DocumentView, contract: Contract) -> dict[str, float]:
    found = {
        "full_date": float(bool(FULL_DATE.fullmatch(value.text))),
        "year_only": float(len(value.text) == 4),
    }
    if value.field == "duration_months":
        months = int(value.text)
        return {"odd_duration": float(months % 12 != 0), "unusual_duration": float(not 24 <= months <= 84)}
    if found["full_date"]:
        found["said_again"] = float(view.occurrences(_french(value.text)) >= 2)
    return {**found, **_consistency(contract)}


def _french(date: str) -> str:
    """ "2023-06-12" → "12 juin 2023"."""
    year, month, day = date.split("-")
    return f"{'1er' if day == '01' else int(day)} {MONTHS[int(month) - 1]} {year}"


def _consistency(contract: Contract) -> dict[str, float]:
    """Signature, period and duration of a contract must fit each other."""
    signed, start, end = (
        _months(d) for d in (contract.signature_date, contract.start_date, contract.end_date)
    )
    begin = start if start is not None else signed
    found: dict[str, float] = {}
    if begin is not None and end is not None:
        found["ends_before"] = float(end <= begin)
        found["long_period"] = float(end - begin > 84)
        if contract.duration_months:
            fits = abs(end - begin - contract.duration_months) <= 2
            found["fits_duration"], found["misfits_duration"] = float(fits), float(not fits)
    if signed is not None and start is not None:
        found["far_from_signature"] = float(abs(start - signed) > 12)
    return found


def _months(date: str | None) -> int | None:
    if date is None:
        return None
    parts = [int(part) for part in date.split("-")]
    return parts[0] * 12 + (parts[1] - 1 if len(parts) > 1 else 0)


def _identity(value: Value, view: DocumentView, contract: Contract) -> dict[str, float]:
    return {
        "many_departments": float(len(contract.departments) > 1),
        "few_parties": float(len(contract.signatories) < 2),
        "place_signs": float(
            any(fold(contract.territory.name) in fold(party.name) for party in contract.signatories)
        ),
        f"type:{contract.territory.type.value}": 1.0,
        f"kind:{contract.kind.value}": 1.0,
    }


def _parties(value: Value, view: DocumentView, contract: Contract) -> dict[str, float]:
    party = contract.signatories[value.item or 0]
    quote = fold(value.evidence[0].quote)
    return {
        f"party:{party.kind.value}": 1.0,
        "has_person": float(party.representative is not None),
        "quoted": float(fold(value.text) in quote),
        "long": float(len(value.text) > 90),
        "crowd": float(len(contract.signatories) > 12),
        "few_parties": float(len(contract.signatories) < 3),
        "lower_case": float(value.text[:1].islower()),
    }


def _titles(value: Value, view: DocumentView, contract: Contract) -> dict[str, float]:
    found = {
        "dangling": float(bool(DANGLING.search(value.text))),
        "not_a_title": float(bool(NOT_A_TITLE.search(value.text))),
        "lower_case": float(value.text[:1].islower()),
        "short": float(len(value.text) < 12),
        "long": float(len(value.text) > 140),
        "full_stop": float(value.text.rstrip().endswith(".")),
    }
    if value.action is None:
        titles = [axis.title for axis in contract.axes]
        used = {fold(action.axis) for action in contract.actions if action.axis}
        found["carries_actions"] = float(fold(value.text) in used)
        found["barren"] = float(bool(used) and fold(value.text) not in used)
        found["numbered"] = float(contract.axes[value.item or 0].number is not None)
        return {**found, "twice": _twice(value.text, titles), **_count(contract.announced_axes, len(titles))}
    action = contract.actions[value.action]
    return {
        **found,
        **view.structures[value.contract],
        **_numbering(value.action, contract.actions),
        **_count(contract.announced_actions, len(contract.actions)),
        "twice": _twice(value.text, [other.title for other in contract.actions]),
        "fields": sum(bool(getattr(action, name)) for name in SHEET_FIELDS) / len(SHEET_FIELDS),
        "empty_sheet": float(not any(getattr(action, name) for name in SHEET_FIELDS)),
        "poor_sheet": view.poor_sheets[value.contract][value.action],
        "has_axis": float(action.axis is not None),
    }


def _twice(text: str, titles: Sequence[str]) -> float:
    return float(sum(fold(title) == fold(text) for title in titles) > 1)


def _count(announced: int | None, found: int) -> dict[str, float]:
    if announced is None:
        return {}
    return {"as_announced": float(announced == found), "not_as_announced": float(announced != found)}


def _numbering(index: int, actions: Sequence[Action]) -> dict[str, float]:
    numbered = sum(action.number is not None for action in actions) / len(actions)
    number = actions[index].number
    again = number is not None and sum(action.number == number for action in actions) > 1
    return {
        "numbered": float(number is not None),
        "number_missing": numbered if number is None else 0.0,
        "number_twice": float(again),
    }


def _sheet(value: Value, view: DocumentView, contract: Contract) -> dict[str, float]:
    assert value.action is not None
    action = contract.actions[value.action]
    support = view.templates[value.contract].get(value.key, 0.0)
    return {
        **view.structures[value.contract],
        "support": support,
        "rare_label": float(support < 0.3 and len(contract.actions) > 3),
        "alone": float(len(contract.actions) == 1),
        "poor_sheet": view.poor_sheets[value.contract][value.action],
        "label_inside": float(bool(LABEL_INSIDE.search(value.text))),
        "dangling": float(bool(DANGLING.search(value.text))),
        "lower_case": float(value.text[:1].islower()),
        "title_odd": _odd(action.title),
        "title_short": float(len(action.title) < 12),
        "also_elsewhere": float(len(view.labels[value.contract][value.action][value.text]) > 1),
    }


def _sheet_text(value: Value, view: DocumentView, contract: Contract) -> dict[str, float]:
    usual = view.usual_lengths[value.contract].get(value.key, float(len(value.text)))
    return {
        **_sheet(value, view, contract),
        "longer": min(max(math.log(len(value.text) / usual), 0.0), 2.0) / 2,
        "shorter": min(max(math.log(usual / len(value.text)), 0.0), 2.0) / 2,
        "length": min(math.log1p(len(value.text)) / 8, 1.0),
        "no_stop": float(len(value.text) > 120 and not value.text.rstrip().endswith((".", "!", "?", "…"))),
    }


def _sheet_list(value: Value, view: DocumentView, contract: Contract) -> dict[str, float]:
    assert value.action is not None
    items = getattr(contract.actions[value.action], value.key)
    commas = value.text.count(",")
    return {
        **_sheet(value, view, contract),
        "merged": float(bool(MERGED_ITEMS.search(value.text))),
        "commas": min(commas, 3) / 3,
        "long": float(len(value.text) > 90),
        "very_short": float(len(value.text) < 4),
        "single": float(len(items) == 1),
        "single_with_commas": float(len(items) == 1 and commas > 1),
        "unclosed": float(value.text.count("(") != value.text.count(")")),
    }


_BY_GROUP: Mapping[str, Callable[[Value, DocumentView, Contract], dict[str, float]]] = {
    "dates": _dates,
    "identity": _identity,
    "parties": _parties,
    "titles": _titles,
    "sheet_texts": _sheet_text,
    "sheet_lists": _sheet_list,
}
