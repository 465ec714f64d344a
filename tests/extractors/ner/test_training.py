"""Training on a blank pipeline, small enough for every run; the transformers extra on a model of random weights."""

import json
from pathlib import Path

import pytest

from extractors.ner.card import Backend, read_card, write_card
from extractors.ner.evaluation.marked import read_marked
from extractors.ner.evaluation.score import score
from extractors.ner.protocol import MentionLabel
from extractors.ner.trained_model import open_trained
from extractors.ner.training.corpus import from_corpus
from extractors.ner.training.spacy_backend import train_spacy
from extractors.ner.training.train import Options, train_ner
from models.errors import ConfigurationError, DependencyMissing, InputNotFoundError
from tests.extractors.ner.conftest import tiny_folder, tiny_transformer

FEW = [
    read_marked(text)
    for text in (
        "La [Ville de Redon|ORG] finance.",
        "[Odile Morvan|PER] habite [Millau|LOC].",
        "Les habitants vieillissent.",
        "La santé est une priorité.",
    )
]


def silent(done: int, total: int, note: str) -> None: ...


def test_it_learns_what_it_is_taught(tmp_path: Path) -> None:
    losses: list[str] = []
    options = Options(base="blank", epochs=25, batch=4, dropout=0.0)
    train_spacy(FEW, tmp_path, options, version="1.0.0", tell=lambda d, t, note: losses.append(note))
    write_card(tmp_path, read_card(tiny_folder()))
    assert score(open_trained(tmp_path), FEW).total.f1 == 1.0
    assert len(losses) == 25


def test_the_card_says_what_the_model_is_and_how_well_it_does() -> None:
    card = read_card(tiny_folder())
    assert open_trained(tiny_folder()).version == card.version
    assert (card.base, card.sentences, card.from_corpus, card.unnamed) == ("blank", 48, 0, 31)
    assert set(card.scores) == {"prose", "contracts", "templates"}
    assert set(card.scores["prose"].labels) == set(MentionLabel)
    readme = (tiny_folder() / "README.md").read_text(encoding="utf-8")
    assert card.version in readme and f"{card.scores['prose'].total.f1:.3f}" in readme


def test_the_same_seed_gives_the_same_model(tmp_path: Path) -> None:
    models = {}
    for name, seed in (("one", 7), ("same", 7), ("other", 8)):
        options = Options(base="blank", epochs=2, seed=seed)
        train_spacy(FEW, tmp_path / name, options, version="1.0.0", tell=silent)
        models[name] = (tmp_path / name / "ner" / "model").read_bytes()
    assert models["one"] == models["same"] != models["other"]


def test_the_confidence_of_a_mention_is_the_precision_measured() -> None:
    card = read_card(tiny_folder())
    for label, count in card.scores["prose"].labels.items():
        measured = count.right + count.wrong > 0
        assert card.confidence(label) == (round(count.precision, 2) if measured else 0.5)


def test_a_folder_without_a_model_says_what_to_run(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match="train-ner"):
        open_trained(tmp_path)


def test_a_card_of_another_version_says_what_to_run(tmp_path: Path) -> None:
    (tmp_path / "atlas.json").write_text('{"backend": "magic"}', encoding="utf-8")
    with pytest.raises(ConfigurationError, match="relancez"):
        open_trained(tmp_path)


# --- a corpus -------------------------------------------------------------------------------------------------

PAGE = """<html lang="fr"><body><main><h1>Contrat local de santé</h1>
<p>Le Cercle des Sept, représenté par Odile Morvan, signe le contrat local de santé.</p>
<p>Une animation de Machin Truc est prévue chaque année au printemps.</p>
<p>Les habitants demandent des consultations plus proches de chez eux.</p>
<p>La maladie de Parkinson et la maladie d'Alzheimer mobilisent fortement les aidants.</p>
</main></body></html>"""
GOLD = {
    "document": "page.html",
    "contracts": [
        {
            "signatories": [
                {"name": "Cercle des Sept", "representative": {"name": "Odile Morvan", "role": None}}
            ]
        }
    ],
}


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    for part in ("docs", "gold"):
        (tmp_path / part).mkdir()
    (tmp_path / "docs" / "page.html").write_text(PAGE, encoding="utf-8")
    (tmp_path / "gold" / "page.html.gold.json").write_text(json.dumps(GOLD), encoding="utf-8")
    return tmp_path


def test_a_corpus_teaches_the_names_of_its_gold(corpus: Path) -> None:
    sentences = {s.text: [s.text[n.span.start : n.span.end] for n in s.names] for s in from_corpus(corpus)}
    signs = "Le Cercle des Sept, représenté par Odile Morvan, signe le contrat local de santé."
    assert sentences[signs] == ["Cercle des Sept", "Odile Morvan"]
    assert sentences["Les habitants demandent des consultations plus proches de chez eux."] == []


def test_a_sentence_with_a_name_that_nothing_explains_is_left_out(corpus: Path) -> None:
    assert not any("Machin" in sentence.text for sentence in from_corpus(corpus))


def test_a_sentence_of_the_evaluation_is_left_out(corpus: Path) -> None:
    known = frozenset({"les habitants demandent des consultations plus proches de chez eux"})
    assert not any("habitants" in sentence.text for sentence in from_corpus(corpus, known=known))


def test_a_folder_that_is_no_corpus_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputNotFoundError, match="docs/ et gold/"):
        from_corpus(tmp_path)


# --- transformers ---------------------------------------------------------------------------------------------


@pytest.mark.transformers
def test_a_transformer_is_fine_tuned_and_loads_as_a_recogniser(tmp_path: Path) -> None:
    tiny_transformer(tmp_path / "base")
    notes: list[str] = []
    options = Options(
        backend=Backend.TRANSFORMERS,
        base=str(tmp_path / "base"),
        sentences=60,
        epochs=3,
        batch=8,
        learning_rate=1e-2,
    )
    card = train_ner(tmp_path / "out", options, tell=lambda done, total, note: notes.append(note))
    losses = [float(note.split()[-1]) for note in notes]
    assert sum(losses[-4:]) < sum(losses[:4])
    recogniser = open_trained(tmp_path / "out")
    assert recogniser.name == "transformers"
    assert card.version in recogniser.version
    labels = json.loads((tmp_path / "out" / "config.json").read_text())["id2label"].values()
    assert {"O", "B-PER", "I-ORG", "B-LOC"} <= set(labels)
    assert set(card.scores) == {"prose", "contracts", "templates"}


@pytest.mark.transformers
def test_a_transformer_learns_what_it_is_taught(tmp_path: Path) -> None:
    from extractors.ner.training.transformer_backend import train_transformer
    from extractors.ner.transformer_model import TransformersRecogniser

    tiny_transformer(tmp_path / "base")
    taught = [read_marked("le [maire|PER] de la [ville|LOC]"), read_marked("la santé de la [ville|LOC]")]
    options = Options(
        backend=Backend.TRANSFORMERS, base=str(tmp_path / "base"), epochs=60, batch=2, learning_rate=1e-2
    )
    train_transformer(taught, tmp_path / "out", options, tell=silent)
    assert score(TransformersRecogniser(tmp_path / "out"), taught).total.f1 == 1.0


@pytest.mark.transformers
def test_a_base_that_is_not_there_is_told(tmp_path: Path) -> None:
    pytest.importorskip("transformers", reason="l'extra « transformers » n'est pas installé")
    options = Options(backend=Backend.TRANSFORMERS, base=str(tmp_path / "nothing"), sentences=2)
    with pytest.raises(DependencyMissing, match="introuvable"):
        train_ner(tmp_path / "out", options, tell=silent)


def test_missing_transformers_says_what_to_install(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    import sys

    monkeypatch.setitem(sys.modules, "transformers", None)
    options = Options(backend=Backend.TRANSFORMERS, base="any", sentences=2)
    with pytest.raises(DependencyMissing, match=r"atlas-cls\[transformers\]"):
        train_ner(tmp_path, options, tell=silent)
