"""In: entries and what people decided. Out: clusters of entries that are one contract, with the decisions."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from models.catalogue import Decision, Judgement
from models.records import Issue, Severity
from pipeline.linking.entries import Entry, candidate_pairs
from pipeline.linking.judge import Verdict, judge

#: Two contracts that an undated reading fits equally well, within so much, leave it apart.
MARGIN = 0.03

Pair = tuple[int, int]


def cluster(
    entries: Sequence[Entry], human: Sequence[Decision]
) -> tuple[list[list[Entry]], list[Decision], list[Issue]]:
    """The surest pairs first; a cluster never holds two entries that were judged different."""
    keys = [(entry.contract.territory.code, entry.words) for entry in entries]
    verdicts = {
        (i, j): verdict
        for i, j in candidate_pairs(keys)
        if (verdict := judge(entries[i], entries[j])) is not None
    }
    decisions = [
        Decision(
            left=entries[i].ref, right=entries[j].ref, judgement=v.judgement, score=v.score, reasons=v.reasons
        )
        for (i, j), v in sorted(verdicts.items())
    ]
    issues, doubtful = _doubtful(entries, verdicts)
    forced = _by_people(entries, human)
    group = list(range(len(entries)))
    different = {pair for pair, v in verdicts.items() if v.judgement is Judgement.DIFFERENT}
    different -= {pair for pair, judgement in forced.items() if judgement is Judgement.SAME}
    different |= {pair for pair, judgement in forced.items() if judgement is not Judgement.SAME}
    wanted = [(1.0, pair) for pair, judgement in sorted(forced.items()) if judgement is Judgement.SAME]
    same = [(v.score, pair) for pair, v in verdicts.items() if v.judgement is Judgement.SAME]
    same.sort(key=lambda item: (-item[0], item[1]))
    for _, (i, j) in [*wanted, *(item for item in same if not {*item[1]} & doubtful)]:
        _unite(group, i, j, set() if (i, j) in forced and forced[i, j] is Judgement.SAME else different)
    members: defaultdict[int, list[Entry]] = defaultdict(list)
    for number, entry in enumerate(entries):
        members[group[number]].append(entry)
    return [members[number] for number in sorted(members)], decisions, issues


def _unite(group: list[int], i: int, j: int, different: set[Pair]) -> None:
    if group[i] == group[j]:
        return
    left = [n for n, g in enumerate(group) if g == group[i]]
    right = [n for n, g in enumerate(group) if g == group[j]]
    if any((min(a, b), max(a, b)) in different for a in left for b in right):
        return
    first = min(group[i], group[j])
    for n in (*left, *right):
        group[n] = first


def _by_people(entries: Sequence[Entry], human: Sequence[Decision]) -> dict[Pair, Judgement]:
    number = {entry.ref: n for n, entry in enumerate(entries)}
    forced = {}
    for decision in human:
        if decision.left in number and decision.right in number and decision.left != decision.right:
            i, j = sorted((number[decision.left], number[decision.right]))
            forced[i, j] = decision.judgement
    return forced


def _doubtful(entries: Sequence[Entry], verdicts: Mapping[Pair, Verdict]) -> tuple[list[Issue], set[int]]:
    """Entries that fit two different contracts about as well: abstain rather than guess."""
    fits: defaultdict[int, list[tuple[float, int]]] = defaultdict(list)
    for (i, j), verdict in verdicts.items():
        if verdict.judgement is Judgement.SAME:
            fits[i].append((verdict.score, j))
            fits[j].append((verdict.score, i))
    issues, doubtful = [], set()
    for number, found in sorted(fits.items()):
        best = max(score for score, _ in found)
        near = [n for score, n in found if score >= best - MARGIN]
        apart = any(
            (between := verdicts.get((min(a, b), max(a, b)))) is not None
            and between.judgement is Judgement.DIFFERENT
            for a in near
            for b in near
        )
        if apart and entries[number].year is None:
            doubtful.add(number)
            issues.append(_ambiguous(entries[number], [entries[n] for n in near]))
    return issues, doubtful


def _ambiguous(entry: Entry, near: Sequence[Entry]) -> Issue:
    names = ", ".join(sorted({other.source.name for other in near}))
    return Issue(
        code="link.ambiguous",
        severity=Severity.WARNING,
        message=f"Le contrat « {entry.contract.territory.name} » de ce document peut être l'un de plusieurs "
        f"contrats du territoire ({names}) : il reste à part.",
        next_step="Indiquez s'il s'agit du même contrat que l'un d'eux.",
        document=entry.source.name,
    )
