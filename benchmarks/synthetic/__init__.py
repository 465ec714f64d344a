"""Contracts and actions that nobody signed, as many as wanted: the same seed gives the same ones.

In: a number of actions and a seed. Out: streams of records, index entries, queries; never a whole list.
"""

from benchmarks.synthetic.asked import queries
from benchmarks.synthetic.entries import entries
from benchmarks.synthetic.records import SyntheticContract, contracts

__all__ = ["SyntheticContract", "contracts", "entries", "queries"]
