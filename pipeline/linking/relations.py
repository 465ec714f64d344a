"""In: merged contracts. Out: how those of one territory follow each other: amends, renews, prepares."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from models.catalogue import Decision, Judgement, Relation
from models.records import Contract, ContractKind
from pipeline.linking.entries import begin_year, candidate_pairs, territory_words
from pipeline.linking.judge import NAME_MIN, same_type, territory_score
from pipeline.linking.patterns import RELATION_LABELS

FULL = frozenset({ContractKind.CLS, ContractKind.CLSM})


def relate(contracts: Mapping[str, Contract]) -> tuple[dict[str, tuple[Relation, ...]], list[Decision]]:
    """Each protocole prepares, each amendment amends, each generation renews the nearest one in time."""
    ids = sorted(contracts)
    words = {i: territory_words(contracts[i].territory.name) for i in ids}
    near: defaultdict[str, list[tuple[str, float, str]]] = defaultdict(list)
    for i, j in candidate_pairs([(contracts[n].territory.code, words[n]) for n in ids]):
        left, right = ids[i], ids[j]
        a, b = contracts[left], contracts[right]
        score, reason = territory_score(a, b, words[left], words[right])
        if score >= NAME_MIN and same_type(a, b):
            near[left].append((right, score, reason))
            near[right].append((left, score, reason))
    decisions = [d for i in ids if (d := _of(i, contracts, near[i])) is not None]
    relations: defaultdict[str, list[Relation]] = defaultdict(list)
    for d in decisions:
        there, back = RELATION_LABELS[d.judgement]
        relations[d.left].append(
            Relation(judgement=d.judgement, contract_id=d.right, label=there, reasons=d.reasons)
        )
        relations[d.right].append(
            Relation(judgement=d.judgement, contract_id=d.left, label=back, reasons=d.reasons)
        )
    return {i: tuple(found) for i, found in relations.items()}, decisions


def _of(
    own: str, contracts: Mapping[str, Contract], near: Sequence[tuple[str, float, str]]
) -> Decision | None:
    """What one contract is to the nearest that fits it."""
    contract, fitting = contracts[own], []
    for other, score, reason in near:
        judgement, gap, why = _judgement(contract, contracts[other])
        if judgement is not None:
            fitting.append((gap, -score, other, judgement, (reason, why)))
    if not fitting:
        return None
    _, score, other, judgement, reasons = min(fitting, key=lambda item: item[:3])
    return Decision(left=own, right=other, judgement=judgement, score=round(-score / 100, 3), reasons=reasons)


def _judgement(a: Contract, b: Contract) -> tuple[Judgement | None, int, str]:
    """What `a` is to `b`, how many years lie between them (9 when unknown), and why."""
    if b.kind not in FULL:
        return None, 0, ""
    one, other = begin_year(a), begin_year(b)
    gap = abs(one - other) if one is not None and other is not None else 9
    known = one is not None and other is not None
    if a.kind is ContractKind.AVENANT:
        if known and (one or 0) < (other or 0):
            return None, 0, ""
        return Judgement.AMENDS, gap, "avenant au contrat du même territoire"
    if a.kind is ContractKind.PROTOCOLE:
        if known and (one or 0) > (other or 0):
            return None, 0, ""
        return Judgement.PREPARES, gap, "protocole vers le contrat du même territoire"
    if a.kind is not b.kind:
        return None, 0, ""
    if a.generation is not None and b.generation is not None and a.generation != b.generation:
        if a.generation > b.generation:
            return (
                Judgement.RENEWS,
                a.generation - b.generation,
                f"génération {a.generation} après {b.generation}",
            )
        return None, 0, ""
    if known and (one or 0) > (other or 0) + 1:
        return Judgement.RENEWS, gap, f"contrat de {one} après celui de {other}"
    return None, 0, ""
