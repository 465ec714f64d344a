"""The user guide and the README: pictures that are there, light and used; pages that exist."""

import re
from pathlib import Path

import pytest

from scripts.screenshots import SCENES
from tests.search_api.web.browser.addresses import page_paths

ROOT = Path(__file__).parent.parent
GUIDE = ROOT / "docs" / "guide-utilisateur.md"
IMAGES = ROOT / "docs" / "images"
PICTURE = re.compile(r"!\[([^\]]*)\]\(([^)]+)\)")


def _pictures(page: Path) -> list[tuple[str, Path]]:
    return [(alt, (page.parent / link).resolve()) for alt, link in PICTURE.findall(page.read_text("utf-8"))]


@pytest.mark.parametrize("page", [GUIDE, ROOT / "README.md"], ids=lambda page: page.name)
def test_pictures_are_there_described_and_light(page: Path) -> None:
    pictures = _pictures(page)
    assert pictures
    for alt, path in pictures:
        assert len(alt) > 10, path
        assert path.stat().st_size < 200_000, path


def test_every_picture_is_taken_by_the_script_and_shown() -> None:
    shown = {path for page in (GUIDE, ROOT / "README.md") for _, path in _pictures(page)}
    assert shown == {path.resolve() for path in IMAGES.iterdir()}
    assert {path.stem for path in shown} == {scene[0] for scene in SCENES}


def test_the_guide_names_pages_that_exist() -> None:
    named = set(re.findall(r"`(/[a-z/-]+)`", GUIDE.read_text("utf-8")))
    assert len(named) > 8
    assert named <= set(page_paths())


def test_links_inside_the_guide_lead_somewhere() -> None:
    text = GUIDE.read_text("utf-8")
    titles = {
        re.sub(r"[^\w\- ]", "", title.lower()).strip().replace(" ", "-")
        for title in re.findall(r"^## (.+)$", text, re.M)
    }
    for link in re.findall(r"(?<!!)\[[^\]]*\]\(([^)]+)\)", text.replace("\n", " ")):
        if link.startswith("#"):
            assert link[1:] in titles
        else:
            assert (GUIDE.parent / link).exists(), link
