"""Every store keeps the same promises."""

from collections.abc import Generator
from pathlib import Path

import pytest
from sqlalchemy import text

from pipeline.store.memory import MemoryStore
from pipeline.store.sql import SqlStore, open_store
from tests.pipeline.store.contract_suite import StoreContract


class TestMemory(StoreContract):
    @pytest.fixture
    def store(self) -> MemoryStore:
        return MemoryStore()


class TestSqlite(StoreContract):
    @pytest.fixture
    def store(self, tmp_path: Path) -> Generator[SqlStore]:
        opened = open_store(f"sqlite:///{tmp_path}/mes données/atlas cls 100%.db")
        yield opened
        opened.close()


@pytest.mark.postgresql
class TestPostgresql(StoreContract):
    @pytest.fixture
    def store(self, postgresql: str) -> Generator[SqlStore]:
        opened = open_store(postgresql)
        yield opened
        with opened._engine.begin() as connection:
            connection.execute(text("DROP SCHEMA public CASCADE"))
            connection.execute(text("CREATE SCHEMA public"))
        opened.close()
