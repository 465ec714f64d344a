"""The two real clusters, over the official clients. Their requests are the same; what differs stands here."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from models.errors import ConfigurationError, DependencyMissing
from search_api.engines.elastic.address import Address
from search_api.engines.elastic.cluster import NOT_FOUND, TOO_LATE, Body, Cluster, ClusterFailure

_WAIT = 60.0  # seconds
_RETRIES = 3  # of a request that no node answered; items of a bulk request are retried by bulk.py


class ElasticsearchCluster:
    """Elasticsearch, version 8 or later."""

    name = "Elasticsearch"

    def __init__(self, address: Address) -> None:
        try:
            import elasticsearch
        except ImportError as error:
            raise DependencyMissing(_missing("elasticsearch", error)) from error
        self._address = address
        self._failures: tuple[type[Exception], ...] = (elasticsearch.ApiError, elasticsearch.TransportError)
        options: dict[str, Any] = {}
        if address.api_key:
            options["api_key"] = address.api_key
        elif address.user:
            options["basic_auth"] = (address.user, address.password or "")
        if address.ca:
            options["ca_certs"] = str(address.ca)
        self._client: Any = elasticsearch.Elasticsearch(
            address.with_ports(),
            request_timeout=address.seconds,
            max_retries=_RETRIES,
            retry_on_timeout=True,
            retry_on_status=(502, 503, 504),
            **options,
        )

    @contextmanager
    def _failing(self, doing: str) -> Iterator[None]:
        try:
            yield
        except self._failures as error:
            raise _failure(self.name, self._address, doing, error) from error

    def search(self, index: str | None, body: Body) -> Body:
        where = {} if index is None else {"index": index, "allow_partial_search_results": False}
        with self._failing("la recherche"):
            return _plain(self._client.search(body=dict(body), **where))

    def bulk(self, lines: Sequence[Body]) -> Body:
        with self._failing("l'indexation"):
            return _plain(self._client.bulk(body=list(lines)))

    def indices(self, patterns: str) -> Body:
        with self._failing("la lecture des index"):
            return _plain(self._client.indices.get(index=patterns))

    def aliased(self, alias: str) -> Sequence[str]:
        with self._failing("la lecture des index"):
            try:
                return sorted(_plain(self._client.indices.get_alias(name=alias)))
            except self._failures as error:
                if _status(error) == NOT_FOUND:
                    return ()
                raise

    def create(self, index: str, body: Body) -> None:
        with self._failing("la création de l'index"):
            self._client.indices.create(index=index, body=dict(body))

    def delete(self, indices: Sequence[str]) -> None:
        if indices:
            with self._failing("la suppression d'un index"):
                self._client.indices.delete(
                    index=",".join(indices), **self._given({"ignore_unavailable": True})
                )

    def refresh(self, index: str) -> None:
        with self._failing("l'indexation"):
            self._client.indices.refresh(index=index)

    def swap(self, actions: Sequence[Body]) -> None:
        with self._failing("la mise en service de l'index"):
            self._client.indices.update_aliases(body={"actions": list(actions)})

    def wait_for_shards(self, index: str) -> None:
        """Copies too, so that a node may fail from now on; without them when they do not come."""
        with self._failing("l'attente de l'index"):
            try:
                self._health(index, "green")
            except self._failures as error:
                if _status(error) != TOO_LATE:
                    raise
                self._health(index, "yellow")

    def document(self, index: str, key: str) -> Body | None:
        with self._failing("la lecture d'une fiche"):
            try:
                return _plain(self._client.get(index=index, id=key))
            except self._failures as error:
                if _status(error) == NOT_FOUND:
                    return None
                raise

    def put(self, index: str, key: str, source: Body, **conditions: object) -> Body:
        with self._failing("l'écriture"):
            return _plain(
                self._client.index(index=index, id=key, body=dict(source), **self._given(conditions))
            )

    def remove(self, index: str, key: str) -> None:
        with self._failing("l'écriture"):
            try:
                self._client.delete(index=index, id=key)
            except self._failures as error:
                if _status(error) != NOT_FOUND:
                    raise

    def analyze(self, index: str, analyzer: str, text: str) -> Body:
        with self._failing("l'analyse"):
            return _plain(
                self._client.indices.analyze(index=index, body={"analyzer": analyzer, "text": text})
            )

    def open_point(self, index: str, keep: str) -> str:
        with self._failing("la lecture de l'index"):
            return str(self._client.open_point_in_time(index=index, keep_alive=keep)["id"])

    def close_point(self, point: str) -> None:
        with self._failing("la lecture de l'index"):
            self._client.close_point_in_time(id=point)

    def _health(self, index: str, status: str) -> None:
        """The server itself waits 30 seconds."""
        patient = self._client.options(request_timeout=_WAIT)
        patient.cluster.health(index=index, wait_for_status=status)

    def _given(self, conditions: dict[str, object]) -> dict[str, Any]:
        return conditions


class OpenSearchCluster(ElasticsearchCluster):
    """OpenSearch, version 2 or later: the same requests by its own client, whose options go in `params`."""

    name = "OpenSearch"

    def __init__(self, address: Address) -> None:
        try:
            import opensearchpy
        except ImportError as error:
            raise DependencyMissing(_missing("opensearch", error)) from error
        self._address = address
        self._failures = (opensearchpy.OpenSearchException,)
        if address.api_key:
            raise ConfigurationError(
                "ATLAS_ENGINE_API_KEY ne vaut que pour Elasticsearch : donnez ATLAS_ENGINE_USER et "
                "ATLAS_ENGINE_PASSWORD."
            )
        options: dict[str, Any] = {"ca_certs": str(address.ca)} if address.ca else {}
        if address.user:
            options["http_auth"] = (address.user, address.password or "")
        self._client = opensearchpy.OpenSearch(
            address.with_ports(),
            timeout=address.seconds,
            max_retries=_RETRIES,
            retry_on_timeout=True,
            retry_on_status=(502, 503, 504),
            **options,
        )

    def search(self, index: str | None, body: Body) -> Body:
        with self._failing("la recherche"):
            if index is None:
                return _plain(self._client.search(body=dict(body)))
            params = {"allow_partial_search_results": "false"}
            return _plain(self._client.search(index=index, body=dict(body), params=params))

    def open_point(self, index: str, keep: str) -> str:
        with self._failing("la lecture de l'index"):
            return str(self._client.create_pit(index=index, params={"keep_alive": keep})["pit_id"])

    def close_point(self, point: str) -> None:
        with self._failing("la lecture de l'index"):
            self._client.delete_pit(body={"pit_id": [point]})

    def _health(self, index: str, status: str) -> None:
        params = {"wait_for_status": status, "request_timeout": _WAIT}
        self._client.cluster.health(index=index, params=params)

    def _given(self, conditions: dict[str, object]) -> dict[str, Any]:
        return {"params": {name: _param(value) for name, value in conditions.items()}}


def _param(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _plain(answer: Any) -> Body:
    """The JSON object of an answer, without the client's wrapping."""
    body: Body = getattr(answer, "body", answer)
    return body


def _missing(extra: str, error: ImportError) -> str:
    return f"Le client de ce moteur n'est pas installé ({error}) : pip install 'atlas-cls[{extra}]'."


def _status(error: Exception) -> int | None:
    """The HTTP status that an error of either client carries; None when no answer came."""
    status = getattr(error, "status_code", None)
    return status if isinstance(status, int) else None


def _failure(name: str, address: Address, doing: str, error: Exception) -> ClusterFailure:
    where = f"{name} ({', '.join(address.urls)})"
    status = _status(error)
    if status is None:
        text = (
            f"{where} ne répond pas pendant {doing}. Vérifiez ATLAS_ENGINE_URL et que le serveur est démarré"
        )
    elif status in {401, 403}:
        text = f"{where} refuse {doing} ({status}). Vérifiez ATLAS_ENGINE_USER et ATLAS_ENGINE_PASSWORD"
    elif status == 429:
        text = f"{where} est surchargé pendant {doing} (429). Réessayez dans un moment"
    elif "media_type_header" in str(error):
        text = f"{where} est plus ancien que son client : installez celui de sa version (« elasticsearch<9 »)"
    else:
        text = f"{where} a échoué pendant {doing} ({status})"
    return ClusterFailure(f"{text} : {_cut(error)}.", status)


def _cut(error: Exception) -> str:
    return " ".join(str(error).split())[:400].rstrip(".")


def connect(kind: str, address: Address) -> Cluster:
    """`elasticsearch` or `opensearch`; nothing is sent yet."""
    return OpenSearchCluster(address) if kind == "opensearch" else ElasticsearchCluster(address)
