from search_api.engines.vocabulary import Vocabulary, vocabulary_of

WORDS = {"tabac": 3, "tabacologue": 1, "tablette": 2, "alcool": 5}


def test_words_by_length_and_by_beginning() -> None:
    words = Vocabulary(WORDS)
    assert dict(words) == WORDS and "tabac" in words and "vin" not in words
    assert words.of_lengths(5, 6) == ["tabac", "alcool"]
    assert words.of_lengths(1, 4) == []
    assert list(words.beginning_with("tab")) == ["tabac", "tabacologue", "tablette"]
    assert list(words.beginning_with("tabacs")) == []


def test_a_vocabulary_stays_itself() -> None:
    words = Vocabulary(WORDS)
    assert vocabulary_of(words) is words
