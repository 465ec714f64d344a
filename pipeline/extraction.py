"""Compose the extraction: a layout in, the contracts it speaks of out, each value with its evidence.

`process_file` is what a sandboxed child runs: read the layout, extract, never raise for a bad document.
"""

from pathlib import Path

from extractors.layout import READER_VERSION, ReadOptions, read_layout
from extractors.themes import code_contract
from models.base import Record
from models.layout import READABLE, Layout, LayoutResult
from models.records import Contract, DocumentError, DocumentResult, Issue, Severity
from pipeline.composition import NO_PLACE, contradictions, formal_contract, page_contracts
from pipeline.confidence import load_calibration, with_confidence

#: A new calibration gives other confidences: documents are then read again.
EXTRACTOR_VERSION = f"2.{READER_VERSION}.{load_calibration().version}"

__all__ = ["EXTRACTOR_VERSION", "Extraction", "extract_layout", "process_file"]


class Extraction(Record):
    """`no_contract_reason` is French and says why `contracts` is empty."""

    contracts: tuple[Contract, ...] = ()
    issues: tuple[Issue, ...] = ()
    no_contract_reason: str | None = None


def extract_layout(layout: Layout, *, document: str) -> Extraction:
    """The contracts of a document: a formal one has pages or a title of its own, a web page may speak of many."""
    blocks = list(layout.blocks())
    formal = formal_contract(layout, blocks, document)
    if formal is not None and formal[2] != NO_PLACE:  # a note on several contracts has no place of its own
        contract, issues, reason = formal
        coded = (code_contract(contract),) if contract else ()
        return Extraction(contracts=coded, issues=issues, no_contract_reason=reason)
    banners = [line for page in layout.pages for line in page.furniture]
    contracts, issues = page_contracts(blocks, document, layout.title, banners)
    unfound = formal[2] if formal else "La page explique ou mentionne les contrats, sans en présenter un."
    reason = None if contracts else unfound
    return Extraction(
        contracts=tuple(code_contract(contract) for contract in contracts),
        issues=(*issues, *contradictions(blocks, contracts, document)),
        no_contract_reason=reason,
    )


def process_file(
    path: Path, *, name: str, sha256: str, max_bytes: int | None = None, confidence: bool = True
) -> tuple[LayoutResult, DocumentResult]:
    """Read and extract one file. Without `confidence` no value is judged: what a calibration learns from."""
    options = ReadOptions() if max_bytes is None else ReadOptions(max_bytes=max_bytes)
    read = read_layout(path, options=options)
    base = DocumentResult(
        document=name,
        sha256=sha256,
        media_type=read.media_type,
        outcome=read.outcome,
        extractor_version=EXTRACTOR_VERSION,
    )
    if read.layout is None or read.outcome not in READABLE:
        error = DocumentError(type=read.outcome.value, message=read.message or read.outcome.value)
        return read, base.model_copy(update={"error": error})
    issues = [_partly_read(name, read)] if read.unread_pages or read.message else []
    shape = {"title": read.layout.title, "page_count": len(read.layout.pages) if read.layout.is_paged else 0}
    try:
        found = extract_layout(read.layout, document=name)
        contracts = found.contracts
        if confidence:
            contracts = with_confidence(contracts, read.layout, load_calibration())
    except (ValueError, LookupError, TypeError, AssertionError, RecursionError) as error:
        issues.append(_failed(name, error))
        return read, base.model_copy(update={**shape, "issues": tuple(issues)})
    return read, base.model_copy(
        update={
            **shape,
            "contracts": contracts,
            "no_contract_reason": found.no_contract_reason,
            "issues": (*issues, *found.issues),
        }
    )


def _partly_read(name: str, read: LayoutResult) -> Issue:
    return Issue(
        code="document.partly_read",
        severity=Severity.WARNING,
        message=read.message or "Le document n'a été lu qu'en partie.",
        next_step="Ouvrez l'original et vérifiez les pages manquantes.",
        document=name,
    )


def _failed(name: str, error: Exception) -> Issue:
    return Issue(
        code="extraction.failed",
        severity=Severity.ERROR,
        message=f"L'extraction a échoué sur ce document : {type(error).__name__} : {error}",
        next_step="Signalez ce document aux développeurs.",
        document=name,
    )
