"""Sentences made for training: what the slots give, what noise does, and what must never be trained on."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.ner.evaluation.marked import read_marked
from extractors.ner.evaluation.sets import texts_never_trained_on
from extractors.ner.training.examples import NEGATIVES, Part, from_templates, templates
from extractors.ner.training.french import joined
from extractors.ner.training.names import Names, slots
from extractors.ner.training.noise import (
    curly,
    lower,
    misread,
    mistyped,
    noisy,
    plain,
    rewritten,
    spaced,
    upper,
)
from models.records import OrganisationKind
from models.text import fold
from models.vocabularies.gazetteer import load_gazetteer
from models.vocabularies.organisations import organisation_kind


@pytest.mark.parametrize(
    ("link", "name", "expected"),
    [
        ("de", "Redon", "de Redon"),
        ("de", "Arles", "d'Arles"),
        ("de", "Hyères", "d'Hyères"),
        ("de", "Le Mans", "du Mans"),
        ("de", "Les Ulis", "des Ulis"),
        ("de", "La Rochelle", "de La Rochelle"),
        ("a", "Le Havre", "au Havre"),
        ("a", "Redon", "à Redon"),
        ("de", "Orne", "de l'Orne"),
        ("de", "Nièvre", "de la Nièvre"),
        ("le", "Vosges", "les Vosges"),
        ("de", "Mayotte", "de Mayotte"),
    ],
)
def test_prepositions_of_places(link: str, name: str, expected: str) -> None:
    assert "".join(joined(link, name, organisation=False)) == expected


@pytest.mark.parametrize(
    ("link", "name", "expected"),
    [
        ("le", "CPAM du Var", "la CPAM du Var"),
        ("Le", "ARS Bretagne", "L'ARS Bretagne"),
        ("de", "centre hospitalier de Tulle", "du centre hospitalier de Tulle"),
        ("a", "Ville de Redon", "à la Ville de Redon"),
        ("le", "Redon Agglomération", "Redon Agglomération"),
    ],
)
def test_articles_of_organisations(link: str, name: str, expected: str) -> None:
    assert "".join(joined(link, name, organisation=True)) == expected


@pytest.mark.parametrize(
    ("style", "part", "template"),
    [(s, part, text) for s, parts in templates().items() for part, texts in parts.items() for text in texts],
)
def test_every_template_fills(style: str, part: Part, template: str) -> None:
    names = Names(random.Random(1))
    for _ in range(5):
        sentence = read_marked(names.fill(template))
        assert not any(mark in sentence.text for mark in "{}[]|") or "|" in template
        assert bool(sentence.names) == (style != NEGATIVES)


def test_held_back_templates_are_not_trained_on() -> None:
    trained = {text for parts in templates().values() for text in parts[Part.TRAIN]}
    held_back = {text for parts in templates().values() for text in parts[Part.HELD_BACK]}
    assert held_back and not trained & held_back


def test_no_sentence_annotated_by_hand_is_made() -> None:
    made = {fold(sentence.text) for sentence in from_templates(2000, seed=1)}
    assert not made & texts_never_trained_on()


def test_every_kind_of_organisation_has_its_forms_and_its_name_tells_it() -> None:
    kinds = {slot.kind: name for name, slot in slots().items() if slot.kind}
    assert set(kinds) == set(OrganisationKind)
    names = Names(random.Random(5))
    for kind in set(OrganisationKind) - {OrganisationKind.AUTRE, OrganisationKind.ASSOCIATION}:
        drawn = [read_marked(names.fill("{" + kinds[kind] + "}")).text for _ in range(200)]
        agree = sum(organisation_kind(name) is kind for name in drawn)
        assert agree > 0.8 * len(drawn), (kind, [n for n in drawn if organisation_kind(n) is not kind][:5])


def test_places_are_those_of_the_official_lists() -> None:
    names = Names(random.Random(6))
    for _ in range(50):
        (name,) = (sentence := read_marked(names.fill("{commune_place}"))).names
        assert load_gazetteer().communes(sentence.text[name.span.start : name.span.end])


def test_the_same_seed_gives_the_same_sentences() -> None:
    assert from_templates(50, seed=3) == from_templates(50, seed=3)
    assert from_templates(50, seed=3) != from_templates(50, seed=4)


@pytest.mark.parametrize("share", [0.0, 0.5, 0.65, 1.0])
def test_the_share_of_sentences_without_a_name_is_what_was_asked(share: float) -> None:
    sentences = from_templates(400, seed=1, unnamed=share)
    assert sum(not sentence.names for sentence in sentences) == 400 * share


@pytest.mark.parametrize("change", [upper, lower, plain, misread, mistyped, spaced, curly])
@given(seed=st.integers(0, 1000))
def test_names_follow_the_noise(change: object, seed: int) -> None:
    sentence = read_marked("À [Étel|LOC], l'[ARS [Bretagne|LOC]|ORG] et [Zoé Le Goff-Élie|PER] s'écoutent.")
    letters = change(sentence.text, random.Random(seed))  # type: ignore[operator]
    noised = rewritten(sentence, letters)
    for before, after in zip(sentence.names, noised.names, strict=True):
        assert noised.text[after.span.start : after.span.end] == "".join(
            letters[before.span.start : before.span.end]
        )


def test_some_sentences_stay_as_they_are() -> None:
    sentence = read_marked("La [Ville de Redon|ORG] signe avec [Odile Morvan|PER].")
    texts = [noisy(sentence, random.Random(seed), 0.3).text for seed in range(200)]
    assert 0.5 < texts.count(sentence.text) / 200 < 0.9
