"""The contract of all recognisers, then what ours find."""

import sys
import time
from itertools import pairwise
from pathlib import Path

import pytest

from extractors.ner.protocol import Mention, MentionLabel, Recogniser, apart
from extractors.ner.rules import RuleRecogniser
from extractors.ner.spacy_model import SpacyRecogniser
from extractors.ner.transformer_model import TransformersRecogniser
from models.errors import DependencyMissing
from tests.extractors.ner.conftest import CrashingRecogniser, spacy_recogniser

TEXTS = [
    "Entre l’Agence régionale de santé Bretagne, représentée par M. Yann LE GUEN, et la Ville de Redon.",
    "",
    "  Mme Odile de La Tour, maire de Millau\n\n",
    "Le contrat prévoit des actions de prévention.",
]


def test_every_text_gets_its_own_list(recogniser: Recogniser) -> None:
    assert len(recogniser.recognise(TEXTS)) == len(TEXTS)
    assert recogniser.recognise([]) == []
    assert recogniser.recognise([""]) == [[]]


def test_a_mention_is_cut_out_of_its_text(recogniser: Recogniser) -> None:
    for text, mentions in zip(TEXTS, recogniser.recognise(TEXTS), strict=True):
        for mention in mentions:
            assert text[mention.start : mention.end] == mention.text == mention.text.strip()


def test_mentions_are_in_order_and_apart(recogniser: Recogniser) -> None:
    for mentions in recogniser.recognise(TEXTS):
        assert all(one.end <= other.start for one, other in pairwise(mentions))


def test_the_same_text_gives_the_same_answer_alone_or_in_company(recogniser: Recogniser) -> None:
    together = recogniser.recognise(TEXTS)
    alone = [recogniser.recognise([text])[0] for text in TEXTS]
    assert [[(m.start, m.end, m.label) for m in found] for found in together] == [
        [(m.start, m.end, m.label) for m in found] for found in alone
    ]


def test_it_is_a_recogniser_with_a_name_and_a_version(recogniser: Recogniser) -> None:
    assert isinstance(recogniser, Recogniser)
    assert recogniser.name
    assert recogniser.version


def test_a_crash_is_not_swallowed() -> None:
    crashing: Recogniser = CrashingRecogniser("Redon")
    assert crashing.recognise(["Millau"]) == [[]]
    with pytest.raises(RuntimeError):
        crashing.recognise(TEXTS)


def found(recogniser: Recogniser, text: str, label: MentionLabel) -> list[str]:
    return [mention.text for mention in recogniser.recognise([text])[0] if mention.label is label]


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("représentée par M. Paul-Henri DURAND-LEROY, directeur", "Paul-Henri DURAND-LEROY"),
        ("Mme Odile de La Tour", "Odile de La Tour"),
        ("Monsieur le docteur Élise Morvan a dit", "Élise Morvan"),
        ("Madame d’Avray signe", "d’Avray"),
        ("Jean-Marc LE GALL\nDirecteur", "Jean-Marc LE GALL"),
        ("Élise Martin, présidente de la communauté", "Élise Martin"),
    ],
)
def test_rules_find_persons(text: str, person: str) -> None:
    assert found(RuleRecogniser(), text, MentionLabel.PER) == [person]


@pytest.mark.parametrize(
    "text",
    [
        "Monsieur le Préfet du Var",
        "Madame la Présidente",
        "FICHE ACTION",
        "Le maire, président du COPIL",
        "Axe SANTÉ",
    ],
)
def test_a_role_is_not_a_person(text: str) -> None:
    assert found(RuleRecogniser(), text, MentionLabel.PER) == []


@pytest.mark.parametrize(
    "organisation",
    [
        "Agence régionale de santé (ARS) Île-de-France",
        "ARS Bretagne",
        "Préfecture de la Seine-Saint-Denis",
        "Conseil départemental de l’Orne",
        "Ville d’Arles",
        "communauté de communes du Thouarsais",
        "Flers Agglo",
        "Caisse commune de sécurité sociale de la Lozère",
        "Centre hospitalier de l’Ouest guyanais",
        "UNAFAM des Bouches-du-Rhône",
        "CPTS du Pays d’Arles",
    ],
)
@pytest.mark.parametrize("recogniser", ["rules", "spacy"], indirect=True)
def test_organisations_are_found_whole(recogniser: Recogniser, organisation: str) -> None:
    text = f"Le contrat est signé par la {organisation}, et par d'autres."
    assert found(recogniser, text, MentionLabel.ORG) == [organisation]


def test_two_organisations_are_not_one() -> None:
    text = "la Préfecture de l'Orne et le Conseil départemental de l'Orne"
    assert found(RuleRecogniser(), text, MentionLabel.ORG) == [
        "Préfecture de l'Orne",
        "Conseil départemental de l'Orne",
    ]


def test_everyday_words_are_not_organisations() -> None:
    text = "L'état de santé des habitants de la commune, les professionnels de santé, le pays et la région."
    assert RuleRecogniser().recognise([text]) == [[]]


def test_spacy_finds_a_person_without_civility_and_cuts_at_the_line() -> None:
    (mentions,) = spacy_recogniser().recognise(["Jean Dupont\nVille de Millau"])
    assert [(m.text, m.label) for m in mentions] == [
        ("Jean Dupont", MentionLabel.PER),
        ("Ville de Millau", MentionLabel.ORG),
    ]


def test_of_two_mentions_that_overlap_the_first_named_stays() -> None:
    one = Mention(start=4, end=9, label=MentionLabel.PER, text="abcde")
    other = Mention(start=0, end=5, label=MentionLabel.LOC, text="abcde")
    after = Mention(start=0, end=4, label=MentionLabel.LOC, text="abcd")
    assert apart([one, other, after]) == [after, one]


@pytest.mark.parametrize(
    "text",
    [
        "ARS" + " " * 40_000 + "x",
        "ARS - " * 8_000,
        "CPAM\n" * 8_000,
        "M. " + "Jean-" * 10_000,
        "Mme " + "A. " * 10_000,
        "Ville de " * 8_000,
    ],
    ids=lambda text: text[:8],
)
def test_hostile_texts_end_in_time(text: str) -> None:
    start = time.process_time()
    RuleRecogniser().recognise([text])
    assert time.process_time() - start < 3.0


def test_items_of_a_list_are_apart_and_generic_acronyms_are_no_names() -> None:
    text = "- ARS Bretagne - EHPAD - UNAFAM - Bailleurs sociaux - CPTS - CPTS Redon"
    assert found(RuleRecogniser(), text, MentionLabel.ORG) == ["ARS Bretagne", "UNAFAM", "CPTS Redon"]


@pytest.mark.parametrize("text", ["Centre de ressources", "Publier un guide chaque année."])
def test_everyday_words_are_not_places(text: str) -> None:
    assert found(RuleRecogniser(), text, MentionLabel.LOC) == []


def test_a_missing_spacy_model_says_what_to_install() -> None:
    with pytest.raises(DependencyMissing, match=r"requirements/spacy-model\.txt"):
        SpacyRecogniser("fr_no_such_model").recognise(["Bonjour"])


def test_missing_transformers_says_what_to_install(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setitem(sys.modules, "transformers", None)
    with pytest.raises(DependencyMissing, match=r"atlas-cls\[transformers\]"):
        TransformersRecogniser(tmp_path).recognise(["Bonjour"])


@pytest.mark.transformers
def test_a_folder_without_a_model_is_told(tmp_path: Path) -> None:
    pytest.importorskip("transformers", reason="l'extra « transformers » n'est pas installé")
    with pytest.raises(DependencyMissing, match="introuvable"):
        TransformersRecogniser(tmp_path / "nothing").recognise(["Bonjour"])
