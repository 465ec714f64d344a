"""Who governs a contract, each body proved by the words that tell of it.

More ways to write it: tests/pipeline/evaluation/extra.
"""

from extractors.chapters import spots
from extractors.governance.extract import extract_governance
from models.records import Committee, CommitteeKind
from tests.extractors.writing import document


def read(text: str) -> tuple[Committee, ...]:
    return extract_governance(spots(document(text)))


def test_a_body_is_proved_by_each_sentence_that_tells_of_it() -> None:
    (body,) = read(
        "# Gouvernance\nLe comité de pilotage (COPIL), coprésidé par la ville et l'ARS, se réunit deux fois par an. "
        "Il valide le programme. La CAF et l'ORS y sont invités."
    )
    assert (body.kind, body.name, body.frequency) == (
        CommitteeKind.STEERING,
        "Comité de pilotage",
        "deux fois par an",
    )
    assert body.composition == ("ville", "ARS", "CAF", "ORS")
    assert [place.quote[:12] for place in body.evidence] == ["Le comité de", "La CAF et l'"]


def test_two_ways_to_write_one_body_are_one() -> None:
    bodies = read(
        "# Gouvernance\nLe COPIL réunit les signataires et les financeurs.\n"
        "Le comité de pilotage stratégique se réunit chaque année."
    )
    assert [(b.name, b.composition, b.frequency) for b in bodies] == [
        ("COPIL", ("signataires", "financeurs"), "chaque année")
    ]


def test_what_is_said_in_passing_sets_up_nothing() -> None:
    assert read("La liste des actions est arrêtée par le comité de pilotage.") == ()
    assert read("# Suivi\nUn bilan annuel est présenté au comité technique deux fois par an.") == ()
    assert read("Le comité de pilotage du 3 mars 2022 a réuni les élus, les médecins et l'ARS.") == ()


def test_the_tasks_of_a_body_are_not_its_members() -> None:
    (body,) = read(
        "# Le comité de pilotage\nSes missions sont :\n- valider le programme\n- arbitrer les priorités\n"
        "Il se réunit une fois par an."
    )
    assert (body.composition, body.frequency) == ((), "une fois par an")


def test_the_next_chapter_is_not_about_the_body() -> None:
    (body,) = read(
        "# Le comité de pilotage\n- ARS\n- Ville de Dreux\n# Les partenaires\n- Croix-Rouge\n"
        "Ils se réunissent chaque mois."
    )
    assert (body.composition, body.frequency) == (("ARS", "Ville de Dreux"), None)
