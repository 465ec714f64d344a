from models.catalogue import Source
from models.evidence import Evidence
from search_api.citations import PLACES, cited_action, cited_contract
from tests.search_api.coordination.sheets import catalogue, sheet

BUS = sheet("dreux", "Un bus santé", "theme:tabac", "theme:addictions", axis="Accès aux soins",
            objectives="Aller vers les habitants", partners=("CPAM", "MSA"), budget="20 000 €")  # fmt: skip
PUBLISHED = catalogue([BUS])
ROW = PUBLISHED.rows["c-dreux"]


def test_every_value_leads_to_its_document_page_and_words() -> None:
    cited = cited_action(BUS, ROW)
    by_number = {citation.number: citation for citation in cited.citations}
    fields = {field.label: field for field in cited.fields}
    objectives = fields["Objectifs"].values[0]
    (place,) = (by_number[number] for number in objectives.citations)
    assert (place.document, place.page, place.quote) == ("contrat.pdf", 3, "Aller vers les habitants")
    assert (place.place, place.uri) == ("contrat.pdf, p.\u00a03", "https://exemple.fr/contrat.pdf")
    assert fields["Contrat"].texts == ("Contrat local de santé – Dreux (2022)",)
    assert fields["Contrat"].values[0].citations == ()


def test_each_code_is_cited_by_its_own_words_and_a_list_as_a_whole() -> None:
    fields = {field.label: field for field in cited_action(BUS, ROW).fields}
    assert [len(value.citations) for value in fields["Thèmes"].values] == [1, 1]
    assert len({value.citations for value in fields["Thèmes"].values}) == 2
    assert [len(value.citations) for value in fields["Partenaires"].values] == [0, 1]


def test_numbers_follow_each_other_and_a_place_has_one() -> None:
    same = Evidence(page=None, quote="mêmes  mots", document="b" * 64)
    action = BUS.action.model_copy(
        update={"evidence": {"objectives": (same,) * 5, "budget": (same,), "axis": (same,)}, "codes": ()}
    )
    source = Source(document="b" * 64, name="page.html", uri="file:///home/someone/page.html")
    (citation,) = cited_action(BUS.model_copy(update={"action": action, "sources": (source,)}), ROW).citations
    assert (citation.number, citation.place, citation.quote) == (1, "page.html", "mêmes mots")
    assert citation.uri is None  # a path of this machine is no address


def test_long_quotes_are_cut_and_places_are_few() -> None:
    long = tuple(Evidence(page=n, quote="mot " * 200, document="a" * 64) for n in range(1, 9))
    action = BUS.action.model_copy(update={"evidence": {"objectives": long}, "codes": ()})
    citations = cited_action(BUS.model_copy(update={"action": action}), ROW).citations
    assert len(citations) == PLACES
    assert all(len(c.quote) < 300 and c.quote.endswith("[…]") for c in citations)


def test_a_contract_tells_its_dates_in_french() -> None:
    cited = cited_contract(PUBLISHED.contracts["c-dreux"], ROW)
    fields = {field.label: field.texts for field in cited.fields}
    assert fields["Date de signature"] == ("mars 2022",)
    assert fields["Départements"] == ("Eure-et-Loir (28)",)
    assert fields["Actions"] == ("1",)
