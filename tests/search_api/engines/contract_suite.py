"""What every search engine must do. Subclass it with an `engine` fixture (see test_memory.py)."""

import pytest

from models.errors import EngineError
from models.search import EntryKind, Fragment, IndexEntry, SearchQuery, SortOrder
from search_api.engines.protocol import SearchEngine

TEXTS = [
    (
        "bus",
        "Mise en place d'un Bus santé mobile",
        "Dreux",
        "24",
        "2015-06-12",
        "Un véhicule va dans les villages.",
    ),
    (
        "camion",
        "Camion de dépistage",
        "Roubaix",
        "32",
        "2021",
        "Une équipe s'installe au pied des immeubles.",
    ),
    ("tabac", "Campagne mois sans tabac", "Cœur de Beauce", "24", "2018-03", "Aider à arrêter de fumer."),
    (
        "ecrans",
        "Accompagner les familles face aux écrans",
        "Roubaix",
        "32",
        None,
        "Ateliers à l'école et à la crèche.",
    ),
    ("aidants", "Soutenir les aidants", "Dreux", "24", "2015-06-12", "Offrir du répit aux proches."),
]


def entry(name: str, title: str, town: str, region: str, date: str | None, description: str) -> IndexEntry:
    return IndexEntry(
        id=name,
        kind=EntryKind.ACTION,
        contract_id=f"cls-{town}",
        title=title,
        fields={"description": description, "territory": town},
        facets={"region": (region,), "theme": ("prévention", name)},
        date=date,
    )


ENTRIES = [
    *(entry(*text) for text in TEXTS),
    IndexEntry(
        id="cls-Dreux",
        kind=EntryKind.CONTRACT,
        contract_id="cls-Dreux",
        title="Contrat local de santé de Dreux",
        facets={"region": ("24",)},
        date="2015-06-12",
    ),
]


class EngineContract:
    @pytest.fixture
    def rebuilt(self, engine: SearchEngine) -> SearchEngine:
        """For a test that builds again."""
        assert engine.rebuild(ENTRIES).entries == len(ENTRIES)
        return engine

    @pytest.fixture
    def built(self, rebuilt: SearchEngine) -> SearchEngine:
        """For tests that only ask; servers may build it once for all of them."""
        return rebuilt

    def ids(self, engine: SearchEngine, text: str = "", **more: object) -> list[str]:
        query = SearchQuery.model_validate({"text": text, **more})
        return [hit.id for hit in engine.search(query).hits]

    def test_before_the_first_build_nothing_answers(self, engine: SearchEngine) -> None:
        assert engine.count() == 0
        assert engine.search(SearchQuery(text="bus", facets=("region",))).total == 0
        assert engine.similar("bus") == ()
        assert engine.suggest("bu") == ()

    def test_an_empty_text_matches_everything(self, built: SearchEngine) -> None:
        found = built.search(SearchQuery(size=2))
        assert (found.total, len(found.hits)) == (len(ENTRIES), 2)
        assert found.hits[0].highlights == {}

    def test_french_analysis(self, built: SearchEngine) -> None:
        assert self.ids(built, "ecran")[0] == "ecrans"
        assert self.ids(built, "L’ÉCOLE")[0] == "ecrans"
        assert self.ids(built, "coeur de beauce") == ["tabac"]

    def test_synonyms_and_english(self, built: SearchEngine) -> None:
        for text in ("bus santé", "mobile health buses"):
            assert self.ids(built, text)[:2] == ["bus", "camion"]
        assert "bus santé" in built.search(SearchQuery(text="mobile health")).expansions

    def test_a_misspelt_word_is_corrected(self, built: SearchEngine) -> None:
        assert self.ids(built, "tabca") == ["tabac"]
        assert self.ids(built, "depistaje")[0] == "camion"

    def test_a_place_is_binding(self, built: SearchEngine) -> None:
        assert self.ids(built, "bus santé Dreux") == ["bus"]

    def test_filters_add_up_and_their_values_are_alternatives(self, built: SearchEngine) -> None:
        assert set(self.ids(built, filters={"region": ("24", "32")}, kind="action")) == {t[0] for t in TEXTS}
        assert self.ids(built, filters={"region": ("24",), "theme": ("bus", "camion")}) == ["bus"]
        assert self.ids(built, filters={"region": ("75",)}) == []
        assert self.ids(built, filters={"unknown": ("1",)}) == []

    def test_facets_count_all_matches(self, built: SearchEngine) -> None:
        found = built.search(
            SearchQuery(kind=EntryKind.ACTION, size=1, facets=("region", "theme", "nothing"))
        )
        assert [(c.value, c.count) for c in found.facets["region"]] == [("24", 3), ("32", 2)]
        assert found.facets["theme"][0].count == 5
        assert found.facets["nothing"] == ()

    def test_sorts(self, built: SearchEngine) -> None:
        by_date = self.ids(built, sort=SortOrder.DATE, kind="action")
        assert by_date[:2] == ["camion", "tabac"] and by_date[-1] == "ecrans"
        by_title = self.ids(built, sort=SortOrder.TITLE, kind="action")
        assert by_title == ["ecrans", "camion", "tabac", "bus", "aidants"]

    def test_pages_do_not_overlap(self, built: SearchEngine) -> None:
        pages = [self.ids(built, offset=start, size=2) for start in (0, 2, 4, 6)]
        assert sorted(name for page in pages for name in page) == sorted(e.id for e in ENTRIES)
        found = built.search(SearchQuery(size=0, facets=("region",)))
        assert (found.hits, found.total) == ((), len(ENTRIES))

    def test_highlights_give_back_the_text_letter_for_letter(self, built: SearchEngine) -> None:
        found = built.search(SearchQuery(text="sante mobile"))
        assert found.hits[0].highlights["title"] == (
            Fragment(text="Mise en place d'un "),
            Fragment(text="Bus santé", hit=True),
            Fragment(text=" "),
            Fragment(text="mobile", hit=True),
        )

    def test_a_long_field_gives_its_best_passage(self, rebuilt: SearchEngine) -> None:
        text = "Contexte. " * 200 + "Un camion-école s’arrête à l’hôpital d’Évron. " + "Suite. " * 200
        long = entry("long", "Tournées", "Évron", "52", None, text)
        rebuilt.rebuild([*ENTRIES, long])
        hit = rebuilt.search(SearchQuery(text="hopital")).hits[0]
        shown = "".join(fragment.text for fragment in hit.highlights["description"])
        assert [f.text for f in hit.highlights["description"] if f.hit] == ["hôpital"]
        assert shown.strip("… ") in text and len(shown) < 400

    def test_similar_looks_in_other_contracts(self, rebuilt: SearchEngine) -> None:
        extra = entry(
            "bus2",
            "Un bus santé dans les villages",
            "Issoire",
            "84",
            None,
            "Le véhicule va dans les villages.",
        )
        rebuilt.rebuild([*ENTRIES, extra])
        assert [hit.id for hit in rebuilt.similar("bus")][:1] == ["bus2"]
        assert "aidants" not in {hit.id for hit in rebuilt.similar("bus")}
        assert rebuilt.similar("nobody") == ()

    def test_suggest_completes_terms_and_titles(self, built: SearchEngine) -> None:
        assert "Accompagner les familles face aux écrans" in built.suggest("ecr")
        assert "Camion de dépistage" in built.suggest("camion de dep")
        assert "bus santé" in built.suggest("bus")
        assert built.suggest("zzz") == () and built.suggest("") == ()
        assert len(built.suggest("a", size=2)) <= 2

    def test_a_rebuild_replaces_everything(self, rebuilt: SearchEngine) -> None:
        first = rebuilt.rebuild(ENTRIES[:2])
        assert (rebuilt.count(), self.ids(rebuilt, "tabac")) == (2, [])
        assert first.generation != rebuilt.rebuild(ENTRIES).generation

    def test_an_entry_twice_is_refused_and_the_old_index_answers(self, rebuilt: SearchEngine) -> None:
        with pytest.raises(EngineError, match="identifiant"):
            rebuilt.rebuild([ENTRIES[0], ENTRIES[0].model_copy(update={"title": "Autre"})])
        assert rebuilt.count() == len(ENTRIES)

    def test_a_source_that_fails_leaves_the_old_index(self, rebuilt: SearchEngine) -> None:
        def failing() -> object:
            yield ENTRIES[0]
            raise EngineError("la base ne répond plus")

        with pytest.raises(EngineError):
            rebuilt.rebuild(failing())  # type: ignore[arg-type]
        assert rebuilt.count() == len(ENTRIES)

    @pytest.mark.parametrize(
        "text",
        [
            "\"'*:^~",
            "title:bus AND (",
            "a" * 5000,
            "é" * 3000,
            "bus " * 3000,
            "\x00\n\u202e",
            "😀",
            "l'",
            "the",
            "[* TO *]",
        ],
    )
    def test_hostile_text_is_only_text(self, built: SearchEngine, text: str) -> None:
        found = built.search(SearchQuery(text=text))
        assert found.total <= len(ENTRIES)
        built.suggest(text)
