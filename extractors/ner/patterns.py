"""French words that announce a person, and the shapes of names."""

import re

from models.text import fold

_UPPER = "A-ZÀÂÄÇÉÈÊËÎÏÔÖÙÛÜŸŒÆ"
_LOWER = "a-zàâäçéèêëîïôöùûüÿœæ"
_JOIN = r"[ \u00a0]"

#: Before a name: "M.", "Mme", "le docteur". The name itself begins after it.
CIVILITY = (
    r"(?:M\.|MM\.|Mr\.?|Mme\.?|Mmes|Mlle|Monsieur|Madame|Mademoiselle|Messieurs|Mesdames|Dr\.?|Docteure?|Pr\.?|"
    r"Professeure?|Ma[iî]tre|[Ll]e (?:docteur|professeur)|[Ll]a (?:docteure|professeure))"
)
PARTICLE = r"(?:de|du|des|d['’]|le|la|van|von|da|di|el|ben|Ben|Le|La|De|Du)"
CAPITALISED = rf"[{_UPPER}][{_LOWER}]+(?:[-'’][{_UPPER}]?[{_LOWER}]+)*"
INITIAL = rf"[{_UPPER}]\.(?:-?[{_UPPER}]\.)?"
ALL_CAPITALS = rf"[{_UPPER}]{{2,}}(?:['’-][{_UPPER}]+)*"
_WORD = rf"(?:{ALL_CAPITALS}|{CAPITALISED}|{INITIAL})"
_NAME = rf"{_WORD}(?:{_JOIN}(?:{PARTICLE}{_JOIN}?){{0,2}}{_WORD}){{0,3}}"

#: "M. Jean-Paul DUPONT", "Mme de La Tour", "le docteur Élise Martin".
ANNOUNCED_PERSON = re.compile(
    rf"(?<!\w){CIVILITY}{_JOIN}+(?:(?:Dr|Pr|le docteur|le professeur|Docteur|Professeur)\.?{_JOIN}+)?"
    rf"(?P<name>(?:{PARTICLE}{_JOIN}?)?{_NAME})"
)
#: "Jean-Paul DUPONT": first name, then last name in capitals.
FIRST_AND_CAPITALS = re.compile(
    rf"(?<![\w-])(?P<name>{CAPITALISED}(?:{_JOIN}{CAPITALISED})?{_JOIN}(?:{PARTICLE}{_JOIN}?)?"
    rf"{ALL_CAPITALS}(?:{_JOIN}{ALL_CAPITALS})?)(?![\w-])"
)
#: "Élise Martin, maire de Sainte-Colombe": a role follows.
ROLE = (
    r"(?:maire|adjointe?|pr[ée]sidente?|vice-pr[ée]sidente?|pr[ée]f[eè]te?|sous-pr[ée]f[eè]te?|direct(?:eur|rice)|"
    r"conseill(?:er|[eè]re)|coordinat(?:eur|rice)|coordonnat(?:eur|rice)|rect(?:eur|rice)|d[ée]l[ée]gu[ée]e?|"
    r"m[ée]decin|infirmi(?:er|[eè]re)|charg[ée]e? de|responsable|[ée]lue?)"
)
BEFORE_ROLE = re.compile(
    rf"(?<![\w.-])(?P<name>{CAPITALISED}(?:{_JOIN}(?:{PARTICLE}{_JOIN}?)?{_WORD}){{1,2}})"
    rf"(?=\s*[,(–-]\s*(?:(?:l[ae]|son|sa|le)\s+|l['’])?{ROLE}\b)"
)

#: Capitalised words that begin a role or an organisation, never a first name.
NOT_A_PERSON = frozenset(
    fold(
        "le la les l un une monsieur madame maire préfet préfète président présidente directeur directrice"
        " ministre agence conseil centre commune communauté ville région département caisse contrat action"
        " fiche axe article signature fait vu pour avec et sous date lieu santé maison pôle hôpital"
        " préfecture mairie association fédération union mission réseau office institut école collège lycée clinique comité"
        " groupe service équipe programme plan projet loi"
    ).split()
)

#: Folded words that link the parts of an organisation's name.
NAME_LINKS = frozenset({"de", "du", "des", "d", "l", "la", "le", "les"})
#: Endings of adjectives of a place, which stand in lower case: "Centre hospitalier de l'Ouest guyanais".
PLACE_ADJECTIVE = re.compile(r"^[a-z]{3,}(?:ais|aise|ois|oise|ien|ienne|ard|arde)")
#: Heads that name a person of an organisation: they tell its kind, they are not its name.
NOT_ORGANISATIONS = re.compile(
    r"(?:sous )?prefete?s?|maires?|rect(?:eur|rice)|ministre|procureure?|dasen|haut commissaire|"
    r"delegue du gouvernement|direct(?:eur|rice) .*|professionnels de sante"
)
#: Everyday words: an organisation only with a capital and a proper name after them.
WEAK_HEADS = re.compile(
    r"communes?|villes?|mairies?|reseaux?|collectif|codes|aides|regions? ?|departements?.*|tribunal|parquet|"
    r"pays|"
    r"associations?|federations?|fondation|mutuelles?|cliniques?|hopita(?:l|ux)|syndicats?"
)
#: Acronyms of a sort of organisation: one of them only with a proper name after.
GENERIC_ACRONYMS = frozenset(
    (
        *(
            "caarud",
            "ccas",
            "ch",
            "chd",
            "chi",
            "chr",
            "chru",
            "chs",
            "chu",
            "cpts",
            "csapa",
            "ehpad",
            "epci",
        ),
        *("eps", "ept", "esat", "fam", "gal", "ght", "had", "ime", "msp", "petr", "sivom", "sivu", "ssiad"),
    )
)
#: Words that are places only elsewhere: "Centre hospitalier", "Publier un guide".
NOT_A_PLACE = re.compile(r"(?:[Cc]entre|CENTRE|[Pp]ublier|PUBLIER)")
#: A name with its nature after it: "Flers Agglo", "Laval Agglomération", "Ardenne Métropole".
BARE_GROUPING = re.compile(
    rf"(?<![\w-]){CAPITALISED}(?: (?:{PARTICLE}{_JOIN}?)?{CAPITALISED}){{0,4}}[ -]"
    rf"(?:[Aa]gglo(?:mération)?|[Mm]étropole|[Cc]ommunauté|[Ii]ntercom)(?![\w-])"
    r"(?! (?:de communes|d['’]agglo|urbaine))"
)
#: What spaCy leaves before a person's name.
LEADING_CIVILITY = re.compile(rf"{CIVILITY}{_JOIN}+")
