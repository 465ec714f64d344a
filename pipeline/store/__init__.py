"""The store: what was fetched, what was read, what was decided, what is published."""
