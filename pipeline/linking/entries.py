"""In: results and their documents. Out: one entry a contract read, and the pairs worth comparing."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from models.catalogue import Document, Source
from models.dates import year_of
from models.records import Contract, DocumentResult, Issue
from models.text import fold
from models.vocabularies.keys import LINKS, core_key
from pipeline.linking.patterns import NATURE_WORDS

#: A block of a common word ("saint") is left to the other words of the names.
LARGEST_BLOCK = 200
RAREST = 2


@dataclass(frozen=True)
class Entry:
    """The n-th contract that a document tells of."""

    ref: str
    contract: Contract
    source: Source
    issues: tuple[Issue, ...] = ()
    words: str = field(default="")

    @property
    def richness(self) -> int:
        c = self.contract
        given = (
            c.signature_date,
            c.start_date,
            c.end_date,
            c.duration_months,
            c.generation,
            c.territory.code,
        )
        lists = len(c.signatories) + len(c.axes) + 2 * len(c.actions)
        return lists + sum(value is not None for value in given)

    @property
    def year(self) -> int | None:
        return begin_year(self.contract)


def begin_year(contract: Contract) -> int | None:
    """Of the signature, or else of the start of the period."""
    signed = year_of(contract.signature_date)
    return signed if signed is not None else year_of(contract.start_date)


def territory_words(name: str) -> str:
    """The words of a territory's own name: "Communauté de communes du Pays d'Apt" → "apt"."""
    words = [word for word in core_key(name).split() if word not in LINKS]
    return " ".join(word for word in words if word not in NATURE_WORDS) or " ".join(words) or fold(name)


def make_entries(results: Iterable[DocumentResult], documents: Mapping[str, Document]) -> list[Entry]:
    """In an order that does not depend on the order of the results; each document once."""
    unique = {result.sha256: result for result in sorted(results, key=lambda r: r.extractor_version)}
    return [
        Entry(
            ref=f"{sha256[:16]}#{index}",
            contract=contract,
            source=_source(unique[sha256], documents.get(sha256), index, contract),
            issues=_issues(unique[sha256], index),
            words=territory_words(contract.territory.name),
        )
        for sha256 in sorted(unique)
        for index, contract in enumerate(unique[sha256].contracts)
    ]


def _source(result: DocumentResult, document: Document | None, index: int, contract: Contract) -> Source:
    title = contract.title or result.title or (document.title if document is not None else None)
    uri = document.uri if document is not None else None
    return Source(document=result.sha256, name=result.document, uri=uri, index=index, title=title)


def _issues(result: DocumentResult, index: int) -> tuple[Issue, ...]:
    """All of the document's, but not those that name the territory of another of its contracts only."""
    names = [fold(contract.territory.name) for contract in result.contracts]

    def concerns(issue: Issue) -> bool:
        text = fold(f"{issue.message} {issue.quote or ''}")
        named = {name for name in names if f" {name} " in f" {text} "}
        return not named or names[index] in named

    return tuple(
        issue if issue.document is not None else issue.model_copy(update={"document": result.document})
        for issue in result.issues
        if concerns(issue)
    )


def candidate_pairs(keys: Sequence[tuple[str | None, str]]) -> list[tuple[int, int]]:
    """Pairs of (code, words) that share the code, the words, or one of their rarest words; never all pairs."""
    frequency = Counter(word for _, words in keys for word in set(words.split()))
    blocks: defaultdict[str, list[int]] = defaultdict(list)
    for number, (code, words) in enumerate(keys):
        own = sorted(set(words.split()), key=lambda word: (frequency[word], word))[:RAREST]
        names = {f"= {words}", *(f"~ {word}" for word in own), *([f"# {code}"] if code else [])}
        for name in names:
            blocks[name].append(number)
    pairs: set[tuple[int, int]] = set()
    for name, members in blocks.items():
        if not name.startswith("~") or len(members) <= LARGEST_BLOCK:
            pairs.update(combinations(members, 2))
    return sorted(pairs)
