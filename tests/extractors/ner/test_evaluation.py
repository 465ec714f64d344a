"""Annotated sentences and the scores over them."""

from collections.abc import Sequence

import pytest

from extractors.ner.evaluation.marked import read_marked
from extractors.ner.evaluation.score import mistakes, score
from extractors.ner.evaluation.sets import by_hand, evaluation_sets
from extractors.ner.protocol import Mention, MentionLabel
from models.errors import ConfigurationError


class Told:
    """Answers what it was told: mentions as (words, label) by text."""

    name = "told"
    version = "1"

    def __init__(self, answers: dict[str, list[tuple[str, MentionLabel]]]) -> None:
        self._answers = answers

    def recognise(self, texts: Sequence[str]) -> list[list[Mention]]:
        return [[_mention(text, *one) for one in self._answers.get(text, ())] for text in texts]


def _mention(text: str, words: str, label: MentionLabel) -> Mention:
    start = text.index(words)
    return Mention(start=start, end=start + len(words), label=label, text=words)


PER, ORG, LOC = MentionLabel.PER, MentionLabel.ORG, MentionLabel.LOC


def test_a_mark_within_a_mark_is_an_inner_reading() -> None:
    sentence = read_marked("La [Ville de [Redon|LOC]|ORG] et [Odile Morvan|PER?] signent.")
    assert sentence.text == "La Ville de Redon et Odile Morvan signent."
    town, person = sentence.names
    assert sentence.text[town.span.start : town.span.end] == "Ville de Redon"
    assert [sentence.text[s.start : s.end] for s in town.inner] == ["Redon"]
    assert (person.optional, person.span.label) == (True, PER)


@pytest.mark.parametrize("marked", ["[Redon", "Redon|LOC]", "[Redon|VILLE]"])
def test_a_broken_mark_is_refused(marked: str) -> None:
    with pytest.raises(ConfigurationError, match="mal formée"):
        read_marked(marked)


@pytest.mark.parametrize(
    ("answer", "right", "wrong", "missed"),
    [
        ([("ARS Bretagne", ORG)], 1, 0, 0),
        ([("l'ARS Bretagne", ORG)], 1, 0, 0),  # the article is no error
        ([("ARS", ORG)], 0, 1, 1),  # cut short
        ([("Bretagne", LOC)], 0, 0, 1),  # the inner reading: a miss, but nothing false
        ([("ARS Bretagne", PER)], 0, 1, 1),
        ([("ARS Bretagne", ORG), ("la ville", ORG)], 1, 0, 0),  # an optional name counts neither way
        ([("ARS Bretagne", ORG), ("finance", LOC)], 1, 1, 0),
        ([], 0, 0, 1),
    ],
)
def test_what_counts(answer: list[tuple[str, MentionLabel]], right: int, wrong: int, missed: int) -> None:
    sentence = read_marked("Avec l'[ARS [Bretagne|LOC]|ORG], [la ville|ORG?] finance.")
    total = score(Told({sentence.text: answer}), [sentence]).total
    assert (total.right, total.wrong, total.missed) == (right, wrong, missed)


def test_false_mentions_where_there_is_no_name_are_told_apart() -> None:
    sentences = [read_marked("Les Aînés dansent."), read_marked("[Redon|LOC] aussi."), read_marked("Rien.")]
    told = Told({"Les Aînés dansent.": [("Aînés", LOC)], "Redon aussi.": [("aussi", LOC)]})
    scores = score(told, sentences)
    assert (scores.unnamed, scores.false_in_unnamed, scores.false_per_100) == (2, 1, 50.0)
    assert [(m.missed, m.name) for m in mistakes(told, sentences)] == [
        (False, "Aînés"),
        (True, "Redon"),
        (False, "aussi"),
    ]


def test_an_overlap_with_the_right_label_is_met() -> None:
    sentence = read_marked("[Communauté de communes du Thouarsais|ORG]")
    count = score(Told({sentence.text: [("Communauté", ORG)]}), [sentence]).labels[ORG]
    assert (count.right, count.near, count.met) == (0, 1, 1.0)


def test_the_sentences_are_many_and_half_of_them_hold_no_name() -> None:
    sentences = [sentence for group in by_hand().values() for sentence in group]
    unnamed = sum(not sentence.names for sentence in sentences)
    assert len(sentences) >= 240
    assert 0.4 < unnamed / len(sentences) < 0.6
    assert len({sentence.text for sentence in sentences}) == len(sentences)


def test_every_set_holds_every_label() -> None:
    for name, sentences in evaluation_sets().items():
        labels = {found.span.label for sentence in sentences for found in sentence.names}
        assert labels == set(MentionLabel), name
