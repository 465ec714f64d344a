"""The stages of a run as plain functions over a Workshop: collect → extract → link → index → inventory.

Each redoes only what its own store says is missing, so a killed run resumes where it was.
"""

import hashlib
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from datetime import UTC, date, datetime
from pathlib import Path

from extractors.sandbox import SandboxError, run_limited
from flows.progress import Progress, Report, silent
from flows.settings import Settings
from flows.workshop import Workshop
from models.catalogue import Document, InventoryRow
from models.layout import READABLE, LayoutResult, Outcome
from models.records import DocumentError, DocumentResult, Issue
from models.search import IndexReport
from pipeline.collect import collect_folder, collect_source
from pipeline.collect.history import folder_run, run_of
from pipeline.extraction import EXTRACTOR_VERSION, process_file
from pipeline.inventory import take_inventory
from pipeline.linking import link
from pipeline.sources import Source
from search_api.engines.choose import EngineKind
from search_api.indexing import VERSION as INDEX_VERSION
from search_api.indexing import index_entries

#: The outcome of a document whose reader process was stopped, by the name of the sandbox's error.
STOPPED = {"SandboxTimeout": Outcome.TIMEOUT, "SandboxMemory": Outcome.MEMORY}


def read_one(
    path: Path, name: str, sha256: str, settings: Settings, *, confidence: bool = True
) -> tuple[LayoutResult, DocumentResult]:
    """Read and extract one file in a child process with limits. Never raises for a bad document."""
    try:
        read = run_limited(
            process_file,
            path,
            name=name,
            sha256=sha256,
            max_bytes=settings.max_file_mb * 1024 * 1024,
            confidence=confidence,
        )
        return read(settings.read_seconds, settings.read_memory_mb)
    except SandboxError as stop:
        outcome = STOPPED.get(type(stop).__name__, Outcome.DAMAGED)
        layout = LayoutResult(outcome=outcome, media_type="application/octet-stream", message=str(stop))
        result = DocumentResult(
            document=name,
            sha256=sha256,
            media_type=layout.media_type,
            outcome=outcome,
            extractor_version=EXTRACTOR_VERSION,
            error=DocumentError(type=outcome.value, message=str(stop)),
        )
        return layout, result


def read_path(path: Path, settings: Settings) -> DocumentResult:
    """Read and extract one file outside the store."""
    with path.open("rb") as file:
        sha256 = hashlib.file_digest(file, "sha256").hexdigest()
    return read_one(path, path.name, sha256, settings)[1]


def collect(
    workshop: Workshop, folder: Path | None, sources: Sequence[Source], report: Report = silent
) -> tuple[list[Document], list[Issue]]:
    """Fetch from a folder or the declared sources into the originals and the store."""
    documents: list[Document] = []
    issues: list[Issue] = []
    if folder is not None:
        started = _now()
        for document in collect_folder(folder, workshop.originals, issues.append):
            workshop.store.put_document(document)
            documents.append(document)
            report(Progress("Collecte", len(documents), note=document.name))
        workshop.store.put_collection(folder_run(folder.name, len(documents), len(issues), started, _now()))
    for number, source in enumerate(sources, 1):
        report(Progress("Collecte", number - 1, len(sources), note=source.publisher))
        started = _now()
        found = collect_source(source, workshop.originals, cache_dir=workshop.settings.http_cache)
        for document in found.documents:
            workshop.store.put_document(document)
        workshop.store.put_collection(run_of(source, found, started, _now()))
        documents += found.documents
        issues += found.issues
        report(Progress("Collecte", number, len(sources), note=source.publisher))
    return documents, issues


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


def to_extract(workshop: Workshop, documents: Iterable[Document]) -> list[Document]:
    """Those whose bytes this version of the extractors has not read yet, each once."""
    unique = {document.sha256: document for document in documents}
    return [d for d in unique.values() if workshop.store.result(d.sha256, EXTRACTOR_VERSION) is None]


def extract_batch(workshop: Workshop, documents: Sequence[Document], report: Report = silent) -> int:
    """Read the documents side by side and store each as soon as it is read. Returns how many failed."""
    settings, failed = workshop.settings, 0
    with ThreadPoolExecutor(settings.workers) as pool:
        futures = {
            pool.submit(
                read_one,
                workshop.originals.path(document.sha256),
                document.name,
                document.sha256,
                settings,
            ): document
            for document in documents
        }
        for done, future in enumerate(as_completed(futures), 1):
            layout, result = future.result()
            if layout.layout is not None:
                workshop.layouts.put(result.sha256, layout.layout)
            workshop.store.put_result(result)
            failed += result.outcome not in READABLE
            report(Progress("Lecture et extraction", done, len(documents), note=futures[future].name))
    return failed


def link_results(workshop: Workshop, only: frozenset[str] | None) -> list[Issue]:
    """Merge and relate the contracts of all read documents (or of `only` these sha256) and publish them."""
    documents = {d.sha256: d for d in workshop.store.documents() if only is None or d.sha256 in only}
    results = [r for r in workshop.store.latest_results() if r.sha256 in documents]
    human = [d for d in workshop.store.decisions() if d.decided_by != "linker"]
    linked = link(results, documents, human=human)
    workshop.store.publish(linked.contracts, linked.actions, linked.decisions)
    return list(linked.issues)


def index_catalogue(workshop: Workshop, today: date) -> IndexReport | None:
    """Index the published catalogue; None when the index already answers for it."""
    digest = f"{workshop.store.catalogue_digest()} {today.isoformat()} {INDEX_VERSION}"
    if workshop.settings.semantic:  # vectors are built with the index
        digest += " semantic"
    if workshop.settings.engine is not EngineKind.EMBEDDED:  # each cluster has an index of its own
        digest += (
            f" {workshop.settings.engine} {workshop.settings.engine_url} {workshop.settings.engine_index}"
        )
    mark = workshop.settings.root / "index.digest"
    if mark.exists() and mark.read_text(encoding="utf-8") == digest and workshop.engine.count():
        return None
    contracts, actions = workshop.store.contracts(), workshop.store.actions()
    report = workshop.engine.rebuild(
        index_entries(contracts, actions, take_inventory(contracts, actions, today))
    )
    mark.write_text(digest, encoding="utf-8")
    return report


def inventory(workshop: Workshop, today: date) -> tuple[InventoryRow, ...]:
    """The inventory of the published catalogue, as of a day."""
    return take_inventory(workshop.store.contracts(), workshop.store.actions(), today)
