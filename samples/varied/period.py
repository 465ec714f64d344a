"""When a contract is signed and how long it runs: the sentences that say so, and what they state."""

from dataclasses import dataclass, field
from random import Random
from typing import TypeAlias

from samples.varied.draw import maybe
from samples.varied.numbers import MONTHS, Day, words

ABSENT = object()


@dataclass(frozen=True)
class Period:
    """`article` says how long; `later`: an article further on that changes it; `years`: for the cover.

    `gold` has the keys that the document settles; a date that only arithmetic gives has no key.
    """

    article: str
    years: str | None
    later: str | None = None
    signed: str | None = None
    gold: dict[str, str | int | None] = field(default_factory=dict)


def draw_period(rng: Random) -> Period:
    year = rng.randint(2012, 2024)
    signed = Day(year, rng.randint(2, 11), rng.randint(2, 28))
    length = rng.choice([3, 3, 4, 5, 5, 5, 5])
    start = Day(year + 1, 1, 1) if signed.month > 7 or maybe(rng, 0.2) else Day(year, signed.month + 1, 1)
    end = _before(start, length)
    form = rng.choice([_from_signature, _bounds, _all, _years, _until, _from_start, _changed, _silent])
    article, later, gold = form(rng, signed, start, end, length)
    printed, iso = _signature(rng, signed)
    gold["signature_date"] = iso
    has_years = form not in (_silent, _changed) and maybe(rng, 0.6)
    last = int(str(gold.get("end_date") or end.year)[:4])
    years = f"{start.year}{rng.choice(['-', '–', ' - ', '/', ' à '])}{last}" if has_years else None
    return Period(article, years, later, printed, gold)


def _before(start: Day, years: int) -> Day:
    """The eve of the day `years` later."""
    if start.month == 1:
        return Day(start.year + years - 1, 12, 31)
    last = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[start.month - 2]
    return Day(start.year + years, start.month - 1, last)


def _signature(rng: Random, day: Day) -> tuple[str | None, str | None]:
    form = rng.choice(["long", "long", "words", "numeric", "month", "blank"])
    if form == "long":
        return f"le {day.long}", day.iso
    if form == "words":
        return f"le {day.in_words}", day.iso
    if form == "numeric":
        return f"le {day.numeric}", day.iso
    if form == "month":
        return f"en {MONTHS[day.month - 1]} {day.year}", day.iso[:7]
    return None, None


def _length(rng: Random, years: int) -> str:
    figure, word = f"{years} ans", f"{words(years)} ans"
    return rng.choice([figure, word, f"{word} ({years} ans)", f"{words(years)} ({years}) années"])


Form: TypeAlias = tuple[str, str | None, dict[str, str | int | None]]


def _from_signature(rng: Random, signed: Day, start: Day, end: Day, years: int) -> Form:
    text = rng.choice(
        [
            "Le présent contrat est conclu pour une durée de {n} à compter de sa signature.",
            "Sa durée est fixée à {n}, à compter de la date de signature par l'ensemble des parties.",
            "Les parties s'engagent pour {n}. Le contrat entre en vigueur le jour de sa signature.",
        ]
    )
    return text.format(n=_length(rng, years)), None, {"duration_months": 12 * years}


def _bounds(rng: Random, signed: Day, start: Day, end: Day, years: int) -> Form:
    text = rng.choice(
        [
            "Le présent contrat prend effet le {a} et prend fin le {b}.",
            "Il couvre la période allant du {a} au {b}.",
            "Le contrat est applicable du {a} au {b}, sauf résiliation anticipée.",
        ]
    )
    return text.format(a=start.long, b=end.long), None, {"start_date": start.iso, "end_date": end.iso}


def _all(rng: Random, signed: Day, start: Day, end: Day, years: int) -> Form:
    a, b = (start.numeric, end.numeric) if maybe(rng, 0.3) else (start.long, end.long)
    text = rng.choice(
        [
            f"Le contrat est conclu pour {_length(rng, years)}, du {a} au {b}.",
            f"Le contrat entre en vigueur le {a} pour une durée de {_length(rng, years)} et expire le {b}.",
        ]
    )
    gold = {"start_date": start.iso, "end_date": end.iso, "duration_months": 12 * years}
    return text, None, gold  # type: ignore[return-value]


def _years(rng: Random, signed: Day, start: Day, end: Day, years: int) -> Form:
    first, last = start.year, start.year + years - 1
    text = f"Le présent contrat couvre les années {first} à {last} incluses, soit {_length(rng, years)}."
    return text, None, {"start_date": str(first), "end_date": str(last), "duration_months": 12 * years}


def _until(rng: Random, signed: Day, start: Day, end: Day, years: int) -> Form:
    last = Day(signed.year + years, 12, 31)
    text = f"Le contrat prend effet à la date de sa signature et s'applique jusqu'au {last.long}."
    return text, None, {"end_date": last.iso}


def _from_start(rng: Random, signed: Day, start: Day, end: Day, years: int) -> Form:
    text = f"D'une durée de {_length(rng, years)}, le contrat prend effet au {start.long}."
    return text, None, {"start_date": start.iso, "duration_months": 12 * years}


def _changed(rng: Random, signed: Day, start: Day, end: Day, years: int) -> Form:
    longer = _before(start, years + 1)
    text = f"Le contrat est conclu pour une durée de {_length(rng, years)} à compter du {start.long}."
    later = (
        f"Par dérogation à l'article relatif à la durée, et pour tenir compte du calendrier de révision du schéma "
        f"régional de santé, les parties conviennent de porter la durée du présent contrat à "
        f"{_length(rng, years + 1)}, soit jusqu'au {longer.long}."
    )
    gold = {"start_date": start.iso, "end_date": longer.iso, "duration_months": 12 * (years + 1)}
    return text, later, gold  # type: ignore[return-value]


def _silent(rng: Random, signed: Day, start: Day, end: Day, years: int) -> Form:
    text = (
        "La durée du contrat est celle que les instances compétentes arrêteront lors de la première réunion du "
        "comité de pilotage."
    )
    return text, None, {"start_date": None, "end_date": None, "duration_months": None}
