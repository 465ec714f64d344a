"""Cut a web page or a text into the runs that each speak of one contract.

In: blocks. Out: `Scope`s: none for an explanation, one for a page about one contract, several for a regional
page. A page that only names contracts ("le CLS de Dreux") gives one named scope each.
"""

import re
from collections.abc import Iterator, Sequence

from extractors.dates.cues import SIGN
from extractors.dates.extract import extract_times
from extractors.kind.extract import kind_of_words
from extractors.mentions import Passage, passages
from extractors.mentions.labelled import labelled
from extractors.ner.organisations import find_organisations
from extractors.scopes.entries import Entry, find_entries, unfolded
from extractors.scopes.patterns import (
    COUNCIL,
    EXPANDED,
    GENERAL,
    NAMED,
    NATURE_OF_GROUPING,
    NO_CONTRACT,
    NOT_YET,
    NOTICE,
    ONE_CONTRACT,
    OTHER_DOCUMENT,
    PREPARING,
    SPEAKS,
    STATUS,
    UNLIKE,
)
from extractors.scopes.scope import Scope
from extractors.scopes.statements import Statement, find_statements
from extractors.signatories.prose import items_of
from extractors.territory.extract import Where, bare_name
from extractors.territory.labels import Label, read_label
from extractors.territory.patterns import AFTER_CONTRACT
from models.layout import Block, BlockKind
from models.text import fold
from models.vocabularies.gazetteer import load_gazetteer

#: First blocks of a page in which an announcement of another kind shows: a job, a tender.
NOTICE_BLOCKS = 3
#: First blocks of a text in which its title stands, where none is a heading.
TITLE_BLOCKS, LONGEST_TITLE = 3, 160

__all__ = ["Scope", "find_scopes"]


def find_scopes(blocks: Sequence[Block], title: str | None = None) -> tuple[Scope, ...]:
    """In the order of the document."""
    blocks = unfolded(blocks)
    if not _speaks(blocks, title) or is_notice(blocks, title) or _is_other(blocks):
        return ()
    entries = _entries(blocks)
    statements = list(find_statements(blocks, titled=_titled(blocks, title)))
    several = _several(blocks, statements)
    if entries and not (len(several) >= len(entries) and not any(_tells_parties(entry) for entry in entries)):
        return entries
    if several:
        return several
    named = _named(blocks)
    if statements:
        best = max(statements, key=lambda s: (s.parties >= 2, s.dated and s.named, s.preparing, -s.number))
        if best.parties >= 2 or len(named) < 2:
            return (Scope(tuple(blocks), best.passage, alone=True),)
    return named or _spoken_of(blocks)


def _titled(blocks: Sequence[Block], title: str | None) -> bool:
    """The title names the contract: sentences that name nothing speak of it."""
    first = next((block.text for block in blocks if block.kind is BlockKind.HEADING), "")
    opening = [block.text for block in blocks[:TITLE_BLOCKS] if len(block.text) < LONGEST_TITLE]
    return any(kind_of_words(text) is not None for text in (title or "", first, *opening))


def _tells_parties(scope: Scope) -> bool:
    """Entries without parties, such as a table of dates, tell less than the paragraphs about the same contracts."""
    return any(len(items_of(p.text)) >= 2 for p in [*labelled(scope.blocks), *passages(scope.blocks)])


def is_notice(blocks: Sequence[Block], title: str | None = None) -> bool:
    """A job offer, a tender or the creation of a post: it names the contract that somebody will work for."""
    if title and NOTICE.search(re.split(r"\s[|–—]\s", title)[0]):
        return True
    first = [block for block in blocks if block.text][:NOTICE_BLOCKS]
    return any(NOTICE.search(block.text) and len(block.text) < 200 for block in first)


def _titled_other(blocks: Sequence[Block]) -> bool:
    """The title is that of another contract, a call for projects, a council."""
    heads = [block.text for block in blocks[:TITLE_BLOCKS] if len(block.text) < LONGEST_TITLE]
    return any(OTHER_DOCUMENT.search(text) and kind_of_words(text) is None for text in heads)


def _is_other(blocks: Sequence[Block]) -> bool:
    """Such a title, above sentences that only tell ours apart or wish for one."""
    if not _titled_other(blocks):
        return False
    return all(UNLIKE.search(p.text) or not ONE_CONTRACT.search(p.text) for p in passages(blocks))


def _speaks(blocks: Sequence[Block], title: str | None) -> bool:
    """Some words name a contract of ours; "CLS" alone does not where the page expands it otherwise."""
    texts = [title or "", *(block.text for block in blocks)]
    words = [found.group() for text in texts for found in SPEAKS.finditer(text)]
    if any(COUNCIL.search(text) for text in texts):  # there "CLSM" is the council
        words = [word for word in words if word.upper() != "CLSM"]
    expanded = [found["words"] for text in texts for found in EXPANDED.finditer(text)]
    if any(
        not re.search(r"sant[ée](?:\s+mentale)?\s*$", words, re.IGNORECASE) or "onseil" in words
        for words in expanded
    ):
        words = [word for word in words if not word.isupper()]
    return bool(words)


# --- entries ---------------------------------------------------


def _entries(blocks: Sequence[Block]) -> tuple[Scope, ...]:
    """Of the way of cutting whose entries state most contracts."""
    ways = [tuple(_stated_entries(entries)) for entries in find_entries(blocks)]
    return max(ways, key=len, default=())


def _stated_entries(entries: Sequence[Entry]) -> Iterator[Scope]:
    for entry in entries:
        statement = _accepted(entry) if _names_ours(entry) else None
        if statement is not None:
            where = entry.label.where
            if not (where.departments or where.region):
                where = entry.where
            label = Label(entry.label.name, where, entry.label.rest, entry.label.hint)
            yield Scope(entry.blocks, statement, heading=entry.heading, label=label)


def _names_ours(entry: Entry) -> bool:
    """Short news of several communes speak of swimming pools and of other contracts too."""
    texts = [entry.heading.text, *(block.text for block in entry.blocks)]
    return any(SPEAKS.search(text) for text in texts) or not any(
        OTHER_DOCUMENT.search(text) for text in texts
    )


def _accepted(entry: Entry) -> Passage | None:
    """The sentence that states a contract under this place; None when it tells that there is none."""
    told = [p for p in passages(entry.blocks) if p.text.strip()]
    if not told:
        return None
    text = " ".join(p.text for p in told)
    pairs = list(labelled(entry.blocks))
    times = extract_times([*told, *pairs], formal=False)
    stated = next((p for p in told if STATUS.search(p.text) and not NO_CONTRACT.search(p.text)), told[0])
    if times.signature_date or (times.end_date and STATUS.search(text) and not NOT_YET.search(text)):
        return stated
    for passage in told[:2]:
        if STATUS.search(passage.text) and len(items_of(passage.text)) >= 2:
            return passage
    if NO_CONTRACT.search(text) or NOT_YET.search(text):
        return None
    preparing = next((p for p in told if PREPARING.search(p.text)), None)
    if preparing is not None:
        return preparing
    parties = max((len(items_of(p.text)) for p in [*told, *pairs]), default=0)
    if parties >= 2 or (times.duration_months and STATUS.search(text)) or times.start_date:
        return stated
    return None


# --- statements ---------------------------------------------------------------------


def _several(blocks: Sequence[Block], statements: Sequence[Statement]) -> tuple[Scope, ...]:
    """Paragraphs that each state a contract with parties of its own, or a place of its own."""
    full = [
        s
        for s in statements
        if s.parties >= 2 or (s.named and s.dated and _place(s.passage)) or _signs_with(s)
    ]
    places = [_place(s.passage) or _party_place(s.passage) or _organisation_place(s.passage) for s in full]
    distinct = {place for place in places if place}
    if len(full) < 2 or len(distinct) < 2 or sum(s.parties >= 2 or _signs_with(s) for s in full) < 2:
        return ()
    kept: list[Statement] = []
    seen: set[str] = set()
    where: dict[int, str] = {}
    for statement, place in zip(full, places, strict=True):
        if statement.parties < 2 and not place:  # nothing says where
            continue
        if (
            place and place in seen
        ):  # told of twice, or a contract and the one before it: the fuller one stays
            older = next(number for number, other in enumerate(kept) if place == where[id(other)])
            if statement.parties > kept[older].parties:
                kept[older] = statement
                where[id(statement)] = place
            continue
        kept.append(statement)
        where[id(statement)] = place or ""
        seen |= {place} if place else set()
    kept.sort(key=lambda s: s.number)
    return _cut(blocks, kept) if len(kept) >= 2 else ()


def _signs_with(statement: Statement) -> bool:
    """ "La communauté d'agglomération X s'est lancée à l'été 2022 : signature en juillet avec l'ARS"."""
    if not (statement.parties and statement.dated and SIGN.search(statement.passage.text)):
        return False
    return _organisation_place(statement.passage) is not None


def _organisation_place(passage: Passage) -> str | None:
    """The first grouping or commune that the sentence names as an organisation, if the official lists have it."""
    gazetteer = load_gazetteer()
    for mention in find_organisations(passage.text):
        bare = bare_name(mention.text)
        if bare != mention.text and (gazetteer.epcis(mention.text) or gazetteer.communes(bare)):
            return fold(bare)
    return None


def _place(passage: Passage) -> str | None:
    """The place right after "contrat local de santé" in a sentence."""
    for found in AFTER_CONTRACT.finditer(passage.text):
        label = read_label(re.split(r"(?<!\s)\s+(?:a|est|sera|signé|entre|pour|avec|en)\b", found["name"])[0])
        if label is not None:
            return fold(bare_name(label.name))
    return None


def _party_place(passage: Passage) -> str | None:
    """The first local authority that signs."""
    gazetteer = load_gazetteer()
    for item in items_of(passage.text):
        name = re.sub(r"^(?:l['’]|la\s+|le\s+)", "", item.name)
        bare = bare_name(name)
        if name.islower():  # "le maire": an office, though a grouping is named so
            continue
        if bare and (gazetteer.epcis(name) or (bare != name and gazetteer.communes(bare))):
            return fold(bare)
    return None


def _cut(blocks: Sequence[Block], stated: Sequence[Statement]) -> tuple[Scope, ...]:
    """Each statement with the heading just above it and the blocks up to the next one or the end of its list."""
    above = [heading for s in stated if (heading := _heading_above(blocks, s.number)) is not None]
    own = len({id(heading) for heading in above}) == len(
        above
    )  # one heading above two contracts names neither
    with_heading = own and len(above) >= len(stated) / 2
    scopes = []
    for order, statement in enumerate(stated):
        index = statement.number
        heading = _heading_above(blocks, index) if with_heading else None
        end = stated[order + 1].number if order + 1 < len(stated) else len(blocks)
        run = [blocks[index]]
        for block in blocks[index + 1 : end]:
            if block.kind is BlockKind.HEADING or (
                block.kind is BlockKind.PARAGRAPH and run[-1].kind is BlockKind.LIST_ITEM
            ):
                break
            run.append(block)
        scopes.append(Scope(tuple(run), statement.passage, heading=heading))
    return tuple(scopes)


def _heading_above(blocks: Sequence[Block], index: int) -> Block | None:
    for block in reversed(blocks[max(0, index - 2) : index]):
        if block.kind is BlockKind.HEADING:
            return block
    return None


# --- contracts that no sentence states ---


def _spoken_of(blocks: Sequence[Block]) -> tuple[Scope, ...]:
    """ "Ce contrat s'appelle : contrat local de santé", told in short sentences, a table, a chat around it."""
    if _titled_other(blocks):
        return ()
    for passage in passages(blocks):
        if ONE_CONTRACT.search(passage.text) and not (
            GENERAL.search(passage.text) or UNLIKE.search(passage.text)
        ):
            return (Scope(tuple(blocks), passage, alone=True, unsure=True),)
    return ()


# --- contracts that are only named ----------------------------------------------------


def _named(blocks: Sequence[Block]) -> tuple[Scope, ...]:
    """Contracts that are only named, where the official lists know the place."""
    gazetteer = load_gazetteer()
    found: dict[str, tuple[str, Passage]] = {}
    for passage in passages(blocks):
        if re.search(r"rapport|évaluation du|à retrouver", passage.text, re.IGNORECASE) or GENERAL.search(
            passage.text
        ):
            continue
        for match in NAMED.finditer(passage.text):
            whole = f"{match['nature']} {match['name']}" if match["nature"] else ""
            grouping = whole and NATURE_OF_GROUPING.match(whole) and gazetteer.epcis(whole)
            name = whole if grouping else bare_name(match["name"])
            known = gazetteer.epcis(match["name"]) or gazetteer.epcis(name) or gazetteer.communes(name)
            if (grouping or known) and not (name.islower() and len(name) < 5):
                core = fold(re.sub(r"(?i)(?<!\s)\s+(?:métropole|agglo\w*)$", "", name))
                longer = found.get(core, (name, passage))
                best = name if len(name) > len(longer[0]) else longer[0]
                found[core] = (best, longer[1])
    scopes = tuple(Scope(tuple(blocks), passage, name=name) for name, passage in found.values())
    if len(scopes) == 1:  # the page is about what one contract does: its other sentences are read too
        only = scopes[0]
        label = Label(only.name or "", Where())
        return (Scope(only.blocks, only.statement, name=only.name, label=label, alone=True),)
    return scopes
