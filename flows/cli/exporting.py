"""`export`: what is published, to a file that other tools open."""

from datetime import date, datetime
from pathlib import Path
from typing import Annotated

import typer
from rich.markup import escape

from flows.cli import show
from flows.cli.commands import _writable, app
from flows.settings import Settings
from models.errors import ConfigurationError
from models.lists import CHANGES

DAY = ["%Y-%m-%d"]


@app.command()
def export(
    out: Annotated[
        Path, typer.Argument(help="Fichier à écrire ; sa fin dit le format : .csv, .xlsx, .jsonl…")
    ],
    what: Annotated[
        str,
        typer.Option(
            help="Liste : contracts, actions, signatories, axes, relations, codes, evidence, issues, "
            "documents, judgements ; ou changes (avec --since)"
        ),
    ] = "contracts",
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
    """Exporter une liste, en entier ou filtrée.

    Exemples : « export contrats.xlsx », « export bretagne.csv --filter region=53 --filter status=in_force »,
    « export citations.parquet --what evidence --filter of=action », « export avant.csv --as-of 2026-01-01 »,
    « export delta.csv --what changes --since 2026-01-01 ».
    """
    from flows.workshop import open_workshop
    from search_api.exports.changes import changes_between, changes_table
    from search_api.exports.write import open_base, write_list, write_rows

    store, today = open_workshop(Settings()).store, date.today()
    if what == CHANGES.name:
        table = changes_table(changes_between(store, *_days(since, until, today)))
        count = write_rows(table, _writable(out), bom=bom)
    else:
        base = open_base(store, today, as_of.date() if as_of else None)
        count = write_list(base, what, filters or [], _writable(out), bom=bom)
    show.errors.print(f"{show.plural(count, 'ligne')} → {escape(str(out))}")


def _days(since: datetime | None, until: datetime | None, today: date) -> tuple[date, date]:
    if since is None:
        raise ConfigurationError("--what changes demande --since AAAA-MM-JJ.")
    return since.date(), until.date() if until else today
