"""Compares what a recogniser finds with annotated sentences.

In: a recogniser, sentences. Out: `Scores`: counts per label, exact and by overlap, and the false mentions in
sentences that hold no name at all, which is what free prose mostly is.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from extractors.ner.evaluation.marked import Annotated, Name, Span
from extractors.ner.protocol import Mention, MentionLabel, Recogniser
from models.base import Record

#: An article in front is no error: "l'ARS" for "ARS".
_ARTICLE = re.compile(r"(?:l['’]|d['’]|(?:la|le|les|de|du|des)\s+)", re.IGNORECASE)


class Count(Record):
    """Right, wrong and missed mentions; `near` of the names are met by a mention of their label that overlaps."""

    right: int = 0
    wrong: int = 0
    missed: int = 0
    near: int = 0

    @property
    def precision(self) -> float:
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 0.0

    @property
    def recall(self) -> float:
        return self.right / (self.right + self.missed) if self.right + self.missed else 0.0

    @property
    def f1(self) -> float:
        whole = 2 * self.right + self.wrong + self.missed
        return 2 * self.right / whole if whole else 0.0

    @property
    def met(self) -> float:
        """Share of the names that a mention of their label at least overlaps."""
        return self.near / (self.right + self.missed) if self.right + self.missed else 0.0


class Scores(Record):
    labels: dict[MentionLabel, Count]
    sentences: int
    unnamed: int  # sentences without any name
    false_in_unnamed: int

    @property
    def total(self) -> Count:
        return _sum(self.labels.values())

    @property
    def false_per_100(self) -> float:
        """False mentions in a hundred sentences that hold no name."""
        return 100 * self.false_in_unnamed / self.unnamed if self.unnamed else 0.0


class Mistake(Record):
    """A name that was missed, or a mention that is none."""

    missed: bool
    label: MentionLabel
    name: str
    text: str


def score(recogniser: Recogniser, sentences: Sequence[Annotated]) -> Scores:
    """One pass over all the sentences together, as the product runs it."""
    counts = {label: Count() for label in MentionLabel}
    unnamed = false = 0
    found = recogniser.recognise([sentence.text for sentence in sentences])
    for sentence, mentions in zip(sentences, found, strict=True):
        spans = [_bare(sentence.text, _span(mention)) for mention in mentions]
        for label in MentionLabel:
            counts[label] = _sum((counts[label], _compare(sentence, spans, label)))
        if not sentence.names:
            unnamed += 1
            false += len(mentions)
    return Scores(labels=counts, sentences=len(sentences), unnamed=unnamed, false_in_unnamed=false)


def mistakes(recogniser: Recogniser, sentences: Sequence[Annotated]) -> list[Mistake]:
    """What a person would look at first: each missed name and each false mention, with its sentence."""
    found = recogniser.recognise([sentence.text for sentence in sentences])
    return [
        mistake
        for sentence, mentions in zip(sentences, found, strict=True)
        for mistake in _mistakes(sentence, [_bare(sentence.text, _span(m)) for m in mentions])
    ]


def _mistakes(sentence: Annotated, spans: Sequence[Span]) -> Iterator[Mistake]:
    excused = {_bare(sentence.text, reading) for name in sentence.names for reading in _excused(name)}
    gold = [_bare(sentence.text, name.span) for name in sentence.names]
    for name, span in zip(sentence.names, gold, strict=True):
        if not name.optional and span not in spans:
            yield Mistake(missed=True, label=span.label, name=_cut(sentence, span), text=sentence.text)
    for span in spans:
        if span not in gold and span not in excused:
            yield Mistake(missed=False, label=span.label, name=_cut(sentence, span), text=sentence.text)


def _cut(sentence: Annotated, span: Span) -> str:
    return sentence.text[span.start : span.end]


def _span(mention: Mention) -> Span:
    return Span(start=mention.start, end=mention.end, label=mention.label)


def _bare(text: str, span: Span) -> Span:
    article = _ARTICLE.match(text, span.start, span.end)
    return span.model_copy(update={"start": article.end()}) if article and article.end() < span.end else span


def _compare(sentence: Annotated, spans: Sequence[Span], label: MentionLabel) -> Count:
    wanted = [n for n in sentence.names if n.span.label is label and not n.optional]
    excused = {_bare(sentence.text, reading) for name in sentence.names for reading in _excused(name)}
    mine = [span for span in spans if span.label is label]
    right = sum(_bare(sentence.text, name.span) in mine for name in wanted)
    wrong = sum(
        span not in excused and all(span != _bare(sentence.text, name.span) for name in wanted)
        for span in mine
    )
    near = sum(any(s.start < n.span.end and s.end > n.span.start for s in mine) for n in wanted)
    return Count(right=right, wrong=wrong, missed=len(wanted) - right, near=near)


def _excused(name: Name) -> Iterable[Span]:
    """What counts neither way. Within an optional name any label does: a mention is a matter of taste there."""
    yield from name.inner
    if name.optional:
        for label in MentionLabel:
            yield Span(start=name.span.start, end=name.span.end, label=label)


def _sum(counts: Iterable[Count]) -> Count:
    rows = [(c.right, c.wrong, c.missed, c.near) for c in counts]
    right, wrong, missed, near = (sum(column) for column in zip(*rows, strict=True))
    return Count(right=right, wrong=wrong, missed=missed, near=near)
