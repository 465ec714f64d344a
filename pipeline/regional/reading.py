"""Documents that were not read, or only in part. In: documents, results. Out: each with its reason and what to do."""

from collections.abc import Iterable, Mapping

from models.base import Record
from models.catalogue import Document
from models.layout import Outcome
from models.records import DocumentResult

#: What a person can do about it; `None`: collected, not read yet.
NEXT_STEPS: Mapping[Outcome | None, str] = {
    None: "Relancez « atlas-cls run » : la lecture n'a pas encore eu lieu ou a été interrompue.",
    Outcome.PARTIAL: "Ouvrez l'original et vérifiez les pages manquantes.",
    Outcome.ENCRYPTED: "Demandez à l'éditeur un fichier sans mot de passe.",
    Outcome.EMPTY: "Ouvrez l'original : s'il montre du texte, demandez une meilleure numérisation.",
    Outcome.NOT_A_DOCUMENT: "Vérifiez l'adresse : elle ne mène pas à un document que l'on sait lire.",
    Outcome.DAMAGED: "Téléchargez de nouveau le fichier, ou demandez-le à l'éditeur.",
    Outcome.TOO_BIG: "Augmentez ATLAS_MAX_FILE_MB, puis relancez, si ce document compte.",
    Outcome.TIMEOUT: "Augmentez ATLAS_READ_SECONDS, puis relancez, si ce document compte.",
    Outcome.MEMORY: "Augmentez ATLAS_READ_MEMORY_MB, puis relancez, si ce document compte.",
}
#: Those that a second try may read come first.
_ORDER = tuple(NEXT_STEPS)


class ReadingProblem(Record):
    """`outcome` None: not read yet. `contracts`: how many were read all the same."""

    sha256: str
    name: str
    uri: str
    source: str | None
    outcome: Outcome | None
    reason: str
    next_step: str
    pages: int
    contracts: int


def reading_problems(
    documents: Iterable[Document], results: Iterable[DocumentResult]
) -> tuple[ReadingProblem, ...]:
    """Everything that was collected and is not read whole; a document whose extraction failed too."""
    by_sha = {result.sha256: result for result in results}
    found = [
        _problem(document, result)
        for document in documents
        if (result := by_sha.get(document.sha256)) is None
        or document.outcome is not Outcome.PARSED
        or _failed(result)
    ]
    return tuple(sorted(found, key=lambda p: (_ORDER.index(_known(p.outcome)), p.name, p.sha256)))


def _known(outcome: Outcome | None) -> Outcome | None:
    return Outcome.PARTIAL if outcome is Outcome.PARSED else outcome


def _failed(result: DocumentResult) -> bool:
    return any(issue.code == "extraction.failed" for issue in result.issues)


def _problem(document: Document, result: DocumentResult | None) -> ReadingProblem:
    issues = (
        [i for i in result.issues if i.code in {"document.partly_read", "extraction.failed"}]
        if result
        else []
    )
    told = result.error.message if result and result.error else " ".join(issue.message for issue in issues)
    steps = [issue.next_step for issue in issues if issue.next_step]
    return ReadingProblem(
        sha256=document.sha256,
        name=document.name,
        uri=document.uri,
        source=document.source,
        outcome=document.outcome,
        reason=told or "Le document n'a pas encore été lu.",
        next_step=steps[0] if steps else NEXT_STEPS[_known(document.outcome)],
        pages=document.page_count,
        contracts=len(result.contracts) if result else 0,
    )
