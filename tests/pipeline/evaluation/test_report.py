"""Scores side by side, and errors with the page where a person can see them."""

from models.layout import Block, BlockKind, Layout, Page
from pipeline.evaluation.evaluate import JudgedDocument, judge
from pipeline.evaluation.families import Family, family_of
from pipeline.evaluation.report import make_report
from pipeline.evaluation.similarity import Node
from pipeline.evaluation.tally import Verdict


def contract(**values: object) -> dict[str, object]:
    return {"kind": "cls", "territory": {"name": "Redon", "code": "35236"}, **values}


def gold(document: str, *contracts: dict[str, object]) -> Node:
    return {"document": document, "contracts": list(contracts)}


def layout(*texts: str, ocr: bool = False) -> Layout:
    pages = [
        Page(number=n, ocr=ocr, blocks=(Block(kind=BlockKind.PARAGRAPH, text=text, page=n),))
        for n, text in enumerate(texts, 1)
    ]
    return Layout(pages=tuple(pages), reader="test")


def judged(document: str = "redon.pdf", **options: object) -> JudgedDocument:
    return judge(gold(document, contract()), gold(document, contract()), **options)  # type: ignore[arg-type]


def test_the_family_is_what_the_gold_says_then_how_the_document_comes() -> None:
    assert family_of(gold("a.pdf", contract())) is Family.FORMAL
    assert family_of(gold("a.docx", contract(kind="avenant"))) is Family.AMENDMENT
    assert family_of(gold("a.pdf", contract(kind="protocole"))) is Family.PROTOCOL
    assert family_of(gold("a.html", contract(), contract(kind="protocole"))) is Family.WEB
    assert family_of(gold("a.html")) is Family.NEGATIVE


def test_groups_tell_corpora_origins_scans_and_families_apart() -> None:
    documents = [
        judged(corpus="a", layout=layout("Redon")),
        judged(corpus="a", layout=layout("Redon", ocr=True)),
        judged("page.html", corpus="b", real=True, layout=layout("Redon")),
    ]
    counts = {group.key: group.scores.documents for group in make_report(documents).groups}
    assert counts == {
        "all": 3,
        "corpus:a": 2,
        "corpus:b": 1,
        "origin:composed": 2,
        "origin:real": 1,
        "reading:scan": 1,
        "reading:text": 2,
        "family:formal": 2,
        "family:web": 1,
    }


def test_an_error_leads_to_the_place_of_its_evidence() -> None:
    proof = {"page": 2, "bbox": [10, 20, 30, 40], "quote": "signé le 3 mai 2019"}
    found = contract(signature_date="2019-05-03", evidence={"signature_date": [proof]})
    pages = layout("Contrat de Redon", "Il a été signé le 3 mai 2019.")
    one = judge(gold("r.pdf", contract(signature_date="2019-06")), gold("r.pdf", found), pages)
    [example] = make_report([one]).examples["signature_date"]
    assert (example.verdict, example.gold, example.found) == (Verdict.WRONG, "2019-06", "2019-05-03")
    assert (example.page, example.bbox, example.quote) == (2, (10, 20, 30, 40), "signé le 3 mai 2019")


def test_a_missed_value_leads_to_the_page_where_its_words_stand() -> None:
    pages = layout("Contrat de Redon", "Axe 1 : Faciliter l’accès aux soins")
    wanted = contract(axes=[{"title": "Faciliter l'accès aux soins"}, {"title": "Une autre page ailleurs"}])
    one = judge(gold("r.pdf", wanted), gold("r.pdf", contract(axes=[])), pages)
    assert [e.page for e in make_report([one]).examples["axis"]] == [2, None]
    assert len(make_report([one], examples=1).examples["axis"]) == 1


def test_a_quote_must_stand_on_the_page_that_it_names_scans_included() -> None:
    proofs = [{"page": 1, "quote": "Contrat de Redon"}, {"page": 1, "quote": "une tout autre phrase"}]
    found = contract(evidence={"kind": proofs}, actions=[])
    pages = layout("CONTRAT DE REDON", "une tout autre phrase", ocr=True)
    report = make_report([judge(gold("r.pdf", contract()), gold("r.pdf", found), pages)])
    quotes = report.groups[0].quotes
    assert quotes is not None
    assert (quotes.tp, quotes.fp) == (1, 1)
    assert [e.found for e in report.examples["evidence"]] == ["une tout autre phrase"]
    assert "evidence" not in {score.field for score in report.groups[0].scores.fields}
