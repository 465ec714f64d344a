"""What a CLS coordinator looks for: similar actions, archetypes, indicators, twins, comparisons, collections.

Computed once per publication (`insights.py`) from the published records; nothing here is stored.
"""
