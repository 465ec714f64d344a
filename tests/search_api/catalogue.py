"""A small published catalogue to index."""

from models.catalogue import ActionRecord, ContractRecord, Source
from models.records import Action, Axis, Contract, ContractKind, Modality, Signatory, Territory

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
