"""The territory of a contract, resolved in the official lists with what is known of where it is.

In: titles, headings and parties of the contract. Out: `Located`, or None; a homonym without a department
keeps its name and no code.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from rapidfuzz import fuzz

from extractors.kind.patterns import CONTRACT
from extractors.mentions import Passage, evidence
from extractors.ner.organisations import find_organisations
from extractors.signatories.extract import Party
from extractors.territory.patterns import (
    AFTER_CONTRACT,
    AREA,
    BARE_AUTHORITY,
    BODY_OF_PAYS,
    NAME_END,
    NATURE,
    PARENTHESIS,
    PAYS,
)
from models.evidence import Evidence
from models.layout import BlockKind
from models.records import OrganisationKind, Territory, TerritoryType
from models.text import fold
from models.vocabularies.gazetteer import Gazetteer, load_gazetteer
from models.vocabularies.organisations import organisation_kind
from models.vocabularies.places import Place

METHOD = "territory-1"
LOCAL = {
    OrganisationKind.EPCI: TerritoryType.EPCI,
    OrganisationKind.COMMUNE: TerritoryType.COMMUNE,
    OrganisationKind.DEPARTEMENT: TerritoryType.DEPARTEMENT,
}


@dataclass(frozen=True)
class Located:
    territory: Territory
    departments: tuple[str, ...]
    region: str | None
    evidence: Evidence


@dataclass(frozen=True)
class Where:
    """What the surroundings say of the place: departments and region of the parties."""

    departments: tuple[str, ...] = ()
    region: str | None = None


def surroundings(parties: Sequence[Party], texts: Sequence[str] = ()) -> Where:
    """From "Préfecture de la Moselle", "CPAM du Var", "ARS Bretagne" and the names around."""
    gazetteer = load_gazetteer()
    departments: dict[str, None] = {}
    regions: dict[str, None] = {}
    for party in parties:
        name = party.signatory.name
        if party.signatory.kind is OrganisationKind.ARS:
            region = gazetteer.region(
                re.sub(
                    r"^(?:agence régionale de santé|ARS)\s*(?:de la |de l['’]|des |du |de |d['’])?",
                    "",
                    name,
                    flags=re.IGNORECASE,
                )
            )
            if region:
                regions[region.code] = None
        elif party.signatory.kind in {
            OrganisationKind.ETAT,
            OrganisationKind.DEPARTEMENT,
            OrganisationKind.ASSURANCE_MALADIE,
        }:
            for mention in gazetteer.find_departments(name):
                departments[mention.candidates[0].code] = None
    for text in texts:
        for mention in gazetteer.find_departments(text):
            departments[mention.candidates[0].code] = None
    return Where(tuple(departments), next(iter(regions), None) if len(regions) == 1 else None)


def bare_name(name: str) -> str:
    """As an inventory lists it: "Ville d'Arles" → "Arles", "PETR Gâtinais montargois" kept."""
    name = PARENTHESIS.sub("", name.replace("’", "'")).strip()
    known = load_gazetteer().epcis(name) or load_gazetteer().communes(name)  # "Vire au Noireau" is one name
    name = (name if known else NAME_END.sub("", name)).strip(" ,;.:–—-•|«»")
    name = BODY_OF_PAYS.sub("", name)
    stripped = NATURE.sub("", name).strip(" ,;.:–—-")
    if stripped.isupper():
        stripped = stripped.title() if len(stripped) > 4 else stripped
    return stripped[:1].upper() + stripped[1:] if stripped else name


def locate(name: str, where: Where, proof: Evidence, *, hint: TerritoryType | None = None) -> Located:
    """The official place of a name, as far as it is sure."""
    gazetteer = load_gazetteer()
    shown = bare_name(name)
    if (PAYS.match(name) or PAYS.match(shown)) and _nature(name) is not TerritoryType.EPCI:
        found = _known(gazetteer, name, TerritoryType.EPCI, where) if hint is TerritoryType.EPCI else None
        if found is None:
            return _unofficial(shown, TerritoryType.PAYS, where, proof)
    kinds = [hint] if hint else [_nature(name), None]
    for kind in kinds:
        wanted = shown if kind is None else name
        place = _known(gazetteer, wanted, kind, where) or _known(gazetteer, shown, kind, where)
        if place is not None:
            return _official(shown, place, proof)
    return _unofficial(shown, hint or _nature(name) or TerritoryType.AUTRE, where, proof)


def _nature(name: str) -> TerritoryType | None:
    folded = fold(name)
    if re.match(
        r"^(?:la |le |l )?(?:communaute|agglo|metropole|cc |ca |cu )|^.* (?:agglomeration|agglo|metropole|communaute)$",
        folded,
    ):
        return TerritoryType.EPCI
    if re.match(r"(?:la |l )?(?:ville|commune|mairie)\b", folded):
        return TerritoryType.COMMUNE
    if re.match(r"(?:le )?(?:departement|conseil departemental|conseil general)\b", folded):
        return TerritoryType.DEPARTEMENT
    return None


def _known(gazetteer: Gazetteer, name: str, kind: TerritoryType | None, where: Where) -> Place | None:
    """Near the parties first; then anywhere, when the name is that of one place only."""
    if where.departments or where.region:
        place = gazetteer.resolve(name, type=kind, departments=where.departments, region=where.region).place
        if place is None and where.region:
            place = gazetteer.resolve(name, type=kind, region=where.region).place
        return place
    return gazetteer.resolve(name, type=kind).place


def _official(shown: str, place: Place, proof: Evidence) -> Located:
    code = None if place.type is TerritoryType.DEPARTEMENT else place.code
    shown = place.name if place.type is TerritoryType.COMMUNE else shown
    territory = Territory(name=shown, type=place.type, code=code, vintage=place.vintage)
    departments = place.departments or ((place.code,) if place.type is TerritoryType.DEPARTEMENT else ())
    region = place.region or _region(departments)
    return Located(territory, departments, region, proof)


def _region(departments: Sequence[str]) -> str | None:
    return load_gazetteer().region_of_department(departments[0]) if departments else None


def _unofficial(shown: str, kind: TerritoryType, where: Where, proof: Evidence) -> Located:
    region = where.region or _region(where.departments)
    return Located(
        Territory(name=shown, type=kind),
        where.departments[:1] if kind is not TerritoryType.PAYS else where.departments,
        region,
        proof,
    )


def from_parties(parties: Sequence[Party], titles: Sequence[Passage], where: Where) -> Located | None:
    """The local authority among the parties that the title names; the first grouping or commune else."""
    local = [
        party for party in parties if party.signatory.kind in LOCAL and not _is_bare(party.signatory.name)
    ]
    cover = [passage for passage in titles if passage.block.page == titles[0].block.page]
    title = fold(" ".join(passage.text for passage in cover))
    if not any(fold(bare_name(party.signatory.name)) in title for party in local):
        title = fold(" ".join(passage.text for passage in titles))

    def fit(party: Party) -> tuple[float, bool, int, int]:
        core = fold(bare_name(party.signatory.name))
        order = {OrganisationKind.EPCI: 2, OrganisationKind.COMMUNE: 1, OrganisationKind.DEPARTEMENT: 0}
        named = fuzz.partial_ratio(core, title) if len(core) > 3 else 0.0
        whole = (
            len(core) if named >= 97 else 0
        )  # "Pays de Brocéliande" before "Brocéliande", both in the title
        rank = order[party.signatory.kind]
        return (round(named / 8) if named >= 88 else 0, rank > 0, whole, rank)

    if not local:
        return None
    best = max(local, key=fit)
    if best.signatory.kind is OrganisationKind.DEPARTEMENT and fit(best)[0] == 0:
        return None
    located = locate(best.signatory.name, where, best.evidence, hint=LOCAL[best.signatory.kind])
    return located if located.departments else _where_members_are(located, local)


def _where_members_are(located: Located, local: Sequence[Party]) -> Located:
    """A *pays* that no list has lies where the groupings and communes are that sign with it."""
    homes = [locate(p.signatory.name, Where(), p.evidence, hint=LOCAL[p.signatory.kind]) for p in local]
    departments = tuple(
        dict.fromkeys(code for home in homes if home.territory.code for code in home.departments)
    )
    return replace(located, departments=departments, region=located.region or _region(departments))


def from_area(
    parties: Sequence[Party], titles: Sequence[Passage], texts: Sequence[Passage], where: Where
) -> Located | None:
    """Several groupings sign and no title names one of them: the territory is the area that the text says."""
    groups = [
        p for p in parties if p.signatory.kind is OrganisationKind.EPCI and not _is_bare(p.signatory.name)
    ]
    if any(PAYS.match(p.signatory.name) for p in groups):  # the body that the groupings have made signs too
        return None
    title = fold(" ".join(p.text for p in titles if p.block.kind is BlockKind.HEADING))
    named = [p for p in groups if fuzz.partial_ratio(fold(bare_name(p.signatory.name)), title) >= 88]
    if len(groups) < 2 or named:
        return None
    for passage in texts:
        area = AREA.search(passage.text)
        if area is None:
            continue
        proof = evidence(passage.block, passage.proof, method=METHOD)
        located = locate(area["name"], where, proof)
        if located.territory.code:
            return located
        homes = [locate(p.signatory.name, where, p.evidence, hint=TerritoryType.EPCI) for p in groups]
        departments = tuple(dict.fromkeys(code for home in homes for code in home.departments))
        return replace(located, departments=departments, region=located.region or _region(departments))
    return None


def _is_bare(name: str) -> bool:
    """ "La ville", "la communauté de communes": which one is told elsewhere."""
    return bool(BARE_AUTHORITY.fullmatch(fold(name)))


def from_mentions(parties: Sequence[Party], texts: Sequence[Passage], where: Where) -> Located | None:
    """Where a party is only "la ville" or "l'agglomération": the place of that nature that is named most."""
    bare = [p for p in parties if p.signatory.kind in LOCAL and _is_bare(p.signatory.name)]
    if not bare:
        return None
    kind = LOCAL[bare[0].signatory.kind]
    counts: dict[str, int] = {}
    first: dict[str, Passage] = {}
    for passage in texts:
        for mention in load_gazetteer().find_places(passage.text, (kind,)):
            counts[mention.text] = counts.get(mention.text, 0) + 1
            first.setdefault(mention.text, passage)
    if not counts:
        return None
    name = max(counts, key=lambda text: counts[text])
    passage = first[name]
    return locate(name, where, evidence(passage.block, passage.proof, method=METHOD), hint=kind)


def from_organisations(texts: Sequence[Passage], where: Where) -> Located | None:
    """The first grouping or commune that is named as an organisation: "La communauté d'agglomération du Val d'Orge"."""
    for passage in texts:
        for mention in find_organisations(passage.text):
            kind = LOCAL.get(organisation_kind(mention.text))
            if kind is not None and kind is not TerritoryType.DEPARTEMENT and not _is_bare(mention.text):
                return locate(
                    mention.text, where, evidence(passage.block, passage.proof, method=METHOD), hint=kind
                )
    return None


def most_named(
    titles: Sequence[Passage], near: Sequence[Passage], texts: Sequence[Passage], where: Where
) -> Located | None:
    """The one official grouping or commune that titles, the sentences of the contract and the text name most."""
    scores: dict[str, float] = {}
    first: dict[str, Passage] = {}
    for weight, passages in ((3.0, titles), (2.0, near), (1.0, texts)):
        for passage in passages:
            for mention in load_gazetteer().find_places(
                passage.text, (TerritoryType.EPCI, TerritoryType.COMMUNE)
            ):
                key = fold(mention.text)
                scores[key] = scores.get(key, 0.0) + weight
                first.setdefault(key, passage)
    for key in sorted(scores, key=lambda name: (-scores[name], -len(name))):
        if scores[key] < 2:
            break
        proof = evidence(first[key].block, first[key].proof, method=METHOD)
        for mention in load_gazetteer().find_places(
            first[key].text, (TerritoryType.EPCI, TerritoryType.COMMUNE)
        ):
            if fold(mention.text) == key:
                located = locate(mention.text, where, proof)
                if located.territory.code:
                    return located
    return None


def from_title(titles: Sequence[Passage], where: Where) -> Located | None:
    """The name after "contrat local de santé" in a title or a sentence, if official or a pays."""
    fallback = None
    for passage in titles:
        for found in AFTER_CONTRACT.finditer(passage.text):
            name = found["name"]
            if not (name[0].isupper() or NATURE.match(name) or PAYS.match(name)):
                continue
            proof = evidence(passage.block, passage.text, method=METHOD)
            located = locate(_inside(name), where, proof)
            if located.territory.type is not TerritoryType.AUTRE:
                return located
            if _may_be_place(located, where):
                fallback = fallback or located
    return fallback


def _may_be_place(located: Located, where: Where) -> bool:
    """A name that no list has counts where something else says which part of France it is in."""
    name = located.territory.name
    named = re.search(r"[^\W\d_]{3}", name) and not re.search(r"[?!:;…]", name) and not CONTRACT.search(name)
    return bool(named) and bool(where.departments or where.region)


def _inside(name: str) -> str:
    """The longest beginning of the words that is a known place: "Thouarsais porte avec" → "Thouarsais"."""
    name = NAME_END.sub("", PARENTHESIS.sub("", name)).strip(" ,;.:–—-")
    words = name.split()
    gazetteer = load_gazetteer()
    for count in range(min(len(words), 9), 0, -1):
        part = " ".join(words[:count])
        if (
            gazetteer.epcis(part)
            or gazetteer.communes(bare_name(part))
            or gazetteer.department(bare_name(part))
        ):
            return part
    return name
