"""`calibrate`: learn on golds how sure each value is, or measure what is shipped."""

import tempfile
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Annotated

import numpy as np
import typer
from rich.markup import escape
from rich.table import Table

from flows.cli import show
from flows.cli.commands import app
from flows.cli.quality import corpora_of
from flows.settings import Settings
from models.errors import ConfigurationError
from pipeline.confidence.model import MODEL, Calibration, Measured, TrainedOn, load_calibration
from pipeline.confidence.samples import Sample
from pipeline.evaluation.corpora import Corpus, digest


@app.command()
def calibrate(
    corpus: Annotated[
        list[str] | None, typer.Option(help="nom=DOCUMENTS:ANNOTATIONS[:real] (répétable)")
    ] = None,
    out: Annotated[
        Path, typer.Option(help="Fichier du calibrage à écrire", show_default="celui qui est livré")
    ] = MODEL,
    measure_only: Annotated[
        bool, typer.Option("--measure", help="Mesurer le calibrage livré, sans rien apprendre")
    ] = False,
) -> None:
    """Apprendre sur des corpus annotés à quel point chaque valeur est sûre, ou mesurer ce qui est livré."""
    with tempfile.TemporaryDirectory() as folder:
        corpora = corpora_of(None, None, corpus, Path(folder))
        samples = _samples(corpora)
        if not any(not sample.right for sample in samples):
            raise ConfigurationError("Aucune valeur fausse dans ces corpus : il n'y a rien à apprendre.")
        if measure_only:
            _measure(samples, load_calibration())
            return
        _train(samples, corpora, out)


def _samples(corpora: Sequence[Corpus]) -> list[Sample]:
    from flows.evaluating import samples_of_corpus

    settings = Settings()
    with show.progress_bars() as report:
        return [sample for corpus in corpora for sample in samples_of_corpus(corpus, settings, report)]


def _measure(samples: Sequence[Sample], calibration: Calibration) -> None:
    from pipeline.confidence.reliability import measure

    sure = np.array([calibration.probability(sample.field, sample.features) for sample in samples])
    for name in dict.fromkeys(sample.corpus for sample in samples):
        own = [index for index, sample in enumerate(samples) if sample.corpus == name]
        _tell(f"Corpus {name}", [samples[i] for i in own], measure([samples[i] for i in own], sure[own]))


def _train(samples: Sequence[Sample], corpora: Sequence[Corpus], out: Path) -> None:
    from pipeline.confidence.reliability import measure
    from pipeline.confidence.thresholds import trade_offs
    from pipeline.confidence.training import train

    trained_on = {
        corpus.name: TrainedOn(
            digest=digest(corpus),
            documents=len({sample.document for sample in samples if sample.corpus == corpus.name}),
            values=sum(sample.corpus == corpus.name for sample in samples),
        )
        for corpus in corpora
    }
    calibration, held_out = train(samples, trained_on, date.today().isoformat())
    for name in trained_on:
        own = [index for index, sample in enumerate(samples) if sample.corpus == name]
        if own and len(trained_on) > 1:
            chosen = [samples[i] for i in own]
            _tell(f"Corpus {name}, documents tenus à part", chosen, measure(chosen, held_out[own]))
    assert calibration.measured is not None
    _tell("Documents tenus à part", samples, calibration.measured)
    table = Table(
        "Champ",
        "Seuil",
        "Retirées",
        "dont justes",
        "Précision",
        "devient",
        "F1",
        title="Ce que ferait un seuil",
    )
    for row in trade_offs(samples, held_out):
        kept = "[bold]" if calibration.thresholds.get(row.field) == row.threshold else ""
        precision = (f"{row.precision_before:.3f}", f"{row.precision_after:.3f}", f"{row.f1_change:+.4f}")
        table.add_row(kept + row.field, str(row.threshold), str(row.taken), str(row.taken_right), *precision)
    show.out.print(table)
    out.write_text(calibration.model_dump_json(indent=1) + "\n", encoding="utf-8")
    show.errors.print(f"Calibrage du {calibration.date} → {escape(str(out))}")


def _tell(title: str, samples: Sequence[Sample], measured: Measured) -> None:
    wrong = sum(not sample.right for sample in samples)
    show.out.print(
        f"[bold]{escape(title)}[/] : {show.plural(len(samples), 'valeur')}, {wrong} fausses, erreur de calibrage "
        f"(ECE) {measured.ece:.3f}, AUC {measured.auc:.3f}, {measured.errors_in_least_sure_tenth:.0%} des erreurs dans "
        "le dixième le moins sûr"
    )
    show.out.print("  " + ", ".join(f"{group} {error:.3f}" for group, error in measured.ece_by_group.items()))
    table = Table("Promis", "Valeurs", "En moyenne", "Justes")
    for row in measured.reliability:
        bounds = f"{row.low:.2f}–{row.high:.2f}"
        table.add_row(bounds, str(row.values), f"{row.promised:.3f}", f"{row.right:.3f}")
    show.out.print(table)
