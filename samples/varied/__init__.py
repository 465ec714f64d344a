"""A seeded generator of formal local health contracts, with the annotation of each (docs/varied.md)."""
