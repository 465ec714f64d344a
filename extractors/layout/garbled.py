"""Answers whether the text of a page is not what is printed there: its fonts say nothing true of their letters.

In: the text as a PDF reader gives it. Out: yes for private signs, boxes and letters that make no French.
"""

import re
import unicodedata
from collections import Counter

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
    """Signs are counted by kind: a page has some 60 kinds among its 2,000 signs."""
    signs = Counter(text)
    counts = [(sign, count) for sign, count in signs.items() if not sign.isspace()]
    if not counts:
        return False
    odd = sum(n for sign, n in counts if sign == "\ufffd" or unicodedata.category(sign) in _UNREADABLE)
    if odd > MAX_UNREADABLE * sum(n for _, n in counts):
        return True
    letters = [(sign, n) for sign, n in counts if sign.isalpha()]
    latin = sum(n for sign, n in letters if sign < LATIN_END or "\u1e00" <= sign < "\u1f00")
    if latin < MIN_LATIN * sum(n for _, n in letters):
        return True
    lower = text.lower()
    words = _WORD.findall(lower)
    pairs = sum(map(len, words)) - len(words)
    # No usual pair is a letter twice: str.count misses none.
    return pairs >= MIN_PAIRS and sum(map(lower.count, USUAL_PAIRS)) < MIN_USUAL * pairs
