"""What a label means by its values, where neither lists nor a single sign tell it.

In: the values that stand under one label over all sheets of a document. Out: how much they read like the values of
each field, from 0 to 1; the labels of a template and the free fields are matched best first.
"""

import re
from collections.abc import Callable, Mapping, Sequence

from extractors.outline.wording import INFINITIVE
from extractors.sheets.patterns import COUNTED, DONE, FORESEEN, PLACE, SIGNS
from extractors.sheets.sheet import Part
from extractors.sheets.values import list_value
from models.text import fold
from models.vocabularies.organisations import organisation_head

#: Values must read so much like those of a field.
ENOUGH = 0.6
#: So many values tell the meaning of a label.
VALUES = 3
#: Letters of a name, of an item of a list, of a text.
NAME, ITEM, TEXT = 90, 100, 80
#: Sheets share their territory more often than their partners: what values said again add or take.
AGAIN = 0.3


def matched(labels: Mapping[str, Sequence[Part]], free: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """The field of each label, no field twice. `free`: the fields that a label may still take."""
    told = {label: [part for part in parts if part.lines] for label, parts in labels.items()}
    scores = [
        (likeness(name, parts), name, label)
        for label, parts in told.items()
        if len(parts) >= VALUES
        for name in free[label]
    ]
    found: dict[str, str] = {}
    for score, name, label in sorted(scores, key=lambda entry: (-entry[0], *entry[1:])):
        if score >= ENOUGH and label not in found and name not in found.values():
            found[label] = name
    return found


def likeness(name: str, parts: Sequence[Part]) -> float:
    """The mean over the values of a label; 0 for a field that nothing tells."""
    told = _LIKE.get(name)
    if told is None or not parts:
        return 0.0
    score = sum(told(part) for part in parts) / len(parts)
    again = len({fold(part.text) for part in parts}) <= len(parts) / 2
    if again and name in {"area", "partners"}:
        return score + (AGAIN if name == "area" else -AGAIN)
    return score


def _share(part: Part, sign: re.Pattern[str]) -> float:
    return sum(sign.search(line.text) is not None for line in part.lines) / len(part.lines)


def _is_text(part: Part) -> bool:
    return len(part.text) >= TEXT and part.text.rstrip().endswith((".", "!", "?"))


def _sentences(part: Part) -> list[str]:
    return [text for line in part.lines for text in re.split(r"(?<=[.!?;])\s+", line.text) if text]


def _context(part: Part) -> float:
    """Sentences that tell what is, not what will be done."""
    if not _is_text(part):
        return 0.0
    texts = _sentences(part)
    return 1 - sum(bool(FORESEEN.search(t) or DONE.match(t) or INFINITIVE.match(t)) for t in texts) / len(
        texts
    )


def _description(part: Part) -> float:
    texts = _sentences(part)
    if len(texts) < 2 and not _is_text(part):
        return 0.0
    return sum(bool(FORESEEN.search(t) or DONE.match(t) or INFINITIVE.match(t)) for t in texts) / len(texts)


def _objectives(part: Part) -> float:
    return sum(len(line.text) < ITEM and bool(INFINITIVE.match(line.text)) for line in part.lines) / len(
        part.lines
    )


def _results(part: Part) -> float:
    """ "Six mille créneaux ouverts par an", "Registre doublé": short, counted or done."""
    told = [line for line in part.lines if len(line.text) < ITEM and not line.text.endswith(".")]
    good = sum(
        COUNTED.search(line.text) is not None
        and not SIGNS["indicators"].search(line.text)
        and not SIGNS["budget"].search(line.text)
        for line in told
    )
    return good / len(part.lines)


def _pilot(part: Part) -> float:
    if not _is_name(part.text) or len(list_value(part.lines)) > 1:
        return 0.0
    return 1.0 if _is_organisation(part.text) else 0.5


def _partners(part: Part) -> float:
    items = list_value(part.lines)
    if not items or not all(map(_is_name, items)):
        return 0.0
    named = sum(map(_is_organisation, items)) / len(items)
    return (0.6 if len(items) > 1 else 0.4) + 0.4 * named


def _is_name(text: str) -> bool:
    """No sentence, nothing counted, nothing to do."""
    signs = (SIGNS["indicators"], SIGNS["schedule"])
    short = len(text) < NAME and not text.rstrip().endswith(".") and not INFINITIVE.match(text)
    return short and "€" not in text and not any(sign.search(text) for sign in signs)


def _is_organisation(text: str) -> bool:
    found = organisation_head(fold(text))
    return found is not None and found.start == 0


def _area(part: Part) -> float:
    """Places by their words, item by item: "Ville de Redon, CCAS, ARS" are partners."""
    if len(part.text) > 2 * NAME or INFINITIVE.match(part.text):
        return 0.0
    items = re.split(r",\s*|\set\s|\s[-–/]\s", part.text)
    return sum(PLACE.search(item) is not None for item in items) / len(items)


def _population(part: Part) -> float:
    return _share(part, SIGNS["target_population"]) if len(part.text) < 2 * NAME else 0.0


def _schedule(part: Part) -> float:
    return 0.0 if len(part.text) > 2 * NAME or "€" in part.text else _share(part, SIGNS["schedule"])


_LIKE: Mapping[str, Callable[[Part], float]] = {
    "context": _context,
    "description": _description,
    "objectives": _objectives,
    "expected_results": _results,
    "pilot": _pilot,
    "partners": _partners,
    "area": _area,
    "target_population": _population,
    "schedule": _schedule,
    "budget": lambda part: _share(part, SIGNS["budget"]),
    "indicators": lambda part: _share(part, SIGNS["indicators"]),
}
