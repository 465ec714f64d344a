"""The recogniser by its setting, two recognisers as one, and the names of a document."""

from collections.abc import Sequence

import pytest

from extractors.ner.choose import RecogniserKind, open_recogniser
from extractors.ner.combined import CombinedRecogniser
from extractors.ner.document import document_names
from extractors.ner.protocol import Mention, MentionLabel, Recogniser
from extractors.ner.rules import RuleRecogniser
from models.errors import ConfigurationError
from models.layout import Layout, Page
from tests.extractors.ner.conftest import CrashingRecogniser, tiny_folder
from tests.extractors.writing import grid, paragraph


class Seeing:
    """Finds its word and counts the texts that it was shown."""

    version = "1"

    def __init__(self, word: str, label: MentionLabel) -> None:
        self.name = word
        self.seen: list[str] = []
        self._word, self._label = word, label

    def recognise(self, texts: Sequence[str]) -> list[list[Mention]]:
        self.seen += texts
        return [self._one(text) for text in texts]

    def _one(self, text: str) -> list[Mention]:
        start = text.find(self._word)
        end = start + len(self._word)
        return [] if start < 0 else [Mention(start=start, end=end, label=self._label, text=self._word)]


def texts_of(recogniser: Recogniser, text: str) -> list[str]:
    return [mention.text for mention in recogniser.recognise([text])[0]]


def test_the_first_names_and_the_second_fills() -> None:
    first, second = Seeing("Ville de Redon", MentionLabel.ORG), Seeing("Redon", MentionLabel.LOC)
    both = CombinedRecogniser(first, second)
    assert texts_of(both, "La Ville de Redon signe.") == ["Ville de Redon"]
    assert texts_of(both, "À Redon, rien.") == ["Redon"]
    assert both.name == "Ville de Redon+Redon"


def test_the_second_adds_only_what_it_may() -> None:
    second = Seeing("Redon", MentionLabel.LOC)
    both = CombinedRecogniser(RuleRecogniser(), second, fill=frozenset({MentionLabel.PER}))
    assert texts_of(both, "le bourg Redonnais") == []


def test_a_crash_of_either_is_not_swallowed() -> None:
    with pytest.raises(RuntimeError):
        CombinedRecogniser(RuleRecogniser(), CrashingRecogniser("Redon")).recognise(["Redon"])


@pytest.mark.parametrize("kind", [RecogniserKind.MODEL, RecogniserKind.TRANSFORMERS])
def test_a_model_that_is_needed_and_not_given_is_told(kind: RecogniserKind) -> None:
    with pytest.raises(ConfigurationError, match="ATLAS_NER_MODEL"):
        open_recogniser(kind)


def test_each_setting_opens_its_recogniser() -> None:
    names = {
        (kind, model is not None): open_recogniser(kind, model).name
        for kind in (RecogniserKind.RULES, RecogniserKind.SPACY, RecogniserKind.BOTH, RecogniserKind.MODEL)
        for model in (None, str(tiny_folder()))
        if not (kind is RecogniserKind.MODEL and model is None)
    }
    assert names == {
        (RecogniserKind.RULES, False): "rules",
        (RecogniserKind.RULES, True): "rules",
        (RecogniserKind.SPACY, False): "spacy",
        (RecogniserKind.SPACY, True): "spacy",
        (RecogniserKind.BOTH, False): "rules+spacy",
        (RecogniserKind.BOTH, True): "rules+trained",
        (RecogniserKind.MODEL, True): "trained",
    }


def test_the_names_of_a_document_stand_where_they_say() -> None:
    blocks = (
        paragraph("La Ville de Redon et M. Yann LE GUEN signent. La santé progresse."),
        grid(("Pilote", "Ville de Redon"), ("Partenaires", "CPAM de l'Orne")),
    )
    layout = Layout(reader="test", pages=(Page(number=1, blocks=blocks),))
    names = document_names(layout, RuleRecogniser())
    assert [(name.text, name.label.value) for name in names] == [
        ("Ville de Redon", "ORG"),
        ("Yann LE GUEN", "PER"),
        ("Ville de Redon", "ORG"),
        ("CPAM de l'Orne", "ORG"),
    ]
    assert all(name.evidence.quote == name.text and name.evidence.method == "rules-2" for name in names)
    assert names[1].evidence.confidence == 0.95


def test_a_text_that_comes_back_is_recognised_once() -> None:
    recogniser = Seeing("Redon", MentionLabel.LOC)
    layout = Layout(
        reader="test", pages=(Page(number=1, blocks=(paragraph("À Redon."), paragraph("À Redon."))),)
    )
    assert len(document_names(layout, recogniser)) == 2
    assert recogniser.seen == ["À Redon."]
