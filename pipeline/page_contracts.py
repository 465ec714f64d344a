"""One contract of a web page or a text from the run that speaks of it.

In: a scope, and what the page around it says of where it is. Out: the contract with its evidence, or None
where its territory cannot be told.
"""

import re
from collections.abc import Sequence

from extractors.dates.extract import Times, extract_times
from extractors.generation import extract_generation
from extractors.kind.extract import kind_of_words
from extractors.kind.patterns import CONTRACT
from extractors.mentions import Passage, evidence, passages
from extractors.mentions.labelled import labelled
from extractors.scopes.patterns import ANNOUNCED, GENERAL, HAS_BEEN_SIGNED, PREPARING
from extractors.scopes.scope import Scope
from extractors.signatories.extract import Party, extract_parties
from extractors.structure import Structure, extract_structure
from extractors.territory.extract import Located, Where, locate
from models.layout import Block, BlockKind
from models.records import Contract, ContractKind, Issue, Modality, TerritoryType
from pipeline.assembly import assemble
from pipeline.named_contracts import named_actions
from pipeline.page_parties import expanded, with_owner
from pipeline.page_places import ONLY_PLACE, Around, scope_place, scope_where

#: Headings of a page in which the place of its contract can stand.
MOST_HEADINGS = 4
LONGEST_TITLE = 160


def page_contract(
    scope: Scope, around: Around, title: str | None
) -> tuple[Contract | None, tuple[Issue, ...]]:
    """The contract of a scope, with the issues found on the way."""
    assert scope.statement is not None
    if scope.name is not None and not scope.alone:
        return _named_contract(scope), ()
    whole = scope.alone or scope.label is not None
    blocks: Sequence[Block] = scope.blocks if whole else [scope.statement.block]
    parties = extract_parties(
        blocks, formal=False, loose=scope.label is not None and not scope.alone, known=around.known
    )
    headings = _headings(scope)
    where = scope_where(scope, parties, headings, around)
    located = scope_place(scope, parties, headings, where, around)
    if located is None:
        return None, ()
    parties = with_owner([expanded(party, located, scope) for party in parties], located, scope)
    about = [p for p in passages(blocks) if not GENERAL.search(p.text)]
    first = [scope.statement, *[p for p in about if p != scope.statement]]
    kind = _kind(scope, headings, title)
    amendment = kind is ContractKind.AVENANT
    times = extract_times([*first, *labelled(blocks)], formal=False, amendment=amendment)
    generation = None
    if not amendment:
        generation = extract_generation(
            headings[:1] if scope.label or not scope.alone else headings, [*about, *labelled(blocks)]
        )
    if located.territory.type is TerritoryType.AUTRE and not (len(parties) >= 2 and times.signature_date):
        return None, ()  # a name that no list has, of a contract of which nothing is told
    structure = _structure(scope)
    if scope.unsure and not (located.territory.code and _is_told(located, parties, times, structure)):
        return None, ()
    proof = {"kind": (evidence(scope.statement.block, scope.statement.proof, method="kind-2"),)}
    contract = assemble(kind, located, parties, times, structure, generation, proof)
    modality = _modality(kind, [p.text for p in about], signed=times.signature_date is not None)
    return contract.model_copy(update={"modality": modality}), structure.issues


def _is_told(located: Located, parties: Sequence[Party], times: Times, structure: Structure) -> bool:
    """Enough is told of it: when; or who and what, of a place that is more than the only one that the page names."""
    if times.signature_date or times.end_date:
        return True
    return located.evidence.method != ONLY_PLACE and (
        len(parties) > 1 or bool(structure.axes or structure.actions)
    )


def _headings(scope: Scope) -> list[Passage]:
    if scope.alone:
        found = [b for b in scope.blocks if b.kind is BlockKind.HEADING][:MOST_HEADINGS]
        if not found and len(scope.blocks[0].text) < LONGEST_TITLE:
            found = list(scope.blocks[:1])  # a plain text begins with its title
        return [Passage(block.text, block) for block in found]
    return [Passage(scope.heading.text, scope.heading)] if scope.heading else []


def _kind(scope: Scope, headings: Sequence[Passage], title: str | None) -> ContractKind:
    """What the headings of the page name, else the sentence that states the contract."""
    assert scope.statement is not None
    titles = [p.text for p in headings]
    if scope.alone and title:
        titles.append(title)
    for text in titles:
        named = kind_of_words(text)
        if named in {ContractKind.AVENANT, ContractKind.CLSM} or (
            named is ContractKind.PROTOCOLE and CONTRACT.search(text)
        ):
            return named
    told = kind_of_words(scope.statement.text)
    protocol = re.search(r"\bprotocole\b", scope.statement.text, re.IGNORECASE)
    if told in {None, ContractKind.CLS} and protocol and not re.search(r"\bsécurité\b", scope.statement.text):
        return ContractKind.PROTOCOLE
    return told or ContractKind.CLS


def _modality(kind: ContractKind, texts: Sequence[str], *, signed: bool) -> Modality:
    if kind is ContractKind.PROTOCOLE:
        return Modality.PROTOCOL
    if any(HAS_BEEN_SIGNED.search(text) for text in texts) or signed:
        return Modality.SIGNED
    if any(PREPARING.search(text) for text in texts):
        return Modality.IN_PREPARATION
    if any(ANNOUNCED.search(text) for text in texts):
        return Modality.ANNOUNCED
    return Modality.UNKNOWN


def _structure(scope: Scope) -> Structure:
    structure = extract_structure(scope.blocks)
    if scope.name is None:
        return structure
    actions, axes, proofs = named_actions(scope)
    return Structure(
        axes=structure.axes or axes,
        actions=structure.actions or actions,
        announced_axes=structure.announced_axes,
        announced_actions=structure.announced_actions,
        evidence={**proofs, **structure.evidence},
        issues=structure.issues,
    )


def _named_contract(scope: Scope) -> Contract | None:
    assert scope.name is not None and scope.statement is not None
    proof = evidence(scope.statement.block, scope.statement.proof, method="territory-1")
    located = locate(scope.name, Where(), proof)
    actions, axes, proofs = named_actions(scope)
    structure = Structure(axes=axes, actions=actions, evidence=proofs)
    return assemble(ContractKind.CLS, located, (), Times(), structure, None, {"kind": (proof,)})
