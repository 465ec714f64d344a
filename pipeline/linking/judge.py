"""In: two contracts as read. Out: the same one or not, how surely, and the reasons in French."""

from dataclasses import dataclass

from rapidfuzz import fuzz

from models.catalogue import Judgement
from models.dates import agree, known_bounds, year_of
from models.records import Contract, ContractKind, Modality
from models.text import fold
from pipeline.linking.entries import Entry, begin_year
from pipeline.linking.patterns import AMENDMENT_NUMBER, CONFUSABLE

NAME_MIN = 90.0
TITLE_MIN = 88.0
OVERLAP_MIN = 0.6  # of the axes, when nothing else decides
NOT_YET = frozenset({Modality.IN_PREPARATION, Modality.ANNOUNCED, Modality.PROTOCOL})


@dataclass(frozen=True)
class Verdict:
    judgement: Judgement
    score: float
    reasons: tuple[str, ...]


def territory_score(a: Contract, b: Contract, words_a: str, words_b: str) -> tuple[float, str]:
    """From 0 to 100; 0 when the codes, the departments or the kind of territory forbid it."""
    one, other = a.territory, b.territory
    if one.code and other.code:
        if one.code == other.code:
            return 100.0, f"même territoire (code {one.code})"
        return 0.0, f"codes de territoire différents ({one.code}, {other.code})"
    alike = max(fuzz.ratio(words_a, words_b), 0.95 * fuzz.token_set_ratio(words_a, words_b))
    if alike < NAME_MIN:
        return alike, "noms de territoire différents"
    if a.departments and b.departments and not set(a.departments) & set(b.departments):
        return 0.0, "même nom, départements différents"
    return alike, f"noms de territoire semblables (« {one.name} », « {other.name} »)"


def same_type(a: Contract, b: Contract) -> bool:
    """A commune is not the grouping of the same name."""
    types = {a.territory.type, b.territory.type}
    return len(types) == 1 or any(types <= group for group in CONFUSABLE)


def axes_overlap(a: Contract, b: Contract) -> float | None:
    """Share of the shorter list of axes that stands in the other; None when one has none."""
    if not a.axes or not b.axes:
        return None
    few, many = sorted((a.axes, b.axes), key=len)
    titles = [fold(axis.title) for axis in many]
    return sum(any(fuzz.ratio(fold(x.title), t) >= TITLE_MIN for t in titles) for x in few) / len(few)


def judge(left: Entry, right: Entry) -> Verdict | None:
    """None when the territories have nothing to do with each other, or kinds that are related otherwise."""
    a, b = left.contract, right.contract
    name, reason = territory_score(a, b, left.words, right.words)
    if name < NAME_MIN or a.kind != b.kind:
        return None
    reasons = [reason]
    overlap = axes_overlap(a, b)
    against = _against(a, b, overlap)
    if against is not None:
        return Verdict(Judgement.DIFFERENT, round(name / 100, 3), (reason, against))
    dates = agreeing_dates(a, b)
    if left.source.document == right.source.document and not dates:
        return Verdict(Judgement.DIFFERENT, 0.5, (reason, "deux contrats du même document"))
    if a.kind is ContractKind.AVENANT and not dates:
        return Verdict(Judgement.DIFFERENT, 0.5, (reason, "avenants sans date commune"))
    score = name - 10.0
    if dates:
        score += 5.0
        reasons.append(f"dates compatibles ({', '.join(dates)})")
    if a.generation is not None and a.generation == b.generation:
        score += 3.0
        reasons.append(f"même génération ({a.generation})")
    if overlap:
        score += 5.0 * overlap
        reasons.append(f"{overlap:.0%} des axes en commun")
    return Verdict(Judgement.SAME, round(min(score, 100.0) / 100, 3), tuple(reasons))


def agreeing_dates(a: Contract, b: Contract) -> list[str]:
    fields = ("signature_date", "start_date", "end_date")
    pairs = ((getattr(a, field), getattr(b, field)) for field in fields)
    return [max(x, y, key=len) for x, y in pairs if x and y and agree(x, y)]


def _against(a: Contract, b: Contract, overlap: float | None) -> str | None:
    """What says that these are two contracts of the same territory."""
    alike = overlap is not None and overlap >= OVERLAP_MIN
    if not same_type(a, b) and not (overlap is not None and overlap >= 0.8 and len(a.axes) > 1):
        return f"territoires de nature différente ({a.territory.type.value}, {b.territory.type.value})"
    if a.generation is not None and b.generation is not None and a.generation != b.generation:
        return f"générations différentes ({a.generation}, {b.generation})"
    numbers = [AMENDMENT_NUMBER.search(fold(c.title or "")) for c in (a, b)]
    if a.kind is ContractKind.AVENANT and numbers[0] and numbers[1] and numbers[0][1] != numbers[1][1]:
        return f"avenants n° {numbers[0][1]} et {numbers[1][1]}"
    apart = _years_apart(a, b)
    if apart > 1 or (apart == 1 and not alike and not _same_period(a, b)):
        return f"dates éloignées ({_date(a)}, {_date(b)})"
    if _follow(a, b) or _follow(b, a):
        return "périodes qui se suivent"
    if (a.modality in NOT_YET) != (b.modality in NOT_YET) and Modality.SIGNED in {a.modality, b.modality}:
        same = (
            alike or bool(agreeing_dates(a, b)) or (a.generation is not None and a.generation == b.generation)
        )
        return None if same else "l'un est signé, l'autre en préparation"
    return None


def _date(contract: Contract) -> str:
    return contract.signature_date or contract.start_date or "sans date"


def _years_apart(a: Contract, b: Contract) -> int:
    """Between like dates where both give them; a signature may be a year off the start of the period."""
    apart = []
    for field in ("signature_date", "start_date"):
        x, y = year_of(getattr(a, field)), year_of(getattr(b, field))
        if x is not None and y is not None:
            apart.append(abs(x - y))
    if apart:
        return min(apart)
    one, other = begin_year(a), begin_year(b)
    if one is None or other is None:
        return 0
    return max(abs(one - other) - 1, 0)


def _same_period(a: Contract, b: Contract) -> bool:
    if a.end_date and b.end_date and agree(a.end_date, b.end_date):
        return True
    return bool(a.start_date and b.start_date and agree(a.start_date, b.start_date))


def _follow(a: Contract, b: Contract) -> bool:
    """True when a has ended before b begins."""
    end, begin = known_bounds(a.end_date), known_bounds(b.start_date or b.signature_date)
    return end is not None and begin is not None and end[1] < begin[0]
