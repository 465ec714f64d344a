"""What a contract tells beyond its parties is in the exported table, a column a field."""

import csv
import io
from datetime import date

from pipeline.inventory import take_inventory
from search_api.exports import contracts_table, write_table
from search_api.services import Catalogue
from tests.search_api.catalogue import DREUX, FURTHER

TODAY = date(2026, 11, 24)


def row(**values: object) -> dict[str, str]:
    record = DREUX.model_copy(update={"contract": DREUX.contract.model_copy(update=values)})
    (line,) = take_inventory([record], [], TODAY)
    catalogue = Catalogue(digest="", contracts={record.id: record}, actions={}, rows={record.id: line})
    table = write_table(contracts_table(catalogue, [line]), "csv").decode("utf-8-sig")
    (found,) = csv.DictReader(io.StringIO(table))
    return found


def test_governance_assessment_and_plans_have_columns() -> None:
    told = row(**FURTHER)
    assert told["title"] == "Contrat local de santé de Dreux"
    assert told["committees"] == "Comité de pilotage (ARS, Ville – deux fois par an)"
    assert told["health_assessment"] == "2020-03 – ORS Centre – accès aux soins, santé mentale"
    assert told["plan_links"] == "PRS 2018-2028"


def test_what_was_not_read_is_empty() -> None:
    told = row()
    assert [told[name] for name in ("title", "committees", "health_assessment", "plan_links")] == [""] * 4
