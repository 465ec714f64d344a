"""In: judged documents. Out: scores of all, by corpus, origin, reading and family; examples of errors per field."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from models.base import Record
from models.evidence import BBox
from pipeline.evaluation.evaluate import JudgedDocument
from pipeline.evaluation.families import FAMILY_LABELS, Family
from pipeline.evaluation.proofs import proofs_of
from pipeline.evaluation.scores import FieldScore, ScoreTable, score_table
from pipeline.evaluation.tally import Judged, Verdict

EXAMPLES = 5
LONGEST = 300


class ScoreGroup(Record):
    """`label` is French. `quotes`: the share of evidence whose words stand on its page, where layouts are known."""

    key: str
    label: str
    scores: ScoreTable
    quotes: FieldScore | None = None


class ErrorExample(Record):
    """A wrong, missed or unexpected value: the page of its evidence, or the page where the missed words stand."""

    field: str
    verdict: Verdict
    corpus: str
    document: str
    gold: str | None
    found: str | None
    page: int | None = None
    bbox: BBox | None = None
    quote: str | None = None
    picture: str | None = None  # file name of the page's picture beside the report


class EvaluationReport(Record):
    groups: tuple[ScoreGroup, ...]  # the first is of all documents
    examples: Mapping[str, tuple[ErrorExample, ...]]


def make_report(
    documents: Sequence[JudgedDocument], *, examples: int = EXAMPLES, resamples: int = 1000
) -> EvaluationReport:
    """Groups of no document are left out; of each field the first examples in the order of the documents."""
    groups = [score_group(key, label, of, resamples) for key, label, of in _groups(documents) if of]
    return EvaluationReport(groups=tuple(groups), examples=_examples(documents, examples))


def _groups(documents: Sequence[JudgedDocument]) -> list[tuple[str, str, list[JudgedDocument]]]:
    """(key, label, documents): a part that is the whole again is told once, but families are always told."""
    corpora = dict.fromkeys(d.corpus for d in documents if d.corpus)
    parts = [
        (f"corpus:{name}", f"Corpus {name}", [d for d in documents if d.corpus == name]) for name in corpora
    ]
    parts += [
        ("origin:composed", "Documents composés", [d for d in documents if not d.real]),
        ("origin:real", "Documents réels", [d for d in documents if d.real]),
        ("reading:scan", "Numérisations", [d for d in documents if d.scanned is True]),
        ("reading:text", "Documents avec texte", [d for d in documents if d.scanned is False]),
    ]
    parts = [part for part in parts if len(part[2]) < len(documents)]
    parts += [
        (f"family:{family}", FAMILY_LABELS[family], [d for d in documents if d.family is family])
        for family in Family
    ]
    return [("all", "Ensemble", list(documents)), *parts]


def score_group(key: str, label: str, documents: Sequence[JudgedDocument], resamples: int = 0) -> ScoreGroup:
    """The scores of these documents together."""
    scores = score_table([document.judged for document in documents], resamples=resamples)
    shown = score_table([document.quotes for document in documents], resamples=resamples).fields
    return ScoreGroup(key=key, label=label, scores=scores, quotes=shown[0] if shown else None)


def _examples(documents: Sequence[JudgedDocument], most: int) -> dict[str, tuple[ErrorExample, ...]]:
    found: defaultdict[str, list[ErrorExample]] = defaultdict(list)
    for document in documents:
        for value in (*document.judged, *document.quotes):
            if value.verdict is not Verdict.RIGHT and len(found[value.field]) < most:
                found[value.field].append(_example(document, value))
    return {field: tuple(found[field]) for field in sorted(found) if found[field]}


def _example(document: JudgedDocument, value: Judged) -> ErrorExample:
    proof = next(iter(proofs_of(document.prediction, value)), None)
    page, bbox, quote = None, None, None
    if proof is not None:
        page, quote = proof.get("page"), proof.get("quote")
        bbox = tuple(proof["bbox"]) if proof.get("bbox") else None
    elif document.texts is not None:
        page = document.texts.page_of(_words(value.gold))
    return ErrorExample(
        field=value.field,
        verdict=value.verdict,
        corpus=document.corpus,
        document=document.document,
        gold=_words(value.gold),
        found=_words(value.found),
        page=page,
        bbox=bbox,
        quote=quote[:LONGEST] if quote else None,
    )


def _words(value: object) -> str | None:
    """A value as a person reads it: a record by its title or its name."""
    if value is None:
        return None
    if isinstance(value, Mapping):
        place = value.get("territory")
        value = value.get("title") or value.get("name") or (place or {}).get("name") or ""
    if isinstance(value, (list, tuple)):
        value = " ; ".join(map(str, value))
    text = str(value)
    return text if len(text) <= LONGEST else text[:LONGEST] + "…"
