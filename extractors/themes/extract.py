"""Codes an action from its fields, and a contract from its actions and axes.

In: an `Action` or a `Contract` with its evidence. Out: its codes, the main one of each scheme first, each with the
words that justify it where they stand. A code whose words cannot be found in the evidence is not emitted.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from extractors.themes.patterns import (
    CONFIDENCE,
    CONTRACT_ACTIONS,
    CONTRACT_SHARE,
    DECISIVE,
    LOCATED,
    MOST_CODES,
    MOST_CONTRACT_EVIDENCE,
    MOST_EVIDENCE,
    NOT_LOCATED,
    PLACED,
    REPEATED,
    SHARE_OF_FIRST,
    STEP,
    THRESHOLDS,
    WEIGHTS,
    WITH,
    Kind,
)
from extractors.themes.phrases import Hit, find_hits
from extractors.themes.quotes import locate
from models.evidence import Evidence, EvidenceStatus
from models.records import Action, Code, Contract, Scheme
from models.vocabularies.themes import load_vocabularies

_FIELDS = tuple(dict.fromkeys(name for weights in WEIGHTS.values() for name in weights))


@dataclass
class _Case:
    """What speaks for a concept: hits by field, and the score they add up to."""

    hits: dict[str, list[Hit]] = field(default_factory=lambda: defaultdict(list))
    score: float = 0.0
    because: list[Evidence] = field(default_factory=list)  # of a concept that implies this one
    proofs: tuple[Evidence, ...] = ()  # of one that is kept


_Cases = dict[str, _Case]


def code_action(action: Action) -> tuple[Code, ...]:
    """The codes of an action, scheme by scheme."""
    texts = {name: text for name in _FIELDS if (text := _text(action, name))}
    of_scheme = _cases(texts)
    kept: dict[Scheme, list[tuple[str, _Case]]] = {}
    for scheme in WEIGHTS:
        cases = of_scheme[scheme]
        _weigh(scheme, cases, texts)
        _decide(scheme, cases)
        _imply(scheme, cases, kept)
        kept[scheme] = _best(scheme, cases)
        for _, case in kept[scheme]:
            case.proofs = _proofs(case, WEIGHTS[scheme], action, texts)
    codes = []
    for scheme in Scheme:
        for concept, case in kept[scheme]:
            if case.proofs:
                sure = tuple(p.model_copy(update={"confidence": CONFIDENCE[scheme]}) for p in case.proofs)
                codes.append(Code(scheme=scheme, concept=concept, evidence=sure))
    return tuple(codes)


def _text(action: Action, name: str) -> str:
    value = getattr(action, name)
    return value if isinstance(value, str) else "\n".join(value or ())


def _cases(texts: Mapping[str, str]) -> dict[Scheme, _Cases]:
    found: dict[Scheme, _Cases] = {scheme: {} for scheme in WEIGHTS}
    for name, text in texts.items():
        for hit in find_hits(text):
            if name in WEIGHTS[hit.scheme]:
                found[hit.scheme].setdefault(hit.concept, _Case()).hits[name].append(hit)
    return found


def _weigh(scheme: Scheme, cases: _Cases, texts: Mapping[str, str]) -> None:
    for case in cases.values():
        case.score = sum(
            WEIGHTS[scheme][name] * _strength(name, hits, texts[name]) for name, hits in case.hits.items()
        )


def _strength(name: str, hits: Sequence[Hit], text: str) -> float:
    """The best phrase, and a little for each other one."""
    best: dict[tuple[str, ...], float] = {}
    for hit in hits:
        best[hit.key] = max(best.get(hit.key, 0.0), hit.strength * _standing(name, hit, text))
    first, *others = sorted(best.values(), reverse=True)
    return first + REPEATED * sum(others[:2])


def _standing(name: str, hit: Hit, text: str) -> float:
    """More for a type of action that a step of the sheet begins with, less for a place without its preposition."""
    if hit.scheme is Scheme.ACTION_TYPE:
        return STEP if hit.is_step and name != "title" else 1.0
    if hit.scheme is Scheme.SETTING and name in {"description", "objectives"}:
        before = text[max(0, hit.start - 60) : hit.start]
        step = hit.is_step and not WITH.search(before)
        placed = PLACED.match(text, hit.start) or LOCATED.search(before)
        return 1.0 if step or placed else NOT_LOCATED
    return 1.0


def _decide(scheme: Scheme, cases: _Cases) -> None:
    """Where a decisive field names concepts, those that only other fields name are dropped."""
    decisive = DECISIVE.get(scheme, ())
    if decisive and any(case.hits.get(decisive[0]) for case in cases.values()):
        for concept, case in list(cases.items()):
            if not any(case.hits.get(name) for name in decisive):
                del cases[concept]


def _imply(scheme: Scheme, cases: _Cases, kept: Mapping[Scheme, list[tuple[str, _Case]]]) -> None:
    """A theme that goes with a determinant brings it, with the same words as evidence."""
    for source, found in kept.items():
        for concept, case in found:
            known = load_vocabularies()[source].get(concept)
            for implied_scheme, implied in known.implied() if known else ():
                if implied_scheme is scheme:
                    target = cases.setdefault(implied, _Case())
                    target.score += case.score
                    target.because += case.proofs


def _best(scheme: Scheme, cases: _Cases) -> list[tuple[str, _Case]]:
    """Above the threshold and not far behind the first; a broader concept gives way to a narrower one."""
    ranked = sorted(cases.items(), key=lambda item: -item[1].score)
    if not ranked:
        return []
    least = max(THRESHOLDS[scheme], SHARE_OF_FIRST[scheme] * ranked[0][1].score)
    found = [(concept, case) for concept, case in ranked if case.score >= least]
    vocabulary = load_vocabularies()[scheme]
    understood = {broader for concept, _ in found for broader in vocabulary.ancestors(concept)}
    return [item for item in found if item[0] not in understood][: MOST_CODES[scheme]]


def _proofs(
    case: _Case, weights: Mapping[str, float], action: Action, texts: Mapping[str, str]
) -> tuple[Evidence, ...]:
    """The places of the words, those of the heaviest field first; of a word said twice the first."""
    found: list[Evidence] = list(case.because)
    seen: set[tuple[str, ...]] = set()
    for name in sorted(case.hits, key=lambda name: -weights[name]):
        for hit in sorted(case.hits[name], key=lambda hit: -hit.strength):
            if hit.key in seen:
                continue
            proof = locate(texts[name][hit.start : hit.end], action.evidence.get(name, ()))
            if proof is not None and proof not in found:
                seen.add(hit.key)
                found.append(proof)
            if len(found) >= MOST_EVIDENCE:
                return tuple(found[:MOST_EVIDENCE])
    return tuple(found[:MOST_EVIDENCE])


def code_contract(contract: Contract) -> Contract:
    """The contract with its actions coded, and coded itself by what they and its axes are about."""
    actions = tuple(action.model_copy(update={"codes": code_action(action)}) for action in contract.actions)
    coded = contract.model_copy(update={"actions": actions})
    return coded.model_copy(update={"codes": tuple(_contract_codes(coded))})


def _contract_codes(contract: Contract) -> Iterator[Code]:
    """The concepts of several actions, the most frequent first, and the themes that titles of axes name."""
    counts: Counter[tuple[Scheme, str]] = Counter()
    proofs: defaultdict[tuple[Scheme, str], list[Evidence]] = defaultdict(list)
    for key, proof in _axis_themes(contract):
        proofs[key].append(proof)
    named = set(proofs)
    for action in contract.actions:
        for code in action.codes:
            counts[code.scheme, code.concept] += 1
            first = code.evidence[0]
            proofs[code.scheme, code.concept].append(
                first.model_copy(update={"status": EvidenceStatus.DERIVED})
            )
    least = max(CONTRACT_ACTIONS, round(CONTRACT_SHARE * len(contract.actions)))
    order = list(Scheme)
    for scheme, concept in sorted(proofs, key=lambda key: (order.index(key[0]), -counts[key], key[1])):
        key = scheme, concept
        if key in named or counts[key] >= least:
            yield Code(scheme=scheme, concept=concept, evidence=tuple(proofs[key])[:MOST_CONTRACT_EVIDENCE])


def _axis_themes(contract: Contract) -> Iterator[tuple[tuple[Scheme, str], Evidence]]:
    places = contract.evidence.get("axes", ())
    for axis in contract.axes:
        for hit in find_hits(axis.title):
            if hit.scheme is Scheme.THEME and hit.kind is Kind.STRONG:
                proof = locate(axis.title[hit.start : hit.end], places)
                if proof is not None:
                    sure = CONFIDENCE[Scheme.THEME]
                    yield (hit.scheme, hit.concept), proof.model_copy(update={"confidence": sure})
