"""Articles and prepositions before names: "l'Orne", "du Mans", "de la CPAM du Var"."""

import re
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

_DATA = Path(__file__).parent / "data" / "french.yaml"
_VOWEL = re.compile(r"[aàâeéèêëiîïoôöuûüyhœæ]", re.IGNORECASE)
#: The article that a place's own name begins with.
_OWN = re.compile(r"(?P<article>Les? )(?=[A-ZÉÈÎ])")
_CONTRACTED = {
    "de": {"le": "du ", "la": "de la ", "l'": "de l'", "les": "des "},
    "a": {"le": "au ", "la": "à la ", "l'": "à l'", "les": "aux "},
}


@lru_cache(maxsize=1)
def _words() -> dict[str, dict[str, Any]]:
    """Name or first word -> its article, by kind of name."""
    read = yaml.safe_load(_DATA.read_text(encoding="utf-8"))
    article = {"du": "le", "de la": "la", "des": "les", "de l'": "l'", "de": ""}
    return {
        "department": {
            name: article[of] for of, names in read["department_articles"].items() for name in names
        },
        "natural": {name: article[of] for of, names in read["natural_articles"].items() for name in names},
        "organisation": {word: one for one, words in read["organisation_articles"].items() for word in words},
    }


def article_of(name: str, *, organisation: bool) -> str:
    """ "le", "la", "l'", "les", or nothing where the name stands alone."""
    words = _words()
    if organisation:
        first = re.split(r"[ \n]", name, maxsplit=1)[0].lower().rstrip(".,")
        return str(words["organisation"].get(first, ""))
    return str(words["department"].get(name) or words["natural"].get(name) or "")


def joined(link: str, name: str, *, organisation: bool, region: bool = False) -> tuple[str, str]:
    """What stands before a name and the name as it then reads: `de` and "Le Mans" give "du " and "Mans".

    `link`: "le", "Le" (a capital begins the sentence), "de" or "a"; `region` takes "le" where no article is known.
    """
    article = article_of(name, organisation=organisation) or ("le" if region else "")
    own = None if organisation else _OWN.match(name)
    if own and link in {"de", "a"}:
        return _CONTRACTED[link][own["article"].strip().lower()], name[own.end() :]
    if link in {"le", "Le"}:
        before = article if article.endswith("'") or not article else f"{article} "
        return (before.capitalize() if link == "Le" else before), name
    if article:
        return _CONTRACTED[link][article], name
    if link == "de":
        return ("d'" if _VOWEL.match(name) else "de "), name
    return "à ", name
