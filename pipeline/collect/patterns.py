"""Which links of a page lead to contracts: words of the link's text or address."""

import re

#: In the text of a link or in its address, accents folded.
WORTH_FOLLOWING = re.compile(
    r"\bcls(?:m|pb)?\b|contrats? locaux? de sante|contrat local de sante|contrats? locaux|fiches? actions?|"
    r"plan d actions?|protocole|avenant|territoires? et sante|sante des territoires"
)

#: Kept whatever page links to them.
DOCUMENT_SUFFIXES = (".pdf", ".docx", ".odt", ".doc", ".rtf")
#: Never contracts.
IGNORED_SUFFIXES = (
    ".jpg",
    ".jpeg",
    ".png",
    ".gif",
    ".svg",
    ".webp",
    ".ico",
    ".css",
    ".js",
    ".mp3",
    ".mp4",
    ".zip",
    ".ics",
    ".xml",
    ".rss",
)
