"""The help of the command line in French, its commands in groups: what Typer writes of itself, it writes in English."""

from typing import Any

import typer
from typer import rich_utils
from typer.core import TyperCommand, TyperGroup

#: The groups of the help, in its order: what people do every day first.
PANELS = {
    "Inventaire": ("run", "serve", "search", "inventory", "export"),
    "Documents et vocabulaires": ("extract", "names", "vocabulary"),
    "Qualité": ("evaluate", "evaluate-themes", "evaluate-ner", "calibrate", "train-ner"),
}
WORDS = {
    "DEFAULT_STRING": "[par défaut : {}]",
    "REQUIRED_LONG_STRING": "[obligatoire]",
    "COMMANDS_PANEL_TITLE": "Commandes",
    "ERRORS_PANEL_TITLE": "Erreur",
    "ABORTED_TEXT": "Interrompu.",
    "RICH_HELP": "Voir [blue]{command_path} {help_option}[/].",
}
HELP = "Afficher cette aide."


class FrenchCommand(TyperCommand):
    """A command whose option --help speaks French."""

    def get_help_option(self, ctx: Any) -> Any:
        return _french(super().get_help_option(ctx))


class FrenchGroup(TyperGroup):
    """The same for the commands as a whole."""

    def get_help_option(self, ctx: Any) -> Any:
        return _french(super().get_help_option(ctx))


def speak_french(app: typer.Typer) -> None:
    """To be called when all commands have joined. Raises KeyError for a command of no group."""
    for name, text in WORDS.items():
        setattr(rich_utils, name, text)
    places = {name: (panel, n) for n, (panel, name) in enumerate((p, c) for p in PANELS for c in PANELS[p])}
    for command in app.registered_commands:
        command.cls = FrenchCommand
        command.rich_help_panel = places[_name(command)][0]
    app.registered_commands.sort(key=lambda command: places[_name(command)][1])


def _name(command: Any) -> str:
    return command.name or str(command.callback.__name__)


def _french(option: Any) -> Any:
    if option is not None:
        option.help = HELP
    return option
