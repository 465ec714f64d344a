"""French words for dates and durations, and the expressions that say what a date is."""

import re

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("janvier", "janv"), ("février", "fevrier", "fév", "fev"), ("mars",), ("avril", "avr"), ("mai",),
            ("juin",), ("juillet", "juil"), ("août", "aout"), ("septembre", "sept"), ("octobre", "oct"),
            ("novembre", "nov"), ("décembre", "decembre", "déc", "dec"),
        ),
        1,
    )
    for name in names
}  # fmt: skip

UNITS = {
    "zéro": 0, "un": 1, "une": 1, "premier": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7,
    "huit": 8, "neuf": 9, "dix": 10, "onze": 11, "douze": 12, "treize": 13, "quatorze": 14, "quinze": 15,
    "seize": 16, "vingt": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60,
}  # fmt: skip
_NUMBER_WORD = rf"(?:{'|'.join(sorted(UNITS, key=len, reverse=True))}|cents?|mille|et)"
NUMBER_WORDS = rf"{_NUMBER_WORD}(?:[\s-]{_NUMBER_WORD}){{0,7}}"

_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
DAY_MONTH_YEAR = re.compile(
    rf"\b(?P<day>1er|[12I]\s?er|\d{{1,2}}|premier|{NUMBER_WORDS})\s+(?P<month>{_MONTH})\.?\s+"
    rf"(?P<year>(?:19|20)\d\d|deux[\s-]mille(?:[\s-]{_NUMBER_WORD}){{0,4}})\b",
    re.IGNORECASE,
)
NUMERIC = re.compile(r"\b(?P<day>\d{1,2})[/.](?P<month>\d{1,2})[/.](?P<year>(?:19|20)\d\d)\b")
MONTH_YEAR = re.compile(rf"\b(?P<month>{_MONTH})\.?\s+(?P<year>(?:19|20)\d\d)\b", re.IGNORECASE)
YEAR = re.compile(r"\b(?P<year>(?:19|20)\d\d)\b(?!\s*[-–/]\s*\d)")

DURATION = re.compile(
    rf"\b(?P<number>\d{{1,3}}|{NUMBER_WORDS})\s*(?:\(\s*(?:\d{{1,3}}|{NUMBER_WORDS})\s*\)\s*)?"
    r"(?P<unit>ans?|années?|mois)\b(?:\s+(?:civiles?|pleines?|entières?))?"
    r"(?P<half>\s+et\s+demie?)?"
    rf"(?:\s+et\s+(?P<more>\d{{1,2}}|{NUMBER_WORDS})\s+mois)?",
    re.IGNORECASE,
)
#: Words just before a duration that make it the length of a contract.
DURATION_CUE = re.compile(
    r"(?:durée|période|pour|valable|portée?\s+à|fixée?\s+à|prolongée?\s+de)\b[^.;]{0,60}$", re.IGNORECASE
)
#: A duration that is only envisaged, habitual, or of something else.
NOT_DURATION = re.compile(
    r"envisag|pourrait|habituellement|généralement|souvent|préavis|en général|fixée à\s*$|initialement|"
    r"recruté|chargé de mission|poste|convention (?:particulière|de filière)|groupes? de travail",
    re.IGNORECASE,
)

#: Sentences about another thing than this contract.
OTHER_THING = re.compile(
    r"contrat de ville|projet (?:régional|territorial)|\bPRS\b|\bPTSM\b|\bCRTE\b|cohésion sociale|"
    r"contrat local de sécurité|coordonnat(?:eur|rice) est recruté|convention (?:particulière|de filière|territoriale)|"
    r"délibération|\bloi\b|décret|arrêté|\bordonnance\b|groupes? de travail|poste de coordination|prestataire|"
    r"chargée? de mission|conseil local de santé mentale a été",
    re.IGNORECASE,
)
#: Sentences about an earlier, a neighbouring or a later contract.
OTHER_CONTRACT = re.compile(
    r"\b(?<!\bce )(?:premiers?|précédente?s?|anciens?|antérieure?s?)\s+(?:contrats?|CLS|CLSM|protocole)|contrats?\s+(?:précédent|antérieur|initial)|"
    r"contrat local de santé\s*\(?(?:CLS)?\)?\s+(?:de\s+)?(?:première|1re|1ère)\s+génération\s+(?:date|a\s|avait)|"
    r"avai(?:t|ent) été (?:signé|conclu)|a(?:vait)? (?:pris fin|couvert)|aujourd.hui échus?|"
    r"le (?:premier|deuxième|second)\b[^.]{0,30}\b(?:portait|a été|avait|s'est|couvrait)|distinct du présent|dispose déjà|"
    r"futur contrat|prochain contrat|nouveau contrat sur",
    re.IGNORECASE,
)
THIS_CONTRACT = re.compile(
    r"présente?\s+(?:contrat|convention|protocole|avenant|lettre|accord)|\b(?:le|ce)\s+(?:contrat|CLSM?|protocole)\b|"
    r"contrat local de santé|lettre d.intention|protocole d.accord|\bCLSM?\b",
    re.IGNORECASE,
)
#: The contract that speaks of itself, as the subject of a sentence.
SELF = re.compile(
    r"(?:^|[,;]\s+)(?:le|ce|notre)\s+(?:(?:présent|nouveau|premier|deuxième|troisième|second)\s+)?"
    r"(?:contrat(?:\s+local\s+de\s+santé)?|CLSM?)\s+(?!d[eu']|des\b|précédent|antérieur|initial)",
    re.IGNORECASE,
)
#: "Le contrat couvre la période 2024-2029."
COVERED = re.compile(
    r"\b(?:couvre|pour|sur|porte\s+sur)\s+(?:la\s+période|les\s+années)\s+"
    r"(?P<start>20[012]\d)\s*(?:[-–—/]|à)\s*(?P<end>20[0123]\d)\b",
    re.IGNORECASE,
)
TITLE_PERIOD = re.compile(r"\b(?P<start>20[012]\d)\s*[-–—/]\s*(?P<end>20[0123]\d)\b")
DURATION_HEADING = re.compile(
    r"dur[ée]e|entr[ée]e en vigueur|\beffet\b|prise d.effet|période|validité|calendrier du contrat",
    re.IGNORECASE,
)

SIGNED_AT = re.compile(
    r"^\s*(?:fait|signé|établi)e?s?\s+(?:en\s+\S+\s+(?:exemplaires?|originaux)[^,]{0,40},?\s*)?(?:à|au|en|le)\b",
    re.IGNORECASE,
)
SIGNED = re.compile(r"\b(?:signée?s?|conclue?s?|signature)\b", re.IGNORECASE)
#: Words between "signé" and a date that make it the date of a period: "signé pour couvrir du 1er janvier 2020 au…".
PERIOD_BETWEEN = re.compile(r"jusqu|compter|période|\bdu\s+(?:1er\b|\d|$)|vigueur|effet|visée", re.IGNORECASE)
#: Words before "signé" that only announce it: "sera le premier à être signé en 2026".
PLANNED = re.compile(r"\b(?:sera|seront|devrait|devraient|doit|doivent|va|vont)\b[^.;]{0,40}$", re.IGNORECASE)
VAGUE_YEAR = re.compile(
    r"\b(?:début|fin|mi|courant|en|depuis|printemps|été|automne|hiver)[\s-]+(?:de\s+)?(?:l.année\s+)?(?P<year>(?:19|20)\d\d)\b",
    re.IGNORECASE,
)

START_CUE = re.compile(
    r"(?:à\s+compter\s+d[ue]|prend(?:ra)?\s+effet\s+(?:le|au|à\s+compter\s+du)|entre(?:ra)?\s+en\s+vigueur\s+(?:le|au|à\s+compter\s+du)|"
    r"à\s+partir\s+du|\bdébute(?:ra)?\s+le|\bcommence(?:ra)?\s+le|\bdu|à\s+dater\s+du|dès\s+le)\s*$",
    re.IGNORECASE,
)
END_CUE = re.compile(
    r"(?:(?:prend(?:ra)?\s+fin|se\s+termine(?:ra)?|s.éteint|s.achève(?:ra)?|expire(?:ra)?|arrive(?:ra)?\s+à\s+échéance|échéance)\b[^.;]{0,40}?(?:le|au)|"
    r"jusqu.(?:au|en)|\bau|reporté(?:e)?\s+au|prorogée?\s+(?:jusqu.)?au|prolongée?\s+jusqu.au)\s*$",
    re.IGNORECASE,
)

#: The contract starts on the day it is signed.
FROM_SIGNATURE = re.compile(
    r"à\s+(?:compter|partir)\s+de\s+cette\s+date|à\s+compter\s+de\s+(?:sa|la)\s+(?:date\s+de\s+(?:sa\s+)?)?signature|effet\s+(?:à|dès)\s+(?:la\s+date\s+de\s+)?(?:sa|la)\s+signature",
    re.IGNORECASE,
)
#: The line above the signatures: "À Sevran, le 11 avril 2018", "Mende, novembre 2020".
PLACE_AND_DATE = re.compile(
    r"^\s*(?:à\s+)?[A-ZÉÈÎ][\w'’ -]{1,40},\s*(?:le\s+)?(?:\d{1,2}(?:er)?\s+)?[a-zéèûô]+\s+(?:19|20)\d\d\s*\.?$",
    re.IGNORECASE,
)
