"""Run the extraction over corpora and judge it; write the report with the pages of its errors as pictures."""

import hashlib
import subprocess
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from extractors.render import RenderError, render_page
from flows.progress import Progress, Report, silent
from flows.settings import Settings
from flows.stages import read_one
from models.errors import ConfigurationError
from models.layout import Layout, LayoutResult
from models.records import DocumentResult
from pipeline.confidence.samples import Sample, samples_of
from pipeline.evaluation.corpora import Corpus
from pipeline.evaluation.evaluate import JudgedDocument, judge_all
from pipeline.evaluation.format import format_prediction
from pipeline.evaluation.golds import document_name, read_golds
from pipeline.evaluation.ratchet import ROOT, CorpusFloors
from pipeline.evaluation.report import ErrorExample, EvaluationReport
from pipeline.evaluation.similarity import Node
from search_api.pages.quality import quality_page

SCALE = 1.3
COMPOSE_SECONDS = 900


def read_corpus(
    corpus: Corpus, settings: Settings, report: Report = silent, *, confidence: bool = True
) -> list[tuple[LayoutResult, DocumentResult]]:
    """Every document of the corpus, read and extracted in sandboxed children."""
    files = corpus.files()

    def read(file: Path) -> tuple[LayoutResult, DocumentResult]:
        sha256 = hashlib.sha256(file.read_bytes()).hexdigest()
        return read_one(file, file.name, sha256, settings, confidence=confidence)

    results = []
    with ThreadPoolExecutor(settings.workers) as pool:
        for done, result in enumerate(pool.map(read, files), 1):
            results.append(result)
            report(Progress(f"Corpus {corpus.name}", done, len(files), note=result[1].document))
    return results


def judge_corpus(corpus: Corpus, settings: Settings, report: Report = silent) -> list[JudgedDocument]:
    """The extraction of the corpus against its golds."""
    predictions: dict[str, Node] = {}
    layouts: dict[str, Layout] = {}
    for read, result in read_corpus(corpus, settings, report):
        predictions[result.document] = format_prediction(result)
        if read.layout is not None:
            layouts[result.document] = read.layout
    return judge_all(corpus.gold, predictions, layouts, corpus=corpus.name, real=corpus.real)


def samples_of_corpus(corpus: Corpus, settings: Settings, report: Report = silent) -> list[Sample]:
    """The values of the corpus, each right or wrong, as a calibration learns from them."""
    golds = {document_name(gold): gold for gold in read_golds(corpus.gold)}
    return [
        sample
        for read, result in read_corpus(corpus, settings, report, confidence=False)
        if read.layout is not None and result.document in golds
        for sample in samples_of(golds[result.document], result, read.layout, corpus.name)
    ]


def compose(name: str, entry: CorpusFloors, folder: Path) -> Corpus:
    """Write a corpus by the module that composes it, below the folder: `docs/` and `gold/`."""
    out = folder / name
    command = [sys.executable, "-m", *entry.compose, "--out", str(out)]
    done = subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, timeout=COMPOSE_SECONDS, check=False
    )
    if done.returncode:
        last = (done.stderr.strip().splitlines() or ["sans message"])[-1]
        raise ConfigurationError(f"Corpus « {name} » : « {' '.join(entry.compose)} » a échoué : {last}")
    return Corpus(name=name, docs=out / "docs", gold=out / "gold", real=entry.real, drawn=True)


def write_report(report: EvaluationReport, corpora: Sequence[Corpus], folder: Path, *, title: str) -> Path:
    """`report.json`, `report.html` and `pages/*.png` below the folder. Returns the page."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = {(corpus.name, file.name): file for corpus in corpora for file in corpus.files()}
    report = report.model_copy(
        update={
            "examples": {
                field: tuple(_with_picture(example, paths, folder / "pages") for example in examples)
                for field, examples in report.examples.items()
            }
        }
    )
    (folder / "report.json").write_text(report.model_dump_json(indent=1), encoding="utf-8")
    page = folder / "report.html"
    page.write_text(quality_page(report, title), encoding="utf-8")
    return page


def _with_picture(example: ErrorExample, paths: dict[tuple[str, str], Path], folder: Path) -> ErrorExample:
    path = paths.get((example.corpus, example.document))
    if example.page is None or path is None or path.suffix.lower() != ".pdf":
        return example
    boxes = [example.bbox] if example.bbox else []
    key = hashlib.sha256(f"{path.name} {example.page} {boxes}".encode()).hexdigest()[:16]
    picture = folder / f"{example.corpus or 'corpus'}-{key}.png"
    if not picture.exists():
        try:
            drawn = render_page(path, example.page, scale=SCALE, highlight=boxes)
        except RenderError:
            return example  # an error is told without its picture
        folder.mkdir(parents=True, exist_ok=True)
        picture.write_bytes(drawn)
    return example.model_copy(update={"picture": f"{folder.name}/{picture.name}"})
