"""How contracts name the bodies that govern them, tell who sits in them, and how often they meet."""

import re

from extractors.guarded import guarded
from models.records import CommitteeKind

_QUALIFIER = (
    r"(?:\s+(?:stratégiques?|politiques?|territoria(?:l|ux)|loca(?:l|ux)|restreints?|élargis?|pléniers?|opérationnels?|techniques?|"
    r"partenaria(?:l|ux)|institutionnels?|thématiques?|départementa(?:l|ux)))*"
)
NAMES = {
    CommitteeKind.STEERING: (
        r"comités?\s+de\s+pilotage|co-?pils?\b|comités?\s+(?:stratégiques?|directeurs?|politiques?|décisionnels?)\b|"
        r"comités?\s+de\s+gouvernance|(?:conseil|instance|groupe)\s+de\s+pilotage|"
        r"instance\s+(?:stratégique|politique|décisionnelle|de\s+gouvernance)\b"
    ),
    CommitteeKind.TECHNICAL: (
        r"comités?\s+(?:techniques?|opérationnels?)\b|co-?tech\w{0,3}\b|"
        r"comités?\s+de\s+(?:suivi(?:\s+et\s+d['’]évaluation)?|coordination|projet)\b|équipes?[\s-]+projet\b|"
        r"équipe\s+opérationnelle|cellules?\s+(?:de\s+coordination|techniques?|opérationnelles?|d['’]animation)|groupes?\s+techniques?\b|"
        r"instance\s+(?:technique|opérationnelle|de\s+suivi|de\s+coordination)\b"
    ),
    CommitteeKind.OTHER: (
        r"groupes?\s+de\s+travail\b|groupes?\s+(?:thématiques?|projets?)\b|commissions?\s+(?:thématiques?|de\s+travail)|"
        r"assemblées?\s+plénières?|comités?\s+(?:pléniers?|consultatifs?|scientifiques?|restreints?)\b|réunions?\s+plénières?|"
        r"comités?\s+des\s+(?:financeurs|partenaires|usagers|habitants|élus|signataires)|comités?\s+d['’](?:évaluation|éthique|usagers|habitants)|"
        r"conférences?\s+(?:annuelles?\s+)?des\s+(?:partenaires|acteurs|signataires)|bureau\s+du\s+(?:CLSM?|contrat)\b"
    ),
}
NAME = guarded(
    r"\b(?:"
    + "|".join(f"(?P<{kind.value}>(?:{names}){_QUALIFIER})" for kind, names in NAMES.items())
    + r")(?!\w)",
    re.IGNORECASE,
)
#: Bodies of the same name that are told apart.
APART = ("restreint", "elargi", "plenier")

GOVERNANCE_TITLE = guarded(
    r"gouvernance|pilotage|\binstances?\b|comité|\bco-?pil\b|co-?tech|animation|coordination|\bsuivi\b|organisation|équipe[\s-]projet",
    re.IGNORECASE,
)
GLOSSARY_TITLE = guarded(r"glossaire|\bsigles?\b|abréviations|lexique|acronymes|sommaire", re.IGNORECASE)

#: Words before a name that make it a mention in passing: "présenté au comité de pilotage".
PASSING = re.compile(
    r"(?:\b(?:au|aux|du|chaque|sans|hors|selon)|\b(?:devant|avec|avant|après|pour|dans|de|à|entre)\s+(?:l[ea]s?|l['’]|un|une|chaque)|"
    r"\bpar\s+(?:l[ea]s?|l['’])|\w\s+(?:des|de|d['’]))\s*$",
    re.IGNORECASE,
)
#: … but "le pilotage est assuré par le comité" sets it up.
SET_UP = re.compile(
    r"(?:assurée?s?|portée?s?|conduite?s?|pilotée?s?|animée?s?|garantie?)\s+par\s+(?:l[ea]s?\s+|l['’])$|"
    r"(?:création|constitution|composition|mise\s+en\s+place|installation|membres)\s+(?:du|des|d['’]un(?:e)?)\s+$|"
    r"\b(?:siègent|participent|prennent\s+part)\s+(?:au|aux|à\s+l['’])\s*$|\bautour\s+(?:d['’]une?|du)\s+$|composée?\s+d['’]une?\s+$",
    re.IGNORECASE,
)
#: A meeting of a day is no rule: "le comité de pilotage du 17 mai 2022".
ONE_MEETING = re.compile(
    r"^\s*(?:\([^)]{0,20}\)\s*)?(?:,\s*)?(?:réunie?s?\s+|tenue?s?\s+)?(?:(?:en\s+date\s+)?du|le|de)\s+(?:\d|1er|\w+\s+20\d\d)",
    re.IGNORECASE,
)
#: "Il se réunit", "Cette instance associe": the body of the sentence before.
GOES_ON = re.compile(
    r"^\s*(?:(?:il|elle|ils|elles|celui-ci|celle-ci|ce\s+comité|cette\s+(?:instance|équipe|cellule|assemblée)|le\s+comité|l['’]instance|y\b|"
    r"s(?:a|es|on)\s+(?:composition|fréquence|périodicité|membres?|rythme))\b|"
    r"(?:composition|membres?|participants?|fréquence|périodicité|rythme|réunions?|présidence|présidé|coprésid|sont\s+(?:également\s+|aussi\s+)?(?:membres|invités|associés)))",
    re.IGNORECASE,
)

_OF = r"\s+(?:notamment\s+|également\s+|a\s+minima\s+|au\s+minimum\s+)?(?=de\b|du\b|des\b|d['’]|par\b|:)"
#: Cues after which those who sit are listed.
COMPOSED = guarded(
    rf"(?:se\s+compose(?:nt|ra)?|(?:est|sont|sera)\s+composée?s?|composée?s?|constituée?s?|formée?s?){_OF}(?!pour\b)(?:par\s+)?|"
    r"\bcompos(?:é|ée|és|ées)\s*:\s*|"
    r"(?<!se\s)\b(?:réuni(?:t|ra|ssent|ssant)|rassembl(?:e|era|ent|ant)|regroup(?:e|era|ent|ant)|associ(?:e|era|ent|ant)|"
    r"compr(?:end|endra|ennent|enant))\b(?!\s+(?:à|au|aux)\b)\s*(?:,[^,]{0,50},\s*)?(?:notamment\s+|également\s+)?|"
    r"\b(?:co-?présidée?s?|présidée?s?)\s+(?:conjointement\s+|respectivement\s+)?par\s+|"
    r"\bsous\s+la\s+(?:co-?)?présidence\s+(?:conjointe\s+)?(?=d[eu'’]|des)|"
    r"^\s*y\s+(?:siègent|participent|sont\s+(?:invités|associés|représentés|conviés))\s*:?\s*|"
    r"^\s*(?:sont|en\s+sont)\s+(?:également\s+|aussi\s+)?(?:membres|invités|associés)\s*:?\s*(?!d[ue])|"
    r"^\s*(?:sa\s+)?(?:composition|ses\s+membres|membres|participants)(?:\s+(?:du|de)[^:]{0,40})?\s*(?::|sont|est)\s*|"
    r"^\s*présidence\s*:\s*|\bmembres\s*:\s*",
    re.IGNORECASE,
)
#: "La CAF et l'ORS y sont invités": those who sit stand before.
BEFORE = guarded(
    r",?(?<!\s)\s*\by\s+(?:sont\s+(?:également\s+|aussi\s+)?(?:invités|invitées|associés|associées|conviés|représentés)|siègent|participent|"
    r"prennent\s+part)\b|(?<!\s)\s+(?:siègent|participent)\s+(?:au|à\s+l['’])\s*$",
    re.IGNORECASE,
)
#: Where a list of those who sit ends.
STOP = re.compile(
    r",?(?<!\s)\s*\b(?:et\s+)?(?:se\s+(?:réuni|tien)|est\s+(?:chargée?|présidée?|animée?|réunie?|l['’]|institu|créé)|sont\s+(?:chargée?s|réunis)|"
    r"assure(?:nt)?\b|valide(?:nt)?\b|prépare(?:nt)?\b|a\s+pour\b|ont\s+pour\b|chargée?s?\s+(?:de|d['’])(?!\s*(?:mission|projet|la\s|l['’]))|"
    r"afin\b|dont\b|lors\b|au\s+(?:moins|minimum)\b|à\s+raison\b|à\s+un\s+rythme\b|selon\b|"
    r"(?:une|deux|trois|quatre|\d)\s+(?:à\s+\w+\s+)?fois\b|tous\s+les\s+\w+\s+(?:mois|ans)|chaque\s+(?:mois|an|année|trimestre|semestre)|"
    r"pour\s+(?:\w+er|\w+ir|une\s+durée|\w+re)\b|dans\s+le\s+but|qui\b|il\s|elle\s|sera\s+lancé|en\s+séance|sans\s+être)",
    re.IGNORECASE,
)

_COUNT = r"(?:une|deux|trois|quatre|cinq|six|dix|douze|\d{1,2})"
_LEAST = r"(?:au\s+moins|au\s+minimum|a\s+minima|au\s+maximum|environ|minimum)"
_EACH = r"(?:annuel|semestriel|trimestriel|mensuel|bimestriel|bimensuel|bisannuel|hebdomadaire)"
FREQUENCY = re.compile(
    rf"(?:{_LEAST}\s+)?{_COUNT}(?:\s+(?:à|ou|et)\s+{_COUNT})?\s*(?:fois|x)\s*(?:par|/|chaque|(?:dans\s+)?l['’])\s*(?:ans?\b|année|trimestre|semestre|mois|semaine)|"
    rf"(?:{_LEAST}\s+)?{_COUNT}(?:\s+(?:à|ou|et)\s+{_COUNT})?\s+(?:réunions?|rencontres?|séances?)\s+(?:(?:par|chaque)\s+(?:an|année|trimestre|semestre|mois)|{_EACH}(?:le)?s?)\b(?:\s+{_LEAST})?|"
    r"(?:au\s+moins\s+)?(?:chaque\s+(?:année|an|trimestre|semestre|mois|semaine)|tous\s+les\s+(?:\w+\s+)?(?:mois|ans|trimestres|semestres)|"
    r"toutes\s+les\s+(?:\w+\s+)?semaines)\b|"
    rf"\b(?:{_EACH}lement|{_EACH}ement)\b|"
    r"\b(?:en\s+tant\s+que\s+de\s+besoin|(?:autant\s+que\s+)?(?:de\s+besoin|nécessaire)|selon\s+les\s+besoins)\b",
    re.IGNORECASE,
)
#: "à un rythme trimestriel", "réunions annuelles", "Périodicité : semestrielle".
EACH = guarded(
    rf"(?:\b(?:rythme|fréquence|périodicité|réunions?|rencontres?|séances?)\b[^.,;]{{0,22}}?|^\s*)\b(?P<each>{_EACH}(?:le)?s?)\b",
    re.IGNORECASE,
)
#: "un comité de pilotage annuel"
NAMED_EACH = re.compile(rf"(?<!\s)\s*(?:\([^()]{{0,20}}\)\s*)?(?P<each>{_EACH}(?:le)?s?)\b", re.IGNORECASE)
MEETS = guarded(
    r"\bse\s+(?:réuni|tien)\w*|\bréuni(?:t|e|s|es|ra)?\b|réunions?\b|rencontres?\b|convoqué\w*|\bsiège\b|\brythme\b|fréquence\b|périodicité\b|à\s+raison\b",
    re.IGNORECASE,
)
#: Labels of a table or of a line about a body.
COMPOSITION_LABEL = re.compile(
    r"^(?:la\s+)?(?:compositions?|membres|participants?|participant(?:\(s\)|e)?s?|qui|acteurs|représentants)\b[\w\s'’]{0,25}\??\s*:?$",
    re.IGNORECASE,
)
FREQUENCY_LABEL = re.compile(
    r"^(?:la\s+)?(?:fréquence|périodicité|rythme|réunions?|quand|rencontres?)\b[\w\s'’]{0,25}\??\s*:?$",
    re.IGNORECASE,
)
#: "Missions", "Rôle": the items below are tasks, not members.
TASKS = re.compile(
    r"mission|rôle|\battribution|objet|objectif|compétence|chargée?\b|fonction|ordre\s+du\s+jour|tâche",
    re.IGNORECASE,
)
