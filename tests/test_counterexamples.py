"""The counter-examples are well-formed, and what their gold says stands in their documents."""

import csv
import io
import json
import re
import unicodedata
from pathlib import Path
from typing import Any

import docx
import pymupdf
import pytest
from lxml import html

from models.records import Contract
from models.vocabularies.gazetteer import load_gazetteer
from samples.counterexamples.compose import PRINTERS

FOLDER = Path(__file__).parent.parent / "samples" / "counterexamples"
DOCUMENTS = sorted((FOLDER / "docs").iterdir())
CATEGORIES = {"list", "page", "press", "action", "protocol", "amendment", "formal", "negative"}
DATES = ("signature_date", "start_date", "end_date")
Json = dict[str, Any]


def text_of(name: str, data: bytes) -> str:
    """Everything that a reader could see, menus and title included."""
    if name.endswith(".pdf"):
        with pymupdf.open(stream=data) as document:
            return "\n".join(page.get_text() for page in document)
    if name.endswith(".docx"):
        return "\n".join(str(t.text) for t in docx.Document(io.BytesIO(data)).element.iter() if t.text)
    text = data.decode("utf-8")
    if name.endswith(".html"):
        parser = html.HTMLParser(encoding="utf-8")
        text = " ".join(html.document_fromstring(data, parser=parser).itertext())
    return text


def words(text: str) -> list[str]:
    text = unicodedata.normalize("NFKD", text.replace("œ", "oe").replace("Œ", "Oe"))
    return re.findall(r"[a-z0-9]+", text.encode("ascii", "ignore").decode().lower())


def contracts(document: Path, folder: Path = FOLDER) -> list[Json]:
    gold: Json = json.loads((folder / "gold" / f"{document.name}.gold.json").read_text(encoding="utf-8"))
    assert gold["document"] == document.name
    found: list[Json] = gold["contracts"]
    return found


def copied(gold: Json) -> list[str]:
    """The texts that an annotator copies from the document rather than puts in a common form."""
    axes, actions = gold.get("axes", []), gold.get("actions", [])
    people = [s["representative"] for s in gold.get("signatories", []) if s["representative"]]
    lists = [item for action in actions for key in ("partners", "indicators") for item in action.get(key, [])]
    return [
        gold["territory"]["name"],
        *(axis["title"] for axis in axes),
        *(objective for axis in axes for objective in axis["objectives"]),
        *(person["name"] for person in people),
        *(text for action in actions for text in action.values() if isinstance(text, str)),
        *lists,
    ]


def test_every_document_has_gold_and_a_category() -> None:
    names = {path.name for path in DOCUMENTS}
    with (FOLDER / "index.csv").open(encoding="utf-8", newline="") as file:
        index = {row["document"]: row["category"] for row in csv.DictReader(file)}
    assert {path.name for path in (FOLDER / "gold").iterdir()} == {f"{name}.gold.json" for name in names}
    assert set(index) == names
    assert set(index.values()) == CATEGORIES
    for path in DOCUMENTS:
        assert (not contracts(path)) == (index[path.name] == "negative"), path.name


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_gold_is_in_the_shape_of_the_records(document: Path) -> None:
    places = load_gazetteer()
    for gold in contracts(document):
        territory = {"type": "autre", **gold["territory"]}  # the type may be left out as debatable
        rest = {key: value for key, value in gold.items() if key not in ("optional", "territory")}
        Contract.model_validate({**rest, "territory": territory})
        if code := gold["territory"].get("code"):
            assert places.place(code), code
        for date in filter(None, map(gold.get, DATES)):
            assert re.fullmatch(r"\d{4}(-\d{2}(-\d{2})?)?", date)
        for code in gold.get("departments", []):
            assert places.region_of_department(code) == gold["region"]


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_the_words_of_the_gold_stand_in_the_document(document: Path) -> None:
    text = text_of(document.name, document.read_bytes())
    flat = f" {' '.join(words(text))} "
    for gold in contracts(document):
        missing = [copy for copy in copied(gold) if f" {' '.join(words(copy))} " not in flat]
        assert missing == []
        for date in filter(None, map(gold.get, DATES)):
            assert date[:4] in text


def test_the_printed_documents_are_those_of_their_texts() -> None:
    sources = sorted((FOLDER / "texts").iterdir())
    printed = {path.name for path in DOCUMENTS if path.suffix in PRINTERS}
    assert printed == {source.stem for source in sources}
    for source in sources:
        again = PRINTERS[Path(source.stem).suffix](source.read_text(encoding="utf-8"))
        assert text_of(source.stem, again) == text_of(
            source.stem, (FOLDER / "docs" / source.stem).read_bytes()
        )
