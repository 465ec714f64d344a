"""Elasticsearch (8 or later) and OpenSearch (2 or later) behind the Protocol of `search_api/engines/protocol.py`.

cluster.py   the few requests, as a Protocol      clients.py   the two official clients; address.py
mapping.py   settings and mapping, from the tables of zones and facets; synonyms.py: the thesaurus as rules
bodies.py    plans as queries                     snapshot.py  one generation that answers
building.py  a new generation: bulk.py, generations.py (aliases), state.py (words.py, and lease.py: one build at a time)
"""

from search_api.engines.elastic.address import Address
from search_api.engines.elastic.clients import connect
from search_api.engines.elastic.engine import ElasticEngine

__all__ = ["Address", "ElasticEngine", "connect"]
