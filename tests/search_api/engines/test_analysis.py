import pytest

from search_api.engines.analysis import stems, words_of


def test_words_keep_their_place_in_the_text() -> None:
    text = "L’accès à l'hôpital : Cœur d’Évreux"
    places = {word.form: text[word.start : word.end] for word in words_of(text)}
    assert places["hopital"] == "hôpital" and places["coeur"] == "Cœur" and places["evreux"] == "Évreux"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("dépistage", "DEPISTAGES"),
        ("l'école", "les écoles"),
        ("santé mentale", "sante mentale"),
        ("itinérante", "itinérants"),
        ("hôpitaux", "hopital"),
        ("personnes âgées", "personne agee"),
        ("qu'aujourd'hui", "aujourd’hui"),
        ("e\u0301cran", "écran"),  # a combining accent
        ("dépister", "les dépistages"),  # a family
        ("vaccinales", "vacciner"),
        ("infirmières", "infirmier"),
        ("médiatrice", "médiation"),
        ("précaires", "précarité"),
    ],
)
def test_the_same_for_a_reader(one: str, other: str) -> None:
    assert stems(one) == stems(other) != ()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("aidants", "aide"),
        ("commune", "communication"),
        ("PASS", "passer"),
        ("isolation", "isolement"),
        ("mobilité", "mobile"),
    ],
)
def test_not_the_same_for_a_reader(one: str, other: str) -> None:
    assert stems(one) != stems(other)


def test_endless_words_and_symbols_are_no_words() -> None:
    assert stems("a" * 100 + " _ -- 😀") == ()
