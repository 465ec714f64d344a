"""The example notebook runs from its first cell to its last, against a served atlas; it is kept without outputs."""

import os
import socket
import threading
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import nbformat
import pytest
import uvicorn
from nbclient import NotebookClient

from pipeline.store.memory import MemoryStore
from search_api.app import create_app
from search_api.engines.memory import MemoryEngine
from search_api.services import Services
from tests.search_api.published import ACTIONS, CONTRACTS, DOCUMENTS

NOTEBOOK = Path(__file__).parent.parent / "docs" / "notebooks" / "analyse.ipynb"
#: A kernel takes five seconds to start on two busy cores.
SECONDS = 120


@pytest.fixture
def api() -> Iterator[str]:
    """Two publications, served on a free port."""
    store = MemoryStore()
    for document in DOCUMENTS:
        store.put_document(document)
    sheets = [a for a in ACTIONS if a.contract_id == CONTRACTS[0].id]
    store.publish(CONTRACTS[:1], sheets, (), at=datetime(2024, 1, 1, tzinfo=UTC))
    store.publish(CONTRACTS, ACTIONS, (), at=datetime(2024, 2, 1, tzinfo=UTC))
    services = Services(store, MemoryEngine(), lambda _: None, lambda _: None, lambda: date(2024, 3, 1))
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        server = uvicorn.Server(uvicorn.Config(create_app(services), log_level="warning"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
        thread.start()
        yield f"http://127.0.0.1:{listening.getsockname()[1]}/api/v1"
        server.should_exit = True
        thread.join()


def test_the_notebook_runs(api: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("ATLAS_API", api)
    for name in ("IPYTHONDIR", "JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR"):
        monkeypatch.setenv(name, str(tmp_path / name))
    notebook = nbformat.read(NOTEBOOK, as_version=4)
    NotebookClient(notebook, timeout=SECONDS, kernel_name="python3").execute(env=dict(os.environ))
    told = "\n".join(
        output.get("text", "") or str(output.get("data", {}).get("text/plain", ""))
        for cell in notebook.cells
        if cell.cell_type == "code"
        for output in cell.outputs
    )
    assert f"1 contrats le 2024-01-01, {len(CONTRACTS)} aujourd'hui" in told
    assert f"('contrats', {len(CONTRACTS)})" in told


def test_the_notebook_is_kept_without_outputs() -> None:
    notebook = nbformat.read(NOTEBOOK, as_version=4)
    nbformat.validate(notebook)
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    assert len(code) > 5
    assert all(cell.execution_count is None and not cell.outputs for cell in code)
