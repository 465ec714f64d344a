"""When the local health assessment was made, by whom, and what it found, each with its words."""

from extractors.assessment.extract import extract_assessment
from extractors.chapters import spots
from models.records import HealthAssessment
from tests.extractors.writing import document


def read(text: str) -> HealthAssessment | None:
    return extract_assessment(spots(document(text)))


def test_each_field_has_its_own_proof() -> None:
    found = read(
        "# Diagnostic local de santé\nIl a été réalisé en mars 2021 par l'ORS Bretagne. "
        "Il fait ressortir trois besoins : l'accès aux soins, la santé mentale et le logement."
    )
    assert found is not None
    assert (found.date, found.authors) == ("2021-03", ("ORS Bretagne",))
    assert found.needs == ("accès aux soins", "santé mentale", "logement")
    assert found.evidence["date"][0].quote.startswith("Il a été réalisé")
    assert found.evidence["needs"][0].quote.startswith("Il fait ressortir")


def test_the_dates_of_data_are_not_its_date() -> None:
    assert read("Le diagnostic local de santé, réalisé à partir des données 2018 de l'INSEE.") is None


def test_an_update_is_the_date_that_counts() -> None:
    found = read(
        "Le diagnostic local de santé a été réalisé en 2016. Le diagnostic local de santé a été actualisé en 2021."
    )
    assert found is not None and found.date == "2021"


def test_the_stakes_of_an_axis_are_not_those_of_the_assessment() -> None:
    text = "# Diagnostic partagé\n## Enjeu 1 : Bien vieillir\n- Repérer les fragilités\n- Rompre l'isolement"
    assert read(text) is None


def test_a_list_of_needs_goes_on_under_a_running_head() -> None:
    blocks = document(
        "# Diagnostic\n## Synthèse des enjeux\n- un habitat dégradé\nContrat local de santé\n- un air pollué"
    )
    paged = [b.model_copy(update={"page": 1 if n < 3 else 2}) for n, b in enumerate(blocks)]
    found = extract_assessment(spots(paged))
    assert found is not None and found.needs == ("un habitat dégradé", "un air pollué")
