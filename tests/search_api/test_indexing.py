from datetime import date

from models.search import EntryKind, SearchQuery
from pipeline.inventory import take_inventory
from search_api.engines.memory import MemoryEngine
from search_api.indexing import FACETS, index_entries
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
    assert (
        contract.facets
        == action.facets
        == {
            "region": ("24",),
            "department": ("28",),
            "status": ("in_force",),
            "kind": ("cls",),
            "modality": ("signed",),
            "territory_type": ("commune",),
            "year": ("2021",),
            "generation": ("2",),
            "contract_id": ("c-dreux",),
        }
    )
    assert set(FACETS) == set(action.facets)
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
