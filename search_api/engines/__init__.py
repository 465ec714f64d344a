"""Search engines behind one Protocol (`protocol.py`).

`embedded/` is tantivy in the process, `elastic/` a cluster of Elasticsearch or OpenSearch, `memory.py` a double
for tests; `choose.py` opens the one that the settings name. Each keeps a `Snapshot` and leaves understanding the
query (`planner.py`), highlights and similarity to the shared modules; all pass
tests/search_api/engines/contract_suite.py.
"""
