"""French words for those who act in a sentence: offices, local authorities without their name, persons; and what
the words around a list of them say: they sign, or they only attend, support, pay for, coordinate.
"""

import re

_UP = "A-ZÉÈÊËÀÂÎÏÔÖÛÜÇŒ"
_NAME = rf"[{_UP}](?:[\w’'-]*\w|\.)"
_PARTICLE = r"(?:de\s|du\s|des\s|d['’]|le\s|la\s|von\s|van\s|ben\s|el\s|al\s|da\s|dos\s)"
CIVILITY = (
    r"(?:M\.|MM\.|Mr\.?|Mme|Mmes|Mlle|[Mm]onsieur|[Mm]adame|[Mm]ademoiselle|"
    r"Dr|[Dd]octeure?|Pr|[Pp]rofesseure?|Me)"
)
#: "M. Jean Dupont", "Sophie de La Tour": a civility, or two capitalised words.
PERSON = re.compile(
    rf"(?<![\w’'-])(?:(?P<civility>(?:(?:le|la)\s)?{CIVILITY})\s(?:(?:le|la)\s)?)?"
    rf"(?P<name>{_NAME}(?:[\s](?:{_PARTICLE}){{0,2}}{_NAME}){{0,3}})"
)
_ROLE = (
    r"(?:(?:vice|sous|co)[- ]|(?:premi(?:er|ère)|deuxième|1(?:er|ère|re))\s(?=adjoint|vice))?"
    r"(?:présidente?|préfet|préfète|maire|directeur|directrice|recteur|rectrice|"
    r"délégué|déléguée|secrétaire|adjoint|adjointe|conseiller|conseillère|administrateur|administratrice|"
    r"D\.?G\.?A?|représentante?(?!\s(?:l[ea]\s|l['’]))|élue?|doyen|doyenne|chef|cheffe|patron|patronne|numéro\sdeux)"
)
#: An office with its qualities, up to the body it is of: "directrice générale adjointe", "adjointe au maire".
OFFICE = re.compile(
    rf"(?<![\w’'-])(?:(?:l[ea]|sa|son|leur|notre|votre|une?)\s|l['’])?(?P<role>{_ROLE}(?![\w’'-])"
    r"(?:\s(?:générale?|adjointe?|délégué(?:e)?|départementale?|territoriale?|régionale?|général\sadjoint|"
    r"par\sintérim|exécutive?|académique|en\sexercice|honoraire|premi(?:er|ère)|sortante?|"
    r"au\smaire|chargée?\s(?:à|de|du|des)\s(?:la\s|l['’])?[a-zéèêç]+|"
    r"(?:à|de|pour)\s(?:la\s|l['’])(?:santé|égalité|offre|prévention|autonomie|cohésion|solidarité)"
    r"(?:\s(?:des|de|et|publique|sociale|la)(?:\s[a-zéèêç]+)?){0,3}))*)",
    re.IGNORECASE,
)
#: Between the office and its body: "de l'", "de l'offre de soins à l'", "au sein de la".
OF_BODY = re.compile(
    r"^\s?(?:[a-zéèêçàîô’' ]{0,60}?(?<![\w]))?(?:de\sla|de\sl['’]|du|des|de|d['’]|à\sla|à\sl['’]|au|aux|à)\s?$"
)
#: A part of the body before it: "directrice de la délégation du Rhône de l'".
OF_PART = re.compile(
    r"^\s(?:de\sla\s|du\s|de\sl['’])(?:délégation|direction|unité|pôle|service|antenne|agence|DD|DT)\b[^,;()]{0,50}?"
    r"(?:\s|^)(?:de\sl['’]|de\sla|du|des|à\sl['’])\s?$"
)
DELEGATION = re.compile(
    rf"^\s(?:de\sla\s|à\sla\s)(?:délégation|direction)\s(?:départementale|territoriale)?\s?(?:(?:du|de\sla|de\sl['’]|des|de|d['’])\s?"
    rf"{_NAME}(?:[\s-](?:(?:et|de|du|la|des)[\s-]|d['’])?{_NAME}){{0,3}})?"
)
#: A place right after the office: "maire de La Rochelle", "préfet du Cher", "sous-préfète d'Avesnes-sur-Helpe".
OF_PLACE = re.compile(
    rf"^\s(?:du|de\sla|de\sl['’]|des|de|d['’])\s?(?P<place>(?:(?:La|Le|Les|L['’])\s?)?{_NAME}"
    rf"(?:[\s-](?:(?:de|du|des|sur|sous|en|lès|et|la|le|les)[\s-]|d['’]|l['’]){{0,2}}{_NAME}){{0,5}})"
)
#: After such a body, the place that it is of, or the name that it bears: "commune de Méru", "région Normandie".
NAMED_BODY = re.compile(
    rf"\s(?:(?:du|de\sla|de\sl['’]|des|de|d['’])\s?)?(?:(?:La|Le|Les|L['’])\s?)?{_NAME}"
    rf"(?:[\s-](?:(?:de|du|des|sur|sous|en|lès|la|le|les)[\s-]|d['’]|l['’]){{0,2}}{_NAME}){{0,5}}"
)
#: The rest of the name of a grouping that has a comma in it: ", Der et Vallées".
NAME_GOES_ON = re.compile(rf",\s{_NAME}(?:\s(?:et|de|du|la|le|les|en)\s{_NAME}|[\s-]{_NAME}){{0,4}}")
HYPHENED = re.compile(r"(?:-[\w’']{1,20}){1,5}")
#: Two bodies that their links have run together: "CC et de l'ARS Occitanie".
RUN_TOGETHER = re.compile(
    r"\s(?:et|avec)\s(?:d[eu]\s|de\s)?(?:l['’]|la\s|le\s)?(?=(?-i:ARS|Agence|CPAM|MSA|Caisse|[ÉE]tat|[Pp]réfecture|"
    r"[Dd]épartement|[Rr]égion|[Cc]onseil|Ville|[Cc]ommune\b|[Cc]ommunauté|[Cc]entre\s[Hh]osp))"
)
#: Bodies of every place, without a name: "la ville", "l'agglomération", "la préfecture", "l'agence".
BARE_BODY = re.compile(
    r"(?<![\w’'-])(?:l[ea]s?\s|l['’]|du\s|d['’]|notre\s|votre\s|leur\s|sa\s|son\s)?(?P<body>villes?|communes?|"
    r"mairie|municipalité|agglomération|agglo|intercommunalité|interco|CdC|métropole|communauté\s(?:de\scommunes|"
    r"d['’]agglomération|urbaine)|collectivité|préfecture|sous-préfecture|[ÉE]tat|agence(?:\srégionale\sde\ssanté)?|"
    r"ARS|CPAM|MSA|CCAS|EPCI|PETR|CHU?|rectorat|département|région|conseil\s(?:départemental|régional)|"
    r"assurance[\s-]maladie|centre\shospitalier|hôpital)(?![\w’'-])",
    re.IGNORECASE,
)
#: Bodies that the list of organisations does not know: "l'université de Lille", "la maison de l'adolescent".
OTHER_BODY = re.compile(
    r"(?<![\w’'-])(?:l[ea]s?\s|l['’])?(?P<body>(?:université|maison\s(?:des?|médicale)|institut|observatoire|"
    r"école|faculté|chambre|office|conservatoire|comité\s(?:départemental|régional)|union|parc|agence)\s"
    r"(?:[^,;:.()]{3,90}\s\((?-i:[A-Z]{2,10})\)|[^,;:.()]{3,60}?(?=\s?[,;:.()]|\set\s|$)))",
    re.IGNORECASE,
)
#: "PMA", "CCGAM": a body where the text explains it and it stands in a list or behind an office.
ACRONYM = re.compile(
    r"(?<![\w’'.-])(?!CLSM?\b|PRSE?\b|QPV\b|PTSM\b|COPIL\b|PDF\b|DG\b|DGA\b)(?P<body>[A-Z]{3,7})(?![\w-])"
)
#: Before such a body where it is one of a list.
IN_LIST = re.compile(r"(?:^|[,;:]|\b(?:et|par|entre|avec|qu['’]|ainsi\sque|d['’]|de|du))\s*$", re.IGNORECASE)
#: Bodies that are places too, after words that say where: "à la mairie", "en préfecture".
WHERE = re.compile(
    r"\b(?:(?:à|au|en|dans|sous|devant|hall|salle|salons?|locaux|siège|h[oô]tel)\s(?:d[eu]s?\s)?|"
    r"(?:dans|sous|devant|sur)\s(?:l[ea]s?\s|l['’])?\w+\sd[eu]\s)(?:la\s|l['’]|les?\s)?$",
    re.IGNORECASE,
)
#: Before "ville" and the like where they are no body: "hôtel de ville", "contrat de ville".
NO_BODY = re.compile(
    r"(?:\b(?:h[oô]tel|contrats?|politique|projets?|centre|pacte|hors|cœur)\s(?:de\s)?(?:la\s)?|-)$",
    re.IGNORECASE,
)
HOUSES = re.compile(
    r"(?:mairie|(?:sous-)?préfecture|hôpital|centre\shospitalier|agence|université|maison|CHU?\b)",
    re.IGNORECASE,
)
TIES = re.compile(r"\b(?:li(?:e|ent|ant|ait)|uni(?:t|ssent)|associ\w{1,3})\b", re.IGNORECASE)
#: Between two who act together, and nothing else.
BETWEEN = re.compile(
    r"^(?:[\s,;:/•|()«»–—+-]|\b(?:et|ainsi\squ[e']|puis|enfin|aux\scôtés|avec|d.une\spart|d.autre\spart|celles?|"
    r"celui|ceux|d[eu]s?|de\sla|à|aux?|par|l[ea]s?|une?|également|aussi|bien\ssûr|représentée?s?|notamment|entre)\b|"
    r"\b[ld]['’])*$",
    re.IGNORECASE,
)
#: Verbs and nouns of signing.
SIGNING = re.compile(
    r"\b(?:(?:co-?|contre)?sign(?:é|ée|és|ées|er|ent|e|ait|aient|èrent|a|ant|era|eront)\b|"
    r"(?:co-?)?signatures?\b|(?:co-?)?signataires?\b|paraph\w{1,6}\b|conclu(?:e|s|es|re|ent|t)?\b|"
    r"ratifi\w{1,5}\b|scell\w{1,5}\b|engag(?:e|er|ent|é|ée|és|ées|eant|eait|eaient|era|eront|ement)\b|li(?:e|ent|ant|é|és|ée|ées)\b|"
    r"uni(?:t|ssent|ssant)\b|réuni(?:t|ssant)\b(?=[^.;]{0,30}\b(?:signataires|parties|contractants))|"
    r"parties\b(?!\sprenantes)|contractants\b|contractualis\w{1,5}\b|souscri\w{1,5}\b|entérin\w{1,4}\b|"
    r"formalis\w{1,4}\b|officialis\w{1,5}\b|appos(?:é|ent|er|ant|èrent)\b|"
    r"pass(?:é|ée)\b|contrats?\b(?=\s?(?:entre|avec)\b)|associe(?=\s(?:l|d|t|q|c|s))|prolong\w{1,5}\b|"
    r"renouvel(?:é|er|lent|ant)\b|recondui(?:t|re|sent|ts)\b|s.allient\b|(?:autour\sde|à)\sla\stable\b|soussignée?s?\b|conviennent\b|décident\b|stylo|plume\b|(?:trip|quadrip|multi)artite\b)",
    re.IGNORECASE,
)
#: Verbs and nouns of everything else that organisations do around a contract.
OTHERWISE = re.compile(
    r"\b(?:en\sprésence|présents?|présidée?|invit\w{1,4}|soutien|soutenu\w{0,2}|soutien(?:t|nent)|appui\w{0,3}|"
    r"appuy\w{1,4}|aide|financ\w{1,6}|cofinanc\w{1,6}|subvention\w{0,4}|coordonn\w{1,5}|coordination|anim\w{1,6}|"
    r"pilot\w{1,4}|copilot\w{1,4}|port(?:é|ée|és|ées|e|ent)\b(?!\s(?:la\sdate|les?\ssignatures?|\w+\ssignatures))|"
    r"men(?:é|ée|és|ées)|mis\w?\sen\s(?:place|œuvre)|réalisé\w{0,2}|élabor\w{1,4}|rédig\w{1,4}|construit\w{0,2}|"
    r"comités?|copil|cotech|réunions?|rencontr\w{1,4}|rassembl\w{1,4}|partenaires?(?!\ssignataires|\s?:)|partenariat|"
    r"lien|collabor\w{1,6}|concert\w{1,5}|participe\w{0,2}|participation|contribu\w{1,5}|associé\w{0,2}|"
    r"représent(?:ants?|antes?)|égide|témoins?|propos\w{1,4}|demand\w{1,4}|accompagn\w{1,6}|intervien\w{1,4}|"
    r"travaill\w{1,4}|permet\w{0,3}|prévoit|vise|organis\w{1,4}|diagnostic|salu\w{1,4}|remerci\w{1,4}|"
    r"rappel\w{1,4}|expliqu\w{1,3}|soulign\w{1,4}|annonc\w{1,4}|déclar\w{1,3}|indiqu\w{1,4}|dans\sles?|au\ssein|"
    r"auprès|chez|contact\w{0,3}|sur\sle\sterritoire|habitants|adopté\w{0,2}|vot\w{1,4}|délib\w{1,6}|autoris\w{1,4}|"
    r"approuv\w{1,4}|validé\w{0,2}(?!\set\ssign)|prépar\w{1,4}|accueil\w{1,5}|confi\w{1,4}|recrut\w{1,5}|emploi\w{0,4})\b",
    re.IGNORECASE,
)
#: Nouns of signing whose "de" is followed by who signs: "les signatures de", "signataires du contrat :".
OF_SIGNERS = re.compile(
    r"\b(?:signatures?|paraphes?|main|celles?|celui|côtés|accord|engagement)\s$|"
    r"\bsignataires(?:\s(?:du|de\sce)\s\w+)?\s?$",
    re.IGNORECASE,
)
#: Words before a party that the verb governs: "par", "entre", "avec", a colon, "sont", "figurent"; or the verb itself.
GOVERNED = re.compile(
    r"(?:\b(?:par|entre|avec|sont|figurent|savoir|respectivement|notamment|aux\scôtés|part|celles?|celui|"
    r"qu['’]ont|ont|que|d['’]abord)|:|\bqu['’]|\()\W*(?:d.une\spart\W*)?(?:d[eu]s?\b\W*|l[ea]s?\b\W*|[ld]['’]\W*|à\b\W*)*$",
    re.IGNORECASE,
)
#: The owner of the contract named in the words for it: "le contrat local de santé de la ville de X".
OWNED = re.compile(
    r"\b(?:contrat(?:\slocal\sde\ssanté(?:\smentale)?)?|CLSM?|protocole|lettre\sd.\w+)(?:\s\d\w{0,3})?(?:\s\(CLSM?\))?\s"
    r"(?:du|de\sla|de\sl['’]|des|de|d['’])\s?$",
    re.IGNORECASE,
)
#: Before a subject: nothing but when and where.
FREE = re.compile(r"[.;!?»]|:(?!\s(?:tou[ts]|ils|elles|les)\b)|\b(?:que|qui|dont|où)\b", re.IGNORECASE)
#: "C'est la maire qui a signé": the words after "qui" go on about her.
CLEFT = re.compile(r"\b(?:c.est|ce\ssont|c.était)\b", re.IGNORECASE)
WHO = re.compile(r"^\W*qui\b", re.IGNORECASE)
#: After an organisation, before who acts for it: a bracket, "représentée par son", "par Mme le".
BY = re.compile(
    r"\s?(?:\([^()]{1,40}\)\s?)?(?:[,(–—-]\s?)?(?:(?:(?:ici\s|dûment\s|légalement\s)?représentée?s?\spar|par|en\sla\spersonne\sd[eu])\s)?"
    r"(?:(?:M\.|Mme)\s)?(?:(?:son|sa|l[ea])\s|l['’])?|\s?:\s",
    re.IGNORECASE,
)
#: Two capitalised words at the end of a name: perhaps a person.
PERSON_TAIL = re.compile(rf"\s{_NAME}\s{_NAME}$")
#: "X, représentée par …" twice: parties, whatever the verb.
ACT_FOR = re.compile(r"\breprésentée?s?\spar\b", re.IGNORECASE)
#: Between the one who holds the pen and the one who is meant: ", représentant ", "au nom du".
REPRESENTING = re.compile(
    r"\s?,?\s?(?:représentant|au\snom\sd[eu]|par\sdélégation\sd[eu]|pour)\s?(?:la\s|l['’]|le\s)?",
    re.IGNORECASE,
)
