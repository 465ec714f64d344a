"""Search engines behind one Protocol (`protocol.py`); `embedded/` is tantivy."""
