"""The generator of varied contracts: the same seed gives the same bytes, and each gold text stands in its document."""

import io
import re
import subprocess
import sys
import unicodedata
from collections import Counter
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import docx
import pymupdf
import pytest

from samples.varied.document import Made, compose
from samples.varied.draw import data
from samples.varied.look import LAYOUTS
from samples.varied.plan import LISTS, TEXTS
from samples.varied.write import written


def folded(text: str) -> str:
    text = text.translate(str.maketrans({"’": "'", "œ": "oe", "Œ": "OE", "\u00ad": None}))
    text = re.sub(r"(?<=\w)[-\u2010]\n(?=\w)", "", text)
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", " ", plain)


def text_of(name: str, content: bytes) -> str:
    if name.endswith(".pdf"):
        with pymupdf.open("pdf", content) as pages:
            return "\n".join(page.get_text() for page in pages)
    document = docx.Document(io.BytesIO(content))
    return "\n".join(
        t.text or "" for t in document.element.body.iter() if t.tag.endswith("}t") or t.tag.endswith("}p")
    )


def readable(made: Made) -> bool:
    return not made.damage.scan and not made.damage.hyphens


@cache
def drawn(layout: str, seed: int = 0) -> tuple[Made, str, bytes]:
    for attempt in range(40):
        made = compose(Random(f"{layout}/{seed}/{attempt}"), 1, layout)
        if readable(made):
            return made, *written(made, "reportlab")
    raise AssertionError("no readable document in 40")


def texts(record: Any) -> list[str]:
    """Every text of a contract that its document must print."""
    found = [axis["title"] for axis in record["axes"]] + [
        o for axis in record["axes"] for o in axis["objectives"]
    ]
    for party in record["signatories"]:
        found += [party["name"], party["representative"]["name"], party["representative"]["role"]]
    for action in record["actions"]:
        found += [action["title"], action["axis"], *(action.get(name) or "" for name in TEXTS)]
        found += [item for name in LISTS for item in action.get(name) or ()]
    return found


@pytest.mark.parametrize("layout", sorted(LAYOUTS))
def test_every_gold_text_stands_in_the_document(layout: str) -> None:
    made, name, content = drawn(layout)
    words = Counter(folded(text_of(name, content)).split())
    for text in texts(made.gold):
        missing = Counter(folded(text).split()) - words
        assert not missing, f"{text!r} is not printed: {missing}"


def test_the_same_seed_gives_the_same_bytes() -> None:
    made = compose(Random("same"), 1, "two_col")
    again = compose(Random("same"), 1, "two_col")
    assert made.gold == again.gold
    assert written(made, "reportlab") == written(again, "reportlab")


def test_other_seeds_give_other_documents() -> None:
    made = [compose(Random(f"other/{n}"), n) for n in range(60)]
    assert len({m.look.layout for m in made}) >= len(LAYOUTS) - 3
    assert len({m.labels for m in made}) >= 12
    assert len({m.gold["territory"]["name"] for m in made}) >= 25


def test_fields_without_a_label_have_no_value() -> None:
    for n in range(30):
        for action in compose(Random(f"fields/{n}"), n).gold["actions"]:
            assert action["title"]
            assert all(action[name] is None or action[name] for name in TEXTS if name in action)
            assert all(isinstance(action[name], list) for name in LISTS)


def test_the_bank_is_wide_enough() -> None:
    actions = [action for topic in data("topics") for action in topic["actions"]]
    assert len(actions) >= 120
    assert len({action["t"] for action in actions}) == len(actions)
    assert len(data("labels")) >= 12


def test_command_line(tmp_path: Path) -> None:
    command = [
        sys.executable,
        "-m",
        "samples.varied",
        "--seed",
        "7",
        "--count",
        "2",
        "--renderer",
        "reportlab",
        "--out",
        str(tmp_path),
    ]
    subprocess.run(command, check=True, capture_output=True, cwd=Path(__file__).parent.parent)
    names = {f.name for f in (tmp_path / "docs").iterdir()}
    assert len(names) == 2
    assert {f.name.removesuffix(".gold.json") for f in (tmp_path / "gold").iterdir()} == names
