"""In: actions coded by hand (YAML). Out: how far the coder agrees with the person, concept by concept.

Agreement is Cohen's kappa: what is left of it once chance is taken away. A narrower concept says its broader ones
too, on both sides.
"""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import yaml
from pydantic import Field, ValidationError

from extractors.themes import code_action
from models.base import Record
from models.errors import ConfigurationError
from models.evidence import Evidence
from models.records import Action, Scheme
from models.vocabularies.themes import load_vocabularies, with_broader

#: Kappa of a concept seen less often says little: it is printed, and left out of the mean.
ENOUGH_SUPPORT = 5

_FIELDS = ("title", "axis", "objectives", "context", "description", "target_population")


class CodedAction(Record):
    """An action with the codes that a person gave it. `held_back`: not looked at while the coder was developed."""

    document: str
    held_back: bool = False
    title: str
    axis: str | None = None
    objectives: str | None = None
    context: str | None = None
    description: str | None = None
    target_population: str | None = None
    codes: Mapping[Scheme, tuple[str, ...]]

    def action(self) -> Action:
        """The bare action; each text is its own evidence."""
        texts = {name: text for name in _FIELDS if (text := getattr(self, name))}
        proofs = {name: (Evidence(page=None, quote=text),) for name, text in texts.items()}
        return Action(evidence=proofs, **texts)


class Agreement(Record):
    """`support` counts the actions to which the person gave the concept; kappa is None when nobody ever gave it."""

    scheme: Scheme
    concept: str
    support: int
    precision: float | None
    recall: float | None
    kappa: float | None


class SchemeAgreement(Record):
    """Precision and recall over all codes of the scheme; kappa is the mean of its well supported concepts."""

    scheme: Scheme
    support: int
    precision: float
    recall: float
    kappa: float | None
    concepts: tuple[Agreement, ...]


class ThemesReport(Record):
    actions: int
    schemes: tuple[SchemeAgreement, ...]


class _Sample(Record):
    actions: tuple[CodedAction, ...] = Field(min_length=1)


def load_coded_actions(file: Path, *, held_back: bool | None = None) -> tuple[CodedAction, ...]:
    """The hand-coded actions of a file: all, or those of one half. ConfigurationError when it does not fit."""
    try:
        sample = _Sample.model_validate(yaml.safe_load(file.read_text(encoding="utf-8")))
    except (yaml.YAMLError, ValidationError, UnicodeDecodeError) as error:
        raise ConfigurationError(
            f"{file} n'est pas un fichier d'actions codées : {error}. Voir docs/themes-coding-guide.md."
        ) from error
    unknown = {
        f"{scheme.value}:{concept}"
        for action in sample.actions
        for scheme, concepts in action.codes.items()
        for concept in concepts
        if load_vocabularies()[scheme].get(concept) is None
    }
    if unknown:
        raise ConfigurationError(f"{file} : codes inconnus des vocabulaires : {', '.join(sorted(unknown))}.")
    return tuple(a for a in sample.actions if held_back is None or a.held_back is held_back)


def evaluate_themes(sample: Sequence[CodedAction]) -> ThemesReport:
    """Code each action and compare with the codes given by hand."""
    found = [_given(action) for action in sample]
    schemes = tuple(_scheme(scheme, sample, found) for scheme in Scheme)
    return ThemesReport(actions=len(sample), schemes=schemes)


def _given(action: CodedAction) -> dict[Scheme, set[str]]:
    codes: dict[Scheme, set[str]] = {scheme: set() for scheme in Scheme}
    for code in code_action(action.action()):
        codes[code.scheme].update(with_broader(code.scheme, code.concept))
    return codes


def _scheme(
    scheme: Scheme, sample: Sequence[CodedAction], found: Sequence[Mapping[Scheme, set[str]]]
) -> SchemeAgreement:
    vocabulary = load_vocabularies()[scheme]
    gold = [
        {name for concept in action.codes.get(scheme, ()) for name in with_broader(scheme, concept)}
        for action in sample
    ]
    pairs = list(zip(gold, (codes[scheme] for codes in found), strict=True))
    concepts = tuple(
        agreement
        for concept in vocabulary.concepts
        if (agreement := _agreement(scheme, concept.id, pairs)) is not None
    )
    right = sum(len(one & other) for one, other in pairs)
    given, expected = sum(len(other) for _, other in pairs), sum(len(one) for one, _ in pairs)
    return SchemeAgreement(
        scheme=scheme,
        support=expected,
        precision=right / given if given else 1.0,
        recall=right / expected if expected else 1.0,
        kappa=_mean(list(_well_supported(concepts))),
        concepts=concepts,
    )


def _well_supported(concepts: Sequence[Agreement]) -> Iterator[float]:
    return (c.kappa for c in concepts if c.support >= ENOUGH_SUPPORT and c.kappa is not None)


def _mean(values: Sequence[float]) -> float | None:
    return sum(values) / len(values) if values else None


def _agreement(scheme: Scheme, concept: str, pairs: Sequence[tuple[set[str], set[str]]]) -> Agreement | None:
    """None for a concept that neither side gave."""
    both = sum(concept in one and concept in other for one, other in pairs)
    support = sum(concept in one for one, _ in pairs)
    given = sum(concept in other for _, other in pairs)
    if not support and not given:
        return None
    return Agreement(
        scheme=scheme,
        concept=concept,
        support=support,
        precision=both / given if given else None,
        recall=both / support if support else None,
        kappa=cohen_kappa(both, given - both, support - both, len(pairs)),
    )


def cohen_kappa(both: int, only_one: int, only_other: int, total: int) -> float | None:
    """Agreement beyond chance of two coders on `total` cases; None when chance alone explains everything."""
    agreed = (total - only_one - only_other) / total
    first, second = (both + only_one) / total, (both + only_other) / total
    chance = first * second + (1 - first) * (1 - second)
    return None if chance == 1 else (agreed - chance) / (1 - chance)
