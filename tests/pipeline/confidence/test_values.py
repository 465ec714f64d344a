"""The values of a record, named as the evaluation names them."""

from models.evidence import Evidence
from models.records import (
    Action,
    Axis,
    Contract,
    ContractKind,
    OrganisationKind,
    Signatory,
    Territory,
    TerritoryType,
)
from pipeline.confidence.values import GROUP_OF, values_of

HERE = Evidence(page=1, quote="Redon")

REDON = Contract(
    kind=ContractKind.CLS,
    territory=Territory(name="Redon", type=TerritoryType.COMMUNE, code="35236"),
    departments=("35", "56"),
    signature_date="2019-06-12",
    end_date="2023",
    signatories=(Signatory(name="ARS Bretagne", kind=OrganisationKind.ARS),),
    axes=(Axis(title="Accès aux soins"), Axis(title="Bien vieillir")),
    actions=(
        Action(
            title="Bus santé",
            pilot="Ville de Redon",
            partners=("CPAM", "MSA"),
            evidence={"title": (HERE,), "pilot": (HERE,), "partners": (HERE,)},
        ),
    ),
    evidence={
        "kind": (HERE,),
        "territory": (HERE,),
        "departments": (HERE,),
        "signature_date": (HERE,),
        "signatories": (HERE,),
        "axes": (HERE,),
    },
)


def test_every_value_with_evidence_is_told_with_its_place() -> None:
    found = [(v.field, v.text, v.action, v.item) for v in values_of([REDON])]
    assert found == [
        ("kind", "cls", None, None),
        ("territory", "Redon", None, None),
        ("signature_date", "2019-06-12", None, None),
        ("departments", "35", None, 0),
        ("departments", "56", None, 1),
        ("signatory", "ARS Bretagne", None, 0),
        ("axis", "Accès aux soins", None, 0),
        ("action", "Bus santé", 0, None),
        ("action.pilot", "Ville de Redon", 0, None),
        ("action.partners", "CPAM", 0, 0),
        ("action.partners", "MSA", 0, 1),
    ], "an end date and a second axis without evidence are not judged"


def test_every_field_has_a_group_to_lean_on() -> None:
    assert {v.field for v in values_of([REDON])} <= GROUP_OF.keys()
