"""What is installed is whole: data files, a reason for each library, a link to each page of the docs."""

import re
import tomllib
from fnmatch import fnmatch
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
README = (ROOT / "README.md").read_text(encoding="utf-8")
PACKAGES = [
    pattern.removesuffix("*") for pattern in PROJECT["tool"]["setuptools"]["packages"]["find"]["include"]
]
PATTERNS = PROJECT["tool"]["setuptools"]["package-data"]["*"]
REQUIREMENTS = [
    *PROJECT["project"]["dependencies"],
    *(text for extra in PROJECT["project"]["optional-dependencies"].values() for text in extra),
]


def test_the_five_packages_are_packaged() -> None:
    assert set(PACKAGES) == set(PROJECT["tool"]["importlinter"]["root_packages"])


@pytest.mark.parametrize("package", PACKAGES)
def test_every_file_that_is_no_code_goes_into_the_wheel(package: str) -> None:
    """A dot in the name of a folder would leave all of it out: setuptools takes no such folder for a package."""
    files = [
        path for path in (ROOT / package).rglob("*") if path.is_file() and "__pycache__" not in path.parts
    ]
    left_out = [
        str(path.relative_to(ROOT))
        for path in files
        if path.suffix != ".py" and not any(fnmatch(path.name, pattern) for pattern in PATTERNS)
    ]
    assert left_out == []
    assert not [path for path in files if any("." in part for part in path.relative_to(ROOT).parts[:-1])]


@pytest.mark.parametrize("name", [re.split(r"[\[<>=]", text)[0] for text in REQUIREMENTS])
def test_every_library_has_a_reason_in_the_readme(name: str) -> None:
    table = README.partition("## Dependencies")[2].partition("\n## ")[0]
    assert name == PROJECT["project"]["name"] or re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", table)


@pytest.mark.parametrize("page", [path.name for path in (ROOT / "docs").glob("*.md")])
def test_every_page_of_the_docs_is_reached(page: str) -> None:
    """From the README, or from a page that is."""
    others = [path for path in (ROOT / "docs").glob("*.md") if path.name != page]
    linked = f"](docs/{page})" in README or any(
        f"]({page}" in path.read_text(encoding="utf-8") for path in others
    )
    assert linked
