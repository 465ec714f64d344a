"""The recogniser by rules: civilities and capitals, patterns of organisations, the gazetteer; no model."""

from collections.abc import Iterator, Sequence

from extractors.ner.organisations import find_organisations
from extractors.ner.patterns import (
    ANNOUNCED_PERSON,
    BEFORE_ROLE,
    FIRST_AND_CAPITALS,
    NOT_A_PERSON,
    NOT_A_PLACE,
)
from extractors.ner.protocol import Mention, MentionLabel, apart, cut
from models.text import fold
from models.vocabularies.gazetteer import load_gazetteer

#: Confidence by the rule that found a person, of a place of one meaning and of one with homonyms.
_PERSONS = ((ANNOUNCED_PERSON, 0.95), (FIRST_AND_CAPITALS, 0.8), (BEFORE_ROLE, 0.7))
_ONE_PLACE, _HOMONYMS = 0.85, 0.6


class RuleRecogniser:
    name = "rules"
    version = "2"

    def recognise(self, texts: Sequence[str]) -> list[list[Mention]]:
        return [self._one(text) for text in texts]

    def _one(self, text: str) -> list[Mention]:
        announced = list(_persons(text))
        return apart([*announced, *find_organisations(text), *_places(text)])


def _persons(text: str) -> Iterator[Mention]:
    for pattern, confidence in _PERSONS:
        for match in pattern.finditer(text):
            first = fold(match["name"]).split()
            if first and first[0] not in NOT_A_PERSON:
                mention = cut(text, match.start("name"), match.end("name"), MentionLabel.PER, confidence)
                if mention:
                    yield mention


def _places(text: str) -> Iterator[Mention]:
    for place in load_gazetteer().find_places(text):
        if NOT_A_PLACE.fullmatch(place.text):
            continue
        confidence = _ONE_PLACE if place.place else _HOMONYMS
        mention = cut(text, place.start, place.end, MentionLabel.LOC, confidence)
        if mention:
            yield mention
