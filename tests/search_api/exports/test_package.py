"""The data package, validated by frictionless as its readers do: the real zip, whole, and each kind of fault."""

import csv
import io
import json
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from frictionless import Package, Schema
from hypothesis import given, settings

from models.lists import LISTS, QUALITY
from pipeline.evaluation.report import EvaluationReport, ScoreGroup
from pipeline.evaluation.scores import FieldScore, ScoreTable
from pipeline.store.memory import MemoryStore
from search_api.exports.choose import Base
from search_api.exports.package import package_chunks
from search_api.exports.tableschema import published_schema
from search_api.exports.write import open_base
from tests.search_api.exports.catalogues import bases
from tests.search_api.exports.reading import READERS
from tests.search_api.exports.test_property import QUICK
from tests.search_api.published import ACTIONS, CONTRACTS, DOCUMENTS

SCORE = FieldScore(
    field="action.pilot", support=9, tp=8, fp=1, fn=1, precision=0.9, recall=0.9, f1=0.9, low=0.8
)
REPORT = EvaluationReport(
    groups=(
        ScoreGroup(key="all", label="Tous", scores=ScoreTable(documents=3, fields=(SCORE,), macro_f1=0.9)),
    ),
    examples={},
)


@pytest.fixture(scope="module")
def base() -> Base:
    store = MemoryStore()
    for document in DOCUMENTS:
        store.put_document(document)
    store.publish(CONTRACTS, ACTIONS, ())
    return open_base(store, date(2024, 3, 1))


def unpacked(base: Base, folder: Path, quality: EvaluationReport | None = None) -> Path:
    with zipfile.ZipFile(io.BytesIO(b"".join(package_chunks(base, quality)))) as archive:
        archive.extractall(folder)
    return folder


def errors_of(folder: Path) -> list[str]:
    report = Package(folder / "datapackage.json").validate()
    return [f"{task.name} {error.type}" for task in report.tasks for error in task.errors] + [
        error.type for error in report.errors
    ]


def test_the_package_is_valid_and_whole(base: Base, tmp_path: Path) -> None:
    folder = unpacked(base, tmp_path, REPORT)
    assert errors_of(folder) == []
    descriptor = json.loads((folder / "datapackage.json").read_text())
    tables = [r["name"] for r in descriptor["resources"] if r.get("profile") == "tabular-data-resource"]
    assert tables == [info.file for info in (*LISTS.values(), QUALITY)]
    for resource in descriptor["resources"]:
        assert (folder / resource["path"]).stat().st_size == resource["bytes"]
    assert (folder / "LISEZMOI.md").read_text().startswith("# Contrats locaux de santé")
    with (folder / "data/qualite.csv").open() as file:
        (row,) = csv.DictReader(file)
    assert (row["field"], row["f1"], row["high"]) == ("action.pilot", "0.9", "")
    assert json.loads((folder / "data/evaluation.json").read_text())["groups"][0]["key"] == "all"


def test_without_an_evaluation_there_is_no_quality(base: Base, tmp_path: Path) -> None:
    folder = unpacked(base, tmp_path)
    assert errors_of(folder) == []
    assert not (folder / "data/qualite.csv").exists()


def _edit(name: str, change: Callable[[list[dict[str, str]]], object]) -> Callable[[Path], None]:
    def edit(folder: Path) -> None:
        path = folder / "data" / name
        with path.open(newline="") as file:
            rows = list(csv.DictReader(file))
        change(rows)
        with path.open("w", newline="") as file:
            writer = csv.DictWriter(file, rows[0], lineterminator="\r\n")
            writer.writeheader()
            writer.writerows(rows)

    return edit


@pytest.mark.parametrize(
    ("edit", "fault"),
    [
        (_edit("actions.csv", lambda rows: rows[0].update(contract_id="c-rien")), "actions foreign-key"),
        (_edit("axes.csv", lambda rows: rows.append(rows[0])), "axes primary-key"),
        (_edit("contrats.csv", lambda rows: rows[0].update(kind="bail")), "contrats constraint-error"),
        (
            _edit("contrats.csv", lambda rows: rows[0].update(start_date="mai 2020")),
            "contrats constraint-error",
        ),
        (_edit("citations.csv", lambda rows: rows[0].update(confidence="1.5")), "citations constraint-error"),
        (_edit("citations.csv", lambda rows: rows[0].update(page="deux")), "citations type-error"),
        (_edit("signataires.csv", lambda rows: rows[0].update(name="")), "signataires constraint-error"),
    ],
)
def test_a_fault_in_the_data_is_found(
    base: Base, tmp_path: Path, edit: Callable[[Path], None], fault: str
) -> None:
    folder = unpacked(base, tmp_path)
    edit(folder)
    assert fault in errors_of(folder)


@pytest.mark.parametrize("name", LISTS)
def test_a_schema_stands_on_its_own(base: Base, tmp_path: Path, name: str) -> None:
    path = unpacked(base, tmp_path) / "schemas" / f"{LISTS[name].file}.json"
    written = json.loads(path.read_text())
    assert written == published_schema(LISTS[name])
    schema = Schema.from_descriptor(written)
    assert all(field.title and field.description for field in schema.fields)
    for key in ("$schema", "name", "title", "description", "countryCode", "version", "licenses"):
        assert written[key], key


def test_the_same_base_gives_the_same_bytes(base: Base) -> None:
    assert b"".join(package_chunks(base)) == b"".join(package_chunks(base))


@settings(QUICK, max_examples=8)
@given(base=bases())
def test_any_base_is_in_its_package(base: Base) -> None:
    with zipfile.ZipFile(io.BytesIO(b"".join(package_chunks(base)))) as archive:
        for info in LISTS.values():
            rows = READERS["csv"](archive.read(f"data/{info.file}.csv"), info)
            keys = [tuple(row[name] for name in info.key) for row in rows]
            assert len(set(keys)) == len(keys)
