"""Answers whether French writes two pieces with a hyphen between them.

In: the pieces on both sides of a hyphen at a line end. Out: yes for "rendez" + "vous", no for "dé" + "cembre".
"""

import re

from models.vocabularies.gazetteer import load_gazetteer

#: Beginnings and endings after which, or before which, a printed hyphen belongs to the word.
_BEGINNINGS = frozenset({
    "au", "là", "ci", "peut", "vis", "sous", "non", "demi", "mi", "semi", "ex", "vice", "auto", "grand",
    "grands", "médico", "socio", "psycho", "hospitalo", "plate", "rendez", "post", "après", "avant",
    "quelques", "celui", "celle", "ceux", "soi", "bien", "savoir", "bucco", "porte", "compte", "sage",
    "sages", "chef", "chefs", "tout", "tous", "nord", "sud", "est", "centre", "outre", "libre", "mieux",
    "co", "franco", "hauts", "haut", "basse", "val", "dix", "vingt", "trente", "quarante", "cinquante",
    "soixante", "quatre", "saint", "sainte", "notre",
})  # fmt: skip
_ENDINGS = re.compile(r"(?:là|ci|ce|t-\w+|vous|il|elle|ils|elles|on|nous|être|mêmes?|dire)\b", re.IGNORECASE)
#: "Hauts-" + "de-France", "Loir-" + "et-Cher", "Neuilly-" + "sur-Marne"
_PLACE = re.compile(
    r"(?:de|du|des|d|sur|sous|en|le|la|les|lès|lez|l|et|au|aux|à|près|devant|ès)-\w", re.IGNORECASE
)


def is_compound(left: str, right: str) -> bool:
    """`left` and `right` without the hyphen between them: "Hauts-de", "France"."""
    last = left.rpartition("-")[2].lower()
    if len(last) == 1 or last in _BEGINNINGS or _ENDINGS.match(right):
        return True
    return left[:1].isupper() and (bool(_PLACE.match(right)) or _is_place(f"{left}-{right}"))


def _is_place(name: str) -> bool:
    """ "SEINE-MARITIME" is a department, "PRÉVEN-TION" is no place."""
    places = load_gazetteer()
    return places.department(name) is not None or bool(places.communes(name))
