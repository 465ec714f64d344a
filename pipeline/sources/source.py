"""What a source declares: who publishes, where to begin, what to follow and what to expect."""

from datetime import date
from typing import Annotated, Literal
from urllib.parse import urlsplit

from pydantic import AfterValidator, Field, model_validator

from models.base import Record


def _web_address(address: str) -> str:
    parts = urlsplit(address)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise ValueError(f"« {address} » n'est pas une adresse http(s)")
    return address


WebAddress = Annotated[str, AfterValidator(_web_address)]


class Expectations(Record):
    """Promises that a run checks: fewer documents than that is an issue, not a silence."""

    documents: int = Field(0, ge=0)


class Source(Record):
    """One declared source; docs/sources.md tells each key."""

    id: str = Field(pattern=r"^[a-z0-9][a-z0-9-]*$")
    publisher: str = Field(min_length=1)
    region: str | None = Field(None, pattern=r"^\d{2}$")  # official code (COG)
    kind: Literal["ars", "collectivite", "autre"] = "autre"
    pages: tuple[WebAddress, ...] = ()
    links: tuple[WebAddress, ...] = ()
    hosts: tuple[str, ...] = ()
    licence: str = Field(min_length=1)
    depth: int = Field(2, ge=0, le=5)
    delay: float = Field(1.0, ge=0)
    max_pages: int = Field(300, gt=0)
    max_mb: int = Field(100, gt=0)
    allow_private: bool = False
    expect: Expectations = Expectations()
    verified: date | None = None
    notes: str | None = None

    @model_validator(mode="after")
    def _begins_somewhere(self) -> "Source":
        if not self.pages and not self.links:
            raise ValueError("donnez au moins une adresse sous « pages » ou « links »")
        return self

    @property
    def allowed_hosts(self) -> frozenset[str]:
        """Hosts that links may lead to: those declared and those of the start addresses."""
        starts = (urlsplit(address).hostname for address in (*self.pages, *self.links))
        return frozenset({*self.hosts, *(host for host in starts if host)})
