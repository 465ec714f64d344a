"""The commands: each reads its options, calls one function and prints what came out."""

import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path
from typing import Annotated

import typer
from rich.markup import escape

from flows.cli import show
from flows.cli.french import FrenchGroup
from flows.progress import Progress
from flows.settings import Settings
from models.errors import ConfigurationError, InputNotFoundError
from models.layout import Outcome
from models.search import EntryKind, SearchQuery

app = typer.Typer(
    name="atlas-cls",
    help="Atlas des contrats locaux de santé : collecter, extraire, relier, chercher, inventorier.",
    cls=FrenchGroup,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    epilog="Codes de sortie : 0 tout va bien · 2 option ou réglage · 3 des documents ont échoué · "
    "4 chemin introuvable · 5 base · 6 moteur de recherche · 7 programme manquant · 8 plancher de qualité.",
)

PARTLY_FAILED = 3


def existing(path: Path) -> Path:
    """The path; raises InputNotFoundError where there is nothing."""
    if not path.exists():
        raise InputNotFoundError(f"« {path} » n'existe pas. Vérifiez le chemin.")
    return path


def writable(path: Path) -> Path:
    """The path, its folder made; raises ConfigurationError where it is a folder itself."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.is_dir():
        raise ConfigurationError(f"« {path} » est un dossier : donnez un nom de fichier.")
    return path


@app.command()
def run(
    docs: Annotated[
        Path | None, typer.Option(help="Dossier de documents, au lieu des sources déclarées")
    ] = None,
    source: Annotated[
        list[str] | None, typer.Option(help="Identifiant d'une source déclarée (répétable)")
    ] = None,
    only: Annotated[
        bool, typer.Option("--only", help="Ne publier que les documents de cette exécution")
    ] = False,
) -> None:
    """Tout faire : collecter, extraire, relier, indexer, dresser l'inventaire."""
    from flows.run import run_all
    from flows.workshop import open_workshop
    from pipeline.sources import load_sources

    if docs is not None and source:
        raise ConfigurationError("--docs et --source s'excluent : donnez un dossier ou des sources.")
    sources = []
    if docs is None:
        sources = [s for s in load_sources() if not source or s.id in source]
        unknown = set(source or ()) - {s.id for s in sources}
        if unknown:
            raise ConfigurationError(
                f"Source inconnue : {', '.join(sorted(unknown))}. Voir pipeline/sources/declared/."
            )
    folder = existing(docs) if docs is not None else None
    if folder is not None and not folder.is_dir():
        raise ConfigurationError(f"« {folder} » n'est pas un dossier.")
    workshop = open_workshop(Settings())
    with show.progress_bars() as report:
        result = run_all(
            workshop, folder=folder, sources=sources, only=only, today=date.today(), report=report
        )
    show.summary(result)
    if result.failed:
        raise typer.Exit(PARTLY_FAILED)


@app.command()
def extract(
    paths: Annotated[list[Path], typer.Argument(help="Documents ou dossiers")],
    out: Annotated[Path, typer.Option(help="Fichier JSONL à écrire, une ligne par document")],
) -> None:
    """Extraire des documents vers un fichier JSONL (format : docs/formats.md), sans toucher à la base."""
    from flows.stages import read_path
    from pipeline.evaluation.format import format_prediction

    files = [file for path in paths for file in files_of(existing(path))]
    settings, outcomes = Settings(), []
    with (
        show.progress_bars() as report,
        ThreadPoolExecutor(settings.workers) as pool,
        writable(out).open("w", encoding="utf-8") as lines,
    ):
        results = pool.map(lambda file: read_path(file, settings), files)
        for done, result in enumerate(results, 1):
            lines.write(json.dumps(format_prediction(result), ensure_ascii=False) + "\n")
            outcomes.append(result.outcome)
            report(Progress("Extraction", done, len(files), note=result.document))
    failed = sum(outcome is not Outcome.PARSED for outcome in outcomes)
    show.errors.print(f"{show.plural(len(files), 'document')}, {failed} en échec → {escape(str(out))}")
    if failed:
        raise typer.Exit(PARTLY_FAILED)


def files_of(path: Path) -> Iterator[Path]:
    """The file itself, or the visible files of a folder at any depth, in a stable order."""
    if path.is_file():
        yield path
        return
    for file in sorted(path.rglob("*")):
        if file.is_file() and not any(part.startswith(".") for part in file.relative_to(path).parts):
            yield file


@app.command("evaluate-themes")
def evaluate_themes(
    sample: Annotated[Path, typer.Argument(help="Actions codées à la main (docs/themes-coding-guide.md)")],
    held_back: Annotated[
        bool | None, typer.Option("--held-back/--development", help="Une moitié seulement")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Rapport en JSON")] = False,
) -> None:
    """Comparer le codage des thèmes à celui d'une personne : kappa de Cohen, précision, rappel."""
    from pipeline.evaluation.themes import evaluate_themes as compare
    from pipeline.evaluation.themes import load_coded_actions

    report = compare(load_coded_actions(existing(sample), held_back=held_back))
    if as_json:
        print(report.model_dump_json())
    else:
        show.themes(report)


@app.command()
def vocabulary(
    out: Annotated[Path, typer.Option(help="Fichier JSON-LD à écrire")],
) -> None:
    """Écrire les vocabulaires (thèmes, déterminants, populations…) en SKOS, au format JSON-LD."""
    from models.vocabularies.themes.skos import skos_json_ld

    writable(out).write_text(skos_json_ld() + "\n", encoding="utf-8")
    show.errors.print(f"Vocabulaires → {escape(str(out))}")


@app.command()
def search(
    text: Annotated[str | None, typer.Argument(help="Ce que vous cherchez")] = None,
    batch: Annotated[Path | None, typer.Option(help="Fichier JSON de requêtes")] = None,
    out: Annotated[Path | None, typer.Option(help="Avec --batch : fichier JSONL des résultats")] = None,
    size: Annotated[int, typer.Option(min=1, max=100, help="Nombre de résultats")] = 10,
) -> None:
    """Chercher des actions et des contrats, ou exécuter un lot de requêtes."""
    from flows.workshop import open_workshop
    from search_api.batch import run_batch

    if (text is None) == (batch is None):
        raise ConfigurationError("Donnez un texte à chercher, ou --batch REQUÊTES.json avec --out.")
    if batch is not None and out is None:
        raise ConfigurationError("--batch demande --out RÉSULTATS.jsonl.")
    workshop = open_workshop(Settings())
    if batch is not None and out is not None:
        count = run_batch(existing(batch), writable(out), workshop.engine, workshop.store)
        show.errors.print(f"{show.plural(count, 'requête')} → {escape(str(out))}")
        return
    found = workshop.engine.search(SearchQuery(text=text or "", size=size))
    contracts = {record.id: record for record in workshop.store.contracts()}
    actions = {record.id: record for record in workshop.store.actions()}
    show.hits(
        found,
        {
            h.id: contracts[h.id if h.kind is EntryKind.CONTRACT else actions[h.id].contract_id]
            for h in found.hits
        },
    )


@app.command()
def inventory(
    as_json: Annotated[bool, typer.Option("--json", help="Une ligne JSON par contrat")] = False,
) -> None:
    """Afficher l'inventaire des contrats publiés."""
    from flows.stages import inventory as rows_of
    from flows.workshop import open_workshop

    rows = rows_of(open_workshop(Settings()), date.today())
    if as_json:
        for row in rows:
            print(row.model_dump_json())
        return
    show.inventory(rows)
    show.figures(rows)


@app.command()
def serve(
    host: Annotated[str, typer.Option(help="Adresse d'écoute")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=1, max=65535, help="Port")] = 8000,
    workers: Annotated[int, typer.Option(min=1, max=64, help="Processus qui répondent")] = 1,
) -> None:
    """Servir les pages et l'API du dernier inventaire."""
    from flows.serving import serve_pages

    serve_pages(Settings(), host, port, workers)
