"""The vocabularies hold together, and go out as SKOS."""

import json
from collections import Counter

import pytest
from pydantic import ValidationError

from models.records import Scheme
from models.vocabularies.themes import Concept, Vocabulary, concept_label, load_vocabularies
from models.vocabularies.themes.skos import skos_json_ld


@pytest.mark.parametrize("scheme", Scheme)
def test_every_concept_is_named_and_defined(scheme: Scheme) -> None:
    vocabulary = load_vocabularies()[scheme]
    assert vocabulary.scheme is scheme
    for concept in vocabulary.concepts:
        assert concept.fr and concept.en and concept.definition.endswith("."), concept.id
        words = Counter((*concept.alt_fr, *concept.cues, *concept.weak, *concept.alone))
        assert not [word for word, count in words.items() if count > 1], concept.id


def test_labels_and_ancestors() -> None:
    assert concept_label(Scheme.THEME, "sante-mentale") == "Santé mentale"
    assert concept_label(Scheme.THEME, "notion-d-hier") == "notion-d-hier"
    themes = load_vocabularies()[Scheme.THEME]
    assert themes.ancestors("chutes") == ("vieillissement",)
    assert themes.ancestors("vieillissement") == ()


def test_a_vocabulary_that_does_not_hold_together_is_refused() -> None:
    orphan = Concept(id="a", fr="A", en="A", definition="A.", broader="b")
    with pytest.raises(ValidationError, match="unknown broader"):
        Vocabulary(scheme=Scheme.THEME, fr="T", en="T", definition="D.", concepts=(orphan,))
    twice = orphan.model_copy(update={"broader": None})
    with pytest.raises(ValidationError, match="given twice"):
        Vocabulary(scheme=Scheme.THEME, fr="T", en="T", definition="D.", concepts=(twice, twice))


def test_skos_links_lead_to_concepts_of_the_document() -> None:
    graph = json.loads(skos_json_ld())["@graph"]
    known = {node["@id"] for node in graph}
    assert len(known) == len(graph) == sum(len(v.concepts) + 1 for v in load_vocabularies().values())
    for node in graph:
        for link in (
            node.get("broader"),
            node.get("inScheme"),
            node.get("topConceptOf"),
            *node.get("related", ()),
        ):
            assert link is None or link in known
    by_id = {node["@id"]: node for node in graph}
    tobacco = by_id["urn:atlas-cls:theme:tabac"]
    assert tobacco["prefLabel"] == {"fr": "Tabac", "en": "Tobacco"}
    assert tobacco["broader"] == "urn:atlas-cls:theme:addictions"
    assert "urn:atlas-cls:determinant:habitudes-de-vie" in tobacco["related"]
