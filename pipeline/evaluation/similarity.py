"""How alike two printed values are, from 0 to 100, case, accents, punctuation and leading numbers folded."""

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

from rapidfuzz import fuzz

from models.text import fold

T = TypeVar("T")

#: A node of a gold or prediction file, as JSON gives it.
Node = Mapping[str, Any]

#: What stands before the words of a title: "Axe stratégique n° 2 –", "Fiche action 1.2 :", "IV."
_LEAD = re.compile(
    r"^(?:(?:axe|fiche|action|fiche action|objectif|orientation|priorite|volet|thematique|n|no|numero)\b\s*)*"
    r"(?:strategique\s+)?(?:(?:n|no)\s+)?"
    r"(?:[a-z]?\d{1,2}(?:\s\d{1,2})*|[ivx]{1,4}|transversal[e]?)?\s*(?=[a-z])"
)

#: What stands before the name of a territory: "Communauté de communes du", "Ville de".
_NATURE = re.compile(
    r"^(?:(?:ville|commune|communaute (?:de communes|d agglomeration|urbaine)|metropole|pays|petr|cc|ca)\s+"
    r"(?:de la|de l|des|du|de|d)?\s*)"
)


def folded(value: object) -> str:
    return fold(str(value or ""))


def folded_title(value: object) -> str:
    whole = folded(value)
    words = _LEAD.sub("", whole, count=1).strip()
    return words if len(words) > 3 else whole


def title_similarity(one: object, other: object) -> float:
    return max(
        fuzz.ratio(folded_title(one), folded_title(other)),
        fuzz.ratio(folded(one), folded(other)),
    )


def item_similarity(one: object, other: object) -> float:
    a, b = folded(one), folded(other)
    return max(fuzz.ratio(a, b), fuzz.token_sort_ratio(a, b))


def token_f1(one: object, other: object) -> float:
    """Of the words, each as often as it stands there."""
    a, b = Counter(folded(_joined(one)).split()), Counter(folded(_joined(other)).split())
    common = (a & b).total()
    if not common:
        return 0.0
    precision, recall = common / b.total(), common / a.total()
    return 2 * precision * recall / (precision + recall)


def _joined(value: object) -> object:
    return " ".join(map(str, value)) if isinstance(value, list) else value


def territory_words(contract: Node) -> str:
    name = folded((contract.get("territory") or {}).get("name"))
    return _NATURE.sub("", name) or name


def contract_similarity(gold: Node, found: Node) -> float:
    """By territory; another kind or another year of signature counts against."""
    code, other_code = ((c.get("territory") or {}).get("code") for c in (gold, found))
    a, b = territory_words(gold), territory_words(found)
    alike = 100.0 if code and code == other_code else max(fuzz.ratio(a, b), 0.95 * fuzz.token_set_ratio(a, b))
    if alike < 70:
        return 0.0
    year, other_year = (str(c.get("signature_date") or "")[:4] for c in (gold, found))
    alike -= 8 * (gold.get("kind") != found.get("kind"))
    return alike - 10 * bool(year and other_year and year != other_year)


def signatory_similarity(gold: Node, found: Node) -> float:
    """There is one ARS in a contract; a signatory of another kind must have the same name."""
    a, b = folded(gold.get("name")), folded(found.get("name"))
    alike = fuzz.token_set_ratio(a, b)
    if gold.get("kind") != found.get("kind"):
        return alike if alike >= 97 and fuzz.ratio(a, b) >= 92 else 0.0
    return max(alike, 90.0) if gold.get("kind") == "ars" else alike


def same_date(gold: object, found: object) -> bool:
    """A date more precise than the gold is right, a less precise one is not."""
    return str(found).startswith(str(gold))


def pair(
    gold: Sequence[T], found: Sequence[T], alike: Callable[[T, T], float], minimum: float
) -> dict[int, int]:
    """Gold index → found index, one to one, the most alike first; among equals the last ones first."""
    cells = sorted(
        ((alike(g, f), i, j) for i, g in enumerate(gold) for j, f in enumerate(found)), reverse=True
    )
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for score, i, j in cells:
        if score < minimum:
            break
        if i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)
    return pairs
