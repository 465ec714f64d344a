"""Answers whether the text of a page is not what is printed there: its fonts say nothing true of their letters.

In: the text as a PDF reader gives it. Out: yes for private signs, boxes and letters that make no French.
"""

import re
import unicodedata

#: A page of which so many signs are private, unknown or control characters is read from its picture.
MAX_UNREADABLE = 0.15
#: The usual pairs of letters make 33 to 48 % of the pairs on 802 French pages, at most 20 % on the same pages
#: with shifted or shuffled letters.
USUAL_PAIRS = frozenset({
    "es", "le", "en", "de", "re", "nt", "on", "er", "te", "el", "an", "se", "et", "la", "ai", "it", "me", "ou", "em",
    "ie", "ne", "ur", "ar", "ti", "is", "ra", "in", "ta", "ns", "co",
})  # fmt: skip
MIN_USUAL = 0.25
#: With fewer pairs nothing can be said.
MIN_PAIRS = 200
#: Letters outside the Latin script: a font's own numbering that was taken for another script.
LATIN_END, MIN_LATIN = "\u0250", 0.5
_WORD = re.compile(r"[^\W\d_]+")
_UNREADABLE = frozenset({"Co", "Cn", "Cc", "Cs"})


def is_garbled(text: str) -> bool:
    signs = [sign for sign in text if not sign.isspace()]
    if not signs:
        return False
    odd = {sign for sign in set(signs) if sign == "\ufffd" or unicodedata.category(sign) in _UNREADABLE}
    if odd and sum(sign in odd for sign in signs) > MAX_UNREADABLE * len(signs):
        return True
    letters = [sign for sign in signs if sign.isalpha()]
    if sum(sign < LATIN_END or "\u1e00" <= sign < "\u1f00" for sign in letters) < MIN_LATIN * len(letters):
        return True
    pairs = [word[i : i + 2] for word in _WORD.findall(text.lower()) for i in range(len(word) - 1)]
    return len(pairs) >= MIN_PAIRS and sum(pair in USUAL_PAIRS for pair in pairs) < MIN_USUAL * len(pairs)
