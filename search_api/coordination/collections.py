"""Collections ("mon panier"): which actions and contracts a reader keeps, without an account or any state here.

A collection is a list of short keys, in a cookie (the reader's own) or in an address (one that is shared). A key
is a digest of the record's identifier: 300 fit into a cookie, and an address stays short enough to be sent.
"""

import re
from base64 import b32encode
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256

from models.catalogue import ActionRecord, ContractRecord
from search_api.services import Catalogue

KEY = 10  # 50 bits: two of 20,000 records meet once in five million catalogues
MOST = 100
_KEY = re.compile(r"[a-z2-7]{10}")
_SEPARATOR = "."


@lru_cache(maxsize=65_536)
def key_of(record_id: str) -> str:
    return b32encode(sha256(record_id.encode()).digest()).decode().lower()[:KEY]


def read_keys(text: str | None) -> tuple[str, ...]:
    """The keys of a cookie or an address, each once; what is no key is left out, and all beyond MOST."""
    found = (key for key in (text or "").split(_SEPARATOR) if _KEY.fullmatch(key))
    return tuple(dict.fromkeys(found))[:MOST]


def written(keys: Iterable[str]) -> str:
    return _SEPARATOR.join(keys)


@dataclass(frozen=True)
class Collection:
    """What the keys name, in their order; `gone` counts keys that no published record has."""

    keys: tuple[str, ...]
    actions: tuple[ActionRecord, ...]
    contracts: tuple[ContractRecord, ...]
    gone: int


def ids_by_key(record_ids: Iterable[str]) -> Mapping[str, str]:
    return {key_of(record_id): record_id for record_id in record_ids}


def collection(keys: Iterable[str], ids: Mapping[str, str], catalogue: Catalogue) -> Collection:
    wanted = tuple(keys)
    known = [ids[key] for key in wanted if key in ids]
    actions = tuple(catalogue.actions[i] for i in known if i in catalogue.actions)
    contracts = tuple(catalogue.contracts[i] for i in known if i in catalogue.contracts)
    return Collection(wanted, actions, contracts, len(wanted) - len(actions) - len(contracts))
