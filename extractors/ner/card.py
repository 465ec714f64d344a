"""The card of a trained model: what it is, what it learnt from, and how well it does. `atlas.json` and README.md."""

from enum import StrEnum
from pathlib import Path

from pydantic import Field, ValidationError

from extractors.ner.evaluation.score import Scores
from extractors.ner.protocol import MentionLabel
from models.base import Record
from models.errors import ConfigurationError

CARD = "atlas.json"
#: The set whose precision tells how sure a mention is: free prose, never trained on.
PROSE = "prose"
_UNKNOWN_CONFIDENCE = 0.5


class Backend(StrEnum):
    SPACY = "spacy"
    TRANSFORMERS = "transformers"


class Card(Record):
    backend: Backend
    version: str
    base: str
    base_version: str
    seed: int
    epochs: int
    sentences: int
    from_corpus: int  # sentences out of the documents of --corpus
    unnamed: int  # sentences without any name
    scores: dict[str, Scores] = Field(default_factory=dict)

    def confidence(self, label: MentionLabel) -> float:
        """The share of mentions of the label that were right in prose; zero mentions prove nothing."""
        scores = self.scores.get(PROSE)
        count = scores.labels[label] if scores else None
        return round(count.precision, 2) if count and count.right + count.wrong else _UNKNOWN_CONFIDENCE


def read_card(folder: Path) -> Card:
    """Raises ConfigurationError with what to do."""
    try:
        return Card.model_validate_json((folder / CARD).read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise ConfigurationError(
            f"« {folder} » ne contient pas de modèle entraîné. Lancez « atlas-cls train-ner {folder} »."
        ) from error
    except ValidationError as error:
        raise ConfigurationError(
            f"« {folder / CARD} » n'est pas lisible par cette version : relancez « atlas-cls train-ner »."
        ) from error


def write_card(folder: Path, card: Card) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / CARD).write_text(card.model_dump_json(indent=1), encoding="utf-8")
    (folder / "README.md").write_text(_readme(card), encoding="utf-8")


def _readme(card: Card) -> str:
    tables = "\n".join(_table(name, scores) for name, scores in card.scores.items())
    return f"""# Modèle de noms des contrats locaux de santé

Reconnaît les personnes (PER), les organisations (ORG) et les lieux (LOC) dans les textes français des contrats locaux
de santé. Écrit par `atlas-cls train-ner` ; se charge avec `ATLAS_RECOGNISER=model ATLAS_NER_MODEL=<ce dossier>`.

| | |
|---|---|
| version | {card.version} |
| moteur | {card.backend} |
| modèle de départ | {card.base} {card.base_version} |
| graine, passages | {card.seed}, {card.epochs} |
| phrases d'entraînement | {card.sentences}, dont {card.unnamed} sans aucun nom |
| dont phrases d'un corpus annoté | {card.from_corpus} |

Les phrases sont composées d'après des modèles de phrases et les listes officielles (communes, groupements,
départements, régions) ; les personnes et les associations sont inventées. Licence du modèle : celle du modèle de
départ (LGPL-LR pour fr_core_news_md).

## Résultats

`prose` : phrases libres annotées à la main avant l'entraînement ; `contracts` : phrases de contrats composés,
annotées à la main ; `templates` : phrases de modèles mis de côté. « Exact » : bornes et étiquette justes ;
« touché » : part des noms qu'une mention de même étiquette recouvre au moins en partie.
{tables}
## Limites

Les phrases mises de côté ressemblent à celles de l'entraînement : seules `prose` et `contracts` disent ce que vaut le
modèle ailleurs. Aucun contrat réel signé n'a servi à l'entraînement ni à la mesure.
"""


def _table(name: str, scores: Scores) -> str:
    rows = "".join(
        f"| {label} | {c.right + c.missed} | {c.precision:.3f} | {c.recall:.3f} | {c.f1:.3f} | {c.met:.3f} |\n"
        for label, c in [*scores.labels.items(), ("ensemble", scores.total)]
    )
    return f"""
### {name} ({scores.sentences} phrases)

| étiquette | noms | précision | rappel | F1 exact | touché |
|---|---|---|---|---|---|
{rows}
Dans {scores.unnamed} phrases sans aucun nom : {scores.false_in_unnamed} fausses mentions
({scores.false_per_100:.1f} pour cent phrases).
"""
