"""The place that a documentalist's list is limited to: a region, a department, or the whole country."""

from collections.abc import Sequence
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from models.catalogue import InventoryRow
from search_api.views import Department, Region


class Where(BaseModel):
    """Both may be given: the department within the region."""

    model_config = ConfigDict(extra="forbid")

    region: Annotated[Region | None, Field(description="Code INSEE de région")] = None
    department: Annotated[Department | None, Field(description="Code INSEE de département")] = None

    def holds(self, region: str | None, departments: Sequence[str]) -> bool:
        return self.region in {None, region} and (self.department is None or self.department in departments)

    def rows(self, rows: Sequence[InventoryRow]) -> list[InventoryRow]:
        """Those of the place, in their order."""
        return [row for row in rows if self.holds(row.region, row.departments)]
