"""A small published catalogue to serve: eight contracts of three regions, one of them hostile to readers."""

from models.catalogue import (
    ActionRecord,
    ContractRecord,
    Document,
    Judgement,
    Reading,
    Relation,
    SimilarAction,
    Source,
)
from models.evidence import Evidence
from models.records import (
    Action,
    Axis,
    Contract,
    Issue,
    Representative,
    Severity,
    Signatory,
    Territory,
)

PDF, WEB, GONE = "a" * 64, "b" * 64, "c" * 64
HOSTILE = "<script>alert('x')</script>\"'&"
FORMULA = '=HYPERLINK("http://exemple.fr")'
ODD = "c-Saint-Étienne ?#%&+"

#: Name, kind, type, code, departments, region, start, end.
_CONTRACTS = (
    ("c-dreux", "Dreux", "cls", "commune", "28134", ("28",), "24", "2021-01-01", "2026-12-31"),
    ("c-orne", "Pays d'Ouche", "cls", "pays", None, ("61", "27"), "28", "2015", "2018"),
    ("c-caen", "Caen", "clsm", "commune", "14118", ("14",), "28", "2023-03-01", "2024-06-30"),
    ("c-eure", "Évreux", "protocole", "epci", "200071454", ("27",), "28", None, None),
    ("c-caen-2", "Caen", "cls", "commune", "14118", ("14",), "28", "2024-02", "2029-02"),
    ("c-corse", "Bastia", "cls", "commune", "2B033", ("2B",), "94", "2020-05-04", None),
    (ODD, "Saint-Étienne", "cls", "autre", None, ("42",), "84", "2022", "2027"),
    ("c-hostile", HOSTILE, "cls", "quartier", None, ("13",), "93", "2022", "2027"),
)


def _proof(quote: str, document: str, page: int | None) -> Evidence:
    bbox = None if page is None else (72.0, 90.0, 200.0, 104.0)
    return Evidence(page=page, bbox=bbox, quote=quote, document=document)


def _contract(id: str, name: str, kind: str, type: str, code: str | None, *where: object) -> ContractRecord:
    departments, region, start, end = where
    values = {
        "kind": kind,
        "territory": Territory.model_validate({"name": name, "type": type, "code": code}),
        "departments": departments,
        "region": region,
        "start_date": start,
        "end_date": end,
        "signatories": (
            Signatory.model_validate({"name": f"Ville de {name}", "kind": "commune"}),
            Signatory(name="ARS", kind="ars", representative=Representative(name=f"Mme {name}", role=name)),  # type: ignore[arg-type]
        ),
        "axes": (
            Axis(number="1", title=f"Accès aux soins à {name}", objectives=(name,)),
            Axis(title="Axe sans fiche"),
        ),
        "evidence": {
            "territory": (_proof("Contrat local", PDF, 1),),
            "region": (_proof("perdu", GONE, 2),),
            "start_date": (_proof("lundi <4> mai", WEB, None),),
        },
        "missing": {"signature_date": "absent"},
    }
    issues = (Issue(code="x", severity=Severity.WARNING, message=f"À vérifier : {name}", next_step=name),)
    readings = {"start_date": (Reading(document=PDF, name=name, value=name),)}
    return ContractRecord(
        id=id,
        contract=Contract.model_validate(values),
        sources=(Source(document=PDF, name="contrat.pdf"), Source(document=WEB, name=f"{name}.html")),
        issues=issues if id in {"c-dreux", "c-hostile"} else (),
        readings=readings if id == "c-hostile" else {},
        relations=(
            Relation(judgement=Judgement.RENEWS, contract_id="c-caen", label="Renouvelle", reasons=(name,)),
        )
        if id in {"c-caen-2", "c-hostile"}
        else (),
        action_ids=() if id == "c-corse" else tuple(f"a{n}-{id}" for n in range(4)),
    )


def _action(contract: ContractRecord, n: int) -> ActionRecord:
    name = contract.contract.territory.name
    titles = ("Un bus santé", FORMULA, "+33 numéro unique", f"Prévention à {name}")
    similar = SimilarAction(
        action_id=f"a{n}-c-dreux", title=name, contract_id="c-dreux", territory=name, score=0.9, reason=name
    )
    return ActionRecord(
        id=f"a{n}-{contract.id}",
        contract_id=contract.id,
        position=n,
        action=Action(
            number=str(n),
            title=titles[n],
            axis=contract.contract.axes[0].title,
            pilot=name,
            objectives=f"@objectif\n{name}",
            partners=(name, "-CPAM"),
            other={name: name},
            evidence={"title": (_proof(name, PDF, 2),)},
        ),
        sources=contract.sources,
        similar=(similar,) if contract.id != "c-dreux" else (),
    )


CONTRACTS = tuple(_contract(*row) for row in _CONTRACTS)
ACTIONS = tuple(_action(record, n) for record in CONTRACTS for n in range(4) if record.action_ids)
DOCUMENTS = (
    Document(
        sha256=PDF, name="contrat.pdf", uri="https://exemple.fr/a.pdf", media_type="application/pdf", size=9
    ),
    Document(sha256=WEB, name=f"{HOSTILE}.html", uri=HOSTILE, media_type="text/html", size=9),
    Document(
        sha256=GONE, name="perdu.pdf", uri="https://exemple.fr/p.pdf", media_type="application/pdf", size=9
    ),
)
