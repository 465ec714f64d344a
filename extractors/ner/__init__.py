"""Named entities: persons, organisations and places in French texts, by rules, spaCy or any transformer."""
