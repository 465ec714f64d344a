"""Who signs: names, persons and roles, all persons invented; and the ways a contract prints them."""

from dataclasses import dataclass
from random import Random

from samples.varied.blocks import UL, Block, Cell, P, Table, p, t
from samples.varied.draw import data, maybe


@dataclass(frozen=True)
class Party:
    """`article` goes before the name in a sentence: "La ", "L'", ""."""

    name: str
    kind: str
    person: str
    role: str
    woman: bool
    article: str
    by: str = ""  # "agissant par délégation…"

    @property
    def feminine(self) -> bool:
        first = self.name.split()[0].lower()
        return first in FEMININE

    @property
    def title(self) -> str:
        return "Madame" if self.woman else "Monsieur"

    @property
    def gold(self) -> dict[str, object]:
        return {
            "name": self.name,
            "kind": self.kind,
            "representative": {"name": self.person, "role": self.role},
        }


FEMININE = {
    "agence", "ville", "commune", "communauté", "préfecture", "caisse", "mutualité", "association", "sous-préfecture",
    "région", "union", "académie",
}  # fmt: skip
VOWEL = "aeiouéèêhAEIOUÉÈÊH"


class People:
    """Invented persons, none twice in a document."""

    def __init__(self, rng: Random) -> None:
        words = data("words")
        self.rng = rng
        self.last = rng.sample(words["last"], len(words["last"]))
        self.first = {True: words["first_f"], False: words["first_m"]}

    def one(self) -> tuple[str, bool]:
        woman = maybe(self.rng, 0.5)
        return f"{self.rng.choice(self.first[woman])} {self.last.pop()}", woman


def draw_parties(rng: Random, place: dict, people: People) -> list[Party]:  # type: ignore[type-arg]
    region, of_region, academy = data("words")["regions"][place["region"]]
    dep, town = place["dep_of"], place["town"]

    def party(name: str, kind: str, man: str, woman: str, by: str = "") -> Party:
        person, is_woman = people.one()
        first = name.split(maxsplit=1)[0].lower()
        article = "" if first not in FEMININE | MASCULINE else "La " if first in FEMININE else "Le "
        if article and name[0] in VOWEL:
            article = "L'"
        return Party(name, kind, person, woman if is_woman else man, is_woman, article, by)

    kind = {"commune": "commune", "epci": "epci", "pays": "epci", None: "epci", "departement": "departement"}[
        place["type"]
    ]
    lead = ("maire", "maire") if kind == "commune" else ("président", "présidente")
    delegate = maybe(rng, 0.2)
    ars = party(
        f"Agence régionale de santé {region}",
        "ars",
        f"directeur départemental {dep}" if delegate else "directeur général",
        f"directrice départementale {dep}" if delegate else "directrice générale",
        "agissant par délégation du directeur général" if delegate else "",
    )
    holder = party(place["holder"], kind, *lead)
    district = f"de l'arrondissement de {town}"
    doctors = f"Union régionale des professionnels de santé médecins libéraux {region}"
    farmers = rng.choice(["Mutualité sociale agricole", "Caisse de mutualité sociale agricole"]) + f" {dep}"
    psychiatry = "Établissement public de santé mentale Les Charmilles et Bel-Air"
    state = rng.choice(
        [
            party(f"Préfecture {dep}", "etat", "préfet", "préfète"),
            party(f"Préfecture {dep}", "etat", f"sous-préfet {district}", f"sous-préfète {district}"),
            party(f"État – Préfecture {dep}", "etat", "secrétaire général", "secrétaire générale"),
        ]
    )  # fmt: skip
    pool = [
        party(f"Caisse primaire d'assurance maladie {dep}", "assurance_maladie", "directeur", "directrice"),
        party(f"Conseil régional {of_region}", "region", "vice-président délégué à la santé", "présidente"),
        party(f"Centre hospitalier de {town}", "etablissement", "directeur", "directrice déléguée"),
        party(f"Rectorat de l'académie de {academy}", "etat", "recteur", "rectrice"),
        party(doctors, "professionnels", "président", "présidente"),
        party("Association Entre Nous, Soins et Solidarités", "association", "président", "présidente"),
        party(farmers, "assurance_maladie", "président", "directrice générale"),
        party(psychiatry, "etablissement", "directeur", "directrice"),
    ]  # fmt: skip
    if place["type"] != "departement":
        pool.append(party(f"Conseil départemental {dep}", "departement", "président", "vice-présidente"))
    rng.shuffle(pool)
    others = [party(name, "epci", *lead) for name in place.get("others", ())]
    head = [ars, holder] if maybe(rng, 0.5) else [holder, ars]
    return [*head, *others, state, *pool[: rng.randint(0, 4)]]


MASCULINE = {
    "conseil",
    "centre",
    "rectorat",
    "petr",
    "syndicat",
    "département",
    "établissement",
    "état",
    "pays",
}


def _by(party: Party, style: str) -> str:
    verb = "représentée" if party.feminine else "représenté"
    if style == "neutral":
        verb = "représenté(e)"
    his = "son" if not party.woman or party.role[0] in VOWEL else "sa"
    if style == "role_first":
        return f"{verb} par {his} {party.role}, {party.title} {party.person}"
    short = {"Madame": "Mme", "Monsieur": "M."}[party.title] if style == "short" else party.title
    return f"{verb} par {short} {party.person}, {party.role}" + (f", {party.by}" if party.by else "")


def prose(rng: Random, parties: list[Party]) -> list[Block]:
    """ENTRE … ET …: one paragraph a party."""
    style = rng.choice(["short", "long", "neutral", "role_first"])
    named = [f"{q.article}{q.name}" for q in parties]
    lines = [f"{name}, {_by(q, style)}" for name, q in zip(named, parties, strict=True)]
    head = rng.choice(["ENTRE", "Entre", "Entre les soussignés :", "Le présent contrat est conclu entre :"])
    if maybe(rng, 0.25):
        a, b = parties[:2]
        both = f"{named[0]} et {named[1][0].lower() + named[1][1:] if b.article else named[1]}"
        verb = "représentées" if a.feminine and b.feminine else "représentés"
        lines[:2] = [
            f"{both}, {verb} respectivement par {a.title} {a.person}, {a.role}, et par {b.title} {b.person}, {b.role}"
        ]
        named[:2] = [both]
    if maybe(rng, 0.3):
        return [p(head, "h3"), UL((*(t(s) + " ;" for s in lines[:-1]), t(lines[-1]) + "."))]
    cut = max(1, len(lines) // 2)
    blocks: list[Block] = [p(head, "center")]
    ends = maybe(rng, 0.6)
    for n, line in enumerate(lines):
        if n == cut:
            blocks.append(p("ET" if head.isupper() else "Et", "center"))
        known = ", ci-après désignée « l'ARS »" if "Agence" in line[:9] and maybe(rng, 0.4) else ""
        blocks.append(p(line + known + ","))
        if ends and n == cut - 1:
            blocks.append(p("d'une part,", "right"))
    if ends:
        blocks.append(p("d'autre part,", "right"))
    blocks.append(p(rng.choice(["il est convenu ce qui suit :", "Il a été convenu et arrêté ce qui suit."])))
    return blocks


def grid(rng: Random, parties: list[Party]) -> list[Block]:
    """A table: organisation, person, role."""

    def row(*texts: str, style: str = "cell") -> tuple[Cell, ...]:
        return tuple(Cell((p(s, style),)) for s in texts)

    if maybe(rng, 0.5):
        rows = [row("Signataire", "Représenté par", "Qualité", style="label")]
        rows += [row(q.name, f"{q.title} {q.person}", q.role) for q in parties]
        return [p("Les parties au contrat", "h3"), Table(tuple(rows), (0.45, 0.28, 0.27), "grid", 1)]
    rows = [row("Institution", "Représentant", style="label")]
    rows += [row(q.name, f"{q.person}, {q.role}") for q in parties]
    return [p("Les signataires du présent contrat sont :"), Table(tuple(rows), (0.5, 0.5), "grid", 1)]


def signatures(rng: Random, parties: list[Party]) -> list[Block]:
    """The places to sign, two or three beside one another."""
    wide = rng.choice([2, 2, 3])
    bold = maybe(rng, 0.5)
    cells = []
    for q in parties:
        article = q.article[0].lower() + q.article[1:] if q.article else ""
        name = t(f"Pour {article}{q.name}")
        role = q.role[0].upper() + q.role[1:]
        who = [P(f"<b>{name}</b>" if bold else name, "cell"), p(role + ",", "cell"), p(q.person, "cell")]
        if maybe(rng, 0.2):
            who[1:] = [p(q.person, "cell"), p(role, "cell")]
        cells.append(Cell((*who, P("<br/><br/><br/>", "cell"))))
    while len(cells) % wide:
        cells.append(Cell((p("", "cell"),)))
    rows = tuple(tuple(cells[n : n + wide]) for n in range(0, len(cells), wide))
    return [Table(rows, (1 / wide,) * wide, rng.choice(["grid", "none", "outer"]))]
