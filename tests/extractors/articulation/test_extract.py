"""The plans that a contract says it is articulated with; a mention is no link."""

from extractors.articulation.extract import extract_articulation
from extractors.chapters import spots
from models.records import PlanKind, PlanLink
from tests.extractors.writing import document


def read(text: str, own: PlanKind | None = None) -> tuple[PlanLink, ...]:
    return extract_articulation(spots(document(text)), own=own)


def test_one_link_a_plan_with_the_name_that_tells_its_period() -> None:
    (link,) = read(
        "Le contrat décline le projet régional de santé. Il s'inscrit dans le PRS Bretagne 2018-2028."
    )
    assert (link.kind, link.name) == (PlanKind.PRS, "PRS Bretagne 2018-2028")
    assert len(link.evidence) == 2


def test_a_contract_for_mental_health_is_not_linked_with_itself() -> None:
    text = "Le contrat local de santé mentale s'articule avec le projet territorial de santé mentale."
    assert [link.kind for link in read(text, own=PlanKind.CLSM)] == [PlanKind.PTSM]


def test_an_empty_rubric_is_no_link() -> None:
    sheet = "# Fiche action n° 1\nPilote : CCAS\nPublic : jeunes\nIndicateurs : x\nLien avec le PRS : {}"
    assert [link.name for link in read(sheet.format("Axe 2"))] == ["PRS"]
    assert read(sheet.format("Sans objet")) == ()


def test_prose_of_a_sheet_is_about_the_action() -> None:
    sheet = "# Fiche action n° 1\nPilote : CCAS\nPublic : jeunes\n{}\nIndicateurs : x"
    assert read(sheet.format("L'action s'articule avec le contrat de ville.")) == ()


def test_particular_provisions_are_no_articulation() -> None:
    text = "# Dispositions particulières\nLe schéma régional de santé est révisé en 2028."
    assert read(text) == ()
