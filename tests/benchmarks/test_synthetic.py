"""Synthetic contracts: as many actions as asked for, the same for the same seed, made one at a time."""

from itertools import islice

from benchmarks.synthetic import contracts, entries, queries
from benchmarks.synthetic.asked import address
from pipeline.store.memory import MemoryStore


def test_so_many_actions_the_same_ones_for_a_seed() -> None:
    made = list(contracts(100))
    assert sum(len(one.actions) for one in made) == 100
    assert made == list(contracts(100)) != list(contracts(100, seed=2))
    assert [e.id for e in entries(100)] == [action.id for one in made for action in one.actions]


def test_the_first_contracts_do_not_depend_on_how_many_follow() -> None:
    few, many = list(islice(contracts(100), 2)), list(islice(contracts(1_000_000), 2))
    assert few == many


def test_a_store_takes_them() -> None:
    store, made = MemoryStore(), list(contracts(60))
    for one in made:
        store.put_document(one.document)
        store.put_result(one.result)
    store.publish([one.record for one in made], [a for one in made for a in one.actions], ())
    assert len(store.actions()) == 60
    assert store.latest_results()[0].contracts[0].actions


def test_actions_have_the_facets_and_lengths_of_read_ones() -> None:
    made = list(entries(200))
    assert all({"theme", "population", "region", "status", "year"} <= entry.facets.keys() for entry in made)
    characters = sum(len(text) for entry in made for text in (entry.title, *entry.fields.values())) / 200
    assert 1000 < characters < 2500
    assert len({entry.title for entry in made}) > 190


def test_queries_are_all_different() -> None:
    asked = list(queries(500))
    assert len({address(query) for query in asked}) == 500
    assert any(query.filters for query in asked) and any(query.offset for query in asked)
