import pytest

from models.records import TerritoryType
from models.vocabularies.gazetteer import Gazetteer, load_gazetteer


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return load_gazetteer()


@pytest.mark.parametrize(
    ("printed", "siren"),
    [
        ("Communauté de communes du Thouarsais", "247900798"),
        ("CC du Thouarsais", "247900798"),
        ("Thouarsais", "247900798"),
        ("Agglo Pays d’Issoire", "200070407"),
        ("Flers Agglo", "200035814"),
        ("Redon Agglomération", "243500741"),
        ("Chartres métropole", "200033181"),
        ("Cœur de Beauce", "200070159"),
        ("Espace Sud", "249720053"),
        ("Annemasse Agglo", "200011773"),
        ("Métropole Aix-Marseille-Provence", "200054807"),
        ("COVE", "248400053"),
        ("Grand Lyon", "200046977"),
        ("Plaine Commune", "200057867"),
    ],
)
def test_a_grouping_is_found_however_its_nature_is_written(
    gazetteer: Gazetteer, printed: str, siren: str
) -> None:
    assert [place.code for place in gazetteer.epcis(printed)] == [siren]


def test_a_dissolved_grouping_is_found_with_the_year_of_its_last_list(gazetteer: Gazetteer) -> None:
    (place,) = gazetteer.epcis("Communauté de communes Jura Sud")
    assert (place.code, place.former, place.vintage) == ("243900412", True, 2019)


def test_a_former_name_leads_to_the_same_grouping(gazetteer: Gazetteer) -> None:
    assert gazetteer.epcis("CA de Saintes")[0].code == "200036473"


def test_a_bare_pays_is_not_taken_for_a_longer_grouping(gazetteer: Gazetteer) -> None:
    assert gazetteer.resolve("Pays d'Apt").place is None
    resolved = gazetteer.resolve("Communauté de communes du Pays d'Apt")
    assert resolved.place is not None
    assert resolved.place.code == "200040624"


@pytest.mark.parametrize(
    ("printed", "official"),
    [
        ("la Seyne sur Mer", "La Seyne-sur-Mer"),
        ("Saint-Laurent du Maroni", "Saint-Laurent-du-Maroni"),
        ("St Etienne", "Saint-Étienne"),
        ("VAULX EN VELIN", "Vaulx-en-Velin"),
        ("Ville-d’Avray", "Ville-d'Avray"),
        ("Nulle-Part-les-Bains", "Nulle-Part-les-Bains"),
    ],
)
def test_a_commune_gets_its_official_spelling(gazetteer: Gazetteer, printed: str, official: str) -> None:
    assert gazetteer.canonical_commune_name(printed) == official


@pytest.mark.parametrize(
    ("printed", "code"),
    [("Ville de Grasse", "06069"), ("Ville du Mans", "72181"), ("Commune des Lilas", "93045")],
)
def test_the_words_before_a_commune_are_taken_off(gazetteer: Gazetteer, printed: str, code: str) -> None:
    resolved = gazetteer.resolve(printed)
    assert resolved.place is not None
    assert resolved.place.code == code


def test_homonyms_need_their_department(gazetteer: Gazetteer) -> None:
    alone = gazetteer.resolve("Saint-Denis")
    assert alone.place is None
    assert "homonymes" in alone.reason
    there = gazetteer.resolve("Saint-Denis", departments=("974",)).place
    assert there is not None
    assert there.code == "97411"
    assert gazetteer.resolve("Saint-Denis", region="04").place == there


def test_a_commune_far_larger_than_its_homonyms_is_meant(gazetteer: Gazetteer) -> None:
    resolved = gazetteer.resolve("Le Port")
    assert resolved.place is not None
    assert resolved.place.code == "97407"
    assert "peuplé" in resolved.reason


def test_a_place_elsewhere_is_not_the_place(gazetteer: Gazetteer) -> None:
    assert gazetteer.resolve("Grasse", departments=("59",)).place is None


def test_the_type_chooses_between_town_and_grouping(gazetteer: Gazetteer) -> None:
    town = gazetteer.resolve("Lyon", type=TerritoryType.COMMUNE).place
    grouping = gazetteer.resolve("Lyon", type=TerritoryType.EPCI).place
    assert (town and town.code, grouping and grouping.code) == ("69123", "200046977")


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Paca", "93"),
        ("Basse-Normandie", "28"),
        ("Lorraine", "44"),
        ("93", "93"),
        ("Région Île-de-France", "11"),
    ],
)
def test_regions_of_before_2016_lead_to_those_of_today(gazetteer: Gazetteer, name: str, code: str) -> None:
    region = gazetteer.region(name)
    assert region is not None
    assert region.code == code


@pytest.mark.parametrize(
    ("name", "code"),
    [("Var", "83"), ("2a", "2A"), ("Réunion", "974"), ("Département de l'Eure-et-Loir", "28")],
)
def test_departments_by_name_or_code(gazetteer: Gazetteer, name: str, code: str) -> None:
    department = gazetteer.department(name)
    assert department is not None
    assert department.code == code


def test_what_is_not_a_department_is_none(gazetteer: Gazetteer) -> None:
    assert gazetteer.department("20") is None
    assert gazetteer.region("Gondor") is None


def test_members_population_region_and_health_agency(gazetteer: Gazetteer) -> None:
    (agglo,) = gazetteer.epcis("CA Redon Agglomération")
    assert agglo.departments == ("35", "56", "44")  # the department with most members first
    assert "35236" in gazetteer.members(agglo.code)
    assert gazetteer.members("000000000") == ()
    assert (gazetteer.population("28134") or 0) > 25_000
    assert gazetteer.region_of_department("2a") == "94"
    assert gazetteer.ars("11") == "ARS Île-de-France"
    assert gazetteer.ars("41") == "ARS Lorraine"


def test_a_commune_that_merged_points_to_its_successor(gazetteer: Gazetteer) -> None:
    old = gazetteer.resolve("Courcouronnes").place
    assert old is not None
    assert (old.former, old.successor) == (True, "91228")
