"""The exchange format of extractions, and their comparison with gold annotations."""
