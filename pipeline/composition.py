"""One contract from its parts: kind, times, parties, territory, generation, structure.

In: the blocks of a formal document or of a web page. Out: `Contract`s with evidence, and issues.
"""

import re
from collections.abc import Sequence

from extractors.chapters import values_of_actions
from extractors.dates.cues import OVER
from extractors.dates.extract import extract_times
from extractors.generation import extract_generation
from extractors.kind.extract import document_kind, kind_of_words
from extractors.kind.patterns import CONTRACT
from extractors.mentions import Passage, evidence, passages
from extractors.mentions.labelled import labelled
from extractors.outline.stream import Stream
from extractors.outline.wording import is_sheet_table
from extractors.scopes.extract import find_scopes
from extractors.scopes.patterns import LISTED_AS_SIGNED
from extractors.signatories.extract import extract_parties
from extractors.signatories.letters import read_letter
from extractors.structure import Structure, extract_structure
from extractors.territory.extract import from_area, from_parties, from_title, surroundings
from extractors.told.patterns import SIGNED_AT
from models.layout import Block, BlockKind, Layout, Line
from models.records import (
    Contract,
    ContractKind,
    EvidenceMap,
    Issue,
    Modality,
    Severity,
)
from models.text import fold
from pipeline.assembly import assemble
from pipeline.further import with_further
from pipeline.page_contracts import page_contract
from pipeline.page_places import page_surroundings

#: Blocks of a formal document that can be its title.
TITLE_BLOCKS = 8
FORMAL_SIGNS = re.compile(
    r"^\s*(?:article\s+\d|fait\s+à\b|entre\s+les\s+soussign|il\s+est\s+convenu|vu\s+(?:le|la|l['’]))|"
    r"représentée?s? par|\bentre\s*:"
    r"|fiche[\s-]action\s*(?:n°|\d)|par\s+le\s+présent\s+avenant|conviennent\s*:|il\s+est\s+arrêté|^\s*art\.\s*\d",
    re.IGNORECASE,
)

#: A paper about a contract, whatever it quotes of it.
PRESS = re.compile(
    r"^(?:\W*(?:communiqué|dossier|conférence|point|revue)\s+(?:de\s+)?presse\b|\W*(?:newsletter|infolettre|lettre\s+d.information|bulletin\s+municipal)\b|"
    r".{0,60}\b(?:édition\s+grand\s+public|en\s+(?:\d{1,2}|deux|quatre|quelques)\s+pages|en\s+bref)\W*$)",
    re.IGNORECASE,
)
#: What only the text of a contract itself has.
DRAWN_UP = re.compile(
    r"^\s*(?:article|art\.)\s*\d|^\s*fait\s+à\b|soussign|\bentre\s*:|^\s*entre\b|il\s+est\s+(?:convenu|arrêté)|^\s*vu\s|conviennent\s*:|"
    r"fiche[\s-]action\s*(?:n°|\d)|par\s+le\s+présent",
    re.IGNORECASE,
)
#: Why a document that has the form of a contract gives none.
NO_PLACE = "Le territoire du contrat n'a pas pu être déterminé."
#: Signs counted in one block: a paragraph can hold all parties, a list of visas is one sign of many.
MOST_SIGNS = 3
#: A text with so many of them is formal.
LEAST_SIGNS = 3
#: Chapters of a contract: a page about one seldom has two of them.
CHAPTER = re.compile(
    r"^\s*(?:(?:(?:§|article|titre|chapitre)\s*)?[\divx]{1,4}(?:\s*[.)°:–—-]+)?\s*)?(?:les\s+)?(signataires|"
    r"préambule|entre|fiches?[\s-]actions?|annexes?|durée)\b",
    re.IGNORECASE,
)


def formal_contract(
    layout: Layout, blocks: Sequence[Block], document: str
) -> tuple[Contract | None, tuple[Issue, ...], str | None] | None:
    """The contract of a document that is one; None when it is a page or a text about contracts."""
    signs = _formal_signs(blocks)
    if not layout.is_paged and not any(DRAWN_UP.search(block.text) for block in blocks):
        signs = 0  # a press release tells who represents whom too
    if signs < LEAST_SIGNS and not (
        layout.is_paged or _is_titled(blocks, word="docx" in layout.reader or "odf" in layout.reader)
    ):
        return None
    found = document_kind(blocks, layout.title)
    if found.kind is None:
        return None, (), found.reason
    if any(PRESS.match(block.text) for block in blocks[:TITLE_BLOCKS]):
        return None
    parties = extract_parties(blocks, formal=True)
    if len(parties) < 2 and (signs < 2 or not layout.is_paged):
        return None
    titles = [p for block in blocks[:TITLE_BLOCKS] for p in passages([block]) if len(block.text) < 240]
    titles += _whole_title(blocks)
    where = surroundings(parties)
    text = list(passages(block for block in blocks if not is_sheet_table(block)))
    located = (
        from_area(parties, titles, text, where)
        or from_parties(parties, titles, where)
        or from_title(titles, where)
    )
    if located is None and not layout.is_paged:
        return None
    if located is None:
        return None, (), NO_PLACE
    stream = Stream(blocks)
    structure = extract_structure(blocks, bookmarks=layout.bookmarks, stream=stream)
    of_actions = {id(block) for block in values_of_actions(blocks, structure.actions)}
    times = extract_times(
        [p for p in (*text, *labelled(blocks)) if id(p.block) not in of_actions or SIGNED_AT.search(p.text)],
        formal=True,
        amendment=found.kind is ContractKind.AVENANT,
    )
    amendment = found.kind is ContractKind.AVENANT
    own = [p for p in text if "génération" in p.text and not OVER.search(p.text)]
    generation = None if amendment else extract_generation(titles, own)
    proof: EvidenceMap = {"kind": (found.evidence,)} if found.evidence else {}
    contract = assemble(found.kind, located, parties, times, structure, generation, proof)
    contract = with_further(contract, blocks, stream)
    modality = (
        Modality.PROTOCOL
        if found.kind is ContractKind.PROTOCOLE
        else Modality.SIGNED
        if times.signature_date
        else Modality.UNKNOWN
    )
    issues = [issue.model_copy(update={"document": document}) for issue in structure.issues]
    return contract.model_copy(update={"modality": modality}), tuple(issues), None


def _formal_signs(blocks: Sequence[Block]) -> int:
    """Counted until there are enough."""
    signs = 0
    for block in blocks:
        signs += min(len(FORMAL_SIGNS.findall(block.text)), MOST_SIGNS)
        if signs >= LEAST_SIGNS:
            break
    return signs


def _whole_title(blocks: Sequence[Block]) -> list[Passage]:
    """A title printed as two headings: "Contrat local de santé de", "Saint-Dié-des-Vosges"."""
    first = next((b for b in blocks[:TITLE_BLOCKS] if b.kind is BlockKind.HEADING), None)
    number = blocks.index(first) if first is not None else 0
    second = blocks[number + 1] if first is not None and number + 1 < len(blocks) else None
    if first is None or second is None or not re.search(r"\b(?:de|du|des|d['’]|la|le|l['’])\s*$", first.text):
        return []
    return [Passage(f"{first.text} {second.text}", second, quote=second.text)]


def _is_titled(blocks: Sequence[Block], *, word: bool) -> bool:
    """A word processor file that begins with the title of a contract, or a text that has its chapters too."""
    first = next(iter(blocks), None)
    headings = (CHAPTER.match(b.text) for b in blocks if b.kind is BlockKind.HEADING)
    chapters = {found[1].lower() for found in headings if found}
    titled = any(kind_of_words(block.text[:240]) is not None for block in blocks[: 3 if word else 1])
    return first is not None and titled and (word or len(chapters) >= 2)


def page_contracts(
    blocks: Sequence[Block], document: str, title: str | None = None, banners: Sequence[Line] = ()
) -> tuple[tuple[Contract, ...], tuple[Issue, ...]]:
    """The contracts that a web page or a text speaks of; `banners` stand around its content."""
    letter = _letter(blocks)
    if letter is not None:
        return (letter,), ()
    contracts: list[Contract] = []
    issues: list[Issue] = []
    scopes = find_scopes(blocks, title)
    around = page_surroundings(blocks, title, banners)
    for scope in scopes:
        contract, found = page_contract(scope, around, title)
        if contract is not None:
            contracts.append(with_further(contract, scope.blocks) if scope.alone else contract)
            issues += [issue.model_copy(update={"document": document}) for issue in found]
    return tuple(contracts), tuple(issues)


def _letter(blocks: Sequence[Block]) -> Contract | None:
    """A letter of intent towards a contract, from the one authority that writes it."""
    found = read_letter(blocks)
    if found is None or not any(CONTRACT.search(block.text) for block in blocks):
        return None
    subject, party = found
    located = from_parties([party], [], surroundings([party]))
    if located is None:
        return None
    times = extract_times(list(passages(blocks)), formal=True)
    proof: EvidenceMap = {"kind": (evidence(subject, subject.text, method="kind-2"),)}
    contract = assemble(ContractKind.PROTOCOLE, located, [party], times, Structure(), None, proof)
    return contract.model_copy(update={"modality": Modality.PROTOCOL})


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
