"""Expressions that announce axes, action sheets and objectives."""

import re

NUMBER_WORDS = "un|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze"
_COUNT = rf"(?P<count>\d{{1,2}}|{NUMBER_WORDS})"
_WORDS = (
    r"(?:axes?|orientations?|priorités?|thématiques?|thèmes?|enjeux|défis|volets|ambitions?|piliers|chantiers|caps|"
    r"domaines|leviers|objectifs\s+stratégiques|champs\s+d.intervention)"
)
#: "Il porte sur 4 thématiques :", "Ses axes de travail sont :", "Cinq axes ont été retenus :".
ANNOUNCES = re.compile(
    rf"\b(?:(?:{_COUNT}|les|ses|leurs|des|plusieurs)\s+(?:grand[es]*\s+)?)?{_WORDS}(?:\s+(?:stratégiques?|prioritaires?|thématiques?|transversa\w+))*\b[^.:]{{0,80}}:?\s*$",
    re.IGNORECASE,
)
ANNOUNCED = re.compile(
    rf"\b{_COUNT}\s+(?:grand[es]*\s+)?(?:axes?|orientations?|priorités|thématiques|volets|défis|enjeux|ambitions|piliers|"
    r"chantiers|caps|domaines)\b",
    re.IGNORECASE,
)
OF_THIS_CONTRACT = re.compile(
    r"présent|retiennent|retenu|comporte|porte sur|suivants|s.articule|décline|compte|structur|repose|autour de",
    re.IGNORECASE,
)
ANNOUNCED_ACTIONS = re.compile(
    rf"\b(?P<count>\d{{1,3}}|{NUMBER_WORDS}|(?:vingt|trente|quarante|cinquante|soixante)(?:[\s-](?:et[\s-])?\w+)?)\s+"
    r"(?:fiches?(?:[\s-]actions?)?|actions)\b",
    re.IGNORECASE,
)
LISTS_ACTIONS = re.compile(r"déclin|annex|comporte|comprend|contient|plan d.actions?", re.IGNORECASE)
TRANSVERSAL = re.compile(
    r"^(?:axes?|volet|orientation|priorité|thématique)\s+transversa(?:l|le|ux)\s*[:–-]\s*", re.IGNORECASE
)
#: "Objectifs :" alone, above the objectives of an axis.
OBJECTIVES_HEAD = re.compile(
    r"(?:(?:les|nos|ses)\s+)?objectifs?(?:\s+(?:stratégiques?|opérationnels?|généraux|spécifiques?|poursuivis|visés|"
    r"de\s+l.axe|associés|retenus))*\s*:?",
    re.IGNORECASE,
)
#: A sentence about the axes of another contract.
FOREIGN = re.compile(
    r"(?:premier|précédent|ancien|antérieur)\w*\s+(?:contrat|CLS)|contrat de ville|projet régional de santé|\bPRS\b",
    re.IGNORECASE,
)
