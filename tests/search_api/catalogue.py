"""A small published catalogue to index."""

from models.catalogue import ActionRecord, ContractRecord, Source
from models.evidence import Evidence
from models.records import (
    Action,
    Axis,
    Committee,
    CommitteeKind,
    Contract,
    ContractKind,
    HealthAssessment,
    Modality,
    PlanKind,
    PlanLink,
    Signatory,
    Territory,
)

PROOF = Evidence(page=1, bbox=(70, 80, 300, 100), quote="Signé à Dreux le 12 juin 2021", document="a" * 64)
COPIL = Committee(
    kind=CommitteeKind.STEERING,
    name="Comité de pilotage",
    composition=("ARS", "Ville"),
    frequency="deux fois par an",
    evidence=(PROOF,),
)
ASSESSMENT = HealthAssessment(
    date="2020-03",
    authors=("ORS Centre",),
    needs=("accès aux soins", "santé mentale"),
    evidence={"date": (PROOF,), "authors": (PROOF,), "needs": (PROOF, PROOF)},
)
PRS = PlanLink(kind=PlanKind.PRS, name="PRS 2018-2028", evidence=(PROOF,))
#: What a contract tells beyond its parties and actions.
FURTHER = {
    "title": "Contrat local de santé de Dreux",
    "committees": (COPIL,),
    "health_assessment": ASSESSMENT,
    "plan_links": (PRS,),
}
DREUX = ContractRecord(
    id="c-dreux",
    contract=Contract.model_validate(
        {
            "kind": ContractKind.CLS,
            "modality": Modality.SIGNED,
            "territory": Territory(name="Dreux", type="commune", code="28134"),
            "departments": ("28",),
            "region": "24",
            "generation": 2,
            "signature_date": "2021-06-12",
            "start_date": "2021",
            "end_date": "2026-12-31",
            "axes": (Axis(title="Accès aux soins", objectives=("Aller vers les habitants",)),),
            "signatories": (Signatory(name="Ville de Dreux", kind="commune"),),
        }
    ),
    sources=(Source(document="a" * 64, name="dreux.pdf"),),
    action_ids=("a-bus",),
    population=30_000,
)
BUS = ActionRecord(
    id="a-bus",
    contract_id="c-dreux",
    position=0,
    action=Action(
        title="Mise en place d'un Bus santé mobile",
        axis="Accès aux soins",
        pilot="Centre hospitalier",
        partners=("CPAM", "Ville"),
        indicators=("Nombre de passages",),
        other={"Points de vigilance": "stationnement"},
    ),
    sources=(
        Source(document="a" * 64, name="dreux.pdf", title="Mise en place d'un Bus santé mobile"),
        Source(document="b" * 64, name="page.html", title="Un bus santé à Dreux"),
    ),
)
ALONE = BUS.model_copy(
    update={
        "id": "a-tabac",
        "position": 1,
        "action": Action(title="Mois sans tabac"),
        "sources": DREUX.sources,
    }
)
