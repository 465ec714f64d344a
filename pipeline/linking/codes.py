"""The codes of one contract or action read in several documents: all of them, each with all its proofs."""

from collections.abc import Iterable, Sequence

from models.evidence import Evidence
from models.records import Code, Scheme


def merged_codes(readings: Iterable[tuple[Sequence[Code], str]]) -> tuple[Code, ...]:
    """In: the codes of each document, the leading one first, with its sha256. Out: their union, scheme by scheme.

    Within a scheme the order of the leading document stays, then come the codes that only others have.
    """
    found: dict[tuple[Scheme, str], list[Evidence]] = {}
    for codes, sha256 in readings:
        for code in codes:
            places = found.setdefault((code.scheme, code.concept), [])
            places += [place.model_copy(update={"document": sha256}) for place in code.evidence]
    order = list(Scheme)
    return tuple(
        Code(scheme=scheme, concept=concept, evidence=tuple(dict.fromkeys(found[scheme, concept])))
        for scheme, concept in sorted(found, key=lambda key: order.index(key[0]))
    )
