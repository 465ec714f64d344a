"""Sentences that state a contract, and those that only explain what contracts are."""

import re

#: A contract is stated: it was signed, concluded, covers a period, is in force or over.
STATUS = re.compile(
    r"\b(?:co-?)?sign(?:é|ée|és|ées|ent|aient|èrent|er|ature|atures|ataires)\b|\bconclue?s?\b|\bparaph\w+|couvre\s+la\s+période|s.applique\s+du|\bporte\b|a\s+été\s+adopté|"
    r"en\s+vigueur|\béchu\b|\bengagé\w*|\bliée?s?\s+par|\blie\b|arriv\w+\s+à\s+(?:son\s+)?(?:terme|échéance)|\bgénération\b|\bCLSM?\b|\bprotocole\b|contrat\s+local|dispose|bénéficie|renouvel|échéance|"
    r"pren(?:d|dra)\s+(?:fin|effet)|\bexpire\w*|pro(?:rog|long)\w+|\bcour(?:t|ra)\b|\bvalable|s.achèv\w+|s.étein\w+|"
    r"officialis\w+|scell\w+|contractualis\w+|unit\b|\bconviennent|soussign\w+|représentée?s?\s+par",
    re.IGNORECASE,
)
#: "La communauté d'agglomération prépare son premier contrat local de santé", "en cours d'élaboration".
PREPARING = re.compile(
    r"\b(?:prépare(?:nt)?|élabore(?:nt)?|construi(?:t|sent)|engage(?:nt)?\s+l.élaboration\s+de|lance(?:nt)?\s+(?:l.élaboration\s+de\s+)?)(?:\s*,[^,.;]{3,80},)?\s*"
    r"(?:son|leur|sa|d['’]un|un)\s+(?:futur\s+|premier\s+|nouveau\s+|deuxième\s+|second\s+|troisième\s+|prochain\s+)?"
    r"(?:contrat\s+local\s+de\s+santé|CLSM?\b)|^\W*(?:CLSM?\s*\d?\W+)?(?:contrat\s+)?(?:en\s+(?:cours\s+d['’]\s*|phase\s+d['’]\s*)?(?:élaboration|préparation|construction|renouvellement)|"
    r"signature\s+(?:est\s+)?prévue)|contrat\s+(?:local\s+de\s+santé\s+)?(?:est\s+)?en\s+(?:cours\s+d['’]\s*)?(?:élaboration|préparation|construction)",
    re.IGNORECASE,
)
#: There is no contract, or only the thought of one.
NO_CONTRACT = re.compile(
    r"\b(?:pas|rien|aucun|ni|sans|jamais)\b[^.;]{0,30}\b(?:contrat|CLS|signé|engagé)|n.a\s+pas\s+(?:encore\s+)?(?:de|signé|souhaité|été)|réfléchi\w*|à\s+l.étude|pas\s+donné\s+suite|"
    r"ne\s+dispose\s+pas|intéressé\w*|étudie\w*\s+l.opportunité|a\s+préféré|candidat\w*|futur\s+(?:CLS|contrat)|souhaite\w*\s+",
    re.IGNORECASE,
)
#: Its status in a list: it will be signed.
NOT_YET = re.compile(
    r"\b(?:en\s+(?:cours|attente|instance)\s+de\s+signature|en\s+projet|à\s+signer|non\s+signé|"
    r"signature\s*(?::\s*)?(?:est\s+)?(?:espérée?|attendue?|prévue|programmée|annoncée))\b",
    re.IGNORECASE,
)
#: Words that name a contract of ours somewhere on a page.
SPEAKS = re.compile(
    r"contrats?\s+loca(?:l|ux)\s+(?:de|en)\s+sant[ée]|\bCLS\b|\bCLSM\b|protocole\s+d.accord[^.]{0,60}santé|lettre\s+d.intention[^.]{0,60}santé",
    re.IGNORECASE,
)
#: One contract, and not contracts in general: "notre CLS", "du contrat local de santé", "CLS 2022-2026".
ONE_CONTRACT = re.compile(
    r"\b(?:le|ce|notre|nos|votre|son|leur|du|au|un)\s+(?:(?:nouveau|futur|premier|deuxième|second|troisième|quatrième|\d(?:e|er|ème|nd)?)\s+)?"
    r"(?:contrat\s+local\s+(?:de|en)\s+santé|CLSM?\b|protocole\s+d.accord)|^\W*(?:contrat\s+local\s+de\s+santé|CLSM?)\b|\bCLSM?\s+20\d\d\s*[-–/]\s*20\d\d|"
    r":\s+contrat\s+local\s+de\s+santé",
    re.IGNORECASE,
)
#: Titles of what is none of ours, whatever contract its text names.
OTHER_DOCUMENT = re.compile(
    r"contrat\s+(?:de\s+(?:ville|ruralité|relance|filière)|territorial|local\s+de\s+sécurité)|conseil\s+local\s+(?:de|en)\s+santé|\bCRTE\b|\bPTSM\b|"
    r"\bCTG\b|convention\s+territoriale|appel\s+à\s+(?:projets|manifestation|candidatures)|projet\s+(?:territorial|régional)\s+de\s+santé|"
    r"communauté\s+professionnelle\s+territoriale|\bCPTS\b|mutuelle",
    re.IGNORECASE,
)
#: A sentence that tells our contract from another thing, or wishes for one.
UNLIKE = re.compile(
    r"\b(?:diffère|distinct|différen(?:t|ce)|confondre|à\s+ne\s+pas|plutôt\s+que|contrairement|pourra(?:it)?|à\s+terme|appel\w*\s+de\s+ses\s+vœux|"
    r"souhait\w*|envisag\w*|rêv\w+|réclam\w+)\b|\?\s*$",
    re.IGNORECASE,
)
#: "CLSM" is the acronym of a council too.
COUNCIL = re.compile(r"conseils?\s+loca(?:l|ux)\s+(?:de|en)\s+santé\s+mentale", re.IGNORECASE)
#: Announcements of another kind that name the contract somebody will work for.
EXPANDED = re.compile(r"(?P<words>[\w'’ -]{3,60})\(\s*CLSM?\s*\)")
NOTICE = re.compile(
    r"\brecrut(?:e|ent|ement)\b|offre\s+d.emploi|fiche\s+de\s+poste|création\s+d.un\s+(?:emploi|poste)|poste\s+à\s+pourvoir|appel\s+d.offres|avis\s+de\s+marché|appel\s+à\s+candidatures|"
    r"journée\s+(?:de\s+formation|d.étude|régionale)|\bwebinaire|\bcolloque|\bséminaire|consultation\s+pour\s+(?:la\s+réalisation|l.élaboration)|cahier\s+des\s+charges|marché\s+public",
    re.IGNORECASE,
)
#: The beginning of a paragraph that says where it speaks of: "À Roubaix, …", "Côté Pays de Laon : …".
WHERE = re.compile(
    r"(?:À|A|Au|Aux|Dans\s+l(?:es?|a)|En|Sur\s+l[ea]|(?:Du\s+)?[Cc]ôté(?:\s+d[eu])?|Chez|Pour)\s+"
    r"(?P<name>[A-ZÉÈÎŒ][^,;:.()–—!?]{1,50}?)(?=\s*[,(:–—]|\s+(?:a|est|ont|la|le|on|il|elle)\b)"
)
GROUPING = re.compile(r"\b(?:la\s+C[ACU]|l['’]agglo\w*|la\s+communauté|l['’]interco\w*)\b")
#: A column of a table whose cells name the contract or its territory.
CONTRACT_COLUMN = re.compile(
    r"territoire|collectivit[ée]|commune|ville|intercommunalit[ée]|communaut[ée]|EPCI|p[ée]rim[èe]tre|contrat|CLS|périmètre|porteur|nom\b",
    re.IGNORECASE,
)
#: General explanations, counts, links and calls.
GENERAL = re.compile(
    r"habituellement|généralement|en général|peuvent?\s+(?:être|faire)|sont\s+signés|est\s+repris|contrats\s+(?:ont|sont|peuvent)|en\s+moyenne|"
    r"\bloi\b|code de la santé|le plus souvent|(?:trois|3)\s+(?:ou|à)\s+(?:cinq|5)\s+ans|signature\s+du\s+CLS\s*$|qu.est-ce|les\s+CLS\b|"
    r"contrats\s+locaux\s+de\s+santé\s+(?:sont|ont|visent)|contrat local de sécurité|signé par (?:le|la|les)? ?(?:préfet|maire|ARS)\s*\.",
    re.IGNORECASE,
)
NATURE_OF_GROUPING = re.compile(r"communauté|agglomération|métropole", re.IGNORECASE)
NAMED = re.compile(
    r"\b(?:CLSM?|contrat\s+local\s+de\s+santé(?:\s+mentale)?)(?:\s+\(?20\d\d\s*[-–/]\s*20\d\d\)?)?\s+(?:de\s+la\s+|de\s+l['’]|du\s+|des\s+|de\s+|d['’])?(?:(?P<nature>[Vv]ille|[Cc]ommune|[Cc]ommunauté\s+de\s+communes|[Cc]ommunauté\s+d['’]agglomération|[Cc]ommunauté\s+urbaine|[Aa]gglomération|[Mm]étropole|[Tt]erritoire)\s+(?:de\s+la\s+|de\s+l['’]|du\s+|des\s+|de\s+|d['’])?)?(?P<name>(?:pays\s+d[eu'’]\s*)?[A-ZÉÈÎŒcp][\w'’œ-]+(?:\s+(?:de|du|la|le|sur|en|d['’]))?(?:\s+[A-ZÉÈÎŒ][\w'’œ-]+|\s+métropole|\s+agglomération|\s+agglo){0,4})"
)
#: "1 protocole d'accord pour Toulon", "6 contrats ont été signés … : Marseille, Grasse": a stated status.
LISTED_AS_SIGNED = re.compile(
    r"contrats\s+ont\s+été\s+signés[^:]{0,80}:\s*(?P<names>[^.]{3,400}?)(?:\s+et\s+\d+\s+protocole|\.|$)",
    re.IGNORECASE,
)
ANNOUNCED = re.compile(
    r"\b(?:sera\s+(?:le\s+premier|signé|conclu)|va\s+(?:signer|être\s+signé)|en\s+cours\s+d.élaboration|en\s+préparation|à\s+signer|"
    r"doit\s+être\s+signé|prochaine\s+signature)\b",
    re.IGNORECASE,
)
HAS_BEEN_SIGNED = re.compile(
    r"\ba\s+été\s+(?:signé|conclu)|\best\s+signé\s+(?:par|le|depuis|pour)|\bsigné\s+(?:le|en|début|fin)|\bont\s+signé|\bconclu\s+(?:le|en|début|fin|pour)|^signé",
    re.IGNORECASE,
)
#: "Mise en place d'un « Bus santé mobile » dans le cadre du CLS de Dreux".
ACTION_OF = re.compile(
    r"^(?P<title>.{8,160}?)(?:\s*,)?\s+(?:dans\s+le\s+cadre|au\s+titre|au\s+sein|à\s+travers)\s+(?:du|de\s+son)\s+(?:CLSM?|contrat\s+local\s+de\s+santé(?:\s+mentale)?)\s+"
    r"(?:de\s+la\s+|de\s+l['’]|du\s+|des\s+|de\s+|d['’])(?P<name>[A-ZÉÈÎŒ].{1,60}?)[\s.;]*$",
    re.IGNORECASE,
)
WITHIN = re.compile(
    r"^(?:dans\s+le\s+cadre|au\s+sein)\s+du\s+(?:CLSM?|contrat\s+local\s+de\s+santé)\s+(?:de\s+la\s+|de\s+l['’]|du\s+|des\s+|de\s+|d['’])?"
    r"(?P<name>[A-ZÉÈÎŒc][^,]{1,40}),\s+(?:je|nous|l['’]\w+|le\s+\w+)\s+(?:y\s+)?(?P<verb>coordonn\w+|pilot\w+|organis\w+|anim\w+|men\w+|port\w+)\s+(?:la\s+|le\s+|l['’]|les\s+|une?\s+)?(?P<title>[^.;]{6,120})",
    re.IGNORECASE,
)
#: Work that is not an action a reader would look for.
NOT_ACTION = re.compile(r"groupe de travail|comité|réunion|démarche|animation de la", re.IGNORECASE)
