"""How contracts name plans and schemes, and how they say that they are articulated with them."""

import re

from extractors.guarded import guarded
from models.records import PlanKind

#: Kind, family (plans of one family are one), what is printed. Acronyms in capitals only.
_PLANS: tuple[tuple[PlanKind, str, str, str], ...] = (
    (PlanKind.PRSE, "prse", r"plans?\s+régiona(?:l|ux)\s+(?:de\s+)?santé[\s-]+environnement", r"PRSE\s?\d?"),
    (
        PlanKind.PRS,
        "prs",
        r"projets?\s+régiona(?:l|ux)\s+de\s+santé(?:\s+\d\b)?|schémas?\s+régiona(?:l|ux)\s+de\s+santé|cadre\s+d['’]orientations?\s+stratégiques?|"
        r"plan\s+stratégique\s+régional\s+de\s+santé",
        r"PRS\s?[23]?(?!E)|SRS",
    ),
    (PlanKind.CONTRAT_DE_VILLE, "contrat_de_ville", r"contrats?\s+de\s+ville", r""),
    (PlanKind.CLSM, "clsm", r"con(?:seil|trat)s?\s+loca(?:l|ux)\s+(?:de|en)\s+santé\s+mentale", r"CLSM"),
    (PlanKind.PTSM, "ptsm", r"projets?\s+territoria(?:l|ux)\s+de\s+santé\s+mentale", r"PTSM"),
    (
        PlanKind.CPTS,
        "cpts",
        r"projets?\s+de\s+santé\s+(?:de\s+la|des|du|de)\s+(?:(?-i:CPTS)|communautés?\s+professionnelles?\s+territoriales?\s+de\s+santé)",
        r"",
    ),
    (PlanKind.CPTS, "cpts_bare", r"communautés?\s+professionnelles?\s+territoriales?\s+de\s+santé", r"CPTS"),
    (
        PlanKind.CRTE,
        "crte",
        r"contrats?\s+(?:territoria(?:l|ux)\s+)?(?:de|pour\s+la)\s+(?:relance|réussite)\s+(?:et\s+)?(?:de\s+)?(?:la\s+)?transition\s+écologique",
        r"CRTE|CTRTE",
    ),
    (PlanKind.CTG, "ctg", r"conventions?\s+territoriales?\s+globales?", r"CTG"),
    (PlanKind.OTHER, "praps", r"programmes?\s+régiona(?:l|ux)\s+(?:pour\s+l['’]|d['’])\s*accès\s+à\s+la\s+prévention\s+et\s+aux\s+soins", r"PRAPS"),
    (PlanKind.OTHER, "pat", r"(?:projet|plan)s?\s+alimentaires?\s+territoria(?:l|ux)", r"PAT"),
    (PlanKind.OTHER, "pcaet", r"plans?\s+climat[\s,-]*(?:air[\s-]*(?:et\s+)?énergie)?(?:\s+territorial)?", r"PCAET"),
    (PlanKind.OTHER, "plie", r"plans?\s+loca(?:l|ux)\s+pour\s+l['’]insertion(?:\s+et\s+l['’]emploi)?", r"PLIE"),
    (PlanKind.OTHER, "asv", r"ateliers?\s+santé[\s-]+ville", r"ASV"),
    (PlanKind.OTHER, "plh", r"(?:programme|plan)s?\s+loca(?:l|ux)\s+de\s+l['’]habitat", r"PLH"),
    (PlanKind.OTHER, "plu", r"plans?\s+loca(?:l|ux)\s+d['’]urbanisme(?:\s+intercommuna(?:l|ux))?", r"PLUi?(?:-?H)?"),
    (PlanKind.OTHER, "scot", r"schémas?\s+de\s+cohérence\s+territoriale", r"SCoT|SCOT"),
    (PlanKind.OTHER, "clspd", r"con(?:seil|trat)\s+(?:inter)?(?:communal|local)\s+de\s+sécurité(?:\s+et\s+de\s+prévention\s+de\s+la\s+délinquance)?", r"CI?SPD|CLSPD|CISPD"),
    (PlanKind.OTHER, "pedt", r"projets?\s+éducatifs?\s+(?:de\s+territoire|territoria(?:l|ux))", r"PEDT|PEdT"),
    (PlanKind.OTHER, "pre", r"(?:programme|dispositif)s?\s+de\s+réussite\s+éducative", r""),
    (PlanKind.OTHER, "pvd", r"petites?\s+villes?\s+de\s+demain", r"PVD"),
    (PlanKind.OTHER, "acv", r"action\s+cœur\s+de\s+ville", r""),
    (PlanKind.OTHER, "ort", r"opérations?\s+de\s+revitalisation\s+de\s+territoire", r"ORT"),
    (PlanKind.OTHER, "autonomie", r"schémas?\s+(?:départementa(?:l|ux)\s+)?(?:unique\s+)?(?:de\s+l['’]|d['’]|pour\s+l['’])\s*autonomie|schémas?\s+gérontologiques?(?:\s+départementa(?:l|ux))?", r""),
    (PlanKind.OTHER, "familles", r"schémas?\s+départementa(?:l|ux)\s+des\s+services\s+aux\s+familles", r"SDSF"),
    (PlanKind.OTHER, "services", r"schémas?\s+départementa(?:l|ux)\s+d['’](?:amélioration\s+de\s+l['’])?accessibilité\s+(?:des\s+services\s+)?au\s+public", r"SDAASP"),
    (PlanKind.OTHER, "schema", r"schémas?\s+(?:département|métropolit|région|territori)\w+\s+(?:de|du|des|d['’])\s*(?:l['’]|la\s+)?\w[\w-]+(?:\s+(?:et\s+(?:de\s+(?:la\s+|l['’])|du\s+|des\s+)?)?[a-zéèê]{5,}){0,2}", r""),
    (PlanKind.OTHER, "pauvrete", r"(?:plan|stratégie|pacte)s?\s+(?:locale?\s+|départementale?\s+|nationale?\s+)?(?:de\s+(?:prévention|lutte)\s+(?:et\s+de\s+lutte\s+)?contre\s+la\s+)?pauvreté|pacte\s+des\s+solidarités", r""),
    (PlanKind.OTHER, "pdalhpd", r"plans?\s+départementa(?:l|ux)\s+d['’]action\s+pour\s+le\s+logement[\w\s'’]{0,60}défavorisées", r"PDALHPD"),
    (PlanKind.OTHER, "insertion", r"(?:programme|pacte)s?\s+(?:départementa(?:l|ux)|territoria(?:l|ux))\s+(?:d['’]|pour\s+l['’])insertion", r""),
    (PlanKind.OTHER, "pnnsa", r"programme\s+national\s+nutrition(?:\s+santé)?", r"PNNS"),
    (PlanKind.OTHER, "sns", r"stratégie\s+nationale\s+de\s+santé", r"SNS"),
    (PlanKind.OTHER, "pnse", r"plan\s+national\s+santé[\s-]+environnement", r"PNSE\s?\d?"),
    (PlanKind.OTHER, "cites", r"cités?\s+éducatives?", r""),
    (PlanKind.OTHER, "anru", r"(?:nouveau\s+)?programme\s+(?:national\s+)?de\s+(?:rénovation|renouvellement)\s+urbaine?", r"NPNRU|NPRU"),
    (PlanKind.OTHER, "pmp", r"projets?\s+médica(?:l|ux)\s+partagés?", r""),
    (PlanKind.OTHER, "territoire", r"projet\s+de\s+territoire", r""),
    (PlanKind.OTHER, "agenda21", r"agenda\s+21", r""),
    (PlanKind.OTHER, "contrat_territorial", r"contrats?\s+(?:de\s+ruralité|de\s+territoire|départementa(?:l|ux)\s+de\s+territoire)", r""),
    (PlanKind.OTHER, "egalite", r"plan\s+(?:local\s+|territorial\s+)?(?:d['’]action\s+)?(?:pour\s+l['’])?égalité\s+femmes[\s-]+hommes", r""),
    (PlanKind.OTHER, "mobilite", r"plans?\s+de\s+(?:mobilité|déplacements\s+urbains)", r"PDU|PDM"),
)  # fmt: skip

_PLACE = (
    r"(?:\s+(?:de\s+la\s+|de\s+l['’]\s?|du\s+|des\s+|de\s+|d['’])?(?:[A-ZÉÈÎ]\w*(?:['’-]\w+)*)(?:[\s-]+(?:et\s+|(?:(?:de|du|des|la|le|les|en|sur|sous)\s+|d['’]|l['’])*)"
    r"[A-ZÉÈÎ]\w*(?:['’-]\w+)*){0,6})?"
)
_ACRONYM = r"(?:\s*\((?P<acronym>[A-Z][A-Za-z0-9 ]{1,9})\))?"
_QUOTED = r"(?:\s*[«\"“][^»\"”]{3,60}[»\"”])?"
_PERIOD = (
    r"(?P<period>\s*,?\s*(?:pour\s+(?:la\s+période\s+|les\s+années\s+)?)?\(?20\d\d\s*[-–—/]\s*20\d\d\)?)?"
)


def _expression(words: str, acronym: str) -> re.Pattern[str]:
    base = "|".join(part for part in (f"(?i:{words})", rf"(?:{acronym})\b" if acronym else "") if part)
    return re.compile(
        rf"(?<![\w-])(?P<base>{base})(?![\w])(?P<tail>{_ACRONYM}{_QUOTED}{_PLACE}{_QUOTED}{_PERIOD})"
    )


PLANS = tuple((kind, family, _expression(words, acronym)) for kind, family, words, acronym in _PLANS)

#: Titles under which every plan counts.
ARTICULATION_TITLE = guarded(
    r"\barticul|cohérence|complémentarit|\bliens?\s+(?:avec|entre)|inscription\s+dans|cadres?\s+de\s+référence|"
    r"(?:autres|différents|diverses)\s+(?:démarches|dispositifs|politiques|contrats|plans|programmes|schémas)|politiques\s+(?:publiques|territoriales|contractuelles)",
    re.IGNORECASE,
)
OTHER_TITLE = guarded(
    r"glossaire|\bsigles?\b|abréviations|lexique|acronymes|sommaire|^visas?\b|bibliographie", re.IGNORECASE
)
#: What makes a mention a link, before or after the plan.
CUE = guarded(
    r"\barticul|cohéren(?:ce|te?s?)\b|complémentarit|complémentaires?\b|\ben\s+complément|\bdéclin(?:e|ent|aison|ant|er)\b|\bs['’](?:y\s+)?inscri(?:t|vent|re|vant)\b|"
    r"\binscrit\s+dans|(?:tien(?:t|nent)|tenant)\s+compte|pr(?:end|ennent|is|ise|ises|enant)\s+en\s+compte|cadres?\s+(?:stratégiques?\s+)?de\s+référence|"
    r"contribue(?:nt)?\s+à|participe(?:nt)?\s+à\s+la\s+mise\s+en\s+œuvre|s['’]appuie(?:nt|ra)?\s+(?:également\s+|notamment\s+|aussi\s+)?sur|\bvien(?:t|nent)\s+en\s+appui|"
    r"adossée?s?\s+(?:à|au)|convergen|conformes?\b|conformément\s+aux?\s+(?:orientations|priorités|objectifs)|compatibles?\b|\btradui(?:t|sent|re)\b|"
    r"répond(?:ent|re)?\s+aux?\s+(?:orientations|priorités|objectifs|axes|enjeux)|\ben\s+lien\s+(?:étroit\s+)?avec|intégrée?s?\s+(?:au|dans\s+le)\s+(?:contrat|CLS)|"
    r"volet\s+(?:santé\s+(?:mentale\s+)?)?(?:du|de)\s+(?:contrat|CLS)|constitue(?:nt)?\s+le\s+volet|en\s+adéquation|en\s+accord\s+avec|au\s+regard\s+des\s+orientations|"
    r"partage(?:nt)?\s+[^.;]{0,40}objectifs\b[^.;]{0,20}\bavec|objectifs\s+(?:communs|partagés)",
    re.IGNORECASE,
)
#: A community of professionals is a partner before it is a plan: only these make it one.
STRONG_CUE = guarded(r"\barticul|cohéren|complément|convergen", re.IGNORECASE)
#: Sentences that name a plan without a link to it.
NO_LINK = guarded(
    r"^\s*vue?s?\b|\bn['’](?:est|existe|a|ont|entre)\b[^.]{0,25}\b(?:pas|plus)\b|\bne\s+(?:\w+['’\s]){1,3}(?:pas|plus)\b|\bdistincte?s?\b|ne\s+pas\s+confondre|"
    r"\b(?:M\.|Mme|Dr|Monsieur|Madame)\s+[A-Z]|\bavai(?:t|ent)\b|^\s*considérant\b",
    re.IGNORECASE,
)
#: … or only say what it is, unless a cue stands there too.
DEFINITION = guarded(
    r"\bdésigne\b|\best\s+une?\s+(?:document|outil|instance|démarche|contrat)\b|prévue?s?\s+par\s+(?:le\s+code|la\s+loi|l['’]article)",
    re.IGNORECASE,
)
#: A rubric of an action sheet: "Lien avec le PRS", "Articulation avec d'autres plans".
RUBRIC = re.compile(
    r"^\W*(?:articulations?|liens?|cohérence|inscription|référence|compatibilité)\b[^:]{0,12}?\b(?:avec|au|aux|du|dans|à|entre)\b",
    re.IGNORECASE,
)
OTHER_PLANS = re.compile(
    r"\bautres?\b|plans\b|politiques\b|dispositifs\b|démarches\b|programmes\b|schémas\b|documents\b",
    re.IGNORECASE,
)
