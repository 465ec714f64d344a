"""Catalogues that hypothesis makes: any text, any date, formulas, separators and control characters everywhere."""

from datetime import date

from hypothesis import strategies as st

from models.catalogue import (
    ActionRecord,
    ContractRecord,
    Decision,
    Document,
    Judgement,
    Relation,
    Source,
)
from models.evidence import Evidence, EvidenceStatus
from models.layout import Outcome
from models.records import (
    Action,
    Axis,
    Code,
    Contract,
    ContractKind,
    Issue,
    Modality,
    OrganisationKind,
    Representative,
    Scheme,
    Severity,
    Signatory,
    Territory,
    TerritoryType,
)
from models.vocabularies.themes import load_vocabularies
from pipeline.inventory import take_inventory
from pipeline.store.memory import MemoryStore
from search_api.exports.choose import Base
from search_api.services import Catalogue

TODAY = date(2026, 11, 24)
ALPHABET = st.characters(exclude_categories=("Cs",), exclude_characters="\x00")
#: What tends to break a table.
HARD = st.sampled_from(
    (
        "=1+1",
        "'=1",
        "''@x",
        "-CPAM",
        "+33 1",
        "\ttab",
        "\rretour",
        "a ; b",
        "c:\\d;",
        '"cité", dit-il',
        "deux\nlignes",
        "＝wide",
        "'apostrophe",
        "é ÿ €",
        "fin\\",
    )
)
TEXT = st.one_of(HARD, st.text(ALPHABET, min_size=1, max_size=12))
MAYBE = st.none() | TEXT
TEXTS = st.lists(TEXT, max_size=3).map(tuple)
DATES = st.none() | st.sampled_from(("2019", "2021-05", "2024-02-29", "2030-12-31"))
PLACES = st.lists(
    st.builds(
        Evidence,
        page=st.none() | st.integers(1, 99),
        bbox=st.none() | st.tuples(*(st.integers(0, 9000).map(lambda n: n / 10),) * 4),
        quote=TEXT,
        confidence=st.integers(0, 1000).map(lambda n: n / 1000),
        status=st.sampled_from(EvidenceStatus),
        document=st.none() | st.sampled_from(("a" * 64, "b" * 64)),
    ),
    min_size=1,
    max_size=2,
).map(tuple)


@st.composite
def codes(draw: st.DrawFn) -> Code:
    vocabulary = load_vocabularies()[draw(st.sampled_from(Scheme))]
    concept = draw(st.sampled_from(vocabulary.concepts[:5]))
    return Code(scheme=vocabulary.scheme, concept=concept.id, evidence=draw(PLACES))


CODES = st.lists(codes(), max_size=2).map(tuple)
CONTRACTS = st.builds(
    Contract,
    kind=st.sampled_from(ContractKind),
    modality=st.sampled_from(Modality),
    title=MAYBE,
    territory=st.builds(Territory, name=TEXT, type=st.sampled_from(TerritoryType), code=st.just(None)),
    departments=st.sampled_from(((), ("28",), ("61", "27"))),
    region=st.sampled_from((None, "24", "28")),
    generation=st.none() | st.integers(1, 4),
    signature_date=DATES,
    start_date=DATES,
    end_date=DATES,
    duration_months=st.none() | st.integers(1, 72),
    signatories=st.lists(
        st.builds(
            Signatory,
            name=TEXT,
            kind=st.sampled_from(OrganisationKind),
            representative=st.none() | st.builds(Representative, name=TEXT, role=MAYBE),
        ),
        max_size=2,
    ).map(tuple),
    axes=st.lists(st.builds(Axis, number=MAYBE, title=TEXT, objectives=TEXTS), max_size=2).map(tuple),
    codes=CODES,
    evidence=st.dictionaries(st.sampled_from(("territory", "signature_date")), PLACES, max_size=2),
)
ACTIONS = st.builds(
    Action,
    number=MAYBE,
    title=TEXT,
    axis=MAYBE,
    description=MAYBE,
    pilot=MAYBE,
    partners=TEXTS,
    indicators=TEXTS,
    other=st.just({}),
    codes=CODES,
    suggestions=st.just(()),
    evidence=st.dictionaries(st.sampled_from(("title", "pilot")), PLACES, max_size=2),
)


@st.composite
def bases(draw: st.DrawFn) -> Base:
    """A published catalogue of up to three contracts with up to two actions each, documents and judgements."""
    contracts, actions = [], []
    for number, read in enumerate(draw(st.lists(CONTRACTS, max_size=3))):
        identifier = f"c{number}"
        sheets = draw(st.lists(ACTIONS, max_size=2))
        sources = (Source(document="a" * 64, name=draw(TEXT)),)
        own = [
            ActionRecord(
                id=f"{identifier}-a{n}", contract_id=identifier, position=n, action=a, sources=sources
            )
            for n, a in enumerate(sheets)
        ]
        relation = Relation(
            judgement=Judgement.RENEWS, contract_id="c0", label=draw(TEXT), reasons=draw(TEXTS)
        )
        issue = Issue(
            code="x", severity=Severity.WARNING, message=draw(TEXT), page=draw(st.none() | st.just(3))
        )
        contracts.append(
            ContractRecord(
                id=identifier,
                contract=read,
                sources=sources,
                relations=(relation,) if number else (),
                issues=(issue,),
                action_ids=tuple(a.id for a in own),
                population=draw(st.none() | st.integers(0, 10**7)),
            )
        )
        actions += own
    store = MemoryStore()
    for sha256 in ("a" * 64, "b" * 64):
        store.put_document(
            Document(
                sha256=sha256,
                name=draw(TEXT),
                uri=draw(TEXT),
                media_type="application/pdf",
                size=draw(st.integers(0, 10**9)),
                fetched_at=draw(st.none() | st.just("2026-11-24T10:00:00+01:00")),
                outcome=draw(st.none() | st.sampled_from(Outcome)),
            )
        )
    store.put_decision(
        Decision(left="x#0", right="y#0", judgement=Judgement.SAME, score=0.9, reasons=draw(TEXTS))
    )
    store.publish(contracts, actions, ())
    rows = take_inventory(contracts, actions, TODAY)
    catalogue = Catalogue(
        digest=store.catalogue_digest(),
        contracts={r.id: r for r in contracts},
        actions={r.id: r for r in actions},
        rows={r.contract_id: r for r in rows},
    )
    return Base(catalogue, store, TODAY)
