"""Expressions that announce axes, action sheets and objectives."""

import re

from extractors.guarded import guarded
from models.vocabularies.labels import word_lists

NUMBER_WORDS = "une|un|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze"
_COUNT = rf"(?P<count>\d{{1,2}}|{NUMBER_WORDS})"
_WORDS = (
    r"(?:axes?|orientations?|priorités?|thématiques?|thèmes?|enjeux|défis|volets|ambitions?|piliers|chantiers|caps|sujets|"
    r"domaines|leviers|objectifs\s+stratégiques|champs(?:\s+d.intervention)?|lignes\s+de\s+force)"
)
#: "Il porte sur 4 thématiques :", "Ses axes de travail sont :", "Cinq axes ont été retenus :".
ANNOUNCES = guarded(
    rf"\b(?:(?:{_COUNT}|les|ses|leurs|des|plusieurs)\s+(?:grand[es]*\s+)?)?{_WORDS}(?:\s+(?:stratégiques?|prioritaires?|thématiques?|transversa\w+))*\b[^.:]{{0,80}}:?\s*$",
    re.IGNORECASE,
)
ANNOUNCED = guarded(
    rf"\b{_COUNT}\s+(?:grand[es]*\s+)?{_WORDS}\b",
    re.IGNORECASE,
)
OF_THIS_CONTRACT = guarded(
    r"présent|retiennent|retenu|comporte|porte sur|suivants|s.articule|s.organise|décline|compte|structur|repose|autour de",
    re.IGNORECASE,
)
ANNOUNCED_ACTIONS = guarded(
    rf"\b(?P<count>\d{{1,3}}|{NUMBER_WORDS}|(?:vingt|trente|quarante|cinquante|soixante)(?:[\s-](?:et[\s-])?\w+)?)\s+"
    r"(?:fiches?(?:[\s-]actions?)?|actions)\b",
    re.IGNORECASE,
)
LISTS_ACTIONS = guarded(r"déclin|annex|comporte|comprend|contient|plan d.actions?", re.IGNORECASE)
TRANSVERSAL = re.compile(
    r"^(?:axes?|volet|orientation|priorité|thématique)\s+transversa(?:l|le|ux)\s*[:–-]\s*", re.IGNORECASE
)
#: "Objectifs :" alone, above the objectives of an axis.
OBJECTIVES_HEAD = re.compile(
    r"(?:(?:les|nos|ses)\s+)?objectifs?(?:\s+(?:stratégiques?|opérationnels?|généraux|spécifiques?|poursuivis|visés|"
    r"de\s+l.axe|associés|retenus))*\s*:?",
    re.IGNORECASE,
)
#: A sentence about the axes of another contract.
FOREIGN = guarded(
    r"(?:premier|précédent|ancien|antérieur)\w*\s+(?:contrat|CLS)|contrat de ville|projet régional de santé|\bPRS\b",
    re.IGNORECASE,
)


# --- axes told in a sentence -----------------------------------------------------------------------------------------

_ADJECTIVES = (
    r"(?:stratégiques?|prioritaires?|thématiques?|transversa\w+|majeurs?|principa\w+|forts?|fortes?|structurants?|communs?|"
    r"retenue?s|identifiée?s|suivante?s|définie?s|de\s+travail|d.action|d.intervention|du\s+contrat(?:\s+local\s+de\s+santé)?|du\s+CLSM?)"
)
_BEFORE = r"(?:(?:grand[es]*|principa(?:ux|les)|premi(?:ers|ères)|nouve(?:aux|lles))\s+)?"
#: "autour de trois axes", "Ses priorités", "Axes :"; what follows says what they are.
TELLS = guarded(
    rf"(?<![\w’'])(?:{_COUNT}\s+|(?P<det>les|ses|leurs|nos|des|aux|plusieurs)\s+(?:{_COUNT.replace('count', 'counted')}\s+)?)?{_BEFORE}"
    rf"(?P<word>{_WORDS})\b(?:\s+{_ADJECTIVES}){{0,3}}",
    re.IGNORECASE,
)
#: What may stand between that and the items: "ont été retenus :", ", sans les détailler :", " (".
LEADS_TO = re.compile(r"(?P<gap>[^.:;!?«»()]{0,90})(?P<mark>[:(«])")
#: "Les travaux porteront sur :", where the items are marked.
BEARS_ON = re.compile(
    r"\b(?:port\w{1,6}\s+sur|s.articul\w{1,5}\s+autour|repos\w{1,5}\s+sur|se\s+concentr\w{1,5}\s+sur|vis\w{1,5})\s*:\s*",
    re.IGNORECASE,
)
#: "L'accès aux soins, la santé mentale et le logement sont les trois axes du contrat."
ARE_THE_AXES = re.compile(
    rf"\s(?:sont|constituent|forment|seront|composent)\s+(?:les|ses|nos)\s+(?:{_COUNT}\s+)?{_BEFORE}{_WORDS}\b",
    re.IGNORECASE,
)
#: "Le premier axe concerne …, le deuxième … et le troisième …"
ORDINAL = re.compile(
    rf"(?<![\w’'])(?:l[ea]|une?)\s+(?P<ordinal>premi(?:er|ère)|seconde?|(?:deux|trois|quatr|cinqu|six|sept)ième|derni(?:er|ère))\s*"
    rf"(?P<word>{_WORDS}\b)?(?:\s+{_ADJECTIVES})?\s*[,:]?\s*(?:(?:est\s+consacrée?\s+(?:à|aux?)|port\w+\s+sur|concern\w+|trait\w+\s+de|vis\w+\s+à|"
    r"touch\w+\s+à|s.intéress\w+\s+(?:à|aux?)|(?:est\s+)?intitulée?|sur|à|est)\s+)?",
    re.IGNORECASE,
)
#: "Axe 1 – L'offre de soins, Axe 2 – La prévention" in one line.
NUMBERED_INLINE = re.compile(
    r"(?<![\w’'])(?P<word>axe|orientation|priorité|défi|volet|thématique|pilier|cap|chantier)\s+(?:stratégique\s+)?(?:n\s?°\s*)?"
    r"(?P<number>\d{1,2}|[IVX]{1,4}|[A-H])\s*(?:[:–—.)-]|(?=«))\s*",
    re.IGNORECASE,
)
#: "Cette action relève de l'axe 2, « Aller vers »".
CITED = re.compile(
    r"(?:relèv\w+\s+de|inscri\w+\s+(?:dans|à)|répon\w+\s+à|rattachée?s?\s+à|au\s+titre\s+de|découl\w+\s+de)\s+l.(?P<word>axe|orientation)\s+"
    r"(?:stratégique\s+)?(?:n\s?°\s*)?(?P<number>\d{1,2}|[IVX]{1,4}|[A-H])\b(?:\s+du\s+\w+)?\s*[,:(–—-]*\s*(?:«\s*(?P<title>[^»]{4,160}?)\s*»|"
    r"(?:intitulée?\s+)?(?P<bare>[A-ZÉÈÀÎ][^.;()«»]{3,160}?)(?=[.;)]|$))"
    r"|\b(?P<ordinal>premi(?:er|ère)|deuxième|seconde?|troisième|quatrième|cinquième)\s+(?:axe|orientation|priorité|volet)\s*[:,(]?\s*"
    r"«\s*(?P<named>[^»]{4,160}?)\s*»",
    re.IGNORECASE,
)
#: A heading over the axes, and nothing else: "Les priorités", "Article 3. Premiers axes de travail", "Trois caps".
AXES_HEADING = re.compile(
    rf"(?:(?:article|chapitre|titre|partie)\s+\w{{1,4}}\s*[.:–—-]?\s*|\d{{1,2}}\s*[.)/–-]\s*)?(?:quels?\s+sont\s+|quelles?\s+(?:sont\s+)?|quels?\s+)?"
    rf"(?:(?:les|ses|nos|des|ces|l.|notre|une|un)\s*)?(?:{_COUNT}\s+)?{_BEFORE}{_WORDS}(?:\s+{_ADJECTIVES}){{0,3}}"
    r"(?:\s+(?:du|de\s+ce|de\s+notre|de\s+la|de\s+l.|des?|d.)\s*(?:(?:nouveau|premier|deuxième|troisième|\d\w*)\s+)?(?:contrat|CLSM?|démarche|feuille|territoire|projet)\b.{0,60})?"
    r"(?:\s+et\s+(?:(?:les|des|ses)\s+)?(?:actions|objectifs).{0,30})?\s*[?:.]*",
    re.IGNORECASE,
)
#: A heading that asks for them, under which a sentence counts them: "De quoi s'occupe-t-il ?"
ASKS = re.compile(
    r"\b(?:de\s+quoi\s+s.occupe|sur\s+quoi\s+(?:porte|travaille|agit)|que\s+(?:contient|prévoit|dit|trouve)|pour\s+(?:quoi\s+faire|faire\s+quoi)|"
    r"quels?\s+(?:sont|est|thèmes|sujets|axes)|quelles?\s+(?:priorités|sont|orientations)|contenu\s+du)",
    re.IGNORECASE,
)
AN_ORDINAL = re.compile(
    r"\b(?:premi(?:er|ère)|deuxième|seconde?|troisième|quatrième|cinquième)\s+$", re.IGNORECASE
)
#: The same in a heading right above a list: "Sur quoi porte-t-il ?"
ASKS_FOR_AXES = re.compile(
    r"^\W*(?:sur\s+quoi\s+(?:porte|travaille|agit)|de\s+quoi\s+s.occupe|quels?\s+(?:sont\s+les\s+)?(?:axes|thèmes|sujets|chantiers)|"
    r"quelles?\s+(?:sont\s+les\s+)?(?:priorités|orientations)|(?:il|elle)\s+s.occupe)\b.{0,40}",
    re.IGNORECASE,
)
#: "Le contrat privilégie deux voies :", whatever it calls them; as many items must follow.
COUNTED_AIMS = re.compile(
    rf"\b(?:repos\w{{1,5}}\s+sur|s.articul\w{{1,5}}\s+autour\s+de|port\w{{1,4}}\s+sur|s.attaqu\w{{1,4}}\s+à|vis\w{{1,4}}|privilégi\w{{1,4}}|retien\w{{1,4}}|"
    rf"poursui\w{{1,3}}|fix\w{{1,4}}|se\s+donn\w{{1,4}}|tien\w{{1,3}}\s+en)\s+{_COUNT}\s+"
    r"(?!ans?\b|mois\b|fiches|actions|projets|signataires|partenaires|communes|réunions|structures|comités|personnes|habitants|mesures|groupes)"
    r"\w+(?:\s+\w+){0,2}\s*:\s*",
    re.IGNORECASE,
)
COUNTS = re.compile(rf"\b{_COUNT}\s+[^.:;()]{{1,40}}:\s*", re.IGNORECASE)
#: The words of a text that speaks of a contract.
OWN = re.compile(
    r"\bcontrat|\bCLSM?\b|protocole|convention|\bavenant|signataire|sign(?:é|ature|er|ent)\b|paraphé|lettre d.intention",
    re.IGNORECASE,
)
#: Plans that have axes too; a sentence about them tells none of the contract's unless the contract is its subject.
OTHER_PLAN = re.compile(
    r"contrat\s+de\s+ville|contrat\s+territorial|contrat\s+local\s+de\s+sécurité|projet\s+(?:régional|territorial|de\s+santé|de\s+territoire|alimentaire|médical)|"
    r"\bPRSE?\d?\b|\bPTSM\b|\bCPTS\b|\bPAT\b|\bPCAET\b|\bCTG\b|\bCRTE\b|schéma\s+(?:régional|directeur|départemental)|"
    r"plan\s+(?:climat|local|national|régional|départemental|pauvreté|santé)|stratégie\s+nationale|convention\s+territoriale",
    re.IGNORECASE,
)
#: An earlier or a later contract than the one spoken of.
OTHER_CONTRACT = re.compile(
    r"(?:premi(?:er|ère)|précédente?|ancien|antérieur|dernier)s?\s+(?:contrat|CLS|génération|édition|document)|contrat\s+(?:précédent|antérieur)|"
    r"prédécesseur|\bCLS\s*1\b|(?:contrat|CLS)\s+de\s+(?:première|1\s?(?:re|ère))\s+génération|version\s+précédente",
    re.IGNORECASE,
)
#: A heading over what became of the contract before: "Bilan du CLS 2015-2018", "Les suites du contrat 2014-2018".
REVIEW = re.compile(
    r"\b(?:bilan|suites|retour|enseignements|acquis)\s[^.:]{0,40}\b(?:contrat|CLS)\b[^.:]{0,30}\b(?:19|20)\d\d\s?[-–/à]",
    re.IGNORECASE,
)
#: Words that bring a sentence about an earlier contract back to the present one.
THIS_ONE = re.compile(
    r"(?:nouveau|deuxième|second|troisième|quatrième|présent|actuel)s?\s+(?:contrat|CLS|document|protocole)|\ble\s+(?:deuxième|second|troisième|nouveau)\b|"
    r"\bCLS\s*[2-9]\b|en\s+ont\s+signé\s+un",
    re.IGNORECASE,
)
PRONOUN = re.compile(r"(?:il|elle|on\s+y|celui-ci|ce\s+dernier|ses|leurs|y|en)\b", re.IGNORECASE)
#: What stands under a heading of axes without being one.
NO_AXIS = re.compile(
    r"(?:les\s+|nos\s+|exemples\s+d.)?(?:actions?|objectifs?|signataires?|partenaires?|contact|calendrier|documents?|pilote|en\s+savoir)\b|(?:la\s+)?gouvernance(?:\s+d[eu].{0,40})?\W*$|"
    r"(?:que|qui|où|dont|voir|cf\.?)\s",
    re.IGNORECASE,
)
_PLURAL = "|".join(
    r"[sx]?\ ".join(map(re.escape, word.split())) + "[sx]?"
    for word in (*word_lists()["words"], "sujet", "ligne de force")
)
#: The folded header of a column of axes, or the label of a row.
AXES_COLUMN = re.compile(
    rf"(?:les |nos )?(?:{_PLURAL})(?: (?:{'|'.join(word_lists()['adjectives'])}|transversaux|retenue?s|traitee?s|principaux)s?)*"
)
#: The value of a row that tells of no axis.
NONE_TOLD = re.compile(
    r"(?:non\s+\w+s?|néant|aucune?|à\s+(?:définir|venir|préciser)|en\s+cours|diagnostic\b.*|[–—-])\W*$",
    re.IGNORECASE,
)
OBJECTIVES_COLUMN = re.compile(r"(?:les\s+|nos\s+)?objectifs?(?:\s+\w+)?\s*:?", re.IGNORECASE)
