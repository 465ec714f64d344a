"""The indexes of one engine on a cluster: a generation each, and an alias that names the one that answers.

    atlas-gen-…       the entries; `_meta` of the mapping tells its version
    atlas             alias of the generation that answers
    atlas-complete    alias of the generations that were built to the end: that one and the one before it
    atlas-state       who is building, and the words of each generation (state.py)

Both aliases are set in one step, so a build that is killed leaves the old generation answering. A generation that
is not complete is what the next build goes on with.
"""

import time
from collections.abc import Collection, Mapping

from models.errors import EngineError
from search_api.engines.elastic.cluster import Body, Cluster
from search_api.engines.elastic.mapping import VERSION


class Generations:
    def __init__(self, cluster: Cluster, alias: str) -> None:
        self._cluster = cluster
        self.alias = alias
        self._complete = f"{alias}-complete"

    def current(self) -> str | None:
        """The index that answers; None before the first build."""
        names = self._cluster.aliased(self.alias)
        if len(names) > 1:
            raise EngineError(f"L'alias « {self.alias} » désigne plusieurs index : {', '.join(names)}.")
        return names[0] if names else None

    def is_readable(self, index: str) -> bool:
        """Whether this version of the program built it."""
        return _meta(self._all().get(index, {})).get("version") == VERSION

    def unfinished(self, body: Body) -> str | None:
        """The newest index of a build that was stopped, if this build would make the same."""
        digest = _meta(body).get("digest")
        found = self._all().items()
        fitting = [
            n for n, i in found if _meta(i).get("digest") == digest and self._complete not in i["aliases"]
        ]
        return max(fitting, default=None)

    def new(self, body: Body) -> str:
        index = f"{self.alias}-gen-{time.time_ns()}"
        self._cluster.create(index, body)
        self._cluster.wait_for_shards(index)
        return index

    def publish(self, index: str) -> None:
        """Mark it complete, let it answer, keep the one before it, remove the others."""
        before = self.current()
        actions: list[Body] = [{"add": {"index": index, "aliases": [self.alias, self._complete]}}]
        if before is not None:
            actions.append({"remove": {"index": before, "alias": self.alias}})
        self._cluster.swap(actions)
        self.clean({index, before})

    def clean(self, keep: Collection[str | None]) -> None:
        """Remove every generation but those."""
        self._cluster.delete([name for name in self._all() if name not in keep])

    def drop(self, index: str) -> None:
        self._cluster.delete([index])

    def _all(self) -> Mapping[str, Body]:
        return self._cluster.indices(f"{self.alias}-gen-*")


def _meta(index: Body) -> Body:
    """What we wrote of an index when we made it."""
    found: Body = index.get("mappings", {}).get("_meta", {})
    return found
