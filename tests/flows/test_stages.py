"""The stages run as plain functions, without Prefect."""

from dataclasses import replace
from datetime import date
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from flows import stages
from flows.settings import Settings
from flows.workshop import Workshop, open_workshop
from models.catalogue import CollectionOutcome, ContractStatus
from models.layout import Outcome
from models.search import EntryKind, IndexEntry, SearchQuery
from pipeline.sources import Source
from search_api.engines.choose import EngineKind
from search_api.engines.memory import MemoryEngine

TODAY = date(2026, 11, 24)


@pytest.fixture
def workshop(data: Path) -> Workshop:
    return open_workshop(Settings())


def run(workshop: Workshop, folder: Path) -> int:
    documents, _ = stages.collect(workshop, folder, ())
    todo = stages.to_extract(workshop, documents)
    stages.extract_batch(workshop, todo)
    stages.link_results(workshop, None)
    stages.index_catalogue(workshop, TODAY)
    return len(todo)


def test_a_folder_becomes_an_inventory_and_a_search(workshop: Workshop, folder: Path) -> None:
    run(workshop, folder)
    rows = {row.territory: row for row in stages.inventory(workshop, TODAY)}
    assert set(rows) == {"Fougères Agglomération", "Guéret"}
    assert rows["Fougères Agglomération"].status is ContractStatus.IN_FORCE
    assert rows["Guéret"].status is ContractStatus.EXPIRED
    assert rows["Guéret"].actions == 2
    best = workshop.engine.search(SearchQuery(text="mobile health bus")).hits[0]
    assert best.title == "Un bus santé dans les villages"


def test_a_run_is_remembered_as_a_collection(workshop: Workshop, folder: Path) -> None:
    run(workshop, folder)
    (kept,) = workshop.store.collections()
    assert (kept.source, kept.documents, kept.covers) == ("dossier", 4, None)
    assert kept.started_at <= kept.finished_at


def test_a_declared_source_leaves_what_was_searched_and_when(workshop: Workshop, folder: Path) -> None:
    handler = partial(SimpleHTTPRequestHandler, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        source = Source.model_validate(
            {
                "id": "ars-bretagne",
                "publisher": "ARS Bretagne",
                "region": "53",
                "kind": "ars",
                "links": [f"http://127.0.0.1:{server.server_port}/region.html"],
                "licence": "Licence Ouverte",
                "delay": 0,
                "allow_private": True,
            }
        )
        stages.collect(workshop, None, [source])
        server.shutdown()
    (kept,) = workshop.store.collections()
    assert (kept.source, kept.covers, kept.documents) == ("ars-bretagne", "53", 1)
    assert kept.outcome is CollectionOutcome.COMPLETE


def test_every_file_ends_in_a_typed_outcome(workshop: Workshop, folder: Path) -> None:
    run(workshop, folder)
    outcomes = {d.name: d.outcome for d in workshop.store.documents()}
    assert outcomes == {
        "region.html": Outcome.PARSED,
        "gueret.html": Outcome.PARSED,
        "vide.pdf": Outcome.EMPTY,
        "image.pdf": Outcome.NOT_A_DOCUMENT,
    }


def test_running_again_redoes_nothing(workshop: Workshop, folder: Path) -> None:
    assert run(workshop, folder) == 4
    before = workshop.store.catalogue_digest()
    assert run(workshop, folder) == 0
    assert workshop.store.catalogue_digest() == before
    assert stages.index_catalogue(workshop, TODAY) is None


def test_each_engine_is_indexed_though_another_one_is_up_to_date(workshop: Workshop, folder: Path) -> None:
    run(workshop, folder)
    outdated = MemoryEngine()
    outdated.rebuild([IndexEntry(id="old", kind=EntryKind.ACTION, contract_id="c", title="Ancienne")])
    other = replace(workshop, settings=Settings(engine=EngineKind.OPENSEARCH), engine=outdated)
    assert stages.index_catalogue(other, TODAY) is not None
    assert outdated.search(SearchQuery(text="mobile health bus")).total
    assert stages.index_catalogue(other, TODAY) is None


def test_a_removed_original_document_can_be_left_out(workshop: Workshop, folder: Path) -> None:
    run(workshop, folder)
    kept = next(d.sha256 for d in workshop.store.documents() if d.name == "gueret.html")
    stages.link_results(workshop, frozenset([kept]))
    assert [row.territory for row in stages.inventory(workshop, TODAY)] == ["Guéret"]


def test_a_reader_that_takes_too_long_is_a_timeout(folder: Path) -> None:
    path = folder / "region.html"
    _, result = stages.read_one(path, path.name, "0" * 64, Settings(read_seconds=0.001))
    assert result.outcome is Outcome.TIMEOUT
    assert result.error is not None


def test_a_file_over_the_size_limit_is_too_big(folder: Path) -> None:
    path = folder / "gros.html"
    path.write_bytes(b"<html>" + b" " * 1024 * 1024)
    _, result = stages.read_one(path, path.name, "0" * 64, Settings(max_file_mb=1))
    assert result.outcome is Outcome.TOO_BIG
