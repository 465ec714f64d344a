"""The commands about names: list those of documents, train a model, compare recognisers."""

from pathlib import Path
from typing import Annotated

import typer
from rich.box import SIMPLE_HEAD
from rich.markup import escape
from rich.table import Table

from extractors.ner.card import Backend
from extractors.ner.choose import RecogniserKind, open_recogniser
from extractors.ner.evaluation.score import Scores
from extractors.ner.evaluation.sets import by_hand, evaluate_recogniser
from extractors.ner.protocol import Recogniser
from extractors.ner.trained_model import open_trained
from extractors.ner.training.train import Options
from flows.cli import show
from flows.cli.commands import PARTLY_FAILED, app, existing, files_of, writable
from flows.progress import Progress
from flows.settings import Settings
from models.errors import ConfigurationError

_DEFAULT = Options()


@app.command()
def names(
    paths: Annotated[list[Path], typer.Argument(help="Documents ou dossiers")],
    out: Annotated[Path, typer.Option(help="Fichier JSONL à écrire, une ligne par nom")],
) -> None:
    """Relever les personnes, les organisations et les lieux de documents, chacun avec sa page et sa citation."""
    from flows.naming import read_names

    settings = Settings()
    recogniser = open_recogniser(settings.recogniser, settings.ner_model)
    files, failed, count = [file for path in paths for file in files_of(existing(path))], 0, 0
    with show.progress_bars() as report, writable(out).open("w", encoding="utf-8") as lines:
        for done, file in enumerate(files, 1):
            found = read_names(file, recogniser, settings)
            failed += found is None
            for name in found or ():
                lines.write(name.model_dump_json() + "\n")
                count += 1
            report(Progress("Noms", done, len(files), note=file.name))
    show.errors.print(
        f"{show.plural(len(files), 'document')}, {failed} en échec, {count} noms → {escape(str(out))}"
    )
    if failed:
        raise typer.Exit(PARTLY_FAILED)


@app.command(name="train-ner")
def train_ner(
    out: Annotated[Path, typer.Argument(help="Dossier du modèle à écrire")],
    corpus: Annotated[
        list[Path] | None, typer.Option(help="Dossier de docs/ et gold/ à apprendre aussi (répétable)")
    ] = None,
    backend: Annotated[Backend, typer.Option(help="Moteur")] = Backend.SPACY,
    base: Annotated[
        str | None, typer.Option(help="Modèle de départ : nom ou dossier ; « blank » pour aucun")
    ] = None,
    sentences: Annotated[int, typer.Option(min=1, help="Phrases à composer")] = _DEFAULT.sentences,
    epochs: Annotated[int, typer.Option(min=1, help="Passages sur les phrases")] = _DEFAULT.epochs,
    seed: Annotated[int, typer.Option(help="Graine : la même donne le même modèle")] = _DEFAULT.seed,
    fresh: Annotated[bool, typer.Option("--fresh", help="Oublier les noms que le départ connaît")] = False,
) -> None:
    """Entraîner un modèle de noms du domaine, le mesurer et écrire sa fiche."""
    from extractors.ner.training.train import train_ner as train

    if out.is_dir() and any(out.iterdir()) and not (out / "atlas.json").exists():
        raise ConfigurationError(
            f"« {out} » n'est pas vide et ne contient pas de modèle : donnez un autre dossier."
        )
    if base is None and backend is Backend.TRANSFORMERS:
        raise ConfigurationError(
            "--backend transformers demande --base : un modèle de Hugging Face ou un dossier."
        )
    options = Options(
        backend=backend,
        base=base or _DEFAULT.base,
        sentences=sentences,
        epochs=epochs,
        seed=seed,
        fresh=fresh,
    )
    with show.progress_bars() as report:
        card = train(
            out,
            options,
            corpora=corpus or (),
            tell=lambda done, total, note: report(Progress("Entraînement", done, total, note=note)),
        )
    show.out.print(_table({open_trained(out).name: card.scores}))
    show.errors.print(f"Modèle et fiche → {escape(str(out))}")


@app.command(name="evaluate-ner")
def evaluate_ner(
    recogniser: Annotated[
        list[RecogniserKind] | None, typer.Option(help="Reconnaisseur à mesurer (répétable)")
    ] = None,
    model: Annotated[str | None, typer.Option(help="Dossier d'un modèle entraîné, ou nom")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Rapport en JSON")] = False,
    errors: Annotated[int, typer.Option(min=0, help="Montrer les N premières erreurs de chacun")] = 0,
) -> None:
    """Comparer les reconnaisseurs sur des phrases qu'ils n'ont pas vues."""
    import json

    compared = _compared(recogniser, model)
    scores = {one.name: evaluate_recogniser(one) for one in compared}
    if as_json:
        shown = {
            name: {k: s.model_dump(mode="json") for k, s in sets.items()} for name, sets in scores.items()
        }
        print(json.dumps(shown))
        return
    show.out.print(_table(scores))
    for one in compared if errors else ():
        _print_mistakes(one, errors)


def _compared(kinds: list[RecogniserKind] | None, model: str | None) -> list[Recogniser]:
    """Those asked for; else every one that needs nothing more than what is given."""
    if kinds:
        return [open_recogniser(kind, model) for kind in kinds]
    untrained = (RecogniserKind.RULES, RecogniserKind.SPACY, RecogniserKind.BOTH)
    trained = (RecogniserKind.MODEL, RecogniserKind.BOTH)
    return [open_recogniser(kind) for kind in untrained] + [
        open_recogniser(kind, model) for kind in trained if model
    ]


def _table(scores: dict[str, dict[str, Scores]]) -> Table:
    table = Table(
        box=SIMPLE_HEAD,
        padding=(0, 1, 0, 0),
        caption="F1 par étiquette, puis d'ensemble. Fausses : pour 100 phrases sans nom.",
    )
    for title in ("Reconnaisseur", "Phrases"):
        table.add_column(title, no_wrap=True)
    for title in ("PER", "ORG", "LOC", "Préc.", "Rappel", "F1", "Fausses"):
        table.add_column(title, justify="right", no_wrap=True)
    for name, sets in scores.items():
        for of, result in sets.items():
            total = result.total
            figures = [
                *(count.f1 for count in result.labels.values()),
                total.precision,
                total.recall,
                total.f1,
            ]
            table.add_row(name, of, *(f"{figure:.3f}" for figure in figures), f"{result.false_per_100:.1f}")
        table.add_section()
    return table


def _print_mistakes(recogniser: Recogniser, count: int) -> None:
    from extractors.ner.evaluation.score import mistakes

    show.out.print(f"\n[bold]{recogniser.name}[/]")
    found = [mistake for sentences in by_hand().values() for mistake in mistakes(recogniser, sentences)]
    for mistake in found[:count]:
        what = "manqué" if mistake.missed else "en trop"
        show.out.print(f"  {what} {mistake.label} « {escape(mistake.name)} » [dim]{escape(mistake.text)}[/]")
