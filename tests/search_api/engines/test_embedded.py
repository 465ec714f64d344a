"""What is particular to an index on disk: generations, readers and builders side by side, killed builds."""

import multiprocessing
import os
import signal
import threading
import time
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from models.errors import EngineError
from models.search import IndexEntry, SearchQuery
from search_api.engines.embedded import EmbeddedEngine
from search_api.engines.embedded import engine as engine_module
from search_api.engines.embedded import generations as generations_module
from search_api.engines.embedded.writing import Written, write_generation
from search_api.thesaurus.reader import Thesaurus
from tests.search_api.engines.contract_suite import ENTRIES, EngineContract


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "an index"


class TestEmbeddedEngine(EngineContract):
    @pytest.fixture
    def engine(self, folder: Path) -> EmbeddedEngine:
        return EmbeddedEngine(folder)


def generations(folder: Path) -> set[str]:
    return {path.name for path in folder.glob("gen-*")}


def _build_for_ever(folder: Path, started: "multiprocessing.synchronize.Event") -> None:
    def slow() -> Iterator[IndexEntry]:
        yield ENTRIES[1]
        started.set()
        time.sleep(60)

    EmbeddedEngine(folder).rebuild(slow())


def _build_then_stop(folder: Path, started: "multiprocessing.synchronize.Event") -> None:
    """Stops after the new index is written, before it is published."""

    def never(*_: object) -> None:
        started.set()
        time.sleep(60)

    generations_module.Generations.publish = never  # type: ignore[method-assign]
    EmbeddedEngine(folder).rebuild(ENTRIES[1:2])


def test_another_process_sees_the_new_generation(folder: Path) -> None:
    reader, builder = EmbeddedEngine(folder), EmbeddedEngine(folder)
    builder.rebuild(ENTRIES[:1])
    assert reader.count() == 1
    builder.rebuild(ENTRIES)
    assert reader.count() == len(ENTRIES)


@pytest.mark.parametrize("build", [_build_for_ever, _build_then_stop])
def test_a_killed_build_leaves_the_old_index_and_is_cleaned(folder: Path, build: object) -> None:
    engine = EmbeddedEngine(folder)
    kept = engine.rebuild(ENTRIES[:1]).generation
    context = multiprocessing.get_context("spawn")
    started = context.Event()
    process = context.Process(target=build, args=(folder, started))  # type: ignore[arg-type]
    process.start()
    assert started.wait(120)
    with pytest.raises(EngineError, match="en cours"):
        engine.rebuild(ENTRIES)
    assert process.pid is not None
    os.kill(process.pid, signal.SIGKILL)
    process.join()
    assert EmbeddedEngine(folder).count() == 1
    assert len(generations(folder)) == 2
    new = engine.rebuild(ENTRIES).generation
    assert generations(folder) == {kept, new}


def test_readers_go_on_while_the_index_is_rebuilt(folder: Path) -> None:
    engine = EmbeddedEngine(folder)
    engine.rebuild(ENTRIES)
    wrong: list[object] = []
    stop = threading.Event()

    def read() -> None:
        while not stop.is_set():
            total = engine.search(SearchQuery(text="tabac")).total
            if total != 1:
                wrong.append(total)

    readers = [threading.Thread(target=read) for _ in range(2)]
    for reader in readers:
        reader.start()
    for _ in range(5):
        EmbeddedEngine(folder).rebuild(ENTRIES)
    stop.set()
    for reader in readers:
        reader.join()
    assert wrong == []
    assert len(generations(folder)) == 2


def test_an_index_of_another_version_asks_to_be_rebuilt(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    EmbeddedEngine(folder).rebuild(ENTRIES)
    monkeypatch.setattr(generations_module, "VERSION", "other")
    engine = EmbeddedEngine(folder)
    assert engine.count() == 0
    with pytest.raises(EngineError, match="atlas-cls run"):
        engine.search(SearchQuery(text="bus"))
    engine.rebuild(ENTRIES)
    assert engine.count() == len(ENTRIES)


def test_damaged_files_are_an_engine_error_and_can_be_rebuilt(folder: Path) -> None:
    name = EmbeddedEngine(folder).rebuild(ENTRIES).generation
    (folder / name / "meta.json").write_text("{")
    engine = EmbeddedEngine(folder)
    assert engine.count() == 0
    with pytest.raises(EngineError):
        engine.search(SearchQuery())
    assert engine.rebuild(ENTRIES).entries == len(ENTRIES)


def test_a_pointer_to_elsewhere_is_not_followed(folder: Path) -> None:
    engine = EmbeddedEngine(folder)
    engine.rebuild(ENTRIES)
    (folder / "current").write_text("../../etc")
    assert engine.count() == 0


def test_a_build_that_loses_entries_is_not_published(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    engine = EmbeddedEngine(folder)
    kept = engine.rebuild(ENTRIES[:2]).generation

    def lossy(folder: Path, entries: Iterable[IndexEntry], thesaurus: Thesaurus) -> Written:
        every = list(entries)
        return replace(write_generation(folder, every[:1], thesaurus), number=len(every))

    monkeypatch.setattr(engine_module, "write_generation", lossy)
    with pytest.raises(EngineError, match="incomplet"):
        engine.rebuild(ENTRIES)
    assert (engine.count(), generations(folder)) == (2, {kept})


def test_a_folder_that_cannot_be_made_is_an_engine_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(EngineError):
        EmbeddedEngine(tmp_path / "file" / "index").rebuild(ENTRIES)
