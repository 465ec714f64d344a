from hypothesis import given
from hypothesis import strategies as some
from rapidfuzz.distance import OSA

from search_api.engines.vocabulary import Vocabulary, vocabulary_of

WORDS = {"tabac": 3, "tabacologue": 1, "tablette": 2, "alcool": 5}


def test_words_by_length_and_by_beginning() -> None:
    words = Vocabulary(WORDS)
    assert dict(words) == WORDS and "tabac" in words and "vin" not in words
    assert words.resembling("tabac", 0) == ["tabac"]
    assert words.resembling("tbaac", 1) == ["tabac"]
    assert words.resembling("alcol", 1) == ["alcool"]
    assert words.resembling("ablcool", 1, shortest=7) == []
    assert list(words.beginning_with("tab")) == ["tabac", "tabacologue", "tablette"]
    assert list(words.beginning_with("tabacs")) == []


def test_a_vocabulary_stays_itself() -> None:
    words = Vocabulary(WORDS)
    assert vocabulary_of(words) is words


@given(some.lists(some.text("abcdé0中", min_size=1, max_size=9), min_size=2, max_size=9), some.integers(1, 2))
def test_no_word_within_so_many_edits_is_missed(words: list[str], edits: int) -> None:
    form, *known = words
    near = {word for word in known if OSA.distance(form, word) <= edits}
    assert near <= set(Vocabulary(dict.fromkeys(known, 1)).resembling(form, edits))
