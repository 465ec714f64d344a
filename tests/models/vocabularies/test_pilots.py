import pytest

from models.vocabularies.pilots import PILOT_LABELS, PilotKind, pilot_kinds

P = PilotKind


@pytest.mark.parametrize(
    ("pilot", "kinds"),
    [
        ("ARS Normandie, délégation départementale de l'Orne", (P.ARS,)),
        ("Ville de Dreux (CCAS)", (P.COMMUNE,)),
        ("Centre hospitalier de l'agglomération montargoise et CPTS Est Loiret", (P.ETABLISSEMENT, P.CPTS)),
        ("Coordination du contrat local de santé", (P.COORDINATION,)),
        ("Coordinatrice CLS", (P.COORDINATION,)),
        ("MSA Auvergne", (P.ASSURANCE_MALADIE,)),
        ("URPS Chirurgiens-dentistes", (P.PROFESSIONNELS,)),
        ("Communauté de communes du Pays de Fontenay-Vendée ; CPAM de Vendée", (P.EPCI, P.ASSURANCE_MALADIE)),
        ("Millau", (P.COMMUNE,)),
        ("Un bailleur", (P.AUTRE,)),
        ("Association de la commune", (P.ASSOCIATION,)),
        (None, ()),
        ("  ", ()),
    ],
)
def test_the_pilot_of_a_sheet_has_kinds(pilot: str | None, kinds: tuple[PilotKind, ...]) -> None:
    assert pilot_kinds(pilot) == kinds


def test_every_kind_has_a_label() -> None:
    assert set(PILOT_LABELS) == set(PilotKind)
    assert len(set(PILOT_LABELS.values())) == len(PilotKind)
