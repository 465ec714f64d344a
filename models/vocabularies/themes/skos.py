"""The vocabularies as SKOS, in JSON-LD: what thesaurus tools and triple stores read."""

import json
from collections.abc import Sequence

from models.records import Scheme
from models.vocabularies.themes import Concept, Vocabulary, load_vocabularies

_CONTEXT = {
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "dct": "http://purl.org/dc/terms/",
    "title": {"@id": "dct:title", "@container": "@language"},
    "prefLabel": {"@id": "skos:prefLabel", "@container": "@language"},
    "altLabel": {"@id": "skos:altLabel", "@container": "@language"},
    "hiddenLabel": {"@id": "skos:hiddenLabel", "@container": "@language"},
    "definition": {"@id": "skos:definition", "@container": "@language"},
    "notation": "skos:notation",
    "inScheme": {"@id": "skos:inScheme", "@type": "@id"},
    "topConceptOf": {"@id": "skos:topConceptOf", "@type": "@id"},
    "broader": {"@id": "skos:broader", "@type": "@id"},
    "related": {"@id": "skos:related", "@type": "@id"},
    "ConceptScheme": "skos:ConceptScheme",
    "Concept": "skos:Concept",
}

_Node = dict[str, object]


def skos_json_ld() -> str:
    """One JSON-LD document of all schemes; cues are hidden labels, implied concepts are related ones."""
    graph: list[_Node] = []
    for vocabulary in load_vocabularies().values():
        graph.append(
            {
                "@id": _scheme_iri(vocabulary.scheme),
                "@type": "ConceptScheme",
                "title": {"fr": vocabulary.fr, "en": vocabulary.en},
                "definition": {"fr": vocabulary.definition},
            }
        )
        graph += [_node(vocabulary, concept) for concept in vocabulary.concepts]
    return json.dumps({"@context": _CONTEXT, "@graph": graph}, ensure_ascii=False, indent=1)


def _node(vocabulary: Vocabulary, concept: Concept) -> _Node:
    scheme = vocabulary.scheme
    node: _Node = {
        "@id": concept_iri(scheme, concept.id),
        "@type": "Concept",
        "notation": concept.id,
        "inScheme": _scheme_iri(scheme),
        "prefLabel": {"fr": concept.fr, "en": concept.en},
        "altLabel": _labels({"fr": concept.alt_fr, "en": concept.alt_en}),
        "hiddenLabel": _labels({"fr": (*concept.cues, *concept.weak, *concept.alone)}),
        "definition": {"fr": concept.definition},
        "related": [concept_iri(*implied) for implied in concept.implied()],
    }
    if concept.broader:
        node["broader"] = concept_iri(scheme, concept.broader)
    else:
        node["topConceptOf"] = _scheme_iri(scheme)
    return {name: value for name, value in node.items() if value}


def _labels(of_language: dict[str, Sequence[str]]) -> dict[str, list[str]]:
    return {language: list(labels) for language, labels in of_language.items() if labels}


def _scheme_iri(scheme: Scheme) -> str:
    return f"urn:atlas-cls:{scheme.value}"


def concept_iri(scheme: Scheme, concept: str) -> str:
    """A name that needs no web site: "urn:atlas-cls:theme:sante-mentale"."""
    return f"{_scheme_iri(scheme)}:{concept}"
