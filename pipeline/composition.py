"""One contract from its parts: kind, times, parties, territory, generation, structure.

In: the blocks of a formal document or of a web page. Out: `Contract`s with evidence, and issues.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from extractors.dates.extract import Times, extract_times
from extractors.generation import extract_generation
from extractors.kind.extract import document_kind, kind_of_words
from extractors.mentions import Passage, evidence, passages
from extractors.scopes.extract import Scope, find_scopes
from extractors.scopes.patterns import ANNOUNCED, GENERAL, HAS_BEEN_SIGNED, LISTED_AS_SIGNED, PREPARING
from extractors.signatories.extract import Party, extract_parties
from extractors.structure import Structure, extract_structure
from extractors.territory.extract import Located, Where, from_parties, from_title, locate, surroundings
from models.evidence import Evidence, EvidenceStatus, MissingReason
from models.layout import Block, BlockKind, Layout
from models.records import (
    Contract,
    ContractKind,
    EvidenceMap,
    Issue,
    Modality,
    OrganisationKind,
    Severity,
    Signatory,
)
from models.text import fold
from models.vocabularies.gazetteer import load_gazetteer
from pipeline.named_contracts import named_actions

#: Blocks of a formal document that can be its title.
TITLE_BLOCKS = 8
FORMAL_SIGNS = re.compile(
    r"^\s*(?:article\s+\d|fait\s+à\b|entre\s+les\s+soussign|il\s+est\s+convenu|vu\s+(?:le|la|l['’]))|représentée?s? par"
    r"|fiche[\s-]action\s*(?:n°|\d)",
    re.IGNORECASE,
)

#: Chapters of a contract: a page about one seldom has two of them.
CHAPTER = re.compile(
    r"(?<!\s)\s*(?:les\s+)?(signataires|préambule|entre|fiches?[\s-]actions?|annexes?|durée)\b", re.IGNORECASE
)


def formal_contract(
    layout: Layout, blocks: Sequence[Block], document: str
) -> tuple[Contract | None, tuple[Issue, ...], str | None] | None:
    """The contract of a document that is one; None when it is a page or a text about contracts."""
    signs = sum(bool(FORMAL_SIGNS.search(block.text)) for block in blocks)
    if signs < 3 and not (layout.is_paged or _is_titled(blocks)):
        return None
    found = document_kind(blocks, layout.title)
    if found.kind is None:
        return None, (), found.reason
    parties = extract_parties(blocks, formal=True)
    if len(parties) < 2 and signs < 2:
        return None
    titles = [p for block in blocks[:TITLE_BLOCKS] for p in passages([block]) if len(block.text) < 240]
    where = surroundings(parties)
    located = from_parties(parties, titles, where) or from_title(titles, where)
    if located is None:
        return None, (), "Le territoire du contrat n'a pas pu être déterminé."
    text = list(passages(blocks))
    times = extract_times(text, formal=True)
    structure = extract_structure(blocks, bookmarks=layout.bookmarks)
    own = [
        p
        for p in text
        if re.search(r"\bprésent|durée|entrée en vigueur", f"{p.text} {p.heading}", re.IGNORECASE)
        and "génération" in p.text
    ]
    generation = extract_generation(titles, own)
    proof: EvidenceMap = {"kind": (found.evidence,)} if found.evidence else {}
    contract = _contract(found.kind, located, parties, times, structure, generation, proof)
    modality = (
        Modality.PROTOCOL
        if found.kind is ContractKind.PROTOCOLE
        else Modality.SIGNED
        if times.signature_date
        else Modality.UNKNOWN
    )
    issues = [issue.model_copy(update={"document": document}) for issue in structure.issues]
    return contract.model_copy(update={"modality": modality}), tuple(issues), None


def _is_titled(blocks: Sequence[Block]) -> bool:
    """A word processor file or a text that begins with the title of a contract and has its chapters."""
    first = next(iter(blocks), None)
    headings = (CHAPTER.match(b.text) for b in blocks if b.kind is BlockKind.HEADING)
    chapters = {found[1].lower() for found in headings if found}
    return first is not None and kind_of_words(first.text[:240]) is not None and len(chapters) >= 2


def page_contracts(blocks: Sequence[Block], document: str) -> tuple[tuple[Contract, ...], tuple[Issue, ...]]:
    """The contracts that a web page or a text speaks of."""
    contracts: list[Contract] = []
    issues: list[Issue] = []
    scopes = find_scopes(blocks)
    region = _page_region(blocks) if len(scopes) > 1 else None
    for scope in scopes:
        contract, found = _scoped(scope, len(scopes) == 1, region)
        if contract is not None:
            contracts.append(contract)
            issues += [issue.model_copy(update={"document": document}) for issue in found]
    return tuple(contracts), tuple(issues)


def _scoped(scope: Scope, alone: bool, region: str | None) -> tuple[Contract | None, tuple[Issue, ...]]:
    titles = [Passage(scope.heading.text, scope.heading)] if scope.heading else []
    if scope.name is not None:
        return _named_contract(scope), ()
    assert scope.statement is not None
    parties = (
        extract_parties(scope.blocks, formal=False)
        if alone
        else extract_parties([scope.statement.block], formal=False)
    )
    texts = [p.text for p in titles if "(" in p.text]
    where = surroundings(parties, texts)
    if not where.region and region:
        where = Where(where.departments, region)
    if alone:
        titles = [Passage(b.text, b) for b in scope.blocks if b.kind is BlockKind.HEADING][:3]
    located = _scope_place(scope, titles, parties, where, alone)
    if located is None:
        return None, ()
    named = tuple(code for code in located.departments if code in where.departments)
    if named:  # a page that names one department of a grouping speaks of that one
        located = replace(located, departments=named)
    parties = [_expanded(party, located) for party in parties]
    own = list(passages(scope.blocks if alone else [scope.statement.block]))
    about = [p for p in own if not GENERAL.search(p.text)]
    times = extract_times(
        [scope.statement, *[p for p in about if p != scope.statement]] if alone else about, formal=False
    )
    structure = extract_structure(scope.blocks)
    generation = extract_generation(titles, [p for p in about if "génération" in p.text])
    kind = _scope_kind(scope)
    proof = {"kind": (evidence(scope.statement.block, scope.statement.text, method="kind-1"),)}
    contract = _contract(kind, located, parties, times, structure, generation, proof)
    return contract.model_copy(
        update={"modality": _modality(kind, [p.text for p in about])}
    ), structure.issues


def _scope_kind(scope: Scope) -> ContractKind:
    assert scope.statement is not None
    return kind_of_words(scope.statement.text) or ContractKind.CLS


def _modality(kind: ContractKind, texts: Sequence[str]) -> Modality:
    if kind is ContractKind.PROTOCOLE:
        return Modality.PROTOCOL
    if any(PREPARING.search(text) for text in texts):
        return Modality.IN_PREPARATION
    if any(ANNOUNCED.search(text) for text in texts):
        return Modality.ANNOUNCED
    return Modality.SIGNED if any(HAS_BEEN_SIGNED.search(text) for text in texts) else Modality.UNKNOWN


def _scope_place(
    scope: Scope, titles: Sequence[Passage], parties: Sequence[Party], where: Where, alone: bool
) -> Located | None:
    if not alone and titles:
        name = re.sub(r"\s*\([^)]*\)", "", titles[0].text)
        named = from_parties(parties, titles, where)
        if named is not None and named.territory.code:
            return named
        return locate(name, where, evidence(titles[0].block, titles[0].text, method="territory-1"))
    by_party = from_parties(parties, titles, where)
    if by_party is not None and (by_party.territory.code or not alone):
        return by_party
    assert scope.statement is not None
    return by_party or from_title([*titles, scope.statement, *passages(scope.blocks)], where)


def _page_region(blocks: Sequence[Block]) -> str | None:
    """The region that the whole page is about, when it names one and only one."""
    gazetteer = load_gazetteer()
    codes = {
        m.candidates[0].region or gazetteer.region_of_department(m.candidates[0].code)
        for block in blocks
        for m in gazetteer.find_departments(block.text)
    } - {None}
    return codes.pop() if len(codes) == 1 else None


def _expanded(party: Party, located: Located) -> Party:
    """ "l'ARS", "la préfecture" on a regional page: the region and the department are those of the place."""
    gazetteer = load_gazetteer()
    signatory, folded = party.signatory, fold(party.signatory.name)
    name = None
    if (
        signatory.kind is OrganisationKind.ARS
        and folded in {"ars", "agence regionale de sante"}
        and located.region
    ):
        name = gazetteer.ars(located.region)
    bare_state = folded in {"prefecture", "etat", "conseil departemental", "departement"}
    if (
        bare_state
        and len(located.departments) == 1
        and (department := gazetteer.department(located.departments[0]))
    ):
        name = f"{signatory.name} – {department.name}"
    if name is None:
        return party
    proof = party.evidence.model_copy(update={"status": EvidenceStatus.DERIVED})
    return Party(Signatory(name=name, kind=signatory.kind, representative=signatory.representative), proof)


def _named_contract(scope: Scope) -> Contract | None:
    assert scope.name is not None and scope.statement is not None
    proof = evidence(scope.statement.block, scope.statement.text, method="territory-1")
    located = locate(scope.name, Where(), proof)
    actions, axes, proofs = named_actions(scope)
    structure = Structure(axes=axes, actions=actions, evidence=proofs)
    return _contract(ContractKind.CLS, located, (), Times(), structure, None, {"kind": (proof,)})


def _contract(
    kind: ContractKind,
    located: Located,
    parties: Sequence[Party],
    times: Times,
    structure: Structure,
    generation: tuple[int, Evidence] | None,
    proof: EvidenceMap,
) -> Contract:
    proofs: dict[str, tuple[Evidence, ...]] = {
        **proof,
        "territory": (located.evidence,),
        **times.evidence,
        **structure.evidence,
    }
    derived = (located.evidence.model_copy(update={"status": EvidenceStatus.DERIVED}),)
    if located.departments:
        proofs["departments"] = derived
    if located.region:
        proofs["region"] = derived
    if parties:
        proofs["signatories"] = tuple(party.evidence for party in parties)
    if generation:
        proofs["generation"] = (generation[1],)
    fields = ("signature_date", "start_date", "end_date", "duration_months")
    missing = {name: MissingReason.ABSENT for name in fields if getattr(times, name) is None}
    if not parties:
        missing["signatories"] = MissingReason.ABSENT
    if located.territory.code is None:
        missing["territory.code"] = MissingReason.AMBIGUOUS
    return Contract(
        kind=kind,
        territory=located.territory,
        departments=located.departments,
        region=located.region,
        generation=generation[0] if generation else None,
        signatories=tuple(party.signatory for party in parties),
        signature_date=times.signature_date,
        start_date=times.start_date,
        end_date=times.end_date,
        duration_months=times.duration_months,
        announced_axes=structure.announced_axes,
        announced_actions=structure.announced_actions,
        axes=structure.axes,
        actions=structure.actions,
        evidence=proofs,
        missing=missing,
    )


def contradictions(blocks: Sequence[Block], contracts: Sequence[Contract], document: str) -> list[Issue]:
    """A list that counts a territory as signed, where the page says "protocole" of it below."""
    issues = []
    for passage in passages(blocks):
        listed = LISTED_AS_SIGNED.search(passage.text)
        if listed is None:
            continue
        names = {fold(part) for part in re.split(r",|\bet\b", listed["names"])}
        for contract in contracts:
            name = fold(contract.territory.name)
            if contract.kind is ContractKind.PROTOCOLE and name in names:
                issues.append(
                    Issue(
                        code="contract.contradiction",
                        severity=Severity.WARNING,
                        message=f"{contract.territory.name} : compté parmi les contrats signés, mais présenté plus bas "
                        "comme un protocole d'accord.",
                        next_step="Vérifiez auprès de l'ARS si le contrat a été signé.",
                        document=document,
                        page=passage.block.page,
                        quote=passage.text[:300],
                    )
                )
    return issues
