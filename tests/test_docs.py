"""The docs say what is there: every setting, command and error code is documented."""

import re
from pathlib import Path

import pytest
from typer.main import get_command

from flows.cli.commands import app
from flows.settings import Settings
from models.lists import LISTS
from search_api.exports.formats import FORMATS

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


def _issue_codes() -> set[str]:
    """Every code that stands in the source, written `"family.what"`."""
    folders = ("extractors", "pipeline", "flows")
    files = [path for folder in folders for path in (DOCS.parent / folder).rglob("*.py")]
    families = "structure|contract|document|extraction|link|collect"
    code = re.compile(rf'"((?:{families})\.[a-z_]+)"')
    return {found for path in files for found in code.findall(path.read_text(encoding="utf-8"))}


def test_every_issue_code_is_documented_and_no_other() -> None:
    table = set(
        re.findall(r"^\| `([a-z_.]+)` \|", (DOCS / "issues.md").read_text(encoding="utf-8"), re.MULTILINE)
    )
    assert _issue_codes() == table


@pytest.mark.parametrize("name", LISTS)
def test_every_list_is_documented(name: str) -> None:
    assert f"| `{name}` | `{LISTS[name].file}` |" in (DOCS / "data.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("ending", [*FORMATS, "docx"])
def test_every_format_is_documented(ending: str) -> None:
    assert f"| `.{ending}` |" in (DOCS / "data.md").read_text(encoding="utf-8")
