"""The indicator library: the indicators of all actions in, one entry for each thing measured out.

Two wordings are one indicator when they have the same words (number, abbreviation and order aside), or the
same but for a typing error. What merely resembles ("dépistées", "déplacées") stays apart.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from hashlib import sha256

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

from models.base import Record
from models.catalogue import ActionRecord
from models.records import Scheme
from models.text import fold
from models.vocabularies.pilots import PilotKind, pilot_kinds
from pipeline.linking.entries import candidate_pairs
from search_api.coordination.words import idle_forms, measure_words, written_out
from search_api.engines.analysis import fold_word, stem_of, words_of

ALIKE = 90.0
LONG_WORD = 6  # letters from which two words may differ by a typing error
#: Sentences are no indicators.
LONGEST = 300


class Measure(StrEnum):
    COUNT = "count"
    RATE = "rate"
    DELAY = "delay"
    OPINION = "opinion"
    EVIDENCE = "evidence"
    OTHER = "other"


MEASURE_LABELS: Mapping[Measure, str] = {
    Measure.COUNT: "Nombre ou volume",
    Measure.RATE: "Taux, part ou évolution",
    Measure.DELAY: "Délai ou durée",
    Measure.OPINION: "Satisfaction ou avis",
    Measure.EVIDENCE: "Réalisation (oui ou non, date)",
    Measure.OTHER: "Autre",
}


class Indicator(Record):
    """`label` is its commonest wording, `wordings` all of them; `themes` and `pilots` are those of its actions."""

    id: str
    label: str
    measure: Measure
    wordings: tuple[str, ...]
    actions: tuple[str, ...]
    contracts: int
    themes: tuple[str, ...]
    pilots: tuple[PilotKind, ...]


Words = tuple[str, ...]


def indicator_library(actions: Sequence[ActionRecord]) -> list[Indicator]:
    """Those of most contracts first. The order of the actions does not change the identifiers."""
    used: defaultdict[Words, list[tuple[str, ActionRecord]]] = defaultdict(list)
    for record in actions:
        for text in record.action.indicators:
            if (key := words_of_indicator(text)) and len(text) <= LONGEST:
                used[key].append((" ".join(text.split()).rstrip(" .;"), record))
    groups: defaultdict[Words, list[tuple[str, ActionRecord]]] = defaultdict(list)
    leaders = _leaders({key: len(uses) for key, uses in used.items()})
    for key in sorted(used):
        groups[leaders[key]] += used[key]
    found = [_indicator(key, uses) for key, uses in groups.items()]
    return sorted(found, key=lambda i: (-i.contracts, -len(i.actions), fold(i.label), i.id))


def words_of_indicator(text: str) -> Words:
    """The stems that tell it from others, sorted: "Nb total de participants" → ("nombr", "particip")."""
    forms = (written_out().get(form, form) for form in _forms(text) if form not in idle_forms())
    return tuple(sorted({stem for form in forms if (stem := _stem(form))}))


def _forms(text: str) -> Iterator[str]:
    for word in words_of(text):
        if word.stem or word.form.isdigit() or word.form in written_out():
            yield word.form


def _stem(form: str) -> str:
    return form if form.isdigit() else stem_of(fold_word(form))


def measure_of(text: str) -> Measure:
    """By the first word that names a measure."""
    for form in _forms(text):
        if name := measure_words().get(written_out().get(form, form)):
            return Measure(name)
    return Measure.OTHER


def _leaders(frequency: Mapping[Words, int]) -> dict[Words, Words]:
    """Each wording with the commoner one that it is a typing error of, or itself."""
    keys = sorted(frequency, key=lambda key: (-frequency[key], key))
    leader = {key: key for key in keys}
    for i, j in candidate_pairs([(None, " ".join(key)) for key in keys]):
        common, rare = keys[min(i, j)], keys[max(i, j)]
        if leader[rare] == rare and _same_but_for_typing(common, rare):
            leader[rare] = leader[common]
    return leader


def _same_but_for_typing(one: Words, other: Words) -> bool:
    if len(one) != len(other) or fuzz.ratio(" ".join(one), " ".join(other)) < ALIKE:
        return False
    here, there = sorted(set(one) - set(other)), sorted(set(other) - set(one))
    return (
        len(here) == 1
        and min(len(here[0]), len(there[0])) >= LONG_WORD
        and OSA.distance(here[0], there[0]) == 1
    )


def _indicator(key: Words, uses: Sequence[tuple[str, ActionRecord]]) -> Indicator:
    wordings = Counter(text for text, _ in uses)
    ordered = sorted(wordings, key=lambda text: (-wordings[text], text))
    records = {record.id: record for _, record in uses}
    themes = Counter(
        concept
        for record in records.values()
        for concept in {c.concept for c in record.action.codes if c.scheme is Scheme.THEME}
    )
    pilots = Counter(kind for record in records.values() for kind in pilot_kinds(record.action.pilot))
    return Indicator(
        id=sha256(" ".join(key).encode()).hexdigest()[:12],
        label=ordered[0],
        measure=measure_of(ordered[0]),
        wordings=_distinct(ordered),
        actions=tuple(sorted(records)),
        contracts=len({record.contract_id for record in records.values()}),
        themes=tuple(sorted(themes, key=lambda concept: (-themes[concept], concept))),
        pilots=tuple(sorted(pilots, key=lambda kind: (-pilots[kind], kind.value))),
    )


def _distinct(wordings: Sequence[str]) -> tuple[str, ...]:
    """Those that differ by more than case, accents and apostrophes."""
    kept: dict[str, str] = {}
    for text in wordings:
        kept.setdefault(fold(text), text)
    return tuple(kept.values())
