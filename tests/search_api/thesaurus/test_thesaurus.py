from pathlib import Path

import pytest

from models.errors import ConfigurationError
from search_api.engines.analysis import stems, words_of
from search_api.thesaurus.reader import Concept, Thesaurus, default_thesaurus, read_thesaurus

#: Words that may fall out of a label without changing what it means.
LINKS = frozenset(
    word.form
    for word in words_of(
        "a au aux d dans de des du en et l la le les par pour qui s se sa son sur ou un une sous"
    )
)


@pytest.fixture(scope="module")
def thesaurus() -> Thesaurus:
    return default_thesaurus()


def names(thesaurus: Thesaurus, text: str) -> set[str]:
    return set(thesaurus.longest_match(stems(text), 0)[1])


def test_it_is_broad_and_bilingual(thesaurus: Thesaurus) -> None:
    assert len(thesaurus.concepts) >= 150
    assert sum(bool(concept.en) for concept in thesaurus.concepts.values()) >= 150


def test_no_searched_label_is_reduced_to_another_meaning(thesaurus: Thesaurus) -> None:
    reduced = [
        label
        for concept in thesaurus.concepts.values()
        for label in (*concept.fr, *concept.short, *concept.narrower, *concept.related)
        if len(stems(label)) < 2 and any(not word.stem and word.form not in LINKS for word in words_of(label))
    ]
    assert set(reduced) <= {"camping-car", "sous-dotée"}


def test_every_label_can_be_found(thesaurus: Thesaurus) -> None:
    for concept in thesaurus.concepts.values():
        for label in (*concept.fr, *concept.en, *concept.short, *concept.ask):
            assert concept.id in names(thesaurus, label), (concept.id, label)


@pytest.mark.parametrize(
    ("text", "concept"),
    [
        ("mobile health", "mobile-health"),
        ("unités mobiles", "mobile-health"),
        ("hors les murs", "outreach"),
        ("maison de santé pluriprofessionnelle", "msp"),
        ("MSP", "msp"),
        ("proches aidants", "carers"),
        ("vieillissement", "elderly"),
        ("heatwaves", "heat"),
        ("SISM", "sism"),
    ],
)
def test_wordings_lead_to_their_concept(thesaurus: Thesaurus, text: str, concept: str) -> None:
    assert concept in names(thesaurus, text)


def test_the_longest_label_wins_and_weights_fall(thesaurus: Thesaurus) -> None:
    length, concepts = thesaurus.longest_match(stems("cancer du sein en Creuse"), 0)
    assert (length, concepts) == (2, ("breast-cancer",))
    expansion = thesaurus.expansion("mobile-health")
    assert expansion[stems("camion santé")] > expansion[stems("pirogue")] > expansion[stems("aller vers")]


def test_what_people_ask_is_not_searched_for(thesaurus: Thesaurus) -> None:
    assert "falls" in names(thesaurus, "tomber")
    assert stems("tomber") not in thesaurus.expansion("falls")


def test_a_wrong_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "x.yaml").write_text("- {id: a, fr: [un], nope: [1]}", encoding="utf-8")
    with pytest.raises(ConfigurationError, match=r"x\.yaml"):
        read_thesaurus(tmp_path)
    with pytest.raises(ConfigurationError, match="double ou inconnu"):
        Thesaurus([Concept(id="a", fr=("bus",), includes=("b",))])
