"""Where the contract of a web page holds: from the page around it, its label, its parties and its sentences."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from extractors.mentions import Passage, evidence, passages
from extractors.scopes.scope import Scope
from extractors.signatories.acronyms import glossary
from extractors.signatories.extract import Party
from extractors.territory.extract import (
    Located,
    Where,
    from_mentions,
    from_organisations,
    from_parties,
    from_title,
    locate,
    most_named,
    surroundings,
)
from extractors.territory.labels import read_label
from models.layout import Block, BlockKind, Line
from models.records import TerritoryType
from models.text import fold
from models.vocabularies.demonyms import departments_by_adjective
from models.vocabularies.gazetteer import load_gazetteer

_OF_REGION = re.compile(
    r"\b(?:ARS|[Aa]gence régionale de santé|[Ee]n|[Rr]égion)\s+(?:de la |de l['’]|des |du |de |"
    r"d['’])?([A-ZÉÎ][\w’'-]+(?:[ -](?:de |la |et )?[A-ZÉ][\w’'-]+){0,3})"
)


#: Method of a place that nothing ties to the contract but that the page names no other.
ONLY_PLACE = "territory-3"


@dataclass(frozen=True)
class Around:
    """`where` the page is about, `title` of the page, in its parts ("Santé | Pays Comminges Pyrénées"); `known`:
    the long names of its acronyms; `banners`: what stands around the content of the page."""

    where: Where
    titles: tuple[str, ...] = ()
    known: Mapping[str, str] = field(default_factory=dict)
    banners: tuple[Passage, ...] = ()


def page_surroundings(blocks: Sequence[Block], title: str | None, banners: Sequence[Line] = ()) -> Around:
    """The department or the region that the whole page is about, when it names one and only one."""
    gazetteer = load_gazetteer()
    departments = {
        m.candidates[0].code
        for block in blocks
        for m in gazetteer.find_departments(_words(block))
        if m.text != "Réunion" or _words(block)[: m.start].lower().endswith("la ")  # not "Réunion du comité"
    }
    departments = departments or {
        code for block in blocks for code in departments_by_adjective(_words(block))
    }
    regions = {region for code in departments if (region := gazetteer.region_of_department(code))}
    texts = [_words(block) for block in blocks]
    named = _regions([title or "", *texts[:3]]) or _regions(texts)
    if len(named) == 1:
        regions = regions or named
    region = regions.pop() if len(regions) == 1 else None
    parts = tuple(part.strip() for part in re.split(r"(?<!\s)\s+[|–—·-]\s+", title or "") if part.strip())
    return Around(
        Where(tuple(departments) if len(departments) == 1 else (), region),
        parts,
        glossary(list(passages(blocks))),
        tuple(Passage(line.text, Block(kind=BlockKind.PARAGRAPH, text=line.text)) for line in banners),
    )


def _regions(texts: Sequence[str]) -> set[str]:
    """Codes of the regions that the texts say something of: "en Bourgogne", "ARS de Normandie"."""
    region = load_gazetteer().region
    return {
        found.code
        for text in texts
        for word in _OF_REGION.findall(text)
        if (found := region(word)) and found.code
    }


def _words(block: Block) -> str:
    return block.text if block.table is None else " ; ".join(cell.text for cell in block.table.cells)


def scope_where(scope: Scope, parties: Sequence[Party], headings: Sequence[Passage], around: Around) -> Where:
    """What the label says, then the parties and the headings, then the page around."""
    told = surroundings(parties, [p.text for p in headings if "(" in p.text])
    label = scope.label.where if scope.label else Where()
    departments = label.departments or told.departments
    if not departments and not _is_one_place(scope):
        departments = around.where.departments
    region = label.region or told.region or (None if departments else around.where.region)
    return Where(departments, region)


def _is_one_place(scope: Scope) -> bool:
    """An entry whose name is that of one place of France only: the one department that a list names is another's."""
    if scope.label is None or scope.alone:
        return False
    return load_gazetteer().resolve(scope.label.name, type=scope.label.hint).place is not None


def scope_place(
    scope: Scope, parties: Sequence[Party], headings: Sequence[Passage], where: Where, around: Around
) -> Located | None:
    assert scope.statement is not None
    located = _candidate(scope, parties, headings, where, around)
    if located is None:
        return None
    named = tuple(code for code in located.departments if code in where.departments)
    if named and (scope.label is None or scope.label.where.departments):
        return replace(located, departments=named)  # a page that names one department speaks of that one
    return located


def _candidate(
    scope: Scope, parties: Sequence[Party], headings: Sequence[Passage], where: Where, around: Around
) -> Located | None:
    assert scope.statement is not None
    statement = scope.statement
    proof = evidence(statement.block, statement.proof, method="territory-2")
    if scope.label is not None and not scope.alone and scope.heading is not None:
        at = evidence(scope.heading, scope.heading.text, method="territory-2")
        title = [Passage(scope.label.name, scope.heading)]
        named = from_parties(parties, title, where)
        if named is not None and named.territory.code and _names(named, scope.label.name):
            return named
        return locate(scope.label.name, where, at, hint=scope.label.hint)
    if not scope.alone and headings:
        named = from_parties(parties, headings, where)
        if named is not None and named.territory.code:
            return named
        name = re.sub(r"(?<!\s)\s*\([^)]{0,80}\)", "", headings[0].text)
        return locate(name, where, evidence(headings[0].block, headings[0].text, method="territory-2"))
    titles = [*headings, *(Passage(text, statement.block, quote=statement.proof) for text in around.titles)]
    by_party = from_parties(parties, titles, where)
    if not scope.alone and (by_party is None or by_party.territory.type is TerritoryType.DEPARTEMENT):
        own = from_title([statement], where) or from_organisations([statement], where)
        by_party = own if own is not None and own.territory.code else by_party
    if by_party is not None and (by_party.territory.code or not scope.alone):
        return by_party
    if scope.name is not None:
        return locate(scope.name, where, proof)
    told = from_title([*titles, statement, *passages(scope.blocks)], where)
    if told is not None and told.territory.code:
        return told
    every = [*titles, *passages(scope.blocks)]
    near = [statement, *(p for p in passages([statement.block]) if p != statement)]
    return (
        by_party
        or _labelled_place(headings, around, where, scope)
        or from_mentions(parties, near, where)
        or from_mentions(parties, every, where)
        or from_organisations([*near, *titles], where)
        or told
        or _only_organisation(every, where)
        or most_named(titles, near, list(passages(scope.blocks)), where)
        or _of_publisher(around, where)
        or _only_place(every, where)
    )


def _only_organisation(texts: Sequence[Passage], where: Where) -> Located | None:
    """The one grouping or commune that the page names as an organisation: "Nous sommes la Communauté de communes X"."""
    found = [one for text in texts if (one := from_organisations([text], where)) and one.territory.code]
    return found[0] if len({one.territory.code for one in found}) == 1 else None


def _only_place(texts: Sequence[Passage], where: Where) -> Located | None:
    """The one grouping or commune that the page names at all."""
    kinds = (TerritoryType.EPCI, TerritoryType.COMMUNE)
    first: dict[str, Passage] = {}
    for text in texts:
        for mention in load_gazetteer().find_places(text.text, kinds):
            first.setdefault(mention.text, text)
    if len(first) != 1:
        return None
    ((name, text),) = first.items()
    located = locate(name, where, evidence(text.block, text.proof, method=ONLY_PLACE))
    return located if located.territory.code else None


def _of_publisher(around: Around, where: Where) -> Located | None:
    """Whose page it is: "Communauté de communes du Pays de Mirepoix, 1 chemin de la Mestrise, 09500 Mirepoix"."""
    own = from_organisations(around.banners, where)
    return own if own is not None and own.territory.code else None


def _names(located: Located, label: str) -> bool:
    """The party's place is the one of the label, not a neighbour that signs too."""
    one, other = fold(located.territory.name), fold(label)
    return (
        one in other
        or other in one
        or bool(set(one.split()) & set(other.split()) - {"pays", "de", "la", "le"})
    )


def _labelled_place(
    headings: Sequence[Passage], around: Around, where: Where, scope: Scope
) -> Located | None:
    """A heading or a part of the page's title that is a place: "Saint-Denis (Seine-Saint-Denis)"."""
    assert scope.statement is not None
    for passage in [*headings, *(Passage(text, scope.statement.block) for text in around.titles)]:
        for text in (passage.text, *passage.text.split(" | ")):
            label = read_label(text)
            if label is not None:
                own = label.where if label.where.departments or label.where.region else where
                located = locate(
                    label.name, own, evidence(passage.block, passage.proof, method="territory-2")
                )
                if located.territory.code:
                    return located
    return None
