"""Shapes that tell a value read whole from one cut, run together or misread."""

import re

#: A sentence or a title does not end on these.
DANGLING = re.compile(
    r"(?:\b(?:de|des|du|d|la|le|les|l|et|ou|à|au|aux|en|par|pour|sur|dans|avec|un|une)|[,:;(«-])$", re.I
)
#: "Calendrier :" inside a value: the next label was not seen.
LABEL_INSIDE = re.compile(r"\S\s+[A-ZÉÈÀ][\w' ’-]{3,28}\s?:\s")
#: "Fiche action n° 3", a table's head, a page's foot where a title should be.
NOT_A_TITLE = re.compile(
    r"^(?:fiche|n°|page|sommaire|annexe|article|tableau|signataires?|objectifs?|axes?)\b|\d{2}/\d{2}/\d{4}",
    re.I,
)
#: Words and abbreviations without a vowel or of one letter; an elided one may stand alone after OCR.
SHORT_WORDS = frozenset(["km", "kms", "h", "m", "st", "dr", "pr", "mm", "bd", "nb", "tph", *"aàyodlnscjt"])
VOWEL = re.compile(r"[aeiouyàâäéèêëîïôöùûüœæ]", re.I)
#: Three letters in a row, or two words joined: "l'eau".
WORD = re.compile(r"[^\W\d_]{3}|[^\W\d_]['’-][^\W\d_]")
PLAIN_TOKEN = re.compile(
    r"[(«\"]?(?:[^\W\d_][\w'’./-]*|\d[\d.,/:%-]*(?:er|e|ème|re)?|[€%&–—-])[)»\".,;:!?…]*"
)
MERGED_ITEMS = re.compile(r"\s[•▪■–-]\s|;|\n")
FULL_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
MONTHS = (
    "janvier", "février", "mars", "avril", "mai", "juin",
    "juillet", "août", "septembre", "octobre", "novembre", "décembre",
)  # fmt: skip
