"""Two recognisers as one: the first names what it is sure of, the second fills the gaps."""

from collections.abc import Sequence

from extractors.ner.protocol import Mention, MentionLabel, Recogniser, apart


class CombinedRecogniser:
    """`fill`: the labels that the second may add. An untrained model adds persons only: half of the places
    that it names are none (ADR 5)."""

    def __init__(
        self,
        first: Recogniser,
        second: Recogniser,
        *,
        fill: frozenset[MentionLabel] = frozenset(MentionLabel),
    ) -> None:
        self._first = first
        self._second = second
        self._fill = fill

    @property
    def name(self) -> str:
        return f"{self._first.name}+{self._second.name}"

    @property
    def version(self) -> str:
        return f"{self._first.version}+{self._second.version}"

    def recognise(self, texts: Sequence[str]) -> list[list[Mention]]:
        sure, more = self._first.recognise(texts), self._second.recognise(texts)
        return [
            apart([*ours, *(mention for mention in theirs if mention.label in self._fill)])
            for ours, theirs in zip(sure, more, strict=True)
        ]
