from search_api.coordination.insights import compute
from tests.search_api.coordination.sheets import catalogue, sheet

RECORDS = [
    sheet("dreux", "Le bus santé de Dreux", "theme:prevention-generale", "population:personnes-agees"),
    sheet("dreux", "Un second bus santé", "theme:prevention-generale", number=2),
    sheet("flers", "Faire circuler un bus santé", "theme:prevention-generale", "population:personnes-agees"),
    sheet("caen", "Aller vers les habitants de Dreux", "theme:prevention-generale"),
    sheet("chartres", "Renforcer le conseil local de santé mentale", "theme:sante-mentale"),
    sheet("alencon", "Renforcer le Mois sans tabac", "theme:tabac"),
    sheet("ouche", "Prévenir le tabac", "theme:tabac"),
]
KNOWN = compute(catalogue(RECORDS))


def test_similar_actions_are_of_other_territories_and_say_why() -> None:
    first, *others = KNOWN.similar("c-dreux-a1")
    assert (first.action_id, first.territory) == ("c-flers-a1", "Flers Agglo")
    assert first.reasons == (
        "même thème : Prévention et bilans de santé",
        "mot commun : bus",
        "même public : Personnes âgées",
    )
    assert "c-dreux-a2" not in {s.action_id for s in others}
    assert [s.score for s in (first, *others)] == sorted((s.score for s in (first, *others)), reverse=True)


def test_neither_verbs_nor_the_name_of_a_territory_make_actions_alike() -> None:
    assert "c-alencon-a1" not in {s.action_id for s in KNOWN.similar("c-chartres-a1")}  # both "Renforcer"
    told = [reason for s in KNOWN.similar("c-dreux-a1") for reason in s.reasons]
    assert not any("dreux" in reason for reason in told)


def test_likeness_is_the_same_from_both_sides() -> None:
    row, other = KNOWN.space.row["c-dreux-a1"], KNOWN.space.row["c-flers-a1"]
    assert abs(KNOWN.space.scores(row)[other] - KNOWN.space.scores(other)[row]) < 1e-6
    assert abs(KNOWN.space.scores(row)[row] - 1) < 1e-6


def test_an_action_of_no_known_feature_is_like_none() -> None:
    known = compute(catalogue([sheet("caen", "???"), *RECORDS[:1]]))
    assert known.similar("c-caen-a1") == []
    assert known.similar("unknown") == []
