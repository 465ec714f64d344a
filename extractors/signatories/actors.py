"""Who acts in a sentence: organisations, offices and the persons who hold them.

In: a sentence. Out: `Actor`s in order, each with the words that name it, the organisation that it stands for and
the person, if one is named.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from extractors.ner.organisations import find_organisations
from extractors.signatories.actor_patterns import (
    ACRONYM,
    BARE_BODY,
    BETWEEN,
    BY,
    DELEGATION,
    HOUSES,
    HYPHENED,
    IN_LIST,
    NAME_GOES_ON,
    NAMED_BODY,
    NO_BODY,
    OF_BODY,
    OF_PART,
    OF_PLACE,
    OFFICE,
    OTHER_BODY,
    PERSON,
    PERSON_TAIL,
    REPRESENTING,
    RUN_TOGETHER,
    TIES,
    WHERE,
)
from models.records import Representative, TerritoryType
from models.text import fold
from models.vocabularies.gazetteer import load_gazetteer

#: Characters between an office and the body that it is of.
REACH = 75
_STATE = (("sous", "Sous-préfecture"), ("préf", "Préfecture"))
_EDGES = " ,;:()–—-"


@dataclass(frozen=True)
class Actor:
    """`name`: the organisation as printed; empty for a person, or an office of a body that is not named."""

    start: int
    end: int
    name: str
    role: str | None = None
    person: str | None = None

    @property
    def representative(self) -> Representative | None:
        return Representative(name=self.person, role=self.role) if self.person else None


def find_actors(text: str, *, bare: bool = False) -> list[Actor]:
    """In order and apart; persons joined to the organisation or the office printed beside them.

    `bare`: offices too whose body is not named, "le président, Anselme B."
    """
    bodies = _bodies(text)
    offices = list(_offices(text, bodies))
    taken = [*offices, *bodies]
    parts = [*offices, *(b for b in bodies if not _inside(b, offices))]
    parts += _persons(_masked(text, taken))
    parts.sort(key=lambda actor: actor.start)
    return _joined(text, parts, bare=bare)


def _masked(text: str, taken: list[Actor]) -> str:
    """The text with small letters where organisations stand: a person's name does not begin in one."""
    letters = list(text)
    for actor in taken:
        letters[actor.start : actor.end] = "x" * (actor.end - actor.start)
    return "".join(letters)


def _inside(actor: Actor, others: list[Actor]) -> bool:
    return any(other.start < actor.end and actor.start < other.end for other in others)


def _bodies(text: str) -> list[Actor]:
    found = [part for m in find_organisations(text) for part in _apart(text, m.start, m.end)]
    groupings = load_gazetteer().find_places(text, (TerritoryType.EPCI,))
    for place in groupings:
        actor = Actor(place.start, place.end, place.text)
        if not _inside(actor, found):
            found.append(actor)
    found = [_past_comma(text, actor) for actor in found]
    for expression in (BARE_BODY, OTHER_BODY, ACRONYM):
        for match in expression.finditer(text):
            named = NAMED_BODY.match(text, match.end("body")) if expression is BARE_BODY else None
            end = named.end() if named else match.end("body")
            actor = _whole(text, match.start("body"), end)
            if expression is OTHER_BODY and not IN_LIST.search(text[: match.start()]):
                continue
            if not _inside(actor, found):
                found.append(actor)
    return sorted((a for a in found if not _is_place(text, a)), key=lambda actor: actor.start)


def _past_comma(text: str, actor: Actor) -> Actor:
    """ "Communauté d'agglomération du Grand Saint-Dizier, Der et Vallées": one name of the official list."""
    more = NAME_GOES_ON.match(text, actor.end)
    if more is None or not load_gazetteer().epcis(text[actor.start : more.end()]):
        return actor
    return Actor(actor.start, more.end(), text[actor.start : more.end()])


def _is_place(text: str, actor: Actor) -> bool:
    """ "À la mairie", "dans les salons de la préfecture": where they met; not "le contrat lie la ville à l'agence"."""
    before = text[: actor.start]
    if NO_BODY.search(before[-24:]):
        return True
    return bool(HOUSES.match(actor.name) and WHERE.search(before[-40:]) and not TIES.search(before))


def _apart(text: str, start: int, end: int) -> Iterator[Actor]:
    """One organisation, or the two that "et" has joined."""
    cut = RUN_TOGETHER.search(text, start, end)
    if cut is None:
        yield _whole(text, start, end)
        return
    yield Actor(start, cut.start(), text[start : cut.start()])
    yield _whole(text, cut.end(), end)


def _whole(text: str, start: int, end: int) -> Actor:
    """Names go on behind a hyphen: "préfecture de Seine" is that of "Seine-et-Marne"."""
    more = HYPHENED.match(text, end)
    end = start + len(_without_person(text[start : more.end() if more else end]))
    return Actor(start, end, text[start:end])


def _without_person(name: str) -> str:
    """ "ARS Guyane Hyacinthe Clairbois" is an agency and a person: the words after a place that the lists know."""
    tail = PERSON_TAIL.search(name)
    if tail is None:
        return name
    places = load_gazetteer().find_places(name)
    cut = any(place.end == tail.start() for place in places) and not any(
        place.start <= tail.start() < place.end for place in places
    )
    return name[: tail.start()] if cut else name


def _offices(text: str, bodies: list[Actor]) -> Iterator[Actor]:
    """With the body or the place that they are of."""
    end = 0
    for match in OFFICE.finditer(text):
        if match.start() < end:
            continue
        role, at = match["role"], match.end()
        body = next((b for b in bodies if at <= b.start <= at + REACH), None)
        place = OF_PLACE.match(text[at : at + REACH])
        name, end, state = "", at, _state(role)
        between = text[at : body.start] if body else ""
        part = DELEGATION.match(text[at : at + REACH])
        if body is not None and (OF_BODY.match(between) or OF_PART.match(between)) and not (state and place):
            name, end = body.name, body.end
            role = text[match.start("role") : body.start]
        elif part is not None:
            name, end = "ARS", at + part.end()
        elif place is not None:
            whole = _without_person(text[at : at + place.end()])
            end, named = at + len(whole), whole.strip()
            name = f"{state} {named}" if state else _of_place(role, named, whole[place.start("place") :])
        elif state:
            name = state
        elif _is_mayor(role):
            name = "Ville"
        elif re.search(r"délégu\w+\s(?:départementa|territoria)", role, re.IGNORECASE):
            name = "ARS"
        yield Actor(match.start(), end, name, role=_tidy_role(role))


def _state(role: str) -> str | None:
    return next((name for start, name in _STATE if fold(role).startswith(fold(start))), None)


def _is_mayor(role: str) -> bool:
    return bool(re.search(r"\bmaire\b", role, re.IGNORECASE))


def _of_place(role: str, named: str, place: str) -> str:
    """ "maire de Sète" is the town; "présidente de Dinan Agglomération" is what follows."""
    return f"Ville {named}" if _is_mayor(role) else place


def _tidy_role(role: str) -> str:
    return re.sub(r"\s(?:de\sla|de\sl['’]|du|des|de|d['’]|à\sla|à\sl['’]|au|à)\s?$", "", role).strip(_EDGES)


def _persons(text: str) -> Iterator[Actor]:
    for match in PERSON.finditer(text):
        if match["civility"] or len(match["name"].split()) > 1:
            yield Actor(match.start(), match.end(), "", person=match["name"].rstrip("."))


def _joined(text: str, parts: list[Actor], *, bare: bool) -> list[Actor]:
    """Persons and offices of no named body go to the organisation beside them; other persons are left out."""
    joined: list[Actor] = []
    number = 0
    while number < len(parts):
        actor, number = _next(text, parts, number)
        joined.append(actor)
    kept = [actor for actor in joined if actor.name or (bare and actor.role and actor.person)]
    return _represented(text, kept)


def _next(text: str, parts: list[Actor], number: int) -> tuple[Actor, int]:
    """The actor at this place with the parts beside it that tell who he is, and where to go on."""
    part = parts[number]
    following = parts[number + 1] if number + 1 < len(parts) else None
    if following is None:
        return part, number + 1
    if part.role is None and part.person is None:  # an organisation
        gap = text[part.end : following.start]
        own = ":" not in gap or not following.role
        if not _is_body(following) and own and BY.fullmatch(gap):
            return _acting(text, parts, number)
        return part, number + 1
    if part.person:
        if following.role and not following.person and _touch(text, part, following):
            held = replace(following, start=part.start, person=part.person)
            after = parts[number + 2] if number + 2 < len(parts) else None
            if not held.name and after is not None and after.name and _acts_for(text, following, after):
                return replace(after, start=part.start, person=part.person, role=held.role), number + 3
            return held, number + 2
        if following.name and _acts_for(text, part, following):
            return replace(following, start=part.start, person=part.person), number + 2
        return part, number + 1
    if following.person and not following.role and _touch(text, part, following):
        return replace(part, end=following.end, person=following.person), number + 2
    return part, number + 1


def _is_body(actor: Actor) -> bool:
    return actor.role is None and actor.person is None


def _acting(text: str, parts: list[Actor], number: int) -> tuple[Actor, int]:
    """ "Ville de Lens (Mme X, maire)", "X, représentée par son président, M. Y": one person and one office at most."""
    body = parts[number]
    last, person, role = body, None, None
    number += 1
    while number < len(parts) and not _is_body(parts[number]):
        part = parts[number]
        if last is not body and not _touch(text, last, part):
            break
        if (part.person and person) or (part.role and role):
            break
        person, role = person or part.person, role or part.role
        last = part
        number += 1
    return replace(body, end=last.end, person=person, role=role if person else None), number


def _represented(text: str, actors: list[Actor]) -> list[Actor]:
    """ "La directrice de la délégation, X, représentant la directrice générale de l'ARS": X signs for the last."""
    kept: list[Actor] = []
    for actor in actors:
        last = kept[-1] if kept else None
        if last is not None and last.role and REPRESENTING.fullmatch(text[last.end : actor.start]):
            role = last.role if last.person else actor.role
            named = actor if " " in actor.name or not last.name else replace(last, end=actor.end)
            kept[-1] = replace(named, start=last.start, person=last.person or actor.person, role=role)
        else:
            kept.append(actor)
    return kept


def _touch(text: str, one: Actor, other: Actor) -> bool:
    """Side by side: a comma, a bracket, a dash, "représentée par" between them at most."""
    gap = text[one.end : other.start]
    return bool(
        re.fullmatch(r"\s?[,(–—-]?\s?(?:(?:ici\s)?représentée?\spar\s)?(?:(?:son|sa|l[ea])\s|l['’])?", gap)
    )


def _acts_for(text: str, one: Actor, other: Actor) -> bool:
    """ "Rémi Castan pour l'ARS Occitanie", "Anne Roy, de la CPAM"."""
    gap = text[one.end : other.start]
    return bool(
        re.fullmatch(r"\s?[,(]?\s?(?:pour|au\snom\sd[eu]|représentant|d[eu])\s?(?:la\s|l['’]|le\s)?", gap)
    )


def linked(text: str, one: Actor, other: Actor) -> bool:
    """Whether two actors stand in one list."""
    return bool(BETWEEN.match(text[one.end : other.start]))
