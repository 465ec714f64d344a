"""Exports to files, as the command line asks for them."""

from datetime import date
from pathlib import Path

import pytest

from models.errors import ConfigurationError
from models.lists import LISTS
from pipeline.store.memory import MemoryStore
from search_api.exports.choose import Base
from search_api.exports.write import open_base, write_list
from tests.search_api.exports.reading import READERS
from tests.search_api.published import ACTIONS, CONTRACTS, DOCUMENTS


@pytest.fixture(scope="module")
def base() -> Base:
    store = MemoryStore()
    for document in DOCUMENTS:
        store.put_document(document)
    store.publish(CONTRACTS, ACTIONS, ())
    return open_base(store, date(2024, 3, 1))


@pytest.mark.parametrize("ending", READERS)
def test_a_filtered_list_is_written(base: Base, tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"contrats.{ending}"
    assert write_list(base, "contracts", ["region=28", "kind=cls", "kind=clsm"], path) == 3
    rows = READERS[ending](path.read_bytes(), LISTS["contracts"])
    assert [row["contract_id"] for row in rows] == ["c-caen", "c-caen-2", "c-orne"]


@pytest.mark.parametrize(
    ("name", "filters", "file", "words"),
    [
        ("contrats", [], "x.csv", "Liste inconnue"),
        ("axes", [], "x.doc", "Format inconnu"),
        ("axes", ["region"], "x.csv", "nom=valeur"),
        ("axes", ["regio=28"], "x.csv", "inconnu pour axes"),
        ("axes", ["kind=bail"], "x.csv", "kind : 'bail'"),
    ],
)
def test_what_is_wrong_is_told_before_anything_is_written(
    base: Base, tmp_path: Path, name: str, filters: list[str], file: str, words: str
) -> None:
    with pytest.raises(ConfigurationError, match=words):
        write_list(base, name, filters, tmp_path / file)
    assert not list(tmp_path.iterdir())
