"""The generation of a contract: "deuxième génération", "CLS 3", "2e contrat local de santé"."""

import re
from collections.abc import Iterator, Sequence

from extractors.dates.cues import EARLIER, LONG_OVER, SUCCEEDED
from extractors.mentions import Passage, evidence
from models.evidence import Evidence
from models.text import fold

METHOD = "generation-2"
ORDINALS = {
    "premier": 1, "premiere": 1, "deuxieme": 2, "second": 2, "seconde": 2, "troisieme": 3, "quatrieme": 4,
    "cinquieme": 5, "i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5,
}  # fmt: skip
_ORDINAL = (
    r"(?P<ordinal>première?|deuxième|deuxieme|seconde?|troisième|troisieme|quatrième|cinquième|(?-i:IV|I{1,3}|V)|[1-6])\s*"
    r"(?:ère|ere|re|er|ème|eme|ième|nde|nd|de|e|è)?"
)
_CONTRACT = r"(?:CLSM?\b|contrat(?:\s+local)?(?:\s+de\s+santé)?(?:\s+mentale)?)"
_GENERATION = re.compile(rf"\b{_ORDINAL}\s+génération\b", re.IGNORECASE)
_GENERATION_AFTER = re.compile(
    r"\b(?:g[ée]n[ée]ration|version)\s*(?:n°\s*|:\s*)?(?P<ordinal>[1-6](?!\d)|(?-i:I{1,3}|IV)\b|premi(?:er|ère)|deuxième|seconde?|troisième)"
    r"(?!\s?[.,]\d)",
    re.IGNORECASE,
)
#: "troisième du nom", "deuxième édition", "est le deuxième que se donne la commune", "…, le premier pour la ville".
_OF_THE_NAME = re.compile(
    rf"\b{_ORDINAL}\s+(?:du\s+nom|du\s+genre|mouture|édition\s+du\s+(?:contrat|CLSM?)|opus|version\s+du\s+(?:contrat|CLSM?))\b"
    rf"|(?:\b(?:est|c.est|constitue|était|,)\s+(?:déjà\s+)?(?:le|notre|leur)|\bun)\s+(?P<bare>premier|deuxième|second|troisième|quatrième|cinquième)"
    r"(?=\s+(?:que|du\s+(?:territoire|département)|pour\s+(?:la|le|l.)|de\s+(?:la\s+|notre\s+|l['’])(?:ville|commune|communauté|collectivité|agglomération)|"
    r"sur\s+(?:le|ce)|conclu|signé|de\s+son\s+histoire|en\s+\w+\s+ans)|\s*[.;])",
    re.IGNORECASE,
)
_NUMBERED = re.compile(
    r"\b(?:CLSM?|(?i:contrat local de santé(?: mentale)?))(?:\s+(?:n°\s*)?|\s*-\s*)?(?P<ordinal>[1-6]|II|III|IV)\b"
    r"(?!\s*(?:axes?|ans|/|\.\d|,\d|fiches|signataires|actions|mois|rue|communes|er\b|%|€|ont|sont|priorités|thém|orient|ne\b|janv|févr|mars|avr|mai|juin|juil|août|sept|oct|nov|déc))"
)
_NTH_CONTRACT = re.compile(
    rf"(?:\b(?:ce|cet|du|le|notre|son|leur|un|au)\s+|^\W*){_ORDINAL}\s+{_CONTRACT}(?!\s+(?:de\s+ville|locaux|enfance))",
    re.IGNORECASE,
)
#: "en ont signé un deuxième", "le deuxième, celui qui nous occupe", "le troisième a été signé".
_ELLIPTIC = re.compile(
    r"\b(?:(?:signé|conclu|paraphé|adopté)\s+(?:un|leur|son|le)|(?<=[.;]\s)le|^le|;\s*le)\s+(?P<ordinal>deuxième|second|troisième|quatrième|cinquième)\b(?=\s*[,.]|\s+(?:le|en|a|est|pour|avec|vendredi|lundi|mardi|mercredi|jeudi|samedi)\b)",
    re.IGNORECASE,
)
#: Alone on a cover: "3e édition"; "Premier contrat local de santé de la commune".
_OF_COVER = re.compile(rf"^\W*(?:{_ORDINAL}\s+édition\W*$|(?P<first>premier)\s+{_CONTRACT})", re.IGNORECASE)
_OWN_FIRST = re.compile(rf"\b(?:son|leur|ce|notre)\s+(?:tout\s+)?premier\s+{_CONTRACT}", re.IGNORECASE)
#: Sentences about the contracts of a generation, not about one contract.
_PLURAL = re.compile(r"\b(?:des|ces|les)\s+(?:premiers\s+)?(?:CLS|contrats)\b|[?]\s*$", re.IGNORECASE)
#: Around the words: it is a contract to come.
_TO_COME = re.compile(
    r"\b(?:futur|prochain|vers|préparer|prépare\w*|préfigur\w*|réfléchi\w*|envisag\w*|l.étude|élabor\w*|prévu\w*|sera\b|construire|souhaite\w*|en\s+cours|demain)\b",
    re.IGNORECASE,
)
_REACH = 40


def extract_generation(titles: Sequence[Passage], own: Sequence[Passage]) -> tuple[int, Evidence] | None:
    """From titles first, then from sentences about this very contract: the highest number told of one that is there."""
    for passage in titles:
        if passage.text.rstrip().endswith("?"):
            continue
        for pattern in (_GENERATION, _GENERATION_AFTER, _NUMBERED, _NTH_CONTRACT, _OF_COVER):
            found = pattern.search(passage.text)
            if found:
                ordinal = next(word for word in found.groups() if word)
                return _value(ordinal), evidence(passage.block, passage.proof, method=METHOD)
    told = [pair for passage in own for pair in _told(passage)]
    if not told:  # "prépare son premier contrat local de santé": the first, though it is still to come
        told = [(1, passage) for passage in own if _OWN_FIRST.search(passage.text)]
    if not told and not any(SUCCEEDED.search(passage.text) for passage in own):
        told = [(1, passage) for passage in own if _is_first(passage.text)]
    if not told:
        return None
    value, passage = max(told, key=lambda pair: pair[0])
    return value, evidence(passage.block, passage.proof, method=METHOD)


def _told(passage: Passage) -> Iterator[tuple[int, Passage]]:
    text = passage.text
    if _PLURAL.search(text) or LONG_OVER.search(text):
        return
    for pattern in (_GENERATION, _GENERATION_AFTER, _NUMBERED, _NTH_CONTRACT, _ELLIPTIC, _OF_THE_NAME):
        for found in pattern.finditer(text):
            around = (
                text[max(0, found.start() - _REACH) : found.start()],
                text[found.end() : found.end() + _REACH],
            )
            value = _value(found["ordinal"] or found.groupdict().get("bare") or "")
            if any(_TO_COME.search(words) for words in around):
                continue
            if value == 1 and (_is_past(text, found) or pattern is _NTH_CONTRACT):
                continue
            if not EARLIER.search(text[max(0, found.start() - 15) : found.end() + 15]):
                yield value, passage


def _is_first(text: str) -> bool:
    """ "APPROUVE les termes du premier contrat local de santé": where no later one is told of."""
    found = _NTH_CONTRACT.search(text)
    return bool(
        found
        and _value(found["ordinal"]) == 1
        and not _is_past(text, found)
        and not EARLIER.search(text)
        and not LONG_OVER.search(text)
    )


def _is_past(text: str, found: re.Match[str]) -> bool:
    """ "Après un premier contrat (2017-2020)", "Le CLS 1 a pris fin"."""
    return bool(
        re.search(
            r"\b(?:après|depuis|à\s+la\s+suite)\s+(?:\w+\s+){0,3}\w*$|\bune\s+première\s+fois\b",
            text[max(0, found.start() - _REACH) : found.end() - len(found.group())] + " ",
            re.IGNORECASE,
        )
        or re.match(
            r"^\s*\W{0,3}(?:a\s+pris\s+fin|couvrait|portait|s'est|avait|date\s+de)", text[found.end() :]
        )
    )


def _value(word: str) -> int:
    return int(word) if word.isdigit() else ORDINALS[fold(word)]
