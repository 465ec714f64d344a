"""Which runs of a document speak of which contract."""
