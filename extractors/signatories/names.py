"""Names of organisations as an inventory lists them, cut out of sentences."""

import re

from extractors.signatories.patterns import ASIDE
from models.text import fold
from models.vocabularies.gazetteer import load_gazetteer

#: Punctuation and bullets, among them those that a scan makes of bullets.
_EDGES = " ,;.:•–-=«»©°*■▪►✓+~|_"
_ARTICLE = re.compile(
    r"^(?:et\s+)?(?:d['’](?=[A-ZÉ])|(?:de\s+|d['’]une?\s+)?(?:l['’]|la\s+|le\s+|les\s+|des\s+|du\s+|"
    r"notre\s+|votre\s+|sa\s+|son\s+)|d['’]|de\s+(?=[A-ZÉ]))\s*",
    re.IGNORECASE,
)
_PERSON_FOR_OFFICE = (
    (
        re.compile(
            r"^(?:le |la )?(?:directeur|directrice)(?: [a-zé]+){0,2} (?:du |de la |de l['’]|des |"
            r"de )(?=(?:centre|hôpital|groupe|établissement|clinique|CPAM|caisse|MSA|maison|"
            r"association|institut|CH |CHU|EPSM))",
            re.IGNORECASE,
        ),
        "",
    ),
    (
        re.compile(
            r"^(?:le |la )?(?:directeur|directrice)(?: générale?)?(?: adjointe?)? de (?:l['’])?(?=ARS|agence)",
            re.IGNORECASE,
        ),
        "",
    ),
    (re.compile(r"^(?:le |la )?président(?:e)? (?:du|de la|de l['’]|de|des)\s*", re.IGNORECASE), ""),
    (re.compile(r"^(?:le |la )?maire (?:de|d['’])\s*", re.IGNORECASE), "Ville de "),
    (re.compile(r"^(?:le |la )?préf(?:et|ète)\b(?: de (?:la )?région)?", re.IGNORECASE), "Préfecture"),
)


def tidy_name(text: str) -> str:
    """Without article, aside and punctuation; the office for the person ("le préfet du Var" → "Préfecture du Var")."""
    name = re.sub(r"\s+", " ", text.replace("’", "'")).strip(_EDGES)
    name = re.sub(r"^[oO]\s+(?=(?:L[ea]s?\s|L['’]))", "", name)
    previous = None
    while previous != name:
        previous = name
        name = ASIDE.sub("", name).strip(" ,;.:")
    for pattern, replacement in _PERSON_FOR_OFFICE:
        name = pattern.sub(replacement, name)
    if not _keeps_article(name):
        name = _ARTICLE.sub("", name)
    if name.count("(") > name.count(")"):
        name = name.rsplit("(", 1)[0].strip()
    return name[:1].upper() + name[1:]


def _keeps_article(name: str) -> bool:
    """ "Le Havre Seine Métropole", "La Rochelle": the article belongs to the official name."""
    if not name.startswith(("Le ", "La ", "Les ", "L'")):
        return False
    places = (*load_gazetteer().epcis(name), *load_gazetteer().communes(name))
    return any(f" {fold(place.name)}".endswith(f" {fold(name)}") for place in places)


def article_cut(text: str) -> str:
    """The words without the article or the preposition before them: "d'Inès Bouzid", "de la ville de X"."""
    return _ARTICLE.sub("", text.strip(_EDGES))
