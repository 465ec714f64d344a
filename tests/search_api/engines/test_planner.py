"""What is understood of a query, on an index of a few entries."""

import pytest

from search_api.engines.memory import MemorySnapshot
from search_api.engines.plan import Demand, QueryPlan
from search_api.engines.planner import Planner
from search_api.engines.query_words import language_of, query_words
from search_api.engines.spelling import alike, nearest
from search_api.thesaurus.reader import Concept, Thesaurus, default_thesaurus
from tests.search_api.engines.contract_suite import ENTRIES, entry

SNAPSHOT = MemorySnapshot(
    [
        *ENTRIES,
        entry(
            "voile",
            "Une réunion sur l'eau",
            "La Réunion",
            "04",
            None,
            "Le centre nautique de Dreux prête ses bateaux.",
        ),
    ]
)


def plan(text: str) -> QueryPlan:
    return Planner(default_thesaurus()).plan(text, SNAPSHOT)


def own_words(text: str) -> list[tuple[str, ...]]:
    return [group.alternatives[0].stems for group in plan(text).groups]


def test_function_words_of_a_question_are_not_searched_for() -> None:
    assert own_words("quelles actions pour les aidants ?") == [("aidant",)]
    assert own_words("how can we help carers?") == [("carer",)]
    assert own_words("actions") == [("action",)]  # nothing else is left


def test_the_same_concept_twice_is_one_group() -> None:
    assert len(plan("mobile health buses").groups) == 1


def test_two_words_of_a_label_may_stand_apart_and_in_any_order() -> None:
    (together,) = plan("family carers").groups
    (apart,) = plan("carers in our family").groups
    assert together.alternatives[1:] == apart.alternatives[1:] != ()
    around = [group.demand for group in plan("carers of Dreux family").groups]
    assert around == [Demand.WANTED, Demand.BINDING]


def test_a_place_binds_and_a_region_is_read_with_its_article() -> None:
    assert [group.demand for group in plan("tabac Dreux").groups] == [Demand.WANTED, Demand.BINDING]
    region = plan("bus à La Réunion").groups[1]
    assert (region.zones, region.demand) == (("place",), Demand.BINDING)
    assert plan("une réunion").groups[0].alternatives[0].stems == ("reunion",)


def test_a_pilot_is_looked_for_among_pilots() -> None:
    group = plan("fiches portées par une CPTS").groups[0]
    assert (group.zones, group.demand) == (("pilot",), Demand.BINDING)


def test_an_unknown_word_is_corrected_from_the_index_then_from_the_thesaurus() -> None:
    assert "tabac" in plan("tabca").expansions
    assert "perturbateurs" in plan("pertubateurs").expansions
    assert plan("Rouba").expansions == ("roubaix",)
    assert plan("xyzxyz").expansions == ()


def test_the_first_letter_of_a_short_word_is_right() -> None:
    assert nearest("kines", {"aines": 9}) == ()
    assert nearest("tabca", {"tabac": 9}) == ("tabac",)
    assert nearest("ddiabete", {"diabete": 9}) == nearest("biabete", {"diabete": 9}) == ("diabete",)


def test_english_words_without_a_concept_are_translated() -> None:
    (group,) = plan("the boats in the villages, river").groups[-1:]
    assert ("fleuv",) in {alternative.stems for alternative in group.alternatives}


@pytest.mark.parametrize(
    ("text", "language"),
    [("accès aux soins", "fr"), ("access to care", "en"), ("bus", "fr"), ("aide pour les aidants", "fr")],
)
def test_language(text: str, language: str) -> None:
    assert language_of(query_words(text)) == language


def test_a_long_query_is_cut() -> None:
    assert len(query_words("mot " * 5000)) <= 32


@pytest.mark.parametrize("text", ["depistagecamion", "télé consultation", "santémentale"])
def test_words_typed_together_or_apart(text: str) -> None:
    expected = {"depistagecamion": ("camion",), "télé consultation": ("teleconsult",)}
    stems = {a.stems for group in plan(text).groups for a in group.alternatives}
    assert expected.get(text, ("sant", "mental")) in stems


def test_english_names_of_places_bind() -> None:
    assert plan("bus in Reunion Island").groups[1].zones == ("place",)


def test_a_code_of_a_department_is_its_name() -> None:
    (group,) = plan("vaccination dans le 974").of(Demand.BINDING)
    assert group.alternatives[0].stems == ("reunion",)
    assert plan("après 65 ans").of(Demand.BINDING) == ()


def test_a_label_that_the_index_cannot_hold_is_read_word_by_word() -> None:
    assert own_words("plan canicule bus")[-1] == ("bus",)
    assert own_words("dépistage du diabète")[0] == ("depist",)  # no entry speaks of diabetes


def test_the_words_of_labels_tell_the_language() -> None:
    thesaurus = default_thesaurus()
    for text, language in {"teenagers vaping": "en", "addictologie": "fr", "housing bus": "en"}.items():
        assert language_of(query_words(text), thesaurus.english, thesaurus.french) == language


def test_an_acronym_keeps_its_letters() -> None:
    assert own_words("ORS") == [("ors",)]
    assert ("observatoir", "regional", "sant") in {a.stems for a in plan("ORS").groups[0].alternatives}


def test_short_stems_need_their_own_words() -> None:
    assert own_words("tenants")[0] == ("ten",)
    assert "logement" in plan("tenants").expansions and "logement" not in plan("tenir bon").expansions


def test_a_word_of_asking_is_no_notion_by_itself() -> None:
    assert len(own_words("ceux qui travaillent sur le tabac")) == 1


def test_a_part_of_a_notion_leads_to_its_names() -> None:
    cancer = Concept(id="cancer", fr=("dépistage des cancers",), narrower=("octobre rose", "bus du tabac"))
    tobacco = Concept(id="tobacco", fr=("tabac",))
    planner = Planner(Thesaurus([cancer, tobacco]))
    (group,) = planner.plan("octobre rose", SNAPSHOT).groups
    assert {a.stems: a.weight for a in group.alternatives}[("depist", "canc")] < 0.9
    wordings = {a.stems for group in planner.plan("bus tabac", SNAPSHOT).groups for a in group.alternatives}
    assert ("depist", "canc") not in wordings  # a label stands in it: that is what is asked for


def test_a_common_notion_only_ranks_beside_a_rare_one() -> None:
    many = [entry(f"j{n}", f"Accueil des jeunes {n}", "Dreux", "24", None, "") for n in range(60)]
    some = [entry(f"s{n}", f"Prévenir le suicide {n}", "Dreux", "24", None, "") for n in range(3)]
    found = Planner(default_thesaurus()).plan("suicide des jeunes", MemorySnapshot([*many, *some]))
    assert [group.demand for group in found.groups] == [Demand.WANTED, Demand.WELCOME]


def test_little_words_that_carry_the_meaning_are_read_as_what_is_meant() -> None:
    assert plan("il n'y a plus de médecin").expansions[0] == "désert médical"
    assert "transport solidaire" in plan("elderly people without a car").expansions


def test_halves_of_a_word_are_words_not_stems() -> None:
    assert "contraception" in plan("contraseption").expansions  # not "contre" and "aseptique"


def test_a_short_stem_is_no_label_by_chance() -> None:
    assert "santé bucco-dentaire" not in plan("care of the young").expansions  # caries


def test_a_year_of_contracts_binds_and_a_period_is_that_of_its_first_year() -> None:
    dated = entry("y1", "Mois sans tabac", "Dreux\n2019", "24", "2019-05", "Bilan en 2023.")
    later = entry("y2", "Mois sans tabac", "Figeac\n2023", "76", "2023", "Suite de 2019.")
    planner, snapshot = Planner(default_thesaurus()), MemorySnapshot([dated, later])
    for text in ("tabac 2019", "tabac 2019-2023"):
        (year,) = planner.plan(text, snapshot).of(Demand.BINDING)
        assert year.alternatives[0].stems == ("2019",)
    assert planner.plan("tabac 2030", snapshot).of(Demand.BINDING) == ()


@pytest.mark.parametrize(
    ("written", "meant"),
    [("punese", "punaise"), ("ortofoniste", "orthophoniste"), ("sikiatre", "psychiatre")],
)
def test_a_word_is_known_by_its_sound(written: str, meant: str) -> None:
    words = {meant: 1, "permanence": 9, "assise": 3}
    assert nearest(written, words) == ()
    assert alike(written, words) == (meant,)


def test_words_that_only_resemble_do_not_sound_alike() -> None:
    assert alike("maison", {"raison": 1, "saison": 2}) == ()
    assert alike("pune", {"punaise": 1}) == ()  # too short to tell


def test_the_same_words_ask_for_the_same_group_of_the_same_index() -> None:
    planner, other = Planner(default_thesaurus()), MemorySnapshot(ENTRIES[:1])
    first, again = (planner.plan("tabac", SNAPSHOT).groups for _ in range(2))
    assert first[0] is again[0]
    assert planner.plan("tabac", other) == Planner(default_thesaurus()).plan("tabac", other)
    assert planner.plan("tabac", SNAPSHOT).groups == first
