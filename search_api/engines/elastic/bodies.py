"""A Selection in, the body of a search out: the same for Elasticsearch and OpenSearch.

The plan has already understood the query; each of its groups becomes one dis_max of wordings with constant
scores, so that entries are ranked as on the embedded engine, whatever the statistics of the shards. The cluster
analyses the wordings. User text only ever stands in `match`, `match_phrase` and `terms`.

The wordings of the thesaurus are asked for one by one, with their weights. Leaving them to the synonym graph of
the index, where all weigh the same, gives nDCG@10 0.838 in place of 0.866 (docs/adr/0006).
"""

from collections.abc import Iterator
from dataclasses import dataclass

from models.search import SortOrder
from search_api.engines.elastic.cluster import Body
from search_api.engines.elastic.mapping import FACET_NAMES, FRENCH, zone_field
from search_api.engines.elastic.words import Words
from search_api.engines.plan import Alternative, Demand, Group, QueryPlan
from search_api.engines.snapshot import TIE, Selection, given
from search_api.engines.zones import WEIGHTS

MOST_CLAUSES = 900  # of one query; OpenSearch refuses more than 1,024
FACET_VALUES = 10_000  # more values than this of one facet are not counted
SLOP = 2  # the stop words that may stand between the words of a phrase: "maison de la santé"
_SORTS: dict[SortOrder, Body] = {
    SortOrder.RELEVANCE: {"_score": "desc"},
    SortOrder.DATE: {"date": {"order": "desc", "missing": "_last"}},
    SortOrder.TITLE: {"title_order": "asc"},
}
NOTHING: Body = {"match_none": {}}


@dataclass(frozen=True)
class _Clause:
    """One wording in one zone: a phrase, or any of the forms of one word."""

    zone: str
    texts: tuple[str, ...]
    is_phrase: bool
    weight: float
    score: float

    @property
    def cost(self) -> int:
        """How many of the clauses that a cluster allows."""
        return 1 if self.is_phrase else len(self.texts)

    def body(self) -> Body:
        field = zone_field(self.zone)
        if self.is_phrase:
            phrase = {"query": self.texts[0], "analyzer": FRENCH, "slop": SLOP}
            match: Body = {"match_phrase": {field: phrase}}
        else:
            match = {"match": {field: {"query": " ".join(self.texts), "analyzer": FRENCH}}}
        return {"constant_score": {"filter": match, "boost": self.score}}


class Bodies:
    """`words` are those of the index: wordings that it cannot hold are not asked for."""

    def __init__(self, words: Words) -> None:
        self._words = words

    def page(self, selection: Selection) -> Body:
        """A page of hits with the total and the facets."""
        return {
            "query": self.query(selection),
            "sort": sort(selection.sort),
            "track_scores": True,
            "track_total_hits": True,
            "from": selection.offset,
            "size": selection.size,
            "aggs": {
                name: {"terms": {"field": f"facets.{name}", "size": FACET_VALUES}}
                for name in selection.facets
                if name in FACET_NAMES
            },
        }

    def query(self, selection: Selection) -> Body:
        """At the last level of the selection."""
        plan = selection.plan
        groups = dict(zip(plan.groups, self._groups(plan), strict=True))
        must = [groups[group] for group in plan.of(Demand.BINDING)]
        if wanted := [groups[group] for group in plan.of(Demand.WANTED)]:
            must.append({"bool": {"should": wanted, "minimum_should_match": selection.levels[-1]}})
        body: dict[str, object] = {
            "must": must or [{"match_all": {}}],
            "should": [groups[group] for group in plan.of(Demand.WELCOME)],
            "filter": filters(selection),
        }
        if selection.without_contract is not None:
            body["must_not"] = [{"term": {"contract_id": selection.without_contract}}]
        return {"bool": body}

    def _groups(self, plan: QueryPlan) -> list[Body]:
        """Within the clauses that a cluster allows: the farthest wordings are given up first."""
        clauses = [list(self._clauses(group)) for group in plan.groups]
        room = MOST_CLAUSES - sum(clause.cost for group in clauses for clause in group)
        least = sorted(
            (c.weight, c.score, at, n) for at, group in enumerate(clauses) for n, c in enumerate(group)
        )
        given_up = set()
        for _, _, at, n in least:
            if room >= 0:
                break
            given_up.add((at, n))
            room += clauses[at][n].cost
        return [
            {
                "dis_max": {
                    "tie_breaker": TIE,
                    "queries": [c.body() for n, c in enumerate(group) if (at, n) not in given_up]
                    or [NOTHING],
                }
            }
            for at, group in enumerate(clauses)
        ]

    def _clauses(self, group: Group) -> Iterator[_Clause]:
        for zone in group.zones:
            for alternative in group.alternatives:
                if self._words.holds(zone, alternative.stems):
                    score = alternative.weight * WEIGHTS[zone] * group.importance
                    is_phrase = len(alternative.stems) > 1
                    yield _Clause(zone, self._texts(alternative), is_phrase, alternative.weight, score)

    def _texts(self, alternative: Alternative) -> tuple[str, ...]:
        """A phrase as it is written; of a single word the forms that the index holds.

        Light stemming keeps apart what the planner's stems bring together ("psychiatre", "psychiatrie").
        """
        if len(alternative.stems) > 1:
            return (alternative.text or " ".join(alternative.stems),)
        return tuple(self._words.forms_of(alternative.stems[0]))


def filters(selection: Selection) -> list[Body]:
    """Kind and facets: they do not score."""
    found: list[Body] = []
    if selection.kind:
        found.append({"term": {"kind": selection.kind.value}})
    for name, values in given(selection):
        known = name in FACET_NAMES
        found.append({"terms": {f"facets.{name}": list(values)}} if known else NOTHING)
    return found


def sort(order: SortOrder) -> list[Body]:
    """Equals stand in the order of the catalogue, so that pages do not overlap."""
    return [_SORTS[order], {"position": "asc"}]
