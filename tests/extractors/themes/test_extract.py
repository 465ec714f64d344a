"""Action sheets in, the codes that a person would give them out, each with the words that justify it."""

from extractors.themes import code_action, code_contract
from extractors.themes.quotes import locate
from models.evidence import Evidence, EvidenceStatus
from models.records import Action, Axis, Code, Contract, Scheme, Territory

FIELDS = ("title", "axis", "objectives", "context", "description", "target_population", "area")


def sheet(title: str, **fields: str) -> Action:
    """An action as it is read: each field proved by the lines it stands on."""
    proofs = {
        name: tuple(
            Evidence(page=3, bbox=(50, 50 + n, 300, 60 + n), quote=line)
            for n, line in enumerate(text.split("\n"))
        )
        for name, text in {"title": title, **fields}.items()
    }
    return Action(title=title, evidence=proofs, **fields)  # type: ignore[arg-type]


def concepts(codes: tuple[Code, ...], scheme: Scheme) -> list[str]:
    return [code.concept for code in codes if code.scheme is scheme]


CRISIS = sheet(
    "Prévenir le suicide et la récidive suicidaire",
    objectives="Repérer les personnes en crise suicidaire",
    target_population="Agriculteurs ; jeunes de 16 à 25 ans",
    description="Former des sentinelles dans les entreprises.\nDiffuser le numéro national 3114.",
    context="Le tabac et l'alcool sont très présents sur le territoire.",
)


def test_a_sheet_is_coded_scheme_by_scheme() -> None:
    codes = code_action(CRISIS)
    assert concepts(codes, Scheme.THEME) == ["suicide"]
    assert set(concepts(codes, Scheme.POPULATION)) == {"agriculteurs", "jeunes"}
    assert set(concepts(codes, Scheme.ACTION_TYPE)) == {"depistage", "formation"}
    assert concepts(codes, Scheme.SETTING) == ["entreprise"]


def test_a_theme_of_the_context_is_no_theme_of_the_action() -> None:
    assert not {"tabac", "alcool", "addictions"} & set(concepts(code_action(CRISIS), Scheme.THEME))


def test_each_code_quotes_its_words_where_they_stand() -> None:
    (suicide,) = (code for code in code_action(CRISIS) if code.concept == "suicide")
    first = suicide.evidence[0]
    assert (first.quote, first.page, first.method) == ("suicide", 3, "themes-1")
    (farmers,) = (code for code in code_action(CRISIS) if code.concept == "agriculteurs")
    assert [proof.quote for proof in farmers.evidence] == ["Agriculteurs"]
    (firms,) = (code for code in code_action(CRISIS) if code.concept == "entreprise")
    assert firms.evidence[0].bbox == (50, 50, 300, 60)


def test_words_without_a_proof_give_no_code() -> None:
    unproved = CRISIS.model_copy(update={"evidence": {}})
    assert code_action(unproved) == ()


def test_the_main_theme_comes_first_and_a_narrower_one_says_the_broader() -> None:
    action = sheet(
        "Mois sans tabac et bien manger",
        objectives="Réduire le tabagisme, première des addictions",
        target_population="Grand public",
    )
    assert concepts(code_action(action), Scheme.THEME) == ["tabac", "nutrition"]


def test_a_sheet_that_says_nothing_gets_no_theme() -> None:
    assert concepts(code_action(sheet("Réunir le comité restreint")), Scheme.THEME) == []


def test_the_public_is_the_one_of_the_sheet_and_not_of_the_title() -> None:
    action = sheet(
        "Métiers du grand âge : attirer des jeunes", target_population="Services et établissements"
    )
    assert concepts(code_action(action), Scheme.POPULATION) == ["professionnels"]
    assert concepts(code_action(sheet("Un bus santé pour les jeunes")), Scheme.POPULATION) == ["jeunes"]


def test_a_partner_is_no_place() -> None:
    there = sheet("Prévention du diabète", description="Tenir des ateliers dans les pharmacies du canton.")
    apart = sheet(
        "Prévention du diabète", description="Les infirmiers et les pharmacies seront informés du calendrier."
    )
    assert concepts(code_action(there), Scheme.SETTING) == ["pharmacie"]
    assert concepts(code_action(apart), Scheme.SETTING) == []


def test_a_theme_brings_its_determinant_with_the_same_words() -> None:
    codes = code_action(sheet("Promouvoir l'activité physique"))
    assert concepts(codes, Scheme.DETERMINANT) == ["habitudes-de-vie"]
    proofs = {code.scheme: code.evidence[0].quote for code in codes}
    assert proofs[Scheme.DETERMINANT] == proofs[Scheme.THEME] == "activité physique"


def contract(*actions: Action, axes: tuple[Axis, ...] = ()) -> Contract:
    places = tuple(Evidence(page=2, quote=f"Axe {n} – {axis.title}") for n, axis in enumerate(axes, 1))
    return Contract.model_validate(
        {
            "kind": "cls",
            "territory": Territory.model_validate({"name": "Dreux", "type": "commune"}),
            "actions": actions,
            "axes": axes,
            "evidence": {"axes": places} if axes else {},
        }
    )


def test_a_contract_is_about_what_several_of_its_actions_are_about() -> None:
    coded = code_contract(
        contract(
            sheet("Rattrapage vaccinal"),
            sheet("Semaine de la vaccination"),
            sheet("Dépister le diabète"),
        )
    )
    assert [concepts(action.codes, Scheme.THEME) for action in coded.actions] == [
        ["vaccination"],
        ["vaccination"],
        ["diabete"],
    ]
    assert concepts(coded.codes, Scheme.THEME) == ["vaccination"]
    (vaccination,) = (code for code in coded.codes if code.scheme is Scheme.THEME)
    assert {proof.status for proof in vaccination.evidence} == {EvidenceStatus.DERIVED}
    assert len(vaccination.evidence) == 2


def test_the_title_of_an_axis_is_enough_for_a_theme_of_the_contract() -> None:
    coded = code_contract(contract(axes=(Axis(number="2", title="Santé mentale et addictions"),)))
    assert set(concepts(coded.codes, Scheme.THEME)) == {"sante-mentale", "addictions"}
    assert {code.evidence[0].quote for code in coded.codes} == {"Santé mentale", "addictions"}
    assert {code.evidence[0].page for code in coded.codes} == {2}


def test_words_over_two_lines_are_quoted_by_the_line_that_has_most() -> None:
    lines = (
        Evidence(page=1, quote="Prévenir les conduites"),
        Evidence(page=1, quote="addictives chez les jeunes"),
    )
    found = locate("conduites addictives", lines)
    assert found is not None and found.quote == "addictives"
    assert locate("santé mentale", lines) is None
