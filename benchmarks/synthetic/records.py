"""Synthetic contracts with their actions, as the linker would publish them.

In: how many actions, a seed. Out: one contract after the other, each from its own seed, so that the n-th
contract is the same whatever was made before it. Lengths, facets and evidence follow those of read contracts.
"""

import hashlib
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count

from benchmarks.synthetic.vocabulary import Notion, Words, load_words
from models.catalogue import ActionRecord, ContractRecord, Document, Source
from models.evidence import Evidence
from models.layout import Outcome
from models.records import (
    Action,
    Axis,
    Code,
    Contract,
    ContractKind,
    DocumentResult,
    Modality,
    OrganisationKind,
    Scheme,
    Signatory,
    Territory,
)
from models.vocabularies.places import Place

ACTIONS = (6, 45)  # of one contract
KINDS = (ContractKind.CLS,) * 8 + (ContractKind.CLSM, ContractKind.AVENANT, ContractKind.PROTOCOLE)
UNSURE = 0.02  # share of values that a person should check
VERSION = "synthetic-1"


@dataclass(frozen=True)
class SyntheticContract:
    """One contract, its actions, and the document that it was read from."""

    record: ContractRecord
    actions: Sequence[ActionRecord]
    document: Document

    @property
    def result(self) -> DocumentResult:
        """What the reading of the document would have given."""
        contract = self.record.contract.model_copy(update={"actions": tuple(a.action for a in self.actions)})
        return DocumentResult(
            document=self.document.name,
            sha256=self.document.sha256,
            media_type=self.document.media_type,
            outcome=Outcome.PARSED,
            extractor_version=VERSION,
            page_count=self.document.page_count,
            contracts=(contract,),
        )


def contracts(actions: int, seed: int = 1) -> Iterator[SyntheticContract]:
    """Contracts until they hold exactly so many actions together."""
    words, left = load_words(), actions
    for number in count():
        if left <= 0:
            return
        made = _Writer(words, seed, number).contract(left)
        left -= len(made.actions)
        yield made


class _Writer:
    """Writes one contract."""

    def __init__(self, words: Words, seed: int, number: int) -> None:
        self._random = random.Random(f"{seed}-{number}")
        self._words = words
        self._number = number
        self._sha256 = hashlib.sha256(f"{seed}-{number}".encode()).hexdigest()
        self._page = 1
        grouping = self._random.random() < 0.7
        self._place: Place = self._random.choice(words.groupings if grouping else words.communes)
        self._near = self._random.choices(words.communes, k=6)
        self._year = self._random.randint(2011, 2024)

    def contract(self, most: int) -> SyntheticContract:
        draw, place = self._random, self._place
        axes = tuple(
            Axis(number=str(n), title=title, objectives=(self._line("objectives"),))
            for n, title in enumerate(draw.sample(self._words.frames["axes"], draw.randint(3, 5)), 1)
        )
        kind = draw.choice(KINDS)
        contract = Contract(
            kind=kind,
            modality=Modality.PROTOCOL if kind is ContractKind.PROTOCOLE else Modality.SIGNED,
            title=f"Contrat local de santé {place.name} {self._year}-{self._year + 4}",
            territory=Territory(name=place.name, type=place.type, code=place.code),
            departments=place.departments[:2],
            region=place.region,
            generation=draw.choice((None, 1, 1, 2, 2, 3)),
            signatories=(
                Signatory(name=place.name, kind=OrganisationKind.EPCI),
                Signatory(name="Agence régionale de santé", kind=OrganisationKind.ARS),
                Signatory(name="Préfecture", kind=OrganisationKind.ETAT),
            ),
            signature_date=f"{self._year}-{draw.randint(1, 12):02}-{draw.randint(1, 28):02}",
            start_date=str(self._year),
            end_date=str(self._year + draw.choice((3, 4, 5))),
            axes=axes,
            codes=self._codes(self._notions()),
            evidence={name: self._proof(place.name) for name in ("territory", "signature_date", "end_date")},
        )
        record_id = f"cls-{self._number}-{place.code}"
        source = Source(document=self._sha256, name=f"contrat-{self._number}.pdf")
        number_of = min(most, draw.randint(*ACTIONS))
        actions = [
            ActionRecord(
                id=f"{record_id}-a{n}",
                contract_id=record_id,
                position=n,
                action=self._action(axes[n * len(axes) // number_of].title, n),
                sources=(source,),
            )
            for n in range(number_of)
        ]
        record = ContractRecord(
            id=record_id,
            contract=contract,
            sources=(source,),
            action_ids=tuple(action.id for action in actions),
            population=place.population,
        )
        return SyntheticContract(record, actions, self._document())

    def _document(self) -> Document:
        return Document(
            sha256=self._sha256,
            name=f"contrat-{self._number}.pdf",
            uri=f"https://example.org/contrat-{self._number}.pdf",
            media_type="application/pdf",
            size=1_000_000,
            outcome=Outcome.PARSED,
            page_count=self._page,
        )

    def _action(self, axis: str, number: int) -> Action:
        self._page += 1
        draw, notions = self._random, self._notions()
        theme, people = notions[Scheme.THEME], notions[Scheme.POPULATION]
        way = notions[Scheme.ACTION_TYPE]

        def line(frame: str) -> str:
            return self._line(frame, theme, people, way)

        def some(frame: str, least: int, most: int) -> tuple[str, ...]:
            return tuple(dict.fromkeys(line(frame) for _ in range(draw.randint(least, most))))

        texts = {
            "title": line("titles"),
            "objectives": " ".join(some("objectives", 1, 3)),
            "context": " ".join(some("sentences", 1, 5)),
            "description": " ".join(some("sentences", 2, 9)),
            "target_population": " ; ".join(dict.fromkeys(draw.choices(people.words, k=2))),
            "pilot": line("pilots"),
            "schedule": line("schedules"),
        }
        for name, frame, share in (("budget", "budgets", 0.6), ("expected_results", "results", 0.3)):
            if draw.random() < share:
                texts[name] = line(frame)
        if draw.random() < 0.5:
            texts["area"] = draw.choice(self._near).name
        return Action.model_validate(
            {
                **texts,
                "number": f"{number // 6 + 1}.{number % 6 + 1}",
                "axis": axis,
                "partners": some("partners", 2, 7),
                "indicators": some("indicators", 1, 4),
                "codes": self._codes(notions),
                "evidence": {name: self._proof(text) for name, text in texts.items()},
            }
        )

    def _notions(self) -> dict[Scheme, Notion]:
        return {scheme: choice.draw(self._random) for scheme, choice in self._words.schemes.items()}

    def _codes(self, notions: dict[Scheme, Notion]) -> tuple[Code, ...]:
        return tuple(
            Code(scheme=scheme, concept=notion.code, evidence=self._proof(notion.words[0]))
            for scheme, notion in notions.items()
        )

    def _line(self, frame: str, theme: Notion | None = None, *others: Notion) -> str:
        """A frame filled: one theme in three comes from the thesaurus at large, as neighbouring subjects do."""
        draw, words = self._random, self._words
        people, way = others or (None, None)
        schemes = words.schemes
        text: str = draw.choice(words.frames[frame])

        def fill(name: str, notion: Notion) -> None:
            nonlocal text
            while f"{{{name}}}" in text:
                text = text.replace(f"{{{name}}}", draw.choice(notion.words), 1)
                notion = words.labels.draw(draw) if name == "theme" and draw.random() < 0.5 else notion

        at_large = theme is None or draw.random() < 1 / 3
        fill("theme", words.labels.draw(draw) if at_large or theme is None else theme)
        fill("people", people or schemes[Scheme.POPULATION].draw(draw))
        fill("way", way or schemes[Scheme.ACTION_TYPE].draw(draw))
        text = text.replace("{place}", draw.choice((self._place, *self._near)).name)
        text = text.replace("{year}", str(self._year)).replace("{next}", str(self._year + 2))
        return text[:1].upper() + text[1:]

    def _proof(self, quote: str) -> tuple[Evidence, ...]:
        unsure = self._random.random() < UNSURE
        top = round(60 + self._random.random() * 600, 1)
        return (
            Evidence(
                page=self._page,
                bbox=(56.0, top, 539.0, top + 24.0),
                quote=quote[:300],
                method="synthetic",
                confidence=round(self._random.uniform(0.5, 0.9), 3) if unsure else 0.995,
                document=self._sha256,
            ),
        )
