"""The web application over a small catalogue in memory, with a PDF and a web page as originals."""

from datetime import date
from pathlib import Path

import pymupdf
import pytest
from fastapi.testclient import TestClient

from models.catalogue import ActionRecord, ContractRecord, Document, Judgement, Relation
from models.evidence import Evidence
from models.layout import Block, BlockKind, Layout, Page
from models.records import Action, Code, ContractKind, Issue, Scheme, Severity
from pipeline.inventory import take_inventory
from pipeline.store.memory import MemoryStore
from search_api.app import Services, create_app
from search_api.engines.memory import MemoryEngine
from search_api.indexing import index_entries
from tests.search_api.catalogue import ALONE, BUS, DREUX, FURTHER, PROOF

TODAY = date(2026, 11, 24)
PDF, PAGE, GONE = "a" * 64, "b" * 64, "c" * 64
HOSTILE = "<script>alert('x')</script> =1+1"


def records() -> tuple[list[ContractRecord], list[ActionRecord]]:
    proof = Evidence(page=1, bbox=(70, 80, 300, 100), quote="Signé à Dreux le 12 juin 2021", document=PDF)
    dreux = DREUX.contract.model_copy(
        update={
            "evidence": {
                "signature_date": (proof,),
                "territory": (Evidence(page=None, quote="le CLS de Dreux", document=PAGE),),
                "end_date": (proof.model_copy(update={"document": GONE}),),
                "title": (PROOF,),
            },
            **FURTHER,
        }
    )
    mental = Code(
        scheme=Scheme.THEME,
        concept="sante-mentale",
        evidence=(proof.model_copy(update={"quote": "santé mentale", "page": 1}),),
    )
    dreux = dreux.model_copy(update={"codes": (mental,)})
    issue = Issue(code="link.conflict", severity=Severity.WARNING, message=f"Attention {HOSTILE}")
    first = DREUX.model_copy(
        update={"contract": dreux, "issues": (issue,), "action_ids": ("a-bus", "a-tabac")}
    )
    hostile = dreux.model_copy(
        update={
            "territory": dreux.territory.model_copy(update={"name": HOSTILE, "code": None}),
            "evidence": {},
        }
    )
    older = DREUX.model_copy(
        update={"id": "c-hostile", "contract": hostile, "action_ids": ("a-formule", "a-bus-2")}
    )
    many = [
        first.model_copy(
            update={
                "id": f"c-{number:02}",
                "contract": dreux.model_copy(
                    update={
                        "departments": ("29" if number % 2 else "35",),
                        "region": "53",
                        "end_date": f"{2020 + number % 10}-06-30",
                        "kind": ContractKind.CLSM if number % 3 == 0 else ContractKind.CLS,
                        "evidence": {},
                    }
                ),
                "action_ids": (),
                "issues": (),
            }
        )
        for number in range(60)
    ]
    related = Relation(
        judgement=Judgement.RENEWS, contract_id="c-hostile", label="Renouvelle", reasons=("2021",)
    )
    formula = ALONE.model_copy(
        update={"id": "a-formule", "contract_id": "c-hostile", "action": Action(title="=HYPERLINK(1)")}
    )
    contracts = [first.model_copy(update={"relations": (related,)}), older, *many]
    words = (Evidence(page=1, bbox=(70, 80, 300, 100), quote="Bus santé mobile", document=PDF),)
    outreach = Code(scheme=Scheme.ACTION_TYPE, concept="aller-vers", evidence=words)
    tobacco = Code(scheme=Scheme.THEME, concept="tabac", evidence=words)
    bus = BUS.model_copy(update={"action": BUS.action.model_copy(update={"codes": (tobacco, outreach)})})
    #: Alike in another territory: an archetype, and a similar action.
    other = bus.model_copy(
        update={
            "id": "a-bus-2",
            "contract_id": "c-hostile",
            "action": Action(title=f"Véhicule mobile {HOSTILE}"),
        }
    )
    return contracts, [bus, ALONE, formula, other]


@pytest.fixture(scope="session")
def services(tmp_path_factory: pytest.TempPathFactory) -> Services:
    folder = tmp_path_factory.mktemp("originals")
    pdf = folder / "dreux.pdf"
    with pymupdf.open() as made:
        made.new_page().insert_text((72, 95), "Signé à Dreux le 12 juin 2021")
        made.save(pdf)
    page = folder / "page.html"
    page.write_text("<html><body><p>le CLS de Dreux</p></body></html>", encoding="utf-8")
    store, engine = MemoryStore(), MemoryEngine()
    for sha256, name in ((PDF, "dreux.pdf"), (PAGE, "page.html"), (GONE, "perdu.pdf")):
        store.put_document(Document(sha256=sha256, name=name, uri=f"file:{name}", media_type="x/y", size=1))
    contracts, actions = records()
    store.publish(contracts, actions, ())
    engine.rebuild(index_entries(contracts, actions, take_inventory(contracts, actions, TODAY)))
    text = Block(kind=BlockKind.PARAGRAPH, text=f"Voici le CLS de Dreux {HOSTILE}")
    layouts = {PAGE: Layout(pages=(Page(number=None, blocks=(text,)),), reader="test")}
    originals: dict[str, Path] = {PDF: pdf, PAGE: page}
    return Services(
        store=store, engine=engine, original=originals.get, layout=layouts.get, today=lambda: TODAY
    )


@pytest.fixture(scope="session")
def client(services: Services) -> TestClient:
    return TestClient(create_app(services))
