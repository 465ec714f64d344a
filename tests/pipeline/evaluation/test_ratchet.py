"""Floors only go up, and only for the corpus that they were measured on."""

from pathlib import Path

import pytest

from models.errors import ConfigurationError, InputNotFoundError
from pipeline.evaluation.corpora import Corpus, digest, parse_corpus
from pipeline.evaluation.ratchet import (
    CorpusFloors,
    below,
    check,
    load_floors,
    raised,
    repository_corpora,
    to_compose,
    write_floors,
)
from pipeline.evaluation.report import ScoreGroup, score_group
from tests.pipeline.evaluation.test_report import contract, gold, judge


def group(region: str) -> ScoreGroup:
    wanted, found = contract(region="53"), contract(region=region)
    return score_group("a", "a", [judge(gold("r.pdf", wanted), gold("r.pdf", found))])


GOOD, BAD = group("53"), group("52")


def test_a_score_under_its_floor_is_a_breach_and_says_by_how_much() -> None:
    kept = raised(GOOD, "d1", None)
    assert kept.floors["region"] == 1.0
    assert check("a", GOOD, "d1", kept) == []
    told = [breach.message for breach in check("a", BAD, "d1", kept)]
    assert told[-1] == "region : 0.000, plancher 1.00."
    assert len(told) == 2, "the mean falls with it"


def test_a_field_that_is_no_longer_measured_breaks_its_floor() -> None:
    kept = CorpusFloors(digest="d1", floors={"representative": 0.9})
    assert [b.message for b in check("a", GOOD, "d1", kept)] == ["representative : 0.000, plancher 0.90."]


def test_another_corpus_is_said_before_any_score() -> None:
    [breach] = check("a", GOOD, "d2", raised(GOOD, "d1", None))
    assert "le corpus a changé" in breach.message


def test_floors_are_raised_but_never_lowered() -> None:
    low = raised(BAD, "d1", None)
    assert low.floors["region"] == 0.0
    high = raised(GOOD, "d1", low)
    assert high.floors["region"] == 1.0
    assert raised(BAD, "d2", high).floors["region"] == 1.0
    assert (below(GOOD, high), below(BAD, high)) == ([], ["macro", "region"])


def test_floors_are_written_and_read_back(tmp_path: Path) -> None:
    path = tmp_path / "floors.yaml"
    floors = {
        "a": raised(GOOD, "d1", CorpusFloors(docs="docs", gold="gold")),
        "b": CorpusFloors(compose=("m", "1")),
    }
    write_floors(floors, path)
    assert load_floors(path) == floors
    path.write_text("- a list", encoding="utf-8")
    with pytest.raises(ConfigurationError, match="planchers"):
        load_floors(path)


def folder(tmp_path: Path) -> Corpus:
    corpus = Corpus(name="a", docs=tmp_path / "docs", gold=tmp_path / "gold")
    corpus.docs.mkdir()
    corpus.gold.mkdir()
    (corpus.docs / "redon.html").write_text("Redon", encoding="utf-8")
    (corpus.gold / "redon.html.gold.json").write_text("{}", encoding="utf-8")
    return corpus


def test_the_digest_changes_with_a_name_a_document_or_a_gold(tmp_path: Path) -> None:
    corpus = folder(tmp_path)
    seen = [digest(corpus)]
    assert digest(corpus) == seen[0]
    (corpus.docs / "redon.html").write_text("Redon.", encoding="utf-8")
    seen.append(digest(corpus))
    (corpus.docs / "redon.html").rename(corpus.docs / "vannes.html")
    seen.append(digest(corpus))
    (corpus.gold / "redon.html.gold.json").write_text("[]", encoding="utf-8")
    seen.append(digest(corpus))
    (corpus.docs / ".cache").write_text("not a document", encoding="utf-8")
    assert digest(corpus) == seen[3]
    assert len(set(seen)) == 4


def test_a_corpus_is_given_by_its_name_and_folders(tmp_path: Path) -> None:
    corpus = folder(tmp_path)
    assert parse_corpus(f"a={corpus.docs}:{corpus.gold}") == corpus
    assert parse_corpus(f"a={corpus.docs}:{corpus.gold}:real").real
    with pytest.raises(ConfigurationError, match="nom=DOCUMENTS:ANNOTATIONS"):
        parse_corpus(str(corpus.docs))
    with pytest.raises(InputNotFoundError, match="n'est pas un dossier"):
        parse_corpus(f"a={corpus.docs}:{tmp_path / 'absent'}")


def test_a_corpus_with_floors_must_be_there_one_to_come_need_not(tmp_path: Path) -> None:
    folder(tmp_path)
    here = CorpusFloors(docs="docs", gold="gold", digest="d")
    to_come = CorpusFloors(docs="later/docs", gold="later/gold")
    assert [c.name for c in repository_corpora({"a": here, "b": to_come}, tmp_path)] == ["a"]
    with pytest.raises(InputNotFoundError):
        repository_corpora({"b": to_come.model_copy(update={"digest": "d"})}, tmp_path)


def test_drawn_documents_are_known_by_their_golds(tmp_path: Path) -> None:
    corpus = folder(tmp_path).model_copy(update={"drawn": True})
    before = digest(corpus)
    (corpus.docs / "redon.html").write_text("drawn by another version", encoding="utf-8")
    assert digest(corpus) == before
    (corpus.gold / "redon.html.gold.json").write_text("[]", encoding="utf-8")
    assert digest(corpus) != before


def test_a_corpus_is_composed_when_its_module_is_there(tmp_path: Path) -> None:
    (tmp_path / "samples" / "drawn").mkdir(parents=True)
    floors = {
        "a": CorpusFloors(compose=("samples.drawn", "--count", "2")),
        "to come": CorpusFloors(compose=("samples.later",)),
        "gone": CorpusFloors(compose=("samples.gone",), digest="d"),
    }
    assert list(to_compose(floors, tmp_path)) == ["a", "gone"], "what has floors is not left out in silence"


def test_the_floors_of_the_repository_are_of_corpora_that_are_there() -> None:
    floors = load_floors()
    samples = next(c for c in repository_corpora(floors) if c.name == "samples")
    assert digest(samples) == floors["samples"].digest
