"""The thesaurus as rules of a search-time synonym graph: concepts in, one line each out."""

from collections.abc import Iterable

from search_api.engines.analysis import words_of
from search_api.thesaurus.reader import Concept, Thesaurus


def synonym_rules(thesaurus: Thesaurus) -> list[str]:
    """Every wording of a concept, however asked, leads to its French labels and acronyms.

    Stop words are left out of the rules: the filter that reads them refuses a rule with a hole in it.
    """
    return [rule for concept in thesaurus.concepts.values() if (rule := _rule(concept))]


def _rule(concept: Concept) -> str:
    asked = _wordings((*concept.fr, *concept.en, *concept.short, *concept.ask))
    meant = _wordings((*concept.fr, *concept.short))
    return f"{', '.join(asked)} => {', '.join(meant)}" if asked and meant else ""


def _wordings(labels: Iterable[str]) -> list[str]:
    """Folded and without stop words; each once."""
    words = (" ".join(word.form for word in words_of(label) if word.stem) for label in labels)
    return [wording for wording in dict.fromkeys(words) if wording]
