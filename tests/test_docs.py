"""The docs say what is there: every setting, command and error code is documented."""

from pathlib import Path

import pytest
from typer.main import get_command

from flows.cli.commands import app
from flows.settings import Settings

DOCS = Path(__file__).parent.parent / "docs"


@pytest.mark.parametrize("name", Settings.model_fields)
def test_every_setting_is_documented(name: str) -> None:
    description = Settings.model_fields[name].description
    text = (DOCS / "settings.md").read_text(encoding="utf-8")
    assert f"`ATLAS_{name.upper()}`" in text
    assert description is not None


@pytest.mark.parametrize("name", get_command(app).commands)  # type: ignore[attr-defined]
def test_every_command_is_documented(name: str) -> None:
    assert f"| `{name} " in (DOCS / "command-line.md").read_text(encoding="utf-8")
