"""Search engines behind one Protocol (`protocol.py`).

`embedded/` is tantivy in the process, `memory.py` a double for tests; both keep a `Snapshot` and leave
understanding the query (`planner.py`), highlights and similarity to the shared modules. An Elasticsearch
engine is one more folder, `elasticsearch/`: it turns a `QueryPlan` into constant-score and dis-max
clauses as `embedded/snapshot.py` does, and passes tests/search_api/engines/contract_suite.py.
"""
