"""The help of every command, as a person reads it in a terminal."""

import pytest
from typer.main import get_command
from typer.testing import CliRunner

from flows.cli import app
from flows.cli.french import PANELS

COMMANDS = [name for names in PANELS.values() for name in names]
RUNNER = CliRunner(env={"COLUMNS": "80"})


def test_every_command_stands_in_a_group_of_the_help() -> None:
    assert list(get_command(app).commands) == COMMANDS  # type: ignore[attr-defined]
    text = RUNNER.invoke(app, ["--help"]).output
    assert [text.index(f" {panel} ") for panel in PANELS] == sorted(
        text.index(f" {panel} ") for panel in PANELS
    )


@pytest.mark.parametrize("name", COMMANDS)
def test_the_help_of_a_command_speaks_french_and_names_no_path_of_this_machine(name: str) -> None:
    result = RUNNER.invoke(app, [name, "--help"])
    assert result.exit_code == 0 and "Afficher cette aide" in result.output
    assert not [
        word for word in ("Show this", "[required]", "[default", "/home/", "[[") if word in result.output
    ]
    assert all(len(line) <= 80 for line in result.output.splitlines())


def test_a_wrong_option_is_an_error_in_french() -> None:
    result = RUNNER.invoke(app, ["serve", "--port", "0"])
    assert result.exit_code == 2 and "Erreur" in result.output
