"""A result becomes a line of the exchange format."""

import json

from models.evidence import Evidence
from models.layout import Outcome
from models.records import (
    Action,
    Axis,
    Code,
    Contract,
    ContractKind,
    DocumentError,
    DocumentResult,
    OrganisationKind,
    Representative,
    Scheme,
    Signatory,
    Territory,
    TerritoryType,
)
from pipeline.evaluation.format import format_prediction
from tests.search_api.catalogue import FURTHER

CONTRACT = Contract(
    kind=ContractKind.CLS,
    territory=Territory(name="Redon", type=TerritoryType.COMMUNE, code="35236", vintage=2026),
    departments=("35",),
    signatories=(
        Signatory(
            name="Ville de Redon",
            kind=OrganisationKind.COMMUNE,
            representative=Representative(name="Anne Le Goff", role="maire"),
        ),
        Signatory(name="ARS Bretagne", kind=OrganisationKind.ARS),
    ),
    signature_date="2019-06",
    axes=(Axis(number="1", title="Accès aux soins", objectives=("Attirer des médecins",)),),
    actions=(
        Action(
            number="1.1",
            title="Bus santé",
            partners=("CPAM",),
            other={"Points de vigilance": "la météo"},
            codes=(
                Code(
                    scheme=Scheme.ACTION_TYPE,
                    concept="aller-vers",
                    evidence=(Evidence(page=4, bbox=(1, 2, 3, 4), quote="Bus", method="themes-1"),),
                ),
            ),
            evidence={"title": (Evidence(page=4, bbox=(1, 2, 3, 4), quote="Bus santé"),)},
        ),
    ),
    evidence={"signature_date": (Evidence(page=None, quote="en juin 2019"),)},
)


def result(**values: object) -> DocumentResult:
    plain = {
        "document": "redon.pdf",
        "sha256": "a",
        "media_type": "application/pdf",
        "extractor_version": "1",
    }
    return DocumentResult.model_validate({"outcome": Outcome.PARSED, **plain, **values})


def test_a_contract_with_its_evidence() -> None:
    line = format_prediction(result(contracts=(CONTRACT,)))
    assert (line["document"], line["error"]) == ("redon.pdf", None)
    [contract] = json.loads(json.dumps(line))["contracts"]
    assert contract["territory"] == {"name": "Redon", "type": "commune", "code": "35236"}
    assert contract["signature_date"] == "2019-06"
    assert contract["signatories"] == [
        {
            "name": "Ville de Redon",
            "kind": "commune",
            "representative": {"name": "Anne Le Goff", "role": "maire"},
        },
        {"name": "ARS Bretagne", "kind": "ars", "representative": None},
    ]
    assert contract["axes"] == [
        {"number": "1", "title": "Accès aux soins", "objectives": ["Attirer des médecins"]}
    ]
    assert contract["evidence"]["signature_date"][0]["page"] is None
    assert contract["evidence"]["signature_date"][0]["quote"] == "en juin 2019"
    [action] = contract["actions"]
    assert (action["title"], action["partners"], action["budget"]) == ("Bus santé", ["CPAM"], None)
    assert action["evidence"]["title"][0]["bbox"] == [1, 2, 3, 4]
    assert "other" not in action
    assert contract["codes"] == []
    [code] = action["codes"]
    assert (code["scheme"], code["concept"], code["label"]) == ("action_type", "aller-vers", "Aller vers")
    assert (code["evidence"][0]["quote"], code["evidence"][0]["bbox"]) == ("Bus", [1, 2, 3, 4])


def test_governance_assessment_and_plans_with_their_evidence() -> None:
    told = CONTRACT.model_copy(update=FURTHER)
    [contract] = json.loads(json.dumps(format_prediction(result(contracts=(told,)))))["contracts"]
    [body] = contract["committees"]
    assert (body["kind"], body["composition"], body["frequency"]) == (
        "steering",
        ["ARS", "Ville"],
        "deux fois par an",
    )
    assert body["evidence"][0]["page"] == 1
    assert contract["health_assessment"]["needs"] == ["accès aux soins", "santé mentale"]
    assert contract["health_assessment"]["evidence"]["needs"][0]["quote"]
    assert [(link["kind"], link["name"]) for link in contract["plan_links"]] == [("prs", "PRS 2018-2028")]
    [plain] = json.loads(json.dumps(format_prediction(result(contracts=(CONTRACT,)))))["contracts"]
    assert (plain["committees"], plain["health_assessment"], plain["plan_links"]) == ([], None, [])


def test_a_refused_document_has_an_error_and_no_contract() -> None:
    error = DocumentError(type="encrypted", message="Le fichier est protégé.")
    line = format_prediction(result(outcome=Outcome.ENCRYPTED, error=error, contracts=(CONTRACT,)))
    assert line == {
        "document": "redon.pdf",
        "error": {"type": "encrypted", "message": "Le fichier est protégé."},
        "contracts": [],
    }
