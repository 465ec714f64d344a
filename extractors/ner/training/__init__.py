"""Trains named-entity models of the domain on sentences made from templates, the official lists and a corpus."""
