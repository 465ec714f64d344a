"""What is particular to the SQL store: reopening, migrating, failing clearly."""

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from models.errors import StoreError
from pipeline.store.sql import open_store
from pipeline.store.sql.connect import open_engine
from pipeline.store.sql.tables import metadata
from tests.pipeline.store.contract_suite import A, action, contract, document, result


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "atlas.db"


def test_what_was_put_is_there_when_opened_again(file: Path) -> None:
    first = open_store(f"sqlite:///{file}")
    first.put_document(document())
    first.put_result(result())
    first.publish([contract()], [action()], [])
    first.close()
    again = open_store(f"sqlite:///{file}")
    assert again.result(A, "1") == result()
    assert (again.contracts(), again.actions()) == ([contract()], [action()])
    assert again.catalogue_digest() == first.catalogue_digest()
    again.close()
    first.close()


def test_the_migrations_make_the_tables(file: Path) -> None:
    engine = open_engine(f"sqlite:///{file}")
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []
    engine.dispose()


def test_a_base_from_before_publications_begins_with_what_it_has(file: Path) -> None:
    store = open_store(f"sqlite:///{file}")
    store.publish([contract()], [action()], [])
    store.close()
    with sqlite3.connect(file) as connection:
        for statement in ("DROP TABLE collections", "DROP TABLE versions", "DROP TABLE publications"):
            connection.execute(statement)
        connection.execute("UPDATE alembic_version SET version_num = '0001'")
    connection.close()
    store = open_store(f"sqlite:///{file}")
    (first,) = store.publications()
    assert (first.number, first.contracts, first.actions) == (1, 1, 1)
    assert first.digest == store.catalogue_digest()
    assert store.published(1) == ([contract()], [action()])
    store.publish([contract()], [], [])
    assert [p.number for p in store.publications()] == [1, 2]
    assert store.published(1) == ([contract()], [action()])
    store.close()


def test_what_does_not_change_is_kept_once(file: Path) -> None:
    store = open_store(f"sqlite:///{file}")
    for position in range(3):
        store.publish([contract()], [action(position=position)], [])
    store.close()
    with sqlite3.connect(file) as connection:
        kept = connection.execute("SELECT kind, since, until, body IS NULL FROM versions ORDER BY 1, 2")
        assert list(kept) == [
            ("action", 1, 2, 0),
            ("action", 2, 3, 0),
            ("action", 3, None, 1),
            ("contract", 1, None, 1),
        ]
    connection.close()


def test_several_may_open_a_new_base_at_once(file: Path) -> None:
    with ThreadPoolExecutor(4) as pool:
        for store in pool.map(lambda _: open_store(f"sqlite:///{file}"), range(4)):
            store.close()


def test_a_base_of_a_newer_version_is_refused(file: Path) -> None:
    open_store(f"sqlite:///{file}").close()
    with sqlite3.connect(file) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    with pytest.raises(StoreError, match="version plus récente"):
        open_store(f"sqlite:///{file}")


def test_an_unreadable_record_is_a_store_error(file: Path) -> None:
    store = open_store(f"sqlite:///{file}")
    store.put_document(document())
    with sqlite3.connect(file) as connection:
        connection.execute("""UPDATE documents SET body = '{"sha256": "a"}'""")
    connection.close()
    with pytest.raises(StoreError, match="illisible"):
        store.documents()
    store.close()


def test_a_publication_that_breaks_midway_changes_nothing(file: Path) -> None:
    store = open_store(f"sqlite:///{file}")
    store.publish([contract()], [action()], [])
    with sqlite3.connect(file) as connection:
        connection.execute(
            "CREATE TRIGGER full BEFORE INSERT ON actions BEGIN SELECT RAISE(ABORT, 'disk full'); END"
        )
    connection.close()
    with pytest.raises(StoreError, match="disk full"):
        store.publish([contract("new")], [action(of="new")], [])
    assert (store.contracts(), store.actions()) == ([contract()], [action()])
    store.close()


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("sqlite://", "est un fichier"),
        ("mysql://localhost/x", "non prise en charge"),
        ("n'importe quoi", "ouverture"),
        ("sqlite:////dev/null/atlas.db", "ne peut pas être créé"),
    ],
)
def test_a_wrong_address_says_what_to_do(url: str, words: str) -> None:
    with pytest.raises(StoreError, match=words):
        open_store(url)


def test_a_file_that_is_not_a_base_is_a_store_error(file: Path) -> None:
    file.write_text("ceci n'est pas une base " * 100, encoding="utf-8")
    with pytest.raises(StoreError, match="not a database"):
        open_store(f"sqlite:///{file}")
