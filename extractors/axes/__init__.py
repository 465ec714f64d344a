"""The strategic axes of a contract and their objectives."""
