"""`evaluate`: measure the extraction against golds, keep its floors, write the report."""

import tempfile
from pathlib import Path
from typing import Annotated

import typer
from rich.markup import escape

from flows.cli import show
from flows.cli.commands import app, existing
from flows.settings import Settings
from models.errors import ConfigurationError, FloorBroken
from pipeline.evaluation.corpora import Corpus, digest, parse_corpus
from pipeline.evaluation.corpora import existing as existing_corpus
from pipeline.evaluation.evaluate import JudgedDocument, evaluate_further, judge_all
from pipeline.evaluation.golds import read_predictions
from pipeline.evaluation.ratchet import (
    FLOORS,
    below,
    check,
    load_floors,
    raised,
    repository_corpora,
    to_compose,
    write_floors,
)
from pipeline.evaluation.report import EvaluationReport, ScoreGroup, make_report, score_group
from pipeline.evaluation.scores import ScoreTable


@app.command()
def evaluate(  # noqa: PLR0913, PLR0917 - the options of the command
    gold_argument: Annotated[
        Path | None,
        typer.Argument(
            metavar="GOLD",
            help="Dossier des annotations *.gold.json, ou fichier YAML (gouvernance, diagnostic, plans)",
        ),
    ] = None,
    pred: Annotated[
        Path | None, typer.Argument(metavar="PRED", help="Prédictions JSONL de « extract »")
    ] = None,
    docs: Annotated[Path | None, typer.Option(help="Dossier de documents à extraire")] = None,
    gold: Annotated[Path | None, typer.Option(help="Avec --docs : dossier de leurs annotations")] = None,
    corpus: Annotated[
        list[str] | None, typer.Option(help="nom=DOCUMENTS:ANNOTATIONS[:real] (répétable)")
    ] = None,
    out: Annotated[
        Path | None, typer.Option(help="Dossier du rapport : report.html, report.json, pages")
    ] = None,
    examples: Annotated[int, typer.Option(min=0, help="Exemples d'erreurs par champ")] = 5,
    resamples: Annotated[int, typer.Option(min=0, help="Tirages pour les intervalles à 95 %")] = 1000,
    half: Annotated[
        str | None, typer.Option(help="Avec un fichier YAML : ne garder que cette moitié")
    ] = None,
    ratchet: Annotated[
        bool, typer.Option("--ratchet", help="Échouer (code 8) sous un plancher de floors.yaml")
    ] = False,
    raise_floors: Annotated[
        bool, typer.Option("--raise-floors", help="Relever les planchers, jamais les baisser")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Rapport en JSON")] = False,
) -> None:
    """Comparer l'extraction aux annotations : précision, rappel et F1 par champ, planchers, rapport.

    Avec GOLD et PRED, des prédictions déjà faites ; avec --docs et --gold ou --corpus, extrait d'abord ; sans rien,
    les corpus du dépôt et ceux de ATLAS_CORPORA.
    """
    if pred is not None and gold_argument is not None:
        if existing(gold_argument).is_file():
            _tell_further(evaluate_further(gold_argument, existing(pred), half), as_json)
            return
        corpora: list[Corpus] = []
        read = read_predictions(existing(pred))
        judged = judge_all(existing(gold_argument), read, {})
        _tell(make_report(judged, examples=examples, resamples=resamples), corpora, out, as_json)
        return
    if gold_argument is not None or (docs is None) != (gold is None):
        raise ConfigurationError(
            "Donnez GOLD et PRED, ou --docs et --gold, ou --corpus nom=DOCUMENTS:ANNOTATIONS."
        )
    with tempfile.TemporaryDirectory() as folder:
        corpora = corpora_of(docs, gold, corpus, Path(folder))
        judged = _judged(corpora)
        report = make_report(judged, examples=examples, resamples=resamples)
        _tell(report, corpora, out, as_json)
        if raise_floors:
            _raise(judged, corpora)
        elif ratchet:
            _check(judged, corpora)


def corpora_of(docs: Path | None, gold: Path | None, given: list[str] | None, folder: Path) -> list[Corpus]:
    """What was asked for, or else the corpora of the repository and of the setting."""
    from flows.evaluating import compose

    if docs is not None and gold is not None:
        return [existing_corpus(Corpus(name="docs", docs=docs, gold=gold))]
    if given:
        return [parse_corpus(text) for text in given]
    floors = load_floors(FLOORS)
    found = repository_corpora(floors)
    found += [compose(name, entry, folder) for name, entry in to_compose(floors).items()]
    found += [parse_corpus(text) for text in Settings().corpora.split(";") if text.strip()]
    if not found:
        raise ConfigurationError("Aucun corpus ici : donnez --corpus nom=DOCUMENTS:ANNOTATIONS.")
    return found


def _judged(corpora: list[Corpus]) -> list[JudgedDocument]:
    from flows.evaluating import judge_corpus

    settings = Settings()
    with show.progress_bars() as report:
        return [document for corpus in corpora for document in judge_corpus(corpus, settings, report)]


def _tell_further(scores: ScoreTable, as_json: bool) -> None:
    if as_json:
        print(scores.model_dump_json())
    else:
        show.evaluation(scores)


def _tell(report: EvaluationReport, corpora: list[Corpus], out: Path | None, as_json: bool) -> None:
    from flows.evaluating import write_report

    if as_json:
        print(report.model_dump_json())
    else:
        whole = report.groups[0]
        show.evaluation(whole.scores, quotes=whole.quotes)
        if len(report.groups) > 1:
            show.groups(report)
    if out is not None:
        page = write_report(report, corpora, out, title="Qualité de l'extraction")
        show.errors.print(f"Rapport → {escape(str(page))}")


def _group(judged: list[JudgedDocument], corpus: Corpus) -> ScoreGroup:
    return score_group(corpus.name, corpus.name, [d for d in judged if d.corpus == corpus.name])


def _check(judged: list[JudgedDocument], corpora: list[Corpus]) -> None:
    floors = load_floors(FLOORS)
    breaches = []
    for corpus in corpora:
        group = _group(judged, corpus)
        breaches += check(corpus.name, group, digest(corpus), floors.get(corpus.name))
    if breaches:
        told = "\n".join(f"  • {breach.corpus} – {breach.message}" for breach in breaches)
        raise FloorBroken(f"{show.plural(len(breaches), 'plancher')} de qualité :\n{told}")
    show.errors.print(f"Planchers tenus : {', '.join(corpus.name for corpus in corpora)}")


def _raise(judged: list[JudgedDocument], corpora: list[Corpus]) -> None:
    floors = load_floors(FLOORS)
    for corpus in corpora:
        group = _group(judged, corpus)
        under = below(group, floors.get(corpus.name))
        if under:
            raise FloorBroken(
                f"Corpus « {corpus.name} » : {', '.join(under)} sous le plancher. "
                "Un plancher ne se baisse qu'à la main, dans pipeline/evaluation/floors.yaml."
            )
        floors[corpus.name] = raised(group, digest(corpus), floors.get(corpus.name))
    write_floors(floors, FLOORS)
    show.errors.print(f"Planchers relevés : {', '.join(corpus.name for corpus in corpora)}")
