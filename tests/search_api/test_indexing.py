from datetime import date

from models.evidence import Evidence
from models.records import Code, Scheme
from models.search import EntryKind, SearchQuery
from pipeline.inventory import take_inventory
from search_api.engines.memory import MemoryEngine
from search_api.indexing import ACTION_FACETS, CODE_FACETS, FACETS, index_entries
from search_api.place_names import place_names
from tests.search_api.catalogue import BUS, DREUX

ROWS = take_inventory([DREUX], [BUS], date(2024, 1, 1))


def test_contracts_and_actions_become_entries() -> None:
    contract, action = index_entries([DREUX], [BUS], ROWS)
    assert (contract.kind, action.kind) == (EntryKind.CONTRACT, EntryKind.ACTION)
    assert contract.title == "Contrat local de santé – Dreux"
    assert contract.fields["objectives"] == "Aller vers les habitants"
    assert action.fields["axis"] == "Accès aux soins"
    assert action.fields["partners"] == "CPAM\nVille"
    assert action.fields["other"] == "Points de vigilance : stationnement"
    assert "budget" not in action.fields


def test_an_action_has_the_facets_of_its_contract() -> None:
    contract, action = index_entries([DREUX], [BUS], ROWS)
    assert action.facets["pilot_kind"] == ("etablissement",)
    assert (
        contract.facets
        == {name: values for name, values in action.facets.items() if name != "pilot_kind"}
        == {
            "region": ("24",),
            "department": ("28",),
            "status": ("in_force",),
            "kind": ("cls",),
            "modality": ("signed",),
            "territory_type": ("commune",),
            "territory_size": ("20k_50k",),
            "density": ("300_1500",),
            "year": ("2021",),
            "generation": ("2",),
            "contract_id": ("c-dreux",),
        }
    )
    assert {*FACETS, *ACTION_FACETS} == set(action.facets)
    assert action.date == "2021-06-12"


def test_an_action_is_found_by_its_place_in_every_form() -> None:
    engine = MemoryEngine()
    engine.rebuild(index_entries([DREUX], [BUS], ROWS))
    for place in ("Dreux", "Eure-et-Loir", "Centre-Val de Loire", "dans l'eure et loir"):
        hits = engine.search(SearchQuery(text=f"bus santé {place}", kind=EntryKind.ACTION)).hits
        assert [hit.id for hit in hits] == ["a-bus"], place
    assert engine.search(SearchQuery(text="bus santé Finistère")).total > 0
    assert engine.search(SearchQuery(text="bus santé en Seine-Saint-Denis")).total == 0


def test_an_action_of_an_unpublished_contract_is_left_out() -> None:
    assert list(index_entries([], [BUS], [])) == []


def test_names_of_a_place() -> None:
    assert place_names(["61"], "28") == ("Orne", "Normandie", "Basse-Normandie")
    assert "Paca" in place_names(["13"], "93")
    assert place_names(["99"], None) == ()


def coded(*names: str) -> tuple[Code, ...]:
    proof = (Evidence(page=1, quote="les mots"),)
    pairs = [name.split(":") for name in names]
    return tuple(Code(scheme=Scheme(scheme), concept=concept, evidence=proof) for scheme, concept in pairs)


def test_codes_are_facets_under_their_broader_ones_too() -> None:
    tobacco = BUS.model_copy(
        update={
            "action": BUS.action.model_copy(
                update={"codes": coded("theme:tabac", "population:jeunes", "action_type:aller-vers")}
            )
        }
    )
    codes = coded("theme:sante-mentale", "setting:hopital")
    dreux = DREUX.model_copy(update={"contract": DREUX.contract.model_copy(update={"codes": codes})})
    contract, action = index_entries([dreux], [tobacco], ROWS)
    assert action.facets["theme"] == ("tabac", "addictions")
    assert action.facets["population"] == ("jeunes",)
    assert "setting" not in action.facets  # those of the contract are not its own
    assert contract.facets["theme"] == ("sante-mentale",)
    assert set(CODE_FACETS) == {"theme", "determinant", "population", "action_type", "setting"}
    engine = MemoryEngine()
    engine.rebuild(index_entries([dreux], [tobacco], ROWS))
    found = engine.search(SearchQuery(filters={"theme": ("addictions",)}, facets=("theme",)))
    assert [hit.id for hit in found.hits] == ["a-bus"]
    assert {count.value for count in found.facets["theme"]} == {"tabac", "addictions"}
