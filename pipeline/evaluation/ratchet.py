"""Floors of quality per corpus and field, with the digest of the corpus: kept in `floors.yaml`, only ever raised.

A floor is an F1 (of quotes: a share), rounded down to two decimals so that another version of Tesseract may
move a word. A broken floor or another digest is a `Breach`; a floor is lowered by hand, in sight of a reviewer.
"""

import math
from collections.abc import Mapping, Sequence
from pathlib import Path

import yaml
from pydantic import Field, ValidationError

from models.base import Record
from models.errors import ConfigurationError
from pipeline.evaluation.corpora import Corpus, existing
from pipeline.evaluation.report import ScoreGroup

FLOORS = Path(__file__).parent / "floors.yaml"
ROOT = FLOORS.parents[2]
HEAD = "# Written by `atlas-cls evaluate --raise-floors`: F1 per field and corpus. See docs/evaluation.md.\n"
MACRO, QUOTES = "macro", "evidence"


class CorpusFloors(Record):
    """`docs` and `gold` are folders of the repository; `compose` the module and arguments that write a corpus.

    A corpus with neither is measured when it is given to the command.
    """

    docs: str | None = None
    gold: str | None = None
    compose: tuple[str, ...] = ()
    real: bool = False
    digest: str | None = None
    floors: Mapping[str, float] = Field(default_factory=dict)


class Breach(Record):
    """`message` is French."""

    corpus: str
    message: str


def load_floors(path: Path = FLOORS) -> dict[str, CorpusFloors]:
    """Name of a corpus → its floors, in the order of the file."""
    try:
        read = yaml.safe_load(path.read_text(encoding="utf-8")) or {}
        return {name: CorpusFloors.model_validate(entry) for name, entry in read.items()}
    except (OSError, yaml.YAMLError, ValidationError, AttributeError) as error:
        raise ConfigurationError(f"« {path} » n'est pas un fichier de planchers : {error}") from error


def write_floors(floors: Mapping[str, CorpusFloors], path: Path = FLOORS) -> None:
    entries = {name: entry.model_dump(mode="json", exclude_defaults=True) for name, entry in floors.items()}
    text = yaml.safe_dump(entries, allow_unicode=True, sort_keys=False, width=110)
    path.write_text(HEAD + text, encoding="utf-8")


def repository_corpora(floors: Mapping[str, CorpusFloors], root: Path = ROOT) -> list[Corpus]:
    """Those whose folders are named. One that has floors must be there; one that has none yet may be missing."""
    found = []
    for name, entry in floors.items():
        if entry.docs and entry.gold:
            corpus = Corpus(name=name, docs=root / entry.docs, gold=root / entry.gold, real=entry.real)
            if entry.digest or (corpus.docs.is_dir() and corpus.gold.is_dir()):
                found.append(existing(corpus))
    return found


def to_compose(floors: Mapping[str, CorpusFloors], root: Path = ROOT) -> dict[str, CorpusFloors]:
    """Those that a module writes. One that has no floors yet may have no module yet."""
    return {
        name: entry
        for name, entry in floors.items()
        if entry.compose and (entry.digest or (root / entry.compose[0].replace(".", "/")).exists())
    }


def measures(group: ScoreGroup) -> dict[str, float]:
    """What a floor can be set on: the F1 of each field, their mean, and the share of quotes that stand."""
    found = {score.field: score.f1 for score in group.scores.fields}
    found[MACRO] = group.scores.macro_f1
    if group.quotes is not None:
        found[QUOTES] = group.quotes.precision
    return found


def check(name: str, group: ScoreGroup, digest: str, kept: CorpusFloors | None) -> list[Breach]:
    """The floors that a corpus breaks. A corpus without floors breaks none."""
    if kept is None or kept.digest is None:
        return []
    if digest != kept.digest:
        said = f"le corpus a changé (empreinte {digest[:12]}, planchers posés sur {kept.digest[:12]})"
        return [Breach(corpus=name, message=f"{said} : relisez ce qui a changé, puis --raise-floors.")]
    found = measures(group)
    return [
        Breach(corpus=name, message=f"{field} : {found.get(field, 0.0):.3f}, plancher {floor:.2f}.")
        for field, floor in kept.floors.items()
        if found.get(field, 0.0) < floor
    ]


def raised(group: ScoreGroup, digest: str, kept: CorpusFloors | None) -> CorpusFloors:
    """The floors as high as what was measured; never lower than they were."""
    kept = kept or CorpusFloors()
    fields = {field: math.floor(value * 100 + 1e-9) / 100 for field, value in measures(group).items()}
    floors = {
        field: max(fields.get(field, 0.0), kept.floors.get(field, 0.0)) for field in {**kept.floors, **fields}
    }
    return kept.model_copy(update={"digest": digest, "floors": dict(sorted(floors.items()))})


def below(group: ScoreGroup, kept: CorpusFloors | None) -> Sequence[str]:
    """The fields that stand under their floor whatever the digest: these floors cannot be raised."""
    found = measures(group)
    return [field for field, floor in (kept.floors if kept else {}).items() if found.get(field, 0.0) < floor]
