"""Enumerations in French prose: "l'ARS, la ville de X et les élus" gives its items, without their articles."""

import re
from collections.abc import Iterator

from extractors.signatories.patterns import ORGANISATION_HEAD

#: In a text whose runs of spaces are one space each.
_BOUNDARY = re.compile(
    r"\s?;\s?(?:et\s)?|,?\sainsi\squ(?:e\s|['’])|,?\smais\saussi\s|\s?,\s?(?:et\s|puis\s)?|\set\s(?:enfin\s)?"
)
#: "de l'emploi, du travail", "aux soins et aux droits": words that go on with a name rather than begin another.
_GENITIVE = re.compile(
    r"(?:de\s+l['’]|d['’]|à\s+l['’]|(?:de\s+la|de|du|des|à\s+la|à|au|aux|en|par|pour|sur|dans|avec)\s+)",
    re.IGNORECASE,
)
_ARTICLE = re.compile(
    r"(?:l['’]|(?:le|la|les|un|une|leurs?|ses|sa|son|deux|trois|quatre|chaque)\s+)", re.IGNORECASE
)
_LEAD = re.compile(
    r"^(?:(?:et|notamment|également|aussi|respectivement|conjointement|à\s+la\s+fois|:)\s+|"
    r"(?:M\.|Mme|Monsieur|Madame)\s+(?=l[ea]\s|l['’])|par\s+(?=l[ea]s?\s|l['’])|"
    r"(?:de\s+l['’]|d['’](?=[A-ZÉ]|un)|l['’]|(?:de\s+la|du|des|le|la|les|un|une|de)\s+))+",
    re.IGNORECASE,
)
#: First words of those who sit in a committee: a new item begins with them.
ROLE_HEAD = re.compile(
    r"(?:représentant|élu|professionnel|usager|habitant|partenaire|institution|médecin|signataire|coordina|coordonnat|référent|"
    r"bailleur|porteur|pilote|financeur|service|technicien|directeur|directrice|direct|maire|adjoint|membre|chargée?s?\s+de|"
    r"chef|acteur|citoyen|patient|déléguée?|délégation|président|vice-président|sous-préfet|préfet|secrétaire|infirmi|pharmacien|"
    r"collectivité|commune|epci|établissement|structure|opérateur|expert|animat|responsable|caisse|hôpital|hôpitaux|pompier|"
    r"enseignant|aidant|personnalité|agent|intercommunalité|rect|conseillère?s?|travailleur|ensemble|famille|bénévole)",
    re.IGNORECASE,
)
_CAPITALS = re.compile(r"[A-ZÉÈ]{2}")
LONGEST = 1200
LONGEST_ITEM = 160


def split_enumeration(text: str) -> list[str]:
    """In order; parentheses are not split. "et" parts items only where a new one begins."""
    text = " ".join(text.split())[:LONGEST]
    return [clean for part in _parts(text) if (clean := tidy_item(part)) and len(clean) <= LONGEST_ITEM]


def tidy_item(text: str) -> str:
    """Without article, bullet and punctuation."""
    clean = _LEAD.sub("", text.strip(" ,;.:•–-▪")).strip(" ,;.:")
    if clean.count("(") > clean.count(")"):
        clean = clean.rsplit("(", 1)[0].strip(" ,;.:")
    elif clean.count(")") > clean.count("("):
        clean = clean.rstrip(" )")
    return clean


def _parts(text: str) -> Iterator[str]:
    start, commas, depths = 0, 0, _depths(text)
    framed = bool(_GENITIVE.match(text))  # "composé de l'ARS et de la ville": each item has its own "de"
    for cut in _BOUNDARY.finditer(text):
        mark, rest = cut.group().strip(), text[cut.end() :]
        if depths[cut.start()] or not rest or cut.start() == 0:
            continue
        if mark.startswith(",") and _comma_parts(rest):
            commas += 1
        elif not (
            ";" in mark
            or "ainsi" in mark
            or "mais" in mark
            or (mark[:2] == "et" and _et_parts(rest, commas, framed))
        ):
            continue
        yield text[start : cut.start()]
        start = cut.end()
    yield text[start:]


def _depths(text: str) -> list[int]:
    depth, depths = 0, []
    for letter in text:
        depth = max(0, depth + (letter in "(«") - (letter in ")»"))
        depths.append(depth)
    return depths


def starts_member(text: str) -> bool:
    """Whether a text begins, its article aside, with an organisation, an acronym or a role."""
    bare = _LEAD.sub("", text)
    return bool(ORGANISATION_HEAD.match(bare) or ROLE_HEAD.match(bare) or _CAPITALS.match(bare))


def _comma_parts(rest: str) -> bool:
    """ "de l'emploi, du travail et des solidarités" is one name: a genitive begins an item only with a head."""
    genitive = _GENITIVE.match(rest)
    return genitive is None or starts_member(rest[genitive.end() :])


def _et_parts(rest: str, commas: int, framed: bool) -> bool:
    """ "les techniciens de l'ARS et de la ville" is one, "les représentants de l'ARS, de la CPAM et de…" are three."""
    genitive = _GENITIVE.match(rest)
    if genitive is not None:
        again = genitive.group().strip().lower() in {"par", "avec"}  # "présidé par le maire et par le préfet"
        return (framed or again or commas > 0) and starts_member(rest[genitive.end() :])
    return bool(_ARTICLE.match(rest)) or starts_member(rest) or (commas > 0 and rest[:1].islower())
