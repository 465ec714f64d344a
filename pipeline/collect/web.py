"""In: a declared source. Out: its documents as originals, and an issue for each address that gave none."""

import json
import subprocess
import sys
import tempfile
import threading
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from models.catalogue import Document
from models.records import Issue, Severity
from pipeline.collect.originals import Originals
from pipeline.sources import Source

#: A site that answers slowly for an hour is left there until the next run; the cache keeps what was read.
SECONDS = 3600.0

#: What stopped a request (the exception's name) → issue code, what happened, what to do.
FAILURES = {
    "PrivateAddress": (
        "collect.private_address",
        "mène à une adresse privée et n'a pas été lue",
        "Si c'est voulu, déclarez « allow_private: true » dans la source.",
    ),
    "DownloadCancelledError": (
        "collect.too_big",
        "dépasse la taille permise",
        "Augmentez « max_mb » dans la source si ce document compte.",
    ),
    "IgnoreRequest": (
        "collect.robots",
        "est interdite aux robots par le site",
        "Demandez le document à l'éditeur, ou déposez-le dans un dossier.",
    ),
    "HttpError": (
        "collect.http_error",
        "n'a pas répondu par un document",
        "Ouvrez l'adresse dans un navigateur ; corrigez la source si la page a changé de place.",
    ),
}
_UNREACHABLE = (
    "collect.unreachable",
    "n'a pas pu être atteinte",
    "Relancez plus tard ; corrigez la source si l'adresse a changé.",
)


@dataclass
class Collected:
    """`unchanged` counts the documents that the site said had not changed since the last run."""

    documents: list[Document] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)
    unchanged: int = 0


def collect_source(
    source: Source, originals: Originals, *, cache_dir: Path, seconds: float = SECONDS
) -> Collected:
    """Crawl in a child process; what was fetched before a crash or the time limit is kept."""
    collected = Collected()
    cache_dir.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="atlas-collect-") as spool:
        order = {"source": source.model_dump(mode="json"), "cache": str(cache_dir), "spool": spool}
        code, errors = _crawl(json.dumps(order), collected, Path(spool), originals, source, seconds)
    if code != 0:
        collected.issues.append(_stopped(source, code, errors))
    if len(collected.documents) < source.expect.documents:
        collected.issues.append(_too_few(source, len(collected.documents)))
    return collected


def _crawl(
    order: str, collected: Collected, spool: Path, originals: Originals, source: Source, seconds: float
) -> tuple[int, str]:
    command = [sys.executable, "-m", "pipeline.collect.crawl"]
    with (
        tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace") as errors,
        subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=errors, text=True, encoding="utf-8"
        ) as child,
    ):
        assert child.stdin is not None and child.stdout is not None
        timer = threading.Timer(seconds, child.kill)
        timer.start()
        try:
            child.stdin.write(order)
            child.stdin.close()
            for line in child.stdout:
                _take(json.loads(line), collected, spool, originals, source)
        finally:
            timer.cancel()
        code = child.wait()
        errors.seek(0)
        return code, errors.read()[-400:]


def _take(
    event: dict[str, Any], collected: Collected, spool: Path, originals: Originals, source: Source
) -> None:
    if "document" not in event:
        collected.issues.append(_failure(event, source))
        return
    document = Document.model_validate(event["document"])
    body = spool / document.sha256
    originals.put_file(body)
    body.unlink()
    collected.documents.append(document)
    collected.unchanged += bool(event["unchanged"])


def _failure(event: dict[str, Any], source: Source) -> Issue:
    code, happened, next_step = FAILURES.get(event["failure"], _UNREACHABLE)
    told = f" (réponse {event['status']})" if event["status"] else ""
    return Issue(
        code=code,
        severity=Severity.WARNING,
        message=f"{source.publisher} : l'adresse {event['url']} {happened}{told}.",
        next_step=next_step,
    )


def _stopped(source: Source, code: int, errors: str) -> Issue:
    why = "délai dépassé" if code < 0 else " ".join(errors.split()) or f"code {code}"
    return Issue(
        code="collect.stopped",
        severity=Severity.ERROR,
        message=f"{source.publisher} : la collecte s'est arrêtée avant la fin ({why}).",
        next_step="Relancez : ce qui a été lu est gardé.",
    )


def _too_few(source: Source, found: int) -> Issue:
    return Issue(
        code="collect.too_few",
        severity=Severity.WARNING,
        message=f"{source.publisher} : {found} document(s) trouvé(s), {source.expect.documents} attendus.",
        next_step="Le site a sans doute changé : vérifiez les adresses de la source.",
    )
