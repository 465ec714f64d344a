from models.records import TerritoryType
from models.vocabularies.gazetteer import load_gazetteer


def found(text: str, *types: TerritoryType) -> list[str]:
    return [mention.text for mention in load_gazetteer().find_places(text, types or None)]


def test_offsets_cut_the_name_out_of_the_text() -> None:
    text = "Le maire de Dreux et le président de Cœur de Beauce."
    for mention in load_gazetteer().find_places(text):
        assert text[mention.start : mention.end] == mention.text
    assert found(text) == ["Dreux", "Cœur de Beauce"]


def test_the_longest_name_wins() -> None:
    assert found("signé à Saint-Laurent du Maroni") == ["Saint-Laurent du Maroni"]
    assert found("la région Pays de la Loire", TerritoryType.DEPARTEMENT) == []


def test_ordinary_words_are_not_places() -> None:
    assert found("Sens de l'action. Le contrat prévoit un lot de mesures au nord de la ville.") == []
    assert found("La Ville de Sens signe.") == ["Sens"]


def test_streets_and_persons_are_not_places() -> None:
    assert found("12 rue Paris, M. Grasse") == []


def test_rivers_need_an_announcement_to_be_departments() -> None:
    assert found("La Loire et le Cher débordent.", TerritoryType.DEPARTEMENT) == []
    assert found("Le préfet de la Loire et la préfecture du Cher.", TerritoryType.DEPARTEMENT) == [
        "Loire",
        "Cher",
    ]


def test_departments_in_a_list() -> None:
    text = "dans l'Eure-et-Loir, les Bouches-du-Rhône et en Seine-Saint-Denis"
    assert [m.place.code for m in load_gazetteer().find_departments(text) if m.place] == ["28", "13", "93"]
