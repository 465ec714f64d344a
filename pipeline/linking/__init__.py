"""The same contract seen in several documents becomes one; amendments and generations are related, not merged.

In: the results of all documents and what people decided. Out: merged contracts and actions, every decision
with its reasons, and the issues a person should look at. The order of the results changes nothing.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from models.catalogue import ActionRecord, ContractRecord, Decision, Document
from models.records import DocumentResult, Issue
from models.text import slug
from models.vocabularies.gazetteer import load_gazetteer
from pipeline.linking.actions import link_similar, merge_actions
from pipeline.linking.cluster import cluster
from pipeline.linking.entries import begin_year, make_entries
from pipeline.linking.merge import Merged, merge
from pipeline.linking.relations import relate


@dataclass(frozen=True)
class Linked:
    contracts: tuple[ContractRecord, ...]
    actions: tuple[ActionRecord, ...]
    decisions: tuple[Decision, ...]
    issues: tuple[Issue, ...]


def link(
    results: Iterable[DocumentResult], documents: Mapping[str, Document], *, human: Sequence[Decision] = ()
) -> Linked:
    """Merge and relate the contracts of all results; a person's decision outweighs every rule."""
    clusters, decisions, issues = cluster(make_entries(results, documents), human)
    merged = _with_ids([merge(members) for members in clusters])
    relations, related = relate({i: one.contract for i, one in merged.items()})
    actions = [record for i, one in merged.items() for record in merge_actions(i, one.entries)]
    actions, similar = link_similar(actions, {i: one.contract.territory.name for i, one in merged.items()})
    contracts = tuple(
        ContractRecord(
            id=i,
            contract=one.contract,
            sources=one.sources,
            readings=one.readings,
            relations=relations.get(i, ()),
            issues=one.issues,
            action_ids=tuple(record.id for record in actions if record.contract_id == i),
            population=_population(one),
        )
        for i, one in merged.items()
    )
    found = [
        *issues,
        *(issue for one in merged.values() for issue in one.issues if issue.code == "link.conflict"),
    ]
    return Linked(contracts, tuple(actions), (*decisions, *related, *similar), tuple(found))


def _with_ids(merged: Sequence[Merged]) -> dict[str, Merged]:
    """Readable and the same on every run: kind, territory, year; a rest of the hash only where two collide."""
    ids: dict[str, Merged] = {}
    for one in sorted(merged, key=lambda m: min(entry.ref for entry in m.entries)):
        year = begin_year(one.contract)
        parts = [one.contract.kind.value, slug(one.contract.territory.name), str(year) if year else ""]
        name = "-".join(part for part in parts if part)
        if name in ids:
            name += "-" + min(entry.ref for entry in one.entries).replace("#", "-")[:8]
        while name in ids:
            name += "x"
        ids[name] = one
    return dict(sorted(ids.items()))


def _population(one: Merged) -> int | None:
    code = one.contract.territory.code
    return load_gazetteer().population(code) if code else None
