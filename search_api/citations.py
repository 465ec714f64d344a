"""A record as it is cited: its fields in French, each with the numbers of the places that prove it.

In: an action or a contract with its row of the inventory. Out: a `CitedSheet`, the same for every format that
quotes its sources (Word, PDF, comparison).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from models.catalogue import (
    KIND_LABELS,
    STATUS_LABELS,
    ActionRecord,
    ContractRecord,
    InventoryRow,
    Source,
)
from models.evidence import Evidence
from models.fields import ACTION_FIELDS, CODE_FIELDS, CONTRACT_FIELDS
from models.records import ACTION_LISTS, ACTION_TEXTS, Code
from models.vocabularies.gazetteer import load_gazetteer
from models.vocabularies.themes import concept_label
from search_api.french import duration_label, french_date, typeset

#: Places told for one field: further ones are on the page of the record.
PLACES = 2
QUOTE = 280
#: Fields of an action sheet in the order of the page.
SHEET_FIELDS = (
    *("objectives", "context", "description", "target_population", "pilot", "partners", "area"),
    *("schedule", "budget", "expected_results", "indicators"),
)
#: Lists with one evidence an item, in their order.
ALIGNED = frozenset({"signatories", "axes"})
assert set(SHEET_FIELDS) == {*ACTION_TEXTS, *ACTION_LISTS}


@dataclass(frozen=True)
class Citation:
    """`page` is None for a web page; `uri` is where the document was found, when that is a web address."""

    number: int
    document: str
    uri: str | None
    page: int | None
    quote: str

    @property
    def place(self) -> str:
        """ "contrat.pdf, p. 12"."""
        return f"{self.document}, p.\u00a0{self.page}" if self.page else self.document


@dataclass(frozen=True)
class CitedValue:
    """`citations` are numbers of the sheet's citations."""

    text: str
    citations: tuple[int, ...] = ()


@dataclass(frozen=True)
class CitedField:
    """`values` are the items of a list, or one text. A list that was read as a whole is cited after its last item."""

    label: str
    values: tuple[CitedValue, ...]

    @property
    def texts(self) -> tuple[str, ...]:
        return tuple(value.text for value in self.values)


@dataclass(frozen=True)
class CitedSheet:
    """`address` is its page in the atlas; `number` that of an action in its contract."""

    id: str
    title: str
    subtitle: str
    address: str
    fields: tuple[CitedField, ...]
    citations: tuple[Citation, ...]
    number: str | None = None
    title_citations: tuple[int, ...] = ()

    @property
    def heading(self) -> str:
        """ "3.1 – Un bus santé"."""
        return f"{self.number} – {self.title}" if self.number else self.title


@dataclass
class _Notes:
    """Numbers places as they are cited; the same place has one number."""

    sources: Mapping[str | None, Source]
    found: dict[tuple[str, int | None, str], Citation] = field(default_factory=dict)

    def field(
        self, label: str, texts: Sequence[str], places: Sequence[Evidence], each: bool = False
    ) -> CitedField:
        """`each`: the places prove the items one by one, in their order."""
        if each and len(places) == len(texts):
            proved = [self.cite([place]) for place in places]
        else:
            proved = [() for _ in texts[1:]] + [self.cite(places)]
        return CitedField(label, tuple(map(CitedValue, texts, proved)))

    def cite(self, places: Sequence[Evidence]) -> tuple[int, ...]:
        return tuple(dict.fromkeys(self._number(place) for place in places[:PLACES]))

    def _number(self, place: Evidence) -> int:
        source = self.sources.get(place.document) or next(iter(self.sources.values()), None)
        name = source.name if source else "document"
        quote = " ".join(place.quote.split())
        quote = quote if len(quote) <= QUOTE else quote[:QUOTE].rpartition(" ")[0] + " […]"
        uri = source.uri if source and source.uri and source.uri.startswith(("https://", "http://")) else None
        key = (name, place.page, quote)
        known = self.found.setdefault(key, Citation(len(self.found) + 1, name, uri, place.page, quote))
        return known.number


def cited_action(record: ActionRecord, row: InventoryRow) -> CitedSheet:
    """Of what is known only, in the order of the action's page; lines of a text are told one by one."""
    action, notes = record.action, _Notes({source.document: source for source in record.sources})
    proofs = action.evidence
    title_citations = notes.cite(proofs.get("title", ()))
    fields = [notes.field("Contrat", (contract_name(row),), ())]
    if period := _period(row):
        fields.append(notes.field("Période du contrat", (period,), ()))
    if action.axis:
        fields.append(
            notes.field(typeset(ACTION_FIELDS["axis"].label), (action.axis,), proofs.get("axis", ()))
        )
    fields += _codes(action.codes, notes)
    for name in SHEET_FIELDS:
        if texts := _lines(getattr(action, name)):
            fields.append(notes.field(typeset(ACTION_FIELDS[name].label), texts, proofs.get(name, ())))
    for label, text in action.other.items():
        if texts := _lines(text):
            fields.append(notes.field(label, texts, proofs.get(f"other.{label}", ())))
    return CitedSheet(
        id=record.id,
        title=action.title,
        subtitle=row.territory,
        address=f"/actions/{record.id}",
        fields=tuple(fields),
        citations=tuple(notes.found.values()),
        number=action.number,
        title_citations=title_citations,
    )


def cited_contract(record: ContractRecord, row: InventoryRow) -> CitedSheet:
    """Of what is known only; dates and codes in French."""
    contract, notes = record.contract, _Notes({source.document: source for source in record.sources})
    told: dict[str, tuple[str, ...]] = {
        "kind": (KIND_LABELS[contract.kind],),
        "departments": tuple(_department(code) for code in contract.departments),
        "generation": (str(contract.generation),) if contract.generation else (),
        "signature_date": (french_date(contract.signature_date),) if contract.signature_date else (),
        "start_date": (french_date(contract.start_date),) if contract.start_date else (),
        "end_date": (french_date(contract.end_date),) if contract.end_date else (),
        "duration_months": (duration_label(contract.duration_months),) if contract.duration_months else (),
        "status": (STATUS_LABELS[row.status],),
        "signatories": tuple(signatory.name for signatory in contract.signatories),
        "axes": tuple(axis.title for axis in contract.axes),
    }
    fields = [
        notes.field(_label(name), values, contract.evidence.get(name, ()), each=name in ALIGNED)
        for name, values in told.items()
        if values
    ]
    fields += _codes(contract.codes, notes)
    fields.append(notes.field(_label("actions"), (str(row.actions),), ()))
    return CitedSheet(
        id=record.id,
        title=contract_name(row),
        subtitle=contract.title or KIND_LABELS[contract.kind],
        address=f"/contrats/{record.id}",
        fields=tuple(fields),
        citations=tuple(notes.found.values()),
    )


def contract_name(row: InventoryRow) -> str:
    """ "Contrat local de santé – Dreux (2021)"."""
    year = (row.signature_date or row.start_date or "")[:4]
    return f"{KIND_LABELS[row.kind]} – {row.territory}" + (f" ({year})" if year else "")


def _period(row: InventoryRow) -> str:
    """ "1er janvier 2021 → 31 décembre 2026"; one end alone says which it is."""
    start, end = french_date(row.start_date), french_date(row.end)
    if start and end:
        return f"{start} → {end}"
    return f"début : {start}" if start else f"fin : {end}" if end else ""


def _lines(value: str | Sequence[str] | None) -> tuple[str, ...]:
    lines = value.splitlines() if isinstance(value, str) else value or ()
    return tuple(line for line in lines if line.strip())


def _codes(codes: Sequence[Code], notes: _Notes) -> Iterator[CitedField]:
    for scheme, info in CODE_FIELDS.items():
        of = [code for code in codes if code.scheme is scheme]
        if of:
            labels = tuple(concept_label(scheme, code.concept) for code in of)
            yield notes.field(typeset(info.label), labels, [code.evidence[0] for code in of], each=True)


def _label(name: str) -> str:
    return "Durée" if name == "duration_months" else typeset(CONTRACT_FIELDS[name].label)


def _department(code: str) -> str:
    place = load_gazetteer().department(code)
    return f"{place.name} ({code})" if place else code
