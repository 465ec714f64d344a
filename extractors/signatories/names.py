"""Names of organisations as an inventory lists them, cut out of sentences."""

import re

from extractors.signatories.patterns import ASIDE, LIST_END, ORGANISATION_HEAD

_ARTICLE = re.compile(
    r"^(?:et\s+)?(?:d['’](?=[A-ZÉ])|(?:de\s+)?(?:l['’]|la\s+|le\s+|les\s+|des\s+|du\s+))\s*", re.IGNORECASE
)
_PERSON_FOR_OFFICE = (
    (
        re.compile(
            r"^(?:le |la )?(?:directeur|directrice)(?: générale?)?(?: adjointe?)? de (?:l['’])?(?=ARS|agence)",
            re.IGNORECASE,
        ),
        "",
    ),
    (re.compile(r"^(?:le |la )?président(?:e)? (?:du|de la|de l['’]|de|des)\s*", re.IGNORECASE), ""),
    (re.compile(r"^(?:le |la )?maire (?:de|d['’])\s*", re.IGNORECASE), "Commune de "),
    (re.compile(r"^(?:le |la )?préf(?:et|ète)\b(?: de (?:la )?région)?", re.IGNORECASE), "Préfecture"),
)
_BOUNDARY = re.compile(r"(?<!\s)(?:\s*,\s*(?:et\s+)?|\s*;\s*(?:et\s+)?|\s+et\s+)")


def tidy_name(text: str) -> str:
    """Without article, aside and punctuation; the office for the person ("le préfet du Var" → "Préfecture du Var")."""
    name = re.sub(r"\s+", " ", text.replace("’", "'")).strip(" ,;.:•–-")
    previous = None
    while previous != name:
        previous = name
        name = ASIDE.sub("", name).strip(" ,;.:")
    for pattern, replacement in _PERSON_FOR_OFFICE:
        name = pattern.sub(replacement, name)
    name = _ARTICLE.sub("", name)
    if name.count("(") > name.count(")"):
        name = name.rsplit("(", 1)[0].strip()
    return name[:1].upper() + name[1:]


def split_list(text: str) -> list[str]:
    """The organisations of "l'ARS, la ville de X et la préfecture du Var pour une durée…", as printed."""
    end = LIST_END.search(text)
    text = text[: end.start()] if end else text
    parts: list[str] = []
    start = 0
    for cut in _BOUNDARY.finditer(text):
        rest = _ARTICLE.sub("", text[cut.end() :])
        if ORGANISATION_HEAD.match(rest):
            parts.append(text[start : cut.start()])
            start = cut.end()
    parts.append(text[start:])
    return [part.strip() for part in parts if part.strip(" ,.;")]
