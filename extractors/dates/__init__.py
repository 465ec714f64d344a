"""Dates and durations in French prose, and which of them are the contract's own."""
