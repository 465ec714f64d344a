"""The official lists as shipped; written by `models.vocabularies.build`."""
