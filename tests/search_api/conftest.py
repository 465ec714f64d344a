from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pymupdf
import pytest
from fastapi.testclient import TestClient

from models.catalogue import InventoryRow
from pipeline.inventory import take_inventory
from pipeline.store.memory import MemoryStore
from search_api.app import create_app
from search_api.engines.memory import MemoryEngine
from search_api.indexing import index_entries
from search_api.services import Services
from tests.extractors.writing import draw_text, heading, paragraph, web_layout
from tests.search_api.published import ACTIONS, CONTRACTS, DOCUMENTS, HOSTILE, PDF, WEB

TODAY = date(2024, 3, 1)


@pytest.fixture(scope="session")
def rows() -> list[InventoryRow]:
    return list(take_inventory(CONTRACTS, ACTIONS, TODAY))


@pytest.fixture(scope="session")
def services(tmp_path_factory: pytest.TempPathFactory, rows: list[InventoryRow]) -> Services:
    """One PDF and one web page are kept; the third document is known, but its original is gone."""
    folder = tmp_path_factory.mktemp("originals")
    with pymupdf.open() as document:
        for _ in range(2):
            draw_text(document.new_page(), 72, 100, "Contrat local de santé")
        document.save(folder / PDF)
    (folder / WEB).write_text(f"<p>{HOSTILE}</p>", encoding="utf-8")
    web = web_layout(heading("Titre"), paragraph(f"Signé le lundi <4> mai. {HOSTILE}"))
    store, engine = MemoryStore(), MemoryEngine()
    for found in DOCUMENTS:
        store.put_document(found)
    store.publish(CONTRACTS, ACTIONS, ())
    engine.rebuild(index_entries(CONTRACTS, ACTIONS, rows))

    def original(sha256: str) -> Path | None:
        return path if (path := folder / sha256).exists() else None

    return Services(store, engine, original, {WEB: web}.get, lambda: TODAY)


@pytest.fixture(scope="session")
def client(services: Services) -> Iterator[TestClient]:
    with TestClient(create_app(services)) as found:
        yield found
