"""`export`: what is published, to a file that other tools open."""

from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import Annotated

import typer
from rich.markup import escape

from flows.cli import show
from flows.cli.commands import app, writable
from flows.settings import Settings
from models.errors import ConfigurationError
from models.lists import ACTIONS, CHANGES

DAY = ["%Y-%m-%d"]
WHAT = """Liste : contracts, actions, signatories, axes, relations, codes, evidence, issues, documents, judgements ;
all : toute la base ; changes : ce qui a changé (avec --since) ; plan : un contrat pour Territoires en Transitions"""


@app.command()
def export(
    out: Annotated[
        Path,
        typer.Argument(
            help="Fichier à écrire ; sa fin dit le format : .csv, .xlsx, .jsonl, .parquet ; .geojson ou .jsonld "
            "(contrats, actions) ; .docx (fiches action) ; .zip (toute la base)"
        ),
    ],
    what: Annotated[str, typer.Option(help=WHAT)] = "contracts",
    filters: Annotated[
        list[str] | None,
        typer.Option("--filter", help="Ne garder que : nom=valeur, comme dans l'API (répétable)"),
    ] = None,
    as_of: Annotated[
        datetime | None,
        typer.Option(formats=DAY, metavar="JOUR", help="Ce qui était publié ce jour-là (AAAA-MM-JJ)"),
    ] = None,
    since: Annotated[
        datetime | None, typer.Option(formats=DAY, metavar="JOUR", help="Avec changes : premier jour")
    ] = None,
    until: Annotated[
        datetime | None,
        typer.Option(formats=DAY, metavar="JOUR", help="Avec changes : second jour, aujourd'hui sans lui"),
    ] = None,
    bom: Annotated[
        bool, typer.Option("--bom/--no-bom", help="CSV : commencer par la marque UTF-8, qu'Excel attend")
    ] = True,
) -> None:
    """Exporter une liste, en entier ou filtrée, toute la base, ou ce qui a changé.

    \b
    Exemples :
    export contrats.xlsx
    export bretagne.csv --filter region=53 --filter status=in_force
    export citations.parquet --what evidence --filter of=action
    export territoires.geojson
    export fiches.docx --what actions --filter contract_id=IDENTIFIANT
    export plan.xlsx --what plan --filter contract_id=IDENTIFIANT
    export base.zip --what all
    export avant.csv --as-of 2026-01-01
    export delta.csv --what changes --since 2026-01-01 --until 2026-06-30
    """
    from flows.workshop import open_workshop
    from search_api.exports import write
    from search_api.exports.changes import changes_between, changes_table
    from search_api.exports.quality import read_quality
    from search_api.services import published_on

    settings, today = Settings(), date.today()
    store = open_workshop(settings).store
    if what == CHANGES.name:
        table = changes_table(changes_between(partial(published_on, store), *_days(since, until, today)))
        count = write.write_rows(None, table, writable(out), bom=bom)
        show.errors.print(f"{show.plural(count, 'ligne')} → {escape(str(out))}")
        return
    base = write.open_base(store, today, as_of.date() if as_of else None)
    if what == "all":
        write.write_whole(base, read_quality(settings.quality), writable(out))
        told = "Toute la base"
    elif what == "plan":
        told = show.plural(write.write_plan(base, filters or [], writable(out)), "action")
    elif what == ACTIONS.name and out.suffix.lower() == ".docx":
        told = show.plural(write.write_sheets(base, filters or [], writable(out)), "fiche")
    else:
        told = show.plural(write.write_list(base, what, filters or [], writable(out), bom=bom), "ligne")
    show.errors.print(f"{told} → {escape(str(out))}")


def _days(since: datetime | None, until: datetime | None, today: date) -> tuple[date, date]:
    if since is None:
        raise ConfigurationError("--what changes demande --since AAAA-MM-JJ.")
    return since.date(), until.date() if until else today
