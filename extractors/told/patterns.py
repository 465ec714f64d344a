"""Expressions by which editors announce actions, tie one to a contract, and say who carries it, with whom, for whom."""

import re

_CONTRACT = r"(?:contrat\s+local\s+de\s+santé(?:\s+mentale)?|CLSM?|contrat|protocole|avenant)\b"
_NUMBER = r"(?:\d{1,3}|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|quinze|vingt|plusieurs|quelques|premières|autres)"
_ACTIONS = r"(?:actions?|projets?|réalisations?|initiatives?|mesures?|dispositifs?|chantiers)"
_DONE = (
    r"(?:concrètes?|menées?|phares?|réalisée?s|en\s+cours|engagée?s|prévue?s|lancée?s|mises?\s+en\s+(?:place|œuvre)|retenue?s|inscrites?|programmée?s|conduites|"
    r"portée?s|emblématiques?|déjà|à\s+venir|principales|de\s+santé|réussies|nouvelles|soutenue?s|financée?s|labellisée?s|associée?s|correspondantes|proposée?s)"
)

#: A heading over actions, and nothing else: "Les actions menées", "Concrètement ?", "Le plan d'actions, en bref".
HEADING = re.compile(
    rf"(?:(?:article|partie)\s+\w{{1,4}}\s*[.:–—-]?\s*|\d{{1,2}}\s*[.)/–-]\s*)?(?:"
    rf"(?:(?:les|des|nos|ses|quelles|quelles\s+sont\s+les|zoom\s+sur|quelques|exemples?\s+de|{_NUMBER}|une)\s+|exemples?\s+d.\s?){{0,3}}{_ACTIONS}(?:\s+(?:\w+ment\s+)?{_DONE}){{0,4}}"
    rf"(?:\s+(?:du|de\s+ce|de\s+notre|au|dans\s+le\s+cadre\s+du|par\s+le|inscrites\s+au|grâce\s+au)\s+{_CONTRACT}.{{0,50}}|\s+de\s+l.(?:axe|orientation).{{0,60}}|\s+(?:par|pour\s+chaque)\s+axe|\s+depuis\s+\d{{4}}|\s+(?:en\s+)?20\d\d(?:\s*[-–]\s*20\d\d)?|,?\s+en\s+bref){{0,2}}"
    r"|(?:le|un|notre)\s+(?:plan|programme)\s+d.actions?(?:.{0,30})?|concrètement\b.{0,40}|sur\s+le\s+terrain|en\s+pratique|(?:les\s+)?fiches?[\s-]actions?"
    r"|ce\s+(?:que|qui)\s+.{3,60}|qu.est-ce\s+qui\s+.{3,40}|bilan\s+des\s+actions|au\s+programme\b.{0,40}|"
    rf"(?:(?:nos|les|ses)\s+)?{_NUMBER}\s+\w+,?\s+(?:et\s+)?(?:(?:nos|les|ses)\s+)?{_NUMBER}\s+{_ACTIONS})\s*[?:.…!]*",
    re.IGNORECASE,
)
SAYS_ACTIONS = re.compile(r"\bactions\b", re.IGNORECASE)
#: Headings that begin like one of those but head something else.
NO_HEADING = re.compile(
    r"projet\s+(?:régional|de\s+santé|territorial)|dispositifs?\s+(?:nationa|départementa)|ce\s+qu(?:e|i)\s+(?:est|dit|n.est|c.est|a\s+changé)|suivi|évaluation|partenaires|mesures\s+(?:barrières|sanitaires)|"
    r"(?:de|hors|autres)\s+(?:la\s+ville|du\s+contrat)|contrat\s+de\s+ville|ce\s+qui\s+(?:ne|reste)|d.ici\s+(?:au|à|la|là)\b|à\s+savoir",
    re.IGNORECASE,
)
#: A sentence that announces them before a colon: "Parmi les actions déjà lancées :", "Le contrat prévoit notamment :"
ANNOUNCES = re.compile(
    rf"(?:\b(?:les|des|ses|nos|ces|{_NUMBER}|quelques-unes\s+des|parmi\s+(?:les|ces|ses)|exemples?\s+d.|plans?\s+d.|programmes?\s+d.)\s*(?:autres\s+|premières\s+|principales\s+|grandes\s+|fiches?[\s-])?{_ACTIONS}\b[^.:;]{{0,90}}"
    rf"|^(?:fiches?[\s-])?actions?(?:\s+{_DONE})*\s*|\b(?:le|ce|notre)\s+(?:{_CONTRACT})[^.:;]{{0,40}}\b(?:prévoit|permet|a\s+permis|finance|soutient|a\s+financé|comprend|se\s+traduit\s+par)\b[^.:;]{{0,40}}"
    r"|\bconcrètement[^.:;]{0,30}|\bse\s+traduit\s+(?:notamment\s+)?par|\b(?:ont\s+(?:déjà\s+)?vu\s+le\s+jour|il\s+a\s+permis)[^.:;]{0,30})\s*:\s*",
    re.IGNORECASE,
)
#: "Qui pilote ? Le CCAS", "Pilote : le CCAS", "Le problème. Il n'y a plus de médecin.", where the lists know the label.
FIELD_LABEL = re.compile(r"^\s*(?P<label>[^\s:?.][^:?.]{2,44}?)\s?[:?.]\s+(?P<value>\S.*)$", re.DOTALL)
#: The line under the last sheet of a contract.
SIGNED_AT = re.compile(r"(?:fait|signé)\s+(?:à|le)\s[^.:]{2,80}\d{4}\W*$", re.IGNORECASE)

# --- titles ----------------------------------------------------------------------------------------------------------

#: "[A1] Étendre …", "Fiche 1.2 « Maison des internes » : ouverte", "Action n° 3 – Café", "2.4 – Bus"
NUMBERED = re.compile(
    r"^\s*(?:\[(?P<boxed>[A-Z]?\d{1,2}(?:[.-]\d{1,2})?)\]|(?:fiches?(?:[\s-]actions?)?|actions?)\s*(?:n\s?°\s*)?(?P<worded>[A-Z]?\d{1,2}(?:[.-]\w{1,2}){0,2})|"
    r"(?P<plain>[A-Z]\d{1,2}|\d{1,2}[.-](?:\d{1,2}|[A-H]\b)(?:[.-]\d{1,2})?))\s*[:.–—)-]?\s*(?=[«A-ZÀ-Ýa-zà-ý])",
    re.IGNORECASE,
)
QUOTED = re.compile(r"«\s*([^«»]{4,120}?)\s*»")
ARTICLE = re.compile(
    r"^(?:(?:une?|des|le|la|les|du|de\s+la|notre|nos|son|sa|ses|leurs?|cette?)\s+|l['’]\s*)(?=\S)",
    re.IGNORECASE,
)
#: What is wrapped around the name of an action.
WRAPPED = re.compile(
    r"^(?:(?:la|le|les|une|un)\s+|l['’]\s*)?(?:(?:\w{3,12}ième|première|nouvelle|\d{1,2}\s?e)\s+édition|ouverture|mise\s+en\s+place|création|lancement|déploiement|organisation|mise\s+en\s+œuvre|démarrage)\s+"
    r"(?:du|de\s+la|de\s+l['’]|des|d['’]une?|d['’]|de)\s*",
    re.IGNORECASE,
)
#: Where the name of an action ends and its story begins.
TAIL = re.compile(
    r"(?<!\s)\s*(?:,\s|\s[–—-]\s|\s?:\s|\s\(|\.\s|\s(?:portée?s?|pilotée?s?|menée?s?|animée?s?|tenue?s?|assurée?s?|coordonnée?s?|organisée?s?|proposée?s?|conduite?s?|financée?s?|destinée?s?|ouvert[es]*|lancée?s?|"
    r"réservée?s?)\s+(?:par|à|aux?|en|dans|depuis)\b|\s(?:avec\s+(?:l[ea]s?\s|l['’])|en\s+(?:partenariat|lien)\s|depuis\s|à\s+partir\s+d|à\s+destination\s|dans\s+les?\s+(?:communes|quartiers|écoles)|chaque\s|qui\s|tous\s+les\s|toutes\s+les\s|auprès\s+d))",
    re.IGNORECASE,
)
#: What no list of actions is made of.
NO_ACTION = re.compile(
    r"^(?:(?:le|la|les|un|une|des|du)\s+)?(?:comités?\b|copil\b|réunions?\b|groupes?\s+de\s+travail|signature|coordinat(?:rice|eur)|diagnostic|évaluation\s+d[ue]|élaboration|recrutement|questionnaire|"
    r"concertation|contacts?\b|horaires|inscri(?:vez|ptions?\b)|consulter\b|partenaires?\s*$|actualités?\s*$|agenda\s*$|accueil\s*$|participation\s+a)|"
    r"télécharg|\(pdf|\.pdf|en\s+savoir|lire\s+(?:aussi|la)|mentions\s+légales|nous\s+rejoindre|voir\s+(?:le|la|les|aussi)|plan\s+du\s+site|newsletter|^\W*$|https?:|@",
    re.IGNORECASE,
)
NOT_OF_CONTRACT = re.compile(
    r"rien\s+à\s+voir|ne\s+(?:relève|fait|dépend|figure|font|relèvent)\s+pas|hors\s+(?:du\s+)?contrat|n.est\s+pas\s+(?:une\s+action|inscrit|prévu)|sans\s+lien\s+avec|indépendamment\s+du",
    re.IGNORECASE,
)

# --- sentences that tie an action to a contract -----------------------------------------------------------------------

_VERB = (
    r"(?:est|sont|a|ont|s['’]est|se\s+sont|sera|seront|va|vont|débute\w*|commence\w*|ouvre\w*|prend|prennent|sillonne\w*|propose\w*|accueille\w*|s['’]adresse\w*|s['’]installe\w*|permet\w*|vise\w*|"
    r"fait|font|reçoi\w+|circule\w*|démarre\w*|revient|arrive|tient|vient|existe|voit|verra|compte|réunit|associe|part|roule|entre|fonctionne|stationne|offre|complète)"
)
_NAME = r"(?P<title>(?:(?:la|le|les|une?|des)\s|l['’])[^,;:.]{3,110}?|«[^»]{4,100}»)"
_OF_CONTRACT = rf"(?:(?:du|de\s+(?:ce|notre|son)|au|dans\s+le|par\s+le)\s+(?:nouveau\s+|premier\s+|\w+ième\s+)?{_CONTRACT})"
#: "Le Médicobus est la première action sortie du contrat local de santé"
IS_ACTION = re.compile(
    rf"^(?:\W*){_NAME},?\s+(?:est|sont|constitue|figure\w*)\s+(?:(?:donc|aussi|ainsi)\s+)?(?:la|le|une?|l['’]une\s+des|parmi\s+les|des|les)\s+(?:\w+\s+){{0,3}}{_ACTIONS}\s+(?:[\w’'-]+\s+){{0,4}}?{_OF_CONTRACT}",
    re.IGNORECASE,
)
#: "Organisée dans le cadre du contrat local de santé de X, la quatrième édition du Forum s'est tenue …"
WITHIN_THEN = re.compile(
    rf"^(?:(?:organisé|prévu|inscrit|lancé|mis|né|créé|porté|issu|pensé|conçu|imaginé|proposé|financé|soutenu|labellisé|inclus)\w*\s+(?:[\w’'-]+\s+){{0,5}}?)?(?:au\s+titre|dans\s+le\s+cadre|par\s+la\s+fiche\s+(?:action\s+)?(?:n\s?°\s*)?(?P<number>[\w.-]{{1,6}})|"
    rf"à\s+la\s+fiche\s+(?:action\s+)?(?:n\s?°\s*)?(?P<number2>[\w.-]{{1,6}})|dans|au|par|du)\s*(?:du|de\s+son|de\s+ce|de\s+notre|son|le|la)?\s*(?:nouveau\s+)?{_CONTRACT}(?P<place>[^,(]{{0,90}})(?:\([^)]*\)\s*)?,\s+{_NAME}\s+{_VERB}\b",
    re.IGNORECASE,
)
#: "Autre nouveauté du contrat, les Ateliers parents-bébés ont commencé"; "Première action du CLS : le bus santé."
APPOSED = re.compile(
    rf"^(?:autre\s+|une?\s+autre\s+|nouvelle\s+|première\s+|dernière\s+|deuxième\s+)?(?:nouveauté|{_ACTIONS}|fiche|temps\s+fort|exemple)(?:\s+(?:phare|concrète?|emblématique))?\s+{_OF_CONTRACT}[^,:]{{0,60}}[,:]\s+{_NAME}(?=[,.;]|\s+{_VERB}\b|$)",
    re.IGNORECASE,
)
#: "Le bus santé, action (phare) du contrat local de santé, …"
IN_APPOSITION = re.compile(
    rf"^(?:\W*){_NAME}\s*[,(]\s*(?:une?\s+|l['’]une\s+des\s+)?(?:\w+\s+)?{_ACTIONS}\s+(?:[\w’'-]+\s+){{0,3}}?{_OF_CONTRACT}",
    re.IGNORECASE,
)
#: "La Ville lance, dans le cadre du contrat local de santé, un bus santé"; "Le CCAS propose un bus dans le cadre du CLS"
_LAUNCHES = r"(?:lance(?:nt)?|propose(?:nt)?|mett(?:ent|ait)?|met|organise(?:nt)?|ouvre(?:nt)?|déploient|déploie|expérimente(?:nt)?|inaugure(?:nt)?|crée(?:nt)?|a\s+(?:lancé|ouvert|créé|mis)|ont\s+(?:lancé|ouvert|créé|mis)|démarre(?:nt)?|porte(?:nt)?|finance(?:nt)?|accueille(?:nt)?)(?:\s+en\s+(?:place|œuvre|service))?"
LAUNCHED = re.compile(
    rf"\b{_LAUNCHES}\s*,\s+(?:au\s+titre|dans\s+le\s+cadre)\s+(?:du|de\s+son|de\s+leur|de\s+ce)\s+{_CONTRACT}[^,]{{0,60}},\s+{_NAME}(?=[,.;:]|\s+{_VERB}\b|\s+(?:qui|destiné|afin)|$)",
    re.IGNORECASE,
)
LAUNCHED_WITHIN = re.compile(
    rf"\b{_LAUNCHES}\s+{_NAME}\s+(?:au\s+titre|dans\s+le\s+cadre)\s+(?:du|de\s+son|de\s+leur|de\s+ce)\s+{_CONTRACT}",
    re.IGNORECASE,
)
#: "Ouverture d'une consultation au lycée, action du CLS de Tourcoing": a contract that is only named.
NAMED_APPOSITION = re.compile(
    r"^(?P<title>[^.;:]{8,160}?)\s*[,(]\s*(?:une?\s+)?(?:action|projet)\s+(?:\w+\s+)?du\s+(?:CLSM?|contrat\s+local\s+de\s+santé(?:\s+mentale)?)\s+"
    r"(?:de\s+la\s+|de\s+l['’]|du\s+|des\s+|de\s+|d['’])(?P<name>[A-ZÉÈÎŒ].{1,60}?)[\s.;)]*$",
    re.IGNORECASE,
)
#: "Il y fait entrer une fiche nouvelle, « Des vélos pour les soignants »"
SHEET_QUOTED = re.compile(
    r"\b(?:une|la|cette|nouvelle)\s+(?:nouvelle\s+)?(?:fiche|action)(?:[\s-]action)?(?:\s+(?:nouvelle|supplémentaire|intitulée))?"
    r"(?:\s+n\s?°\s*(?P<number>[\w.-]{1,6}))?\s*[,:(]?\s*(?P<title>«[^»]{4,100}»)",
    re.IGNORECASE,
)
#: "Le contrat local de santé vous donne trois rendez-vous avant Noël", above as many headings.
COUNTED = re.compile(
    r"\b(?:contrat|CLSM?)\b[^.;:]{0,80}\b(?P<count>deux|trois|quatre|cinq|six|sept|huit|\d{1,2})\s+(?:\w+\s+)?"
    r"(?:rendez-vous|nouveautés|temps\s+forts|opérations|initiatives|projets|réalisations|actions|dispositifs)\b",
    re.IGNORECASE,
)
TIES = (SHEET_QUOTED, IS_ACTION, IN_APPOSITION, APPOSED, WITHIN_THEN, LAUNCHED, LAUNCHED_WITHIN)
#: "Cette action est inscrite dans le contrat local de santé": the page is about one.
THIS_ACTION = re.compile(
    rf"\b(?:cette?|l['’])\s*(?:action|projet|dispositif|initiative|opération|service|équipement|démarche|consultation|atelier|programme)\s+(?:[\w’',-]+\s+){{0,6}}?(?:{_OF_CONTRACT})"
    rf"|\b(?:elle|il|ce\s+\w+|cette\s+\w+)\s+(?:est\s+|a\s+été\s+)?(?:inscrit|prévu|s['’]inscri|figure|issu|fait\s+partie|relève)\w*\s+(?:[\w’'-]+\s+){{0,3}}?{_OF_CONTRACT}"
    rf"|\b(?:fiche|action)\s+(?:action\s+)?(?:n\s?°\s*)?(?P<number>[A-Z]?\d{{1,2}}(?:[.-]\d{{1,2}}){{1,2}})\s+{_OF_CONTRACT}",
    re.IGNORECASE,
)
#: A page about a contract and not about one of its actions.
ABOUT_CONTRACT = re.compile(
    r"contrat|\bCLSM?\b|signe|signature|protocole|avenant|santé\s+pour\s+tous|bilan|actions\b|compte[\s-]rendu|comité|questions|coordinat|recrut",
    re.IGNORECASE,
)
GOES_ON = re.compile(
    r"^(?:«?\s*)?(?:il|elle|ils|elles|l['’]action|l['’]opération|l['’]équipe|ce\s+(?:projet|dispositif|service|programme|bus)|cette\s+action|le\s+(?:projet|dispositif|service|programme)|pilotée?|portée?|menée?|financée?|coordonnée?|"
    r"son\s+(?:coût|budget|financement)|coût|budget|au\s+total|les\s+partenaires|porteur|pilote|public|c['’]est)\b",
    re.IGNORECASE,
)
