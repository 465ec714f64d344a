"""An export holds exactly the rows of the filtered view, whatever stands in them: every list, every format."""

from datetime import UTC, datetime

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from models.lists import LISTS
from models.records import ContractKind
from search_api.exports.cells import Value, joined, neutral, restored, split
from search_api.exports.choose import FILTERS, Base, list_table
from search_api.exports.formats import write_table
from search_api.exports.workbook import sheet_text
from search_api.views import ActionFilter, ContractFilter, actions_view, contracts_view
from tests.search_api.exports.catalogues import TEXT, TODAY, bases
from tests.search_api.exports.reading import READERS

#: Shrinking a catalogue takes minutes and shows little: the failing list and format are named anyway.
QUICK = settings(
    max_examples=20,
    deadline=None,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    suppress_health_check=list(HealthCheck),
)
FILTER_VALUES = st.fixed_dictionaries(
    {},
    optional={
        "kind": st.lists(st.sampled_from(ContractKind), min_size=1, max_size=2, unique=True),
        "region": st.just(["28"]),
        "department": st.sampled_from((["28"], ["61", "28"])),
        "status": st.just(["expired", "in_force"]),
        "theme": st.just(["tabac", "addictions"]),
        "of": st.sampled_from(("contract", "action")),
        "outcome": st.just(["parsed"]),
        "judgement": st.just(["same"]),
    },
)


def as_kept(value: Value, ending: str) -> Value:
    """What a format can hold of a value, as docs/formats.md says."""
    if ending in {"csv", "xlsx"}:
        if value == "":
            return None
        if isinstance(value, tuple):
            kept = split(joined(value)) if value != ("",) else ()
            return tuple(map(str.strip, split(sheet_text(joined(value))))) if ending == "xlsx" else kept
    if ending == "xlsx" and isinstance(value, str):
        return sheet_text(value) or None
    return value.replace(microsecond=0).astimezone(UTC) if isinstance(value, datetime) else value


@QUICK
@given(base=bases(), values=FILTER_VALUES)
def test_an_export_is_the_filtered_view(base: Base, values: dict[str, object]) -> None:
    for name, info in LISTS.items():
        model = FILTERS[name]
        wanted = model.model_validate({k: v for k, v in values.items() if k in model.model_fields})
        expected = [dict(row) for row in list_table(base, name, wanted).rows]
        for ending, read in READERS.items():
            written = write_table(list_table(base, name, wanted), ending)
            kept = [{k: as_kept(v, ending) for k, v in row.items()} for row in expected]
            assert read(written, info) == kept, (name, ending)


@QUICK
@given(base=bases(), values=FILTER_VALUES)
def test_the_rows_are_those_of_the_pages(base: Base, values: dict[str, object]) -> None:
    of_contracts = ContractFilter.model_validate(
        {k: v for k, v in values.items() if k in ContractFilter.model_fields}
    )
    rows = contracts_view(base.catalogue, of_contracts, TODAY)
    ids = [row["contract_id"] for row in list_table(base, "contracts", of_contracts).rows]
    assert ids == [row.contract_id for row in rows]
    of_actions = ActionFilter.model_validate(
        {k: v for k, v in values.items() if k in ActionFilter.model_fields}
    )
    ids = [row["id"] for row in list_table(base, "actions", of_actions).rows]
    assert ids == [record.id for record in actions_view(base.catalogue, of_actions)]
    chosen = {r.contract_id for r in rows}
    for name in ("signatories", "axes", "relations", "issues", "codes", "evidence"):
        wanted = FILTERS[name].model_validate(of_contracts.model_dump())
        assert {row["contract_id"] for row in list_table(base, name, wanted).rows} <= chosen


@given(TEXT)
def test_a_neutral_cell_is_not_run_and_gives_its_text_back(text: str) -> None:
    assert neutral(text)[0] not in "=+-@\t\r\n"
    assert restored(neutral(text)) == text


@given(st.lists(TEXT.map(str.strip).filter(bool), max_size=4).map(tuple))
def test_a_joined_list_gives_its_items_back(items: tuple[str, ...]) -> None:
    assert split(joined(items)) == items
