"""The words that speak of a concept, and those that only look like them."""

import pytest

from extractors.themes.phrases import bare, find_hits
from models.records import Scheme


def concepts(text: str, scheme: Scheme) -> set[str]:
    return {hit.concept for hit in find_hits(text) if hit.scheme is scheme}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("mentaux", "mentale"),
        ("âgées", "âgée"),
        ("psychiques", "psychique"),
        ("réseaux", "réseau"),
        ("ŒUVRES", "œuvre"),
    ],
)
def test_gender_and_number_do_not_count(one: str, other: str) -> None:
    assert bare(one) == bare(other)


@pytest.mark.parametrize(
    ("text", "theme"),
    [
        ("Améliorer la SANTÉ MENTALE des jeunes", "sante-mentale"),
        ("Lutte contre les perturbateurs endocriniens", "perturbateurs-endocriniens"),
        ("Réduire l'exposition au perturbateur endocrinien", "perturbateurs-endocriniens"),
        ("Accès à la santé et aux soins bucco-dentaires", "sante-bucco-dentaire"),
        ("Mois sans tabac", "tabac"),
        ("Une permanence de la PASS", "acces-aux-soins"),
    ],
)
def test_a_theme_is_read_in_every_form(text: str, theme: str) -> None:
    assert theme in concepts(text, Scheme.THEME)


@pytest.mark.parametrize(
    "text",
    [
        "Verser des cotisations à la sécurité sociale",
        "Le bus passe chaque mardi",
        "Le travailleur social de secteur",
        "Santé. Mentale ou physique, la fatigue pèse",
    ],
)
def test_words_that_only_look_like_a_theme(text: str) -> None:
    assert concepts(text, Scheme.THEME) == set()


def test_a_negated_theme_is_left_out() -> None:
    assert "addictions" not in concepts("Consultations hors addictions", Scheme.THEME)
    assert "tabac" not in concepts("Prévention, à l'exception du tabac", Scheme.THEME)
    assert "jeunes" not in concepts("L'action ne concerne pas les jeunes", Scheme.POPULATION)
    assert "vaccination" in concepts("Ne traite pas du sommeil. Promouvoir la vaccination", Scheme.THEME)


def test_hors_les_murs_is_no_negation() -> None:
    hits = concepts("Dépistage hors les murs par une unité roulante", Scheme.ACTION_TYPE)
    assert hits == {"depistage", "aller-vers"}


def test_a_person_without_a_home_is_not_at_home() -> None:
    text = "Personnes sans domicile fixe"
    assert concepts(text, Scheme.SETTING) == set()
    assert concepts(text, Scheme.POPULATION) == {"sans-domicile"}


def test_the_longest_words_of_a_scheme_win() -> None:
    assert concepts("Enfants et adultes en situation de handicap psychique", Scheme.POPULATION) == {
        "personnes-avec-troubles-psychiques"
    }
    assert concepts("Aidants de personnes âgées", Scheme.POPULATION) == {"aidants"}


@pytest.mark.parametrize(
    "text",
    [
        "Habitants",
        "Habitants de la Drôme",
        "Élus, habitants",
        "Professionnels et habitants de Mont-de-Marsan",
    ],
)
def test_plain_inhabitants_are_everybody(text: str) -> None:
    assert "population-generale" in concepts(text, Scheme.POPULATION)


@pytest.mark.parametrize("text", ["Habitants sans médecin traitant", "Habitants des quartiers prioritaires"])
def test_qualified_inhabitants_are_not(text: str) -> None:
    found = concepts(text, Scheme.POPULATION)
    assert found and "population-generale" not in found
