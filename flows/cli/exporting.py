"""`export`: what is published, to a file that other tools open."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer
from rich.markup import escape

from flows.cli import show
from flows.cli.commands import _writable, app
from flows.settings import Settings


@app.command()
def export(
    out: Annotated[
        Path, typer.Argument(help="Fichier à écrire ; sa fin dit le format : .csv, .xlsx, .jsonl…")
    ],
    what: Annotated[
        str,
        typer.Option(
            help="Liste : contracts, actions, signatories, axes, relations, codes, evidence, issues, "
            "documents ou judgements"
        ),
    ] = "contracts",
    filters: Annotated[
        list[str] | None,
        typer.Option("--filter", help="Ne garder que : nom=valeur, comme dans l'API (répétable)"),
    ] = None,
    bom: Annotated[
        bool, typer.Option("--bom/--no-bom", help="CSV : commencer par la marque UTF-8, qu'Excel attend")
    ] = True,
) -> None:
    """Exporter une liste, en entier ou filtrée.

    Exemples : « export contrats.xlsx », « export bretagne.csv --filter region=53 --filter status=in_force »,
    « export citations.parquet --what evidence --filter of=action ».
    """
    from flows.workshop import open_workshop
    from search_api.exports.write import open_base, write_list

    base = open_base(open_workshop(Settings()).store, date.today())
    count = write_list(base, what, filters or [], _writable(out), bom=bom)
    show.errors.print(f"{show.plural(count, 'ligne')} → {escape(str(out))}")
