"""Builds on a real server: subclass with an `engines` fixture and the `kind` and `url` of the server."""

import multiprocessing
import os
import signal
import time
import uuid
from collections.abc import Iterator, Sequence
from multiprocessing.synchronize import Event

import pytest

from models.errors import EngineError
from models.search import IndexEntry, SearchQuery, SortOrder
from search_api.engines.elastic import Address, ElasticEngine, connect
from search_api.engines.elastic import lease as lease_module
from search_api.engines.elastic.cluster import Body, Cluster, ClusterFailure
from search_api.engines.elastic.mapping import WINDOW
from search_api.engines.elastic.synonyms import synonym_rules
from search_api.indexing import index_entries
from search_api.thesaurus.reader import default_thesaurus
from tests.search_api.catalogue import ALONE, BUS, DREUX
from tests.search_api.engines.contract_suite import ENTRIES
from tests.search_api.engines.elastic.between import Between, Counting, many


def _build_for_ever(kind: str, url: str, index: str, fed: Event) -> None:
    def slow() -> Iterator[IndexEntry]:
        yield from many(1200)
        fed.set()
        time.sleep(120)

    ElasticEngine(connect(kind, Address((url,), seconds=60)), index).rebuild(slow())


class Losing(Between):
    """Says that everything was written, but writes only the first document of a request."""

    def bulk(self, lines: Sequence[Body]) -> Body:
        written = self.cluster.bulk(lines[:2])["items"]
        return {"items": written * len([line for line in lines if "index" in line or "delete" in line])}


class Late(Between):
    """A cluster that gave up a search."""

    def search(self, index: str | None, body: Body) -> Body:
        return {**self.cluster.search(index, body), "timed_out": True}


class BuildsOnServer:
    kind: str

    @pytest.fixture
    def cluster(self, url: str) -> Cluster:
        return connect(self.kind, Address((url,), seconds=60))

    @pytest.fixture
    def index(self) -> str:
        return f"test-{uuid.uuid4().hex[:12]}"

    def test_a_killed_build_leaves_the_old_index_and_is_gone_on_with(
        self, cluster: Cluster, url: str, index: str
    ) -> None:
        counting = Counting(cluster)
        engine = ElasticEngine(counting, index)
        engine.rebuild(ENTRIES)
        context = multiprocessing.get_context("spawn")
        fed = context.Event()
        process = context.Process(target=_build_for_ever, args=(self.kind, url, index, fed))
        process.start()
        assert fed.wait(120)
        with pytest.raises(EngineError, match="en cours"):
            engine.rebuild(ENTRIES)
        assert process.pid is not None
        os.kill(process.pid, signal.SIGKILL)
        process.join()
        assert ElasticEngine(cluster, index).count() == len(ENTRIES)
        counting.sent = 0
        wanted = [*many(600), *many(900, start=1000)]  # 400 of those that were sent are too much by now
        assert engine.rebuild(wanted).entries == len(wanted)
        assert list(engine.entries()) == wanted
        assert counting.sent < len(wanted)
        assert len(cluster.indices(f"{index}-gen-*")) == 2

    def test_a_lease_of_another_machine_has_to_run_out(
        self, cluster: Cluster, index: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        engine = ElasticEngine(cluster, index)
        engine.rebuild(ENTRIES[:1])
        held = {"owner": "x", "host": "ailleurs", "process": 1, "until": time.time() + 60}
        cluster.put(f"{index}-state", "build", held)
        with pytest.raises(EngineError, match="en cours"):
            engine.rebuild(ENTRIES)
        cluster.put(f"{index}-state", "build", {**held, "until": time.time() - 1})
        assert engine.rebuild(ENTRIES).entries == len(ENTRIES)
        # one that takes over in the middle of a build stops it before it answers
        monkeypatch.setattr(lease_module, "SECONDS", 0.0)

        def overtaken() -> Iterator[IndexEntry]:
            yield from ENTRIES[:2]
            cluster.put(f"{index}-state", "build", held)

        with pytest.raises(EngineError, match="en cours"):
            engine.rebuild(overtaken())
        assert engine.count() == len(ENTRIES)

    def test_a_build_that_loses_entries_does_not_answer(self, cluster: Cluster, index: str) -> None:
        engine = ElasticEngine(cluster, index)
        kept = engine.rebuild(ENTRIES[:2]).generation
        with pytest.raises(EngineError, match="incomplet"):
            ElasticEngine(Losing(cluster), index).rebuild(ENTRIES)
        assert engine.count() == 2
        assert list(cluster.indices(f"{index}-gen-*")) == [kept]

    def test_the_last_two_generations_are_kept(self, cluster: Cluster, index: str) -> None:
        reader, engine = ElasticEngine(cluster, index), ElasticEngine(cluster, index)
        names = [engine.rebuild(ENTRIES[:n]).generation for n in (1, 2, 3)]
        assert sorted(cluster.indices(f"{index}-gen-*")) == names[1:]
        assert (reader.count(), cluster.aliased(index)) == (3, [names[2]])

    def test_a_search_that_was_given_up_is_an_error(self, cluster: Cluster, index: str) -> None:
        ElasticEngine(cluster, index).rebuild(ENTRIES)
        with pytest.raises(EngineError, match="abandonnée"):
            ElasticEngine(Late(cluster), index).search(SearchQuery(text="bus"))

    def test_pages_beyond_the_window(self, cluster: Cluster, index: str) -> None:
        engine, number = ElasticEngine(cluster, index), WINDOW + 700
        engine.rebuild(many(number))
        for start in (WINDOW - 5, WINDOW + 690, number, number + WINDOW):
            hits = engine.search(SearchQuery(offset=start, size=20, facets=("region",)))
            assert hits.total == number and sum(c.count for c in hits.facets["region"]) == number
            assert [hit.id for hit in hits.hits] == [
                e.id for e in many(min(20, max(0, number - start)), start)
            ]
        by_date = engine.search(SearchQuery(text="bus", sort=SortOrder.DATE, offset=WINDOW + 10, size=3))
        assert [hit.id[-1] for hit in by_date.hits] == ["0", "0", "0"]

    def test_the_synonym_graph_is_the_thesaurus(self, cluster: Cluster, index: str) -> None:
        """Each rule that the server read leads every wording to the first French one."""
        engine = ElasticEngine(cluster, index)
        built = engine.rebuild(ENTRIES).generation
        for rule in synonym_rules(default_thesaurus())[::7]:
            asked, meant = ([w.strip() for w in side.split(",")] for side in rule.split("=>"))
            wanted = self._tokens(cluster, built, "french", meant[0])
            for wording in asked[:4]:
                assert wanted <= self._tokens(cluster, built, "french_synonyms", wording), (wording, meant[0])
        plain = {"query": {"match": {"title": "mobile health"}}}
        found = cluster.search(index, plain)["hits"]["hits"]
        assert {"bus", "camion"} <= {hit["_id"] for hit in found}

    def _tokens(self, cluster: Cluster, index: str, analyzer: str, text: str) -> set[str]:
        return {token["token"] for token in cluster.analyze(index, analyzer, text)["tokens"]}

    def test_every_entry_of_a_catalogue_fits_the_mapping(self, cluster: Cluster, index: str) -> None:
        engine = ElasticEngine(cluster, index)
        entries = list(index_entries([DREUX], [BUS, ALONE], []))
        engine.rebuild(entries)
        assert list(engine.entries()) == entries

    def test_a_field_that_no_table_names_is_refused(self, cluster: Cluster, index: str) -> None:
        engine = ElasticEngine(cluster, index)
        odd = ENTRIES[0].model_copy(update={"fields": {"humeur": "bonne"}})
        with pytest.raises(EngineError, match="humeur"):
            engine.rebuild([odd])
        generation = engine.rebuild(ENTRIES).generation
        with pytest.raises(ClusterFailure, match="strict"):
            cluster.put(generation, "x", {"humeur": "bonne"})

    def test_many_words_stay_within_the_clauses_of_a_server(self, cluster: Cluster, index: str) -> None:
        """Every wording of the thesaurus stands in every text; asked for are the concepts of most wordings."""
        thesaurus = default_thesaurus()
        labels = " ; ".join(thesaurus.labels())
        fields = dict.fromkeys(("objectives", "axis", "description", "pilot", "partners"), labels)
        engine = ElasticEngine(cluster, index)
        engine.rebuild(e.model_copy(update={"fields": fields}) for e in ENTRIES)
        concepts = sorted(thesaurus.concepts.values(), key=lambda c: -len(thesaurus.expansion(c.id)))
        text = " ".join(min((*c.fr, *c.short, *c.en), key=len) for c in concepts)
        assert engine.search(SearchQuery(text=text)).total == len(ENTRIES)

    def test_titles_end_with_what_is_typed(self, cluster: Cluster, index: str) -> None:
        long = ENTRIES[0].model_copy(update={"title": "Interministériellement anticonstitutionnellement"})
        engine = ElasticEngine(cluster, index)
        engine.rebuild([long])
        for typed in ("a", "anticonst", "interministeriellement anticonstitutionnel"):
            assert engine.suggest(typed) == (long.title,)
