"""The base of every record: frozen, strict about unknown keys, JSON round-trip safe."""

from pydantic import BaseModel, ConfigDict


class Record(BaseModel):
    """A frozen value. `model_validate_json(r.model_dump_json()) == r` for every record."""

    model_config = ConfigDict(frozen=True, extra="forbid")
