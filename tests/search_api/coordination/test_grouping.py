from datetime import date

import pytest

from models.catalogue import ActionRecord, ContractRecord
from models.records import Action
from models.search import EntryKind, SearchQuery
from pipeline.inventory import take_inventory
from search_api.coordination.grouping import PER_PAGE, RANKED, grouped
from search_api.engines.memory import MemoryEngine
from search_api.indexing import index_entries
from search_api.services import Catalogue
from tests.search_api.catalogue import ALONE, DREUX

#: The first contract alone has more matching actions than the hits that set the order.
COUNTS = [RANKED + 10, *([2] * 30)]


@pytest.fixture(scope="module")
def published() -> tuple[MemoryEngine, Catalogue]:
    contracts: list[ContractRecord] = []
    actions: list[ActionRecord] = []
    for number, count in enumerate(COUNTS):
        ids = tuple(f"a-{number:02}-{n}" for n in range(count))
        contracts.append(DREUX.model_copy(update={"id": f"c-{number:02}", "action_ids": ids}))
        title = "Mois sans tabac" if number == 0 else "Un mois pour arrêter, sans le tabac"
        for action_id in ids:
            values = {"id": action_id, "contract_id": f"c-{number:02}", "action": Action(title=title)}
            actions.append(ALONE.model_copy(update=values))
    rows = take_inventory(contracts, actions, date(2024, 1, 1))
    engine = MemoryEngine()
    engine.rebuild(index_entries(contracts, actions, rows))
    catalogue = Catalogue(
        digest="d",
        contracts={c.id: c for c in contracts},
        actions={a.id: a for a in actions},
        rows={r.contract_id: r for r in rows},
    )
    return engine, catalogue


def test_every_contract_is_on_one_page_with_its_count(published: tuple[MemoryEngine, Catalogue]) -> None:
    engine, catalogue = published
    query = SearchQuery(text="tabac", kind=EntryKind.ACTION)
    pages = [grouped(engine, query, catalogue, page) for page in range(1, 6)]
    assert all(page.contracts == len(COUNTS) for page in pages)
    groups = [group for page in pages for group in page.groups]
    assert sorted(group.contract_id for group in groups) == sorted(catalogue.contracts)
    assert {group.contract_id: group.total for group in groups} == {
        f"c-{number:02}": count for number, count in enumerate(COUNTS)
    }
    assert [len(page.groups) for page in pages] == [PER_PAGE, PER_PAGE, PER_PAGE, 1, 0]
    for group in groups:
        assert len(group.hits) == min(3, group.total)
        assert all(catalogue.actions[hit.id].contract_id == group.contract_id for hit in group.hits)


def test_the_contract_of_the_best_hit_comes_first(published: tuple[MemoryEngine, Catalogue]) -> None:
    engine, catalogue = published
    query = SearchQuery(text="mois sans tabac", kind=EntryKind.ACTION)
    best = engine.search(query).hits[0]
    first = grouped(engine, query, catalogue, 1).groups[0]
    assert first.contract_id == catalogue.actions[best.id].contract_id
