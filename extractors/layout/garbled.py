"""Answers whether the text of a page is not what is printed there: its fonts say nothing true of their letters.

In: the text as a PDF reader gives it. Out: yes for private signs, boxes and letters that make no French.
"""

import re
import unicodedata

#: A page of which so many signs are private, unknown or control characters is read from its picture.
MAX_UNREADABLE = 0.15
#: In French prose 25 to 45 % of the words are of these; in a list of names still 5 % (measured on our corpora).
SMALL_WORDS = frozenset({
    "à", "a", "au", "aux", "avec", "ce", "d", "dans", "de", "des", "du", "elle", "en", "est", "et", "il",
    "l", "la", "le", "les", "ne", "ou", "par", "pour", "qu", "que", "qui", "s", "se", "sur", "un", "une",
    "the", "of", "and", "in", "to",
})  # fmt: skip
MIN_SMALL_WORDS = 0.02
#: With fewer words nothing can be said.
MIN_WORDS = 60
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
    words = _WORD.findall(text.lower())
    return len(words) >= MIN_WORDS and sum(w in SMALL_WORDS for w in words) < MIN_SMALL_WORDS * len(words)
