from hypothesis import given, settings
from hypothesis import strategies as st

from search_api.coordination.collections import MOST, collection, ids_by_key, key_of, read_keys, written
from tests.search_api.coordination.sheets import catalogue, sheet

PUBLISHED = catalogue([sheet("dreux", "Un bus santé"), sheet("flers", "Bus")])
IDS = ids_by_key([*PUBLISHED.contracts, *PUBLISHED.actions])


@settings(deadline=None)  # a busy machine is no failure
@given(st.lists(st.text(), max_size=30, unique=True))
def test_a_collection_is_read_as_it_was_written(ids: list[str]) -> None:
    keys = tuple(map(key_of, ids))
    assert read_keys(written(keys)) == keys


@settings(deadline=None)  # a busy machine is no failure
@given(st.text())
def test_any_text_is_read_without_error(text: str) -> None:
    assert all(len(key) == 10 for key in read_keys(text))


def test_a_collection_is_bounded_and_each_record_stands_once() -> None:
    keys = [key_of(str(n)) for n in range(MOST + 20)]
    assert read_keys(written([*keys, *keys])) == tuple(keys[:MOST])
    assert len(written(keys[:MOST])) < 4000  # what a browser keeps in a cookie


def test_keys_lead_to_contracts_and_actions_and_the_gone_are_counted() -> None:
    found = collection([key_of("c-flers-a1"), key_of("gone"), key_of("c-dreux")], IDS, PUBLISHED)
    assert [a.id for a in found.actions] == ["c-flers-a1"]
    assert [c.id for c in found.contracts] == ["c-dreux"]
    assert found.gone == 1
