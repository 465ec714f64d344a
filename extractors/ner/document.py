"""The names of a whole document, each with the place where it stands.

In: a layout and a recogniser. Out: `DocumentName`s in the order of the text. Every distinct text goes through
the recogniser once, all of them together: running heads and repeated cells cost nothing.
"""

from extractors.mentions import evidence, passages
from extractors.ner.protocol import MentionLabel, Recogniser
from models.base import Record
from models.evidence import Evidence
from models.layout import Layout


class DocumentName(Record):
    label: MentionLabel
    text: str
    evidence: Evidence


def document_names(layout: Layout, recogniser: Recogniser) -> list[DocumentName]:
    """Mentions sentence by sentence, cell by cell."""
    read = list(passages(layout.blocks()))
    texts = list(dict.fromkeys(passage.text for passage in read))
    found = dict(zip(texts, recogniser.recognise(texts), strict=True))
    method = f"{recogniser.name}-{recogniser.version}"
    return [
        DocumentName(
            label=mention.label,
            text=mention.text,
            evidence=evidence(passage.block, mention.text, method=method).model_copy(
                update={"confidence": mention.confidence}
            ),
        )
        for passage in read
        for mention in found[passage.text]
    ]
