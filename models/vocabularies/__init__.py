"""Official and French vocabularies, as data with small readers."""
