"""The same contract seen in several documents is one; amendments and generations are related, not merged."""

from itertools import permutations

from models.catalogue import Decision, Document, Judgement
from models.evidence import Evidence, EvidenceStatus
from models.layout import Outcome
from models.records import Action, Code, Contract, DocumentResult, MissingReason, Scheme
from pipeline.linking import Linked, link

REDON = {"name": "Redon Agglomération", "type": "epci", "code": "243500741"}


def result(number: int, *contracts: dict[str, object]) -> DocumentResult:
    return DocumentResult(
        document=f"document-{number}.pdf",
        sha256=str(number) * 64,
        media_type="application/pdf",
        outcome=Outcome.PARSED,
        extractor_version="1",
        contracts=tuple(contract(**values) for values in contracts),
    )


def contract(**values: object) -> Contract:
    given = {"kind": "cls", "modality": "signed", "territory": REDON, "departments": ("35",), **values}
    made = Contract.model_validate(given)
    proofs = {
        name: (Evidence(page=1, quote=str(getattr(made, name))),)
        for name in ("signature_date", "end_date", "territory", "kind")
        if getattr(made, name)
    }
    return made.model_copy(update={"evidence": proofs})


def linked(*results: DocumentResult, human: tuple[Decision, ...] = ()) -> Linked:
    documents = {
        r.sha256: Document(
            sha256=r.sha256, name=r.document, uri=f"file:{r.document}", media_type=r.media_type, size=1
        )
        for r in results
    }
    return link(results, documents, human=human)


def test_one_contract_of_two_documents_keeps_both_sources() -> None:
    full = {"signature_date": "2019-03-12", "duration_months": 60, "axes": [{"title": "Accès aux soins"}]}
    named = {"territory": {"name": "Pays de Redon agglomération", "type": "epci"}, "signature_date": "2019"}
    found = linked(result(1, full), result(2, named))
    (merged,) = found.contracts
    assert merged.id == "cls-redon-agglomeration-2019"
    assert merged.contract.signature_date == "2019-03-12"
    assert [source.name for source in merged.sources] == ["document-1.pdf", "document-2.pdf"]
    proofs = merged.contract.evidence["signature_date"]
    assert {proof.document for proof in proofs} == {"1" * 64, "2" * 64}
    assert merged.population is not None and merged.population > 60_000
    (decision,) = found.decisions
    assert decision.judgement is Judgement.SAME
    assert any("dates compatibles" in reason for reason in decision.reasons)


def test_sources_that_disagree_keep_all_readings() -> None:
    found = linked(result(1, {"signature_date": "2019-03-12"}), result(2, {"signature_date": "2019-03-15"}))
    (merged,) = found.contracts
    assert {reading.value for reading in merged.readings["signature_date"]} == {"2019-03-12", "2019-03-15"}
    assert {p.status for p in merged.contract.evidence["signature_date"]} == {EvidenceStatus.CONFLICT}
    assert [issue.code for issue in found.issues] == ["link.conflict"]


def test_what_one_source_lacks_another_gives() -> None:
    lacking = contract(signature_date="2019").model_copy(
        update={"missing": {"end_date": MissingReason.ABSENT}}
    )
    one = result(1).model_copy(update={"contracts": (lacking,)})
    (merged,) = linked(one, result(2, {"signature_date": "2019", "end_date": "2024-03-11"})).contracts
    assert merged.contract.end_date == "2024-03-11"
    assert "end_date" not in merged.contract.missing


def test_the_next_generation_renews_and_is_never_a_duplicate() -> None:
    found = linked(
        result(1, {"signature_date": "2013-05", "generation": 1}),
        result(2, {"signature_date": "2019-03", "generation": 2}),
    )
    assert [c.id for c in found.contracts] == ["cls-redon-agglomeration-2013", "cls-redon-agglomeration-2019"]
    first, second = found.contracts
    assert [(r.judgement, r.contract_id) for r in second.relations] == [(Judgement.RENEWS, first.id)]
    assert [r.label for r in first.relations] == ["Renouvelé par"]


def test_an_amendment_amends_the_contract_before_it() -> None:
    found = linked(
        result(1, {"signature_date": "2013"}),
        result(2, {"signature_date": "2019"}),
        result(3, {"kind": "avenant", "signature_date": "2021"}),
    )
    amendment = next(c for c in found.contracts if c.contract.kind == "avenant")
    assert [(r.label, r.contract_id) for r in amendment.relations] == [
        ("Avenant à", "cls-redon-agglomeration-2019")
    ]


def test_a_protocol_prepares_the_contract_after_it() -> None:
    found = linked(
        result(1, {"kind": "protocole", "modality": "protocol", "signature_date": "2018"}),
        result(2, {"signature_date": "2019"}),
    )
    assert len(found.contracts) == 2
    protocol = next(c for c in found.contracts if c.contract.kind == "protocole")
    assert protocol.relations[0].judgement is Judgement.PREPARES


def test_homonyms_of_two_departments_stay_apart() -> None:
    saint_denis = {"territory": {"name": "Saint-Denis", "type": "commune"}, "signature_date": "2019"}
    found = linked(
        result(1, {**saint_denis, "departments": ("93",)}),
        result(2, {**saint_denis, "departments": ("974",)}),
    )
    assert len(found.contracts) == 2


def test_a_person_outweighs_the_rules() -> None:
    results = (result(1, {"signature_date": "2019"}), result(2, {"signature_date": "2019"}))
    pair = {"left": f"{'1' * 16}#0", "right": f"{'2' * 16}#0", "score": 1.0, "reasons": ("vérifié",)}
    decided = Decision(judgement=Judgement.DIFFERENT, decided_by="documentaliste", **pair)  # type: ignore[arg-type]
    assert len(linked(*results).contracts) == 1
    assert len(linked(*results, human=(decided,)).contracts) == 2


def test_the_order_of_the_documents_changes_nothing() -> None:
    results = (
        result(1, {"signature_date": "2019-03-12"}),
        result(2, {"signature_date": "2019-03-15"}),
        result(3, {"kind": "avenant", "signature_date": "2021"}),
    )
    catalogues = [linked(*order) for order in permutations(results)]
    assert all(catalogue == catalogues[0] for catalogue in catalogues)


def test_actions_of_two_documents_are_one_and_fill_each_other() -> None:
    bus = Action(title="Faire circuler un bus santé", pilot="Redon Agglomération")
    told = Action(title="Faire circuler un Bus Santé", budget="80 000 €", partners=("CPAM 35",))
    other = Action(title="Ouvrir une maison sport-santé")
    dated = {"signature_date": "2019"}
    found = linked(result(1, {**dated, "actions": (bus, other)}), result(2, {**dated, "actions": (told,)}))
    assert [record.action.title for record in found.actions] == [told.title, other.title]
    assert found.actions[0].action.budget == "80 000 €"
    assert found.actions[0].action.pilot == "Redon Agglomération"
    assert [source.name for source in found.actions[0].sources] == ["document-2.pdf", "document-1.pdf"]


def test_near_identical_actions_of_other_contracts_are_similar() -> None:
    vitre = {"name": "Vitré Communauté", "type": "epci", "code": "200039022"}
    sport = "Créer une maison sport-santé"
    found = linked(
        result(1, {"actions": ({"title": sport}, {"title": "Former les aidants"})}),
        result(2, {"territory": vitre, "actions": ({"title": "Créer des maisons sport-santé"},)}),
    )
    one = next(record for record in found.actions if record.action.title == sport)
    assert [similar.territory for similar in one.similar] == ["Vitré Communauté"]
    assert all(not r.similar for r in found.actions if r.action.title == "Former les aidants")


def test_governance_assessment_and_plans_come_from_the_sources_that_tell_them() -> None:
    proof = [{"page": 3, "quote": "mots"}]
    body = {"kind": "steering", "name": "COPIL", "evidence": proof}
    full = {
        "signature_date": "2019-03-12",
        "committees": [{**body, "composition": ["ARS", "Ville"]}],
        "health_assessment": {"date": "2018", "evidence": {"date": proof}},
        "plan_links": [{"kind": "prs", "name": "PRS", "evidence": proof}],
    }
    other = {
        "signature_date": "2019",
        "committees": [body],
        "health_assessment": {"date": "2017", "needs": ["logement"], "evidence": {"needs": proof}},
        "plan_links": [
            {"kind": "prs", "name": "PRS 2018-2028", "evidence": proof},
            {"kind": "other", "name": "PLIE", "evidence": proof},
        ],
    }
    (merged,) = linked(result(1, full), result(2, other)).contracts
    assert merged.contract.committees[0].composition == ("ARS", "Ville")
    assert [place.document for place in merged.contract.committees[0].evidence] == ["1" * 64]
    assessment = merged.contract.health_assessment
    assert assessment is not None
    assert assessment.date in {"2017", "2018"}
    assert assessment.needs == ("logement",)
    assert assessment.evidence["needs"][0].document == "2" * 64
    assert [link.name for link in merged.contract.plan_links] == ["PRS 2018-2028", "PLIE"]
    assert {place.document for place in merged.contract.plan_links[0].evidence} == {"1" * 64, "2" * 64}


def coded(*concepts: str) -> tuple[Code, ...]:
    return tuple(
        Code(scheme=Scheme.THEME, concept=name, evidence=(Evidence(page=1, quote=name),)) for name in concepts
    )


def test_codes_of_all_documents_are_kept_with_all_their_proofs() -> None:
    signed: dict[str, object] = {"signature_date": "2019-03-12", "codes": coded("tabac")}
    fuller = Action(title="Bus santé", pilot="Ville", codes=coded("diabete"))
    other = Action(title="Bus santé", codes=coded("tabac", "diabete"))
    found = linked(result(1, {**signed, "actions": [fuller]}), result(2, {**signed, "actions": [other]}))
    (action,) = found.actions
    assert [code.concept for code in action.action.codes] == ["diabete", "tabac"]
    assert {proof.document for proof in action.action.codes[0].evidence} == {"1" * 64, "2" * 64}
    (merged,) = found.contracts
    (tobacco,) = merged.contract.codes
    assert [proof.document for proof in tobacco.evidence] == ["1" * 64, "2" * 64]


def test_what_one_document_only_suggests_is_kept_unless_another_tells_it() -> None:
    def suggested(field: str, value: str) -> dict[str, object]:
        return {"field": field, "value": value, "evidence": [{"page": 3, "quote": value, "confidence": 0.3}]}

    sheet = {"title": "Bus santé", "suggestions": [suggested("pilot", "CPAM Calendrier")]}
    unsure = {
        "suggestions": [suggested("signature_date", "2019-03-12"), suggested("end_date", "2031")],
        "actions": [sheet],
    }
    found = linked(result(1, unsure), result(2, {"signature_date": "2019-03-12"}))
    [merged] = found.contracts
    assert merged.contract.signature_date == "2019-03-12"
    [kept] = merged.contract.suggestions
    assert (kept.field, kept.value, kept.evidence[0].document) == ("end_date", "2031", "1" * 64)
    [action] = found.actions
    assert [(s.field, s.evidence[0].document) for s in action.action.suggestions] == [("pilot", "1" * 64)]
