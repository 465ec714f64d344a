"""Reads the thesaurus: the stems of a query in, the concepts it names and their other wordings out."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path

import yaml
from pydantic import Field, ValidationError

from models.base import Record
from models.errors import ConfigurationError
from search_api.engines.analysis import fold_word, forms, stem_of, stems

DATA = Path(__file__).parent / "data"
SYNONYM, NARROWER, RELATED = 0.9, 0.6, 0.3
MOST_BROADER = (
    2  # concepts that a narrower wording leads to; one of more is a word of any matter ("dépression")
)


class Concept(Record):
    """A notion of the domain. The first French label is the preferred one, shown to readers.

    `fr`, `en` and `short` (acronyms) name the same thing and lead to each other; `ask` is how people ask
    for it, never searched for; `narrower` and `related` are searched with a lower weight; `includes`
    are ids of concepts whose French labels count as narrower.
    """

    id: str
    fr: tuple[str, ...] = Field(min_length=1)
    en: tuple[str, ...] = ()
    short: tuple[str, ...] = ()
    ask: tuple[str, ...] = ()
    narrower: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    includes: tuple[str, ...] = ()


class Thesaurus:
    """Concepts by the stems of their labels. Immutable after construction."""

    def __init__(
        self, concepts: Sequence[Concept], dictionary: Mapping[str, Sequence[str]] | None = None
    ) -> None:
        self.concepts: Mapping[str, Concept] = {concept.id: concept for concept in concepts}
        unknown = [f"{c.id} → {i}" for c in concepts for i in c.includes if i not in self.concepts]
        if len(self.concepts) < len(concepts) or unknown:
            raise ConfigurationError(f"Thésaurus : identifiant en double ou inconnu ({', '.join(unknown)}).")
        self._by_stems: dict[tuple[str, ...], list[str]] = {}
        for concept in concepts:
            for label in (*concept.fr, *concept.en, *concept.short, *concept.ask):
                ids = self._by_stems.setdefault(stems(label), [])
                if concept.id not in ids:
                    ids.append(concept.id)
        self._by_stems.pop((), None)
        self._by_narrower = self._narrower_labels()
        self._pairs = {
            frozenset(label): tuple(ids)
            for label, ids in self._by_stems.items()
            if len(set(label)) == 2 == len(label)
        }
        self._dictionary = {
            fold_word(word): tuple(key for other in others if (key := stems(other)))
            for word, others in (dictionary or {}).items()
        }
        self._by_stem = {stem_of(word): french for word, french in self._dictionary.items()}
        self._forms = self._forms_of_stems(dictionary or {})
        self._alone = self._forms_alone()
        self.english, self.french = self._languages(dictionary or {})
        self._wordings = _wordings(concepts, dictionary or {})
        self._longest = max(map(len, self._by_stems), default=0)
        self._expansions = {concept.id: self._expand(concept) for concept in concepts}

    def _narrower_labels(self) -> dict[tuple[str, ...], tuple[str, ...]]:
        """Wordings that stand only among the narrower ones of few concepts -> those concepts."""
        found: dict[tuple[str, ...], list[str]] = {}
        for concept in self.concepts.values():
            for key in dict.fromkeys(map(stems, concept.narrower)):
                found.setdefault(key, []).append(concept.id)
        return {
            key: tuple(ids)
            for key, ids in found.items()
            if key and key not in self._by_stems and len(ids) <= MOST_BROADER
        }

    def _expand(self, concept: Concept) -> dict[tuple[str, ...], float]:
        weights: dict[tuple[str, ...], float] = {}
        narrower = [
            label for i in concept.includes for label in (*self.concepts[i].fr, *self.concepts[i].short)
        ]
        for labels, weight in (
            ((*concept.fr, *concept.short), SYNONYM),
            ((*concept.narrower, *narrower), NARROWER),
            (concept.related, RELATED),
        ):
            for label in labels:
                if key := stems(label):
                    weights.setdefault(key, weight)
        return weights

    def _forms_of_stems(self, dictionary: Iterable[str]) -> dict[str, frozenset[str]]:
        found: dict[str, set[str]] = {}
        for c in self.concepts.values():
            for label in (*c.fr, *c.en, *c.short, *c.ask, *c.narrower):
                for form in forms(label):
                    found.setdefault(stem_of(form), set()).add(form)
        for word in dictionary:
            found.setdefault(stem_of(fold_word(word)), set()).add(fold_word(word))
        return {stem: frozenset(words) for stem, words in found.items()}

    def _forms_alone(self) -> dict[str, frozenset[str]]:
        found: dict[str, set[str]] = {}
        for c in self.concepts.values():
            for label in (*c.fr, *c.en, *c.short, *c.ask):
                if len(words := forms(label)) == 1:
                    found.setdefault(stem_of(words[0]), set()).add(words[0].rstrip("s"))
        return {stem: frozenset(words) for stem, words in found.items()}

    def _languages(self, dictionary: Mapping[str, Sequence[str]]) -> tuple[frozenset[str], frozenset[str]]:
        """The words that stand in labels of one language only: English, French."""
        every = self.concepts.values()
        english = {form for c in every for label in c.en for form in forms(label)}.union(dictionary)
        french = {form for c in every for label in (*c.fr, *c.narrower, *c.related) for form in forms(label)}
        french.update(form for others in dictionary.values() for other in others for form in forms(other))
        return frozenset(english - french), frozenset(french - english)

    def longest_match(
        self, query: Sequence[str], start: int, most: int | None = None
    ) -> tuple[int, tuple[str, ...]]:
        """How many stems from `start` name concepts (`most` at most), and which; (0, ()) where none do."""
        for length in range(min(most or self._longest, self._longest, len(query) - start), 0, -1):
            if ids := self._by_stems.get(tuple(query[start : start + length])):
                return length, tuple(ids)
        return 0, ()

    def longest_narrower(self, query: Sequence[str], start: int) -> tuple[int, tuple[str, ...]]:
        """The same for wordings that are only narrower than some concepts ("octobre rose")."""
        for length in range(min(self._longest, len(query) - start), 0, -1):
            if ids := self._by_narrower.get(tuple(query[start : start + length])):
                return length, ids
        return 0, ()

    def pair(self, one: str, other: str) -> tuple[str, ...]:
        """The concepts that two stems name together, whichever comes first."""
        return self._pairs.get(frozenset((one, other)), ())

    def expansion(self, concept_id: str) -> Mapping[tuple[str, ...], float]:
        """The stems that stand for a concept, with their weight."""
        return self._expansions[concept_id]

    def translation(self, form: str, stem: str) -> tuple[tuple[str, ...], ...]:
        """The stems of the French words for an English one that no concept holds, or for another form of it."""
        return self._dictionary.get(form) or self._by_stem.get(stem, ())

    def notions(self) -> Iterator[tuple[Mapping[tuple[str, ...], float], Sequence[tuple[str, ...]]]]:
        """What a label names, one concept or several together: the stems that stand for it with their weight, and
        those of them that are labels of it."""
        named: dict[tuple[str, ...], list[tuple[str, ...]]] = {ids: [] for ids in self._pairs.values()}
        for label, found in self._by_stems.items():
            named.setdefault(tuple(found), []).append(label)
        for ids, labels in sorted(named.items()):
            weights: dict[tuple[str, ...], float] = {}
            for concept_id in ids:
                for stems_, weight in self._expansions[concept_id].items():
                    weights[stems_] = max(weight, weights.get(stems_, 0.0))
            yield weights, [label for label in labels if label in weights]

    def phrases(self) -> frozenset[tuple[str, ...]]:
        """Every sequence of several stems that a plan may ask for."""
        asked = {*self._by_stems, *(stems for others in self._dictionary.values() for stems in others)}
        asked.update(stems for expansion in self._expansions.values() for stems in expansion)
        return frozenset(stems for stems in asked if len(stems) > 1)

    def labels(self) -> Iterator[str]:
        """Every French label and acronym, for suggestions."""
        for concept in self.concepts.values():
            yield from concept.fr
            yield from concept.short

    def wording(self, key: Sequence[str]) -> str:
        """A label that has these stems, as it is written; the stems themselves where no label has them."""
        return self._wordings.get(tuple(key)) or " ".join(key)

    def forms_of(self, stem: str) -> frozenset[str]:
        """The words of labels and of the dictionary that have a stem."""
        return self._forms.get(stem, frozenset())

    def is_label(self, form: str, stem: str) -> bool:
        """Whether a folded word alone is a label, in the singular or the plural, and not only its stem."""
        return form.rstrip("s") in self._alone.get(stem, ())

    def label_stems(self) -> frozenset[str]:
        """Every stem of a label and of narrower wordings: words that need no spelling correction."""
        keys = (*self._by_stems, *self._by_narrower)
        return frozenset(stem for key in keys for stem in key).union(self._by_stem)


def _wordings(
    concepts: Sequence[Concept], dictionary: Mapping[str, Sequence[str]]
) -> dict[tuple[str, ...], str]:
    """Stems -> the first label or dictionary word that has them."""
    labels = [label for c in concepts for label in (*c.fr, *c.short, *c.narrower, *c.related, *c.en, *c.ask)]
    words = [word for others in dictionary.values() for word in others]
    return {stems(label): label for label in reversed(labels + words)}


def read_thesaurus(folder: Path = DATA) -> Thesaurus:
    """All concepts of the YAML files of a folder; `words.yaml` is a plain English → French dictionary."""
    concepts: list[Concept] = []
    dictionary: dict[str, list[str]] = {}
    for path in sorted(folder.glob("*.yaml")):
        try:
            content = yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)  # 3114 is a word too
            if isinstance(content, dict):
                dictionary |= content
            else:
                concepts += [Concept.model_validate(item) for item in content]
        except (ValidationError, yaml.YAMLError, TypeError) as error:
            raise ConfigurationError(f"Thésaurus illisible : {path.name}. {error}") from error
    return Thesaurus(concepts, dictionary)


@lru_cache(maxsize=1)
def default_thesaurus() -> Thesaurus:
    """The thesaurus that ships with the product."""
    return read_thesaurus()
