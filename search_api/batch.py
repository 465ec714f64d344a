"""`search --batch`: a JSON file of queries in, one JSON line of ranked actions per query out."""

import json
from pathlib import Path

from pydantic import BaseModel, ValidationError

from models.catalogue import ActionRecord
from models.errors import ConfigurationError
from models.search import EntryKind, SearchQuery
from pipeline.store.protocol import Store
from search_api.engines.protocol import SearchEngine

MOST_RESULTS = 50


class BatchQuery(BaseModel):
    """Other keys are ignored."""

    id: str
    query: str
    lang: str | None = None


class Batch(BaseModel):
    queries: tuple[BatchQuery, ...]


class BatchSource(BaseModel):
    document: str
    title: str


class BatchResult(BaseModel):
    """`document` and `title` as first read; `sources` are the other documents of a merged action."""

    document: str
    title: str
    sources: tuple[BatchSource, ...] | None = None


class BatchAnswer(BaseModel):
    id: str
    results: tuple[BatchResult, ...]


def run_batch(queries_json: Path, out: Path, engine: SearchEngine, store: Store) -> int:
    """Answer every query in order, those without a result too. Returns how many there were."""
    batch = read_batch(queries_json)
    actions = {record.id: record for record in store.actions()}
    with out.open("w", encoding="utf-8") as lines:
        for query in batch.queries:
            found = engine.search(SearchQuery(text=query.query, kind=EntryKind.ACTION, size=MOST_RESULTS))
            results = tuple(_result(actions[hit.id]) for hit in found.hits if hit.id in actions)
            answer = BatchAnswer(id=query.id, results=results)
            lines.write(answer.model_dump_json(exclude_none=True) + "\n")
    return len(batch.queries)


def read_batch(path: Path) -> Batch:
    """The queries of a file; ConfigurationError lists everything that is wrong with it."""
    try:
        batch = Batch.model_validate(json.loads(path.read_text(encoding="utf-8")))
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigurationError(f"{path} ne peut pas être lu : {error}.") from error
    except json.JSONDecodeError as error:
        raise ConfigurationError(f"{path} n'est pas du JSON (ligne {error.lineno}) : {error.msg}.") from error
    except ValidationError as error:
        wrong = [
            ".".join(map(str, e["loc"])) + " : " + _FRENCH.get(e["type"], e["msg"]) for e in error.errors()
        ]
        expected = 'Attendu : {"queries": [{"id": "…", "query": "…"}, …]}.'
        raise ConfigurationError("\n".join([f"{path} :", *wrong, expected])) from error
    ids = [query.id for query in batch.queries]
    if twice := sorted({i for i in ids if ids.count(i) > 1}):
        raise ConfigurationError(f"{path} : identifiants en double : {', '.join(twice)}.")
    return batch


_FRENCH = {
    "missing": "manque",
    "string_type": "doit être un texte",
    "tuple_type": "doit être une liste",
    "model_type": "doit être un objet",
    "model_attributes_type": "doit être un objet",
}


def _result(record: ActionRecord) -> BatchResult:
    title = record.action.title
    places = [BatchSource(document=s.name, title=s.title or title) for s in record.sources]
    first = places[0] if places else BatchSource(document="", title=title)
    return BatchResult(
        document=first.document, title=first.title, sources=tuple(places[1:]) if places[1:] else None
    )
