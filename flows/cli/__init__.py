"""The command line `atlas-cls`. Commands in `commands.py` and its neighbours, printing in `show.py`.

Exit codes: 0 all well · 1 unexpected · 2 wrong option or setting · 3 some documents failed ·
4 a path is not there · 5 the base · 6 the search engine · 7 something is not installed ·
8 a floor of quality is broken · 130 interrupted.
"""

import sys

from flows.cli import confidence, exporting, names, quality  # noqa: F401 - their commands join the app
from flows.cli.commands import app
from flows.cli.french import speak_french
from flows.cli.show import errors
from models.errors import AtlasError

speak_french(app)


def main() -> None:
    """Run the command; every known error is one French sentence on stderr and its own exit code."""
    try:
        app()
    except AtlasError as error:
        errors.print(f"[bold red]Erreur[/] : {error}")
        sys.exit(error.exit_code)
    except KeyboardInterrupt:
        errors.print("Interrompu. Relancez la même commande : ce qui est fait ne sera pas refait.")
        sys.exit(130)
