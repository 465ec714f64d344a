"""How contracts announce their parties, write organisations, and name the persons who sign."""

import re

#: Headings and sentences after which the parties are listed.
PARTIES = re.compile(
    r"^(?:les?\s+)?(?:entre(?:\s+les\s+soussignée?s?)?|parties(?:\s+(?:au|du|signataires|contractantes).*)?|"
    r"(?:organismes\s+|partenaires\s+|institutions\s+)?signataires(?:\s+(?:du|de|sont).*)?|qui\s+signe.*|"
    r"entre\s+les\s+(?:parties|soussign).*|ont\s+signé.*|il\s+est\s+conclu\s+entre.*|identification\s+des\s+parties.*|"
    r"le\s+présent.{0,60}(?:conclu|établi|passé)\s+entre.*|les\s+signataires\b.{0,60})\s*:?\s*$",
    re.IGNORECASE,
)
#: What ends the list.
PARTIES_END = re.compile(
    r"il (?:est|a été) (?:convenu|exposé|arrêté|préalablement)|sans être signataires?|^vus?\b|^considérant|préambule|^visas?$|"
    r"^article\b|^sommaire|exposé des motifs|associée?s à la (?:mise|démarche)|participent aux|^introduction",
    re.IGNORECASE,
)
CONNECTIVE = re.compile(r"^(?:entre|et|d.une part|d.autre part|ainsi que)[\s,:;.]*$", re.IGNORECASE)
ASIDE = re.compile(
    r",?(?<!\s)\s*\b(?:d.une part|d.autre part|de première part|ci-après\b.*|dénommée?.*|dont le siège\b.*|sise?\b.*|siégeant\b.*|"
    r"dûment\b.*|habilitée?\b.*|agissant\b.*|domiciliée?\b.*|nouveau signataire|nouvelle signataire|d.une\s+part)\s*[,;.]*\s*$",
    re.IGNORECASE,
)
REPRESENTED = re.compile(
    r",?(?<!\s)\s*\(?(?:et\s+)?(?:légalement\s+|ici\s+)?représentée?s?\s+(?:respectivement\s+)?par\s+(?:l[ea]s?\s+|l['’])?(?P<own>s(?:on|a|es)\s+)?",
    re.IGNORECASE,
)
SIGNATURE_PAGE = re.compile(r"signature|fait\s+à|cachet|signataires", re.IGNORECASE)
FOR = re.compile(r"^\s*pour\s+(?=(?:l[ea]s?\b|l['’]|[A-ZÉÈÎ]))", re.IGNORECASE)

CIVILITY = (
    r"(?:M\.|MM\.|Mme|Mmes|Mlle|[Mm]onsieur|[Mm]adame|[Mm]ademoiselle|Dr|[Dd]octeure?|Pr|[Pp]rofesseure?|Me)"
)
_NAME = r"[A-ZÉÈÊËÀÂÎÏÔÖÛÜÇ][\w'’.-]*"
_PARTICLE = r"(?:de|du|des|d['’]|le|la|von|van|ben|el|al|da|dos)"
PERSON = re.compile(
    rf"(?:(?:le|la)\s+)?{CIVILITY}(?:\s+(?:le|la)\s+(?:Docteure?|Dr|Professeure?|Pr|Préfète?))?\s+"
    rf"(?P<name>{_NAME}(?:[\s-]+(?:{_PARTICLE}\s*)?{_NAME}){{0,4}})"
)
BARE_PERSON = re.compile(rf"^(?P<name>{_NAME}(?:\s+{_NAME}){{1,3}})$")
ROLE = re.compile(
    r"^(?:(?:la|le|l['’]|son|sa)\s*)?(?P<role>(?:vice-|sous-|co-)?(?:présidente?|préf(?:et|ète)|maire|directeur|directrice|recteur|rectrice|délégué|déléguée|"
    r"secrétaire|adjointe?|conseillère?|administrateur|administratrice|chef|cheffe|responsable|inspecteur|inspectrice|doyenne?|médecin|"
    r"trésorier|trésorière|coordinateur|coordinatrice|commissaire)\b.*)$",
    re.IGNORECASE | re.DOTALL,
)

#: First words of an organisation's name, article aside: where a new party begins in a sentence.
ORGANISATION_HEAD = re.compile(
    r"(?:agence|a\.?r\.?s\.?\b|ville|commune|mairie|communauté|métropole|petr\b|pays|pôle|syndicat|agglo|préfecture|préf(?:et|ète)|sous-préfecture|"
    r"état\b|etat\b|rectorat|académie|éducation nationale|direction|drac\b|dreets\b|conseil|département|région|collectivité|caisse|cpam|msa\b|"
    r"mutualité|carsat|cgss|crama|assurance maladie|centre|hôpital|hôpitaux|ch\b|chu\b|chi\b|epsm\b|eps\b|établissement|clinique|groupe|groupement|"
    r"union|urps|ordre|cpts|communauté professionnelle|association|unafam|fédération|comité|université|protection judiciaire|"
    r"office|mission|maison|réseau|france assos|institut|parc|directeur|directrice|président|présidente|maire|recteur|rectrice|"
    r"(?:\b[A-ZÉÈÎ][\w'’-]{1,40}\s+){1,3}(?:agglomération|agglo|métropole|communauté)\b)",
    re.IGNORECASE,
)

#: A sentence that lists the parties in prose.
BETWEEN = re.compile(r"\bentre\s+(?=(?:l[ea]s?\b|l['’]|[A-ZÉ]))", re.IGNORECASE)
SIGNED_BY = re.compile(
    r"\b(?:signée?s?|conclue?s?|cosignée?|porté|passé)\b[^.;:]{0,70}?\bpar\s+(?=(?:l[ea]s?\b|l['’]|[A-ZÉ]))",
    re.IGNORECASE,
)
#: "La ville a signé le 11 octobre 2024 son contrat local de santé avec l'ARS, la préfecture et la CPAM."
SIGNED_WITH = re.compile(r"\b(?:a|ont|avaient)\s+(?:ainsi\s+)?signé\b[^.;]{0,90}?\bavec\s+", re.IGNORECASE)
HAVE_SIGNED = re.compile(r"\b(?:ont|a)\s+(?:co)?signé\b", re.IGNORECASE)
#: Where a prose list of parties ends.
LIST_END = re.compile(
    r"\s*(?:\(?pour (?:une durée|la période|[a-zà-ù]+ (?:ans|années))|,?\s*d.une durée|,?\s*pour une|[.;:](?:\s|$)|,?\s*\ble contrat\b|,?\s*\bfixe\b|"
    r",?\s*\b(?:il|elle)\s+|,?\s*\b(?:qui|dont|afin|dans le|portant|en présence|avec l.appui|autour|en vue)\b|,?\s*\b(?:a|ont) été\b|\s+le \d|,?\s*\bcouvre\b|,?\s*déclarent\b)",
    re.IGNORECASE,
)
