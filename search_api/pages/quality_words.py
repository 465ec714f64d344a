"""The quality of a record in plain French, for a tooltip and for the contract's page."""

from models.fields import CONTRACT_FIELDS
from pipeline.regional.quality import RecordQuality
from search_api.french import NBSP, plural

#: Where the record's own label says less than the inventory's.
_LABELS = {"end": "fin", "start_date": "début", "territory_code": "code officiel du territoire"}


def field_name(name: str) -> str:
    """In the middle of a sentence: "signatory.representative" is told by its first part."""
    root = name.partition(".")[0]
    if root in _LABELS:
        return _LABELS[root]
    return CONTRACT_FIELDS[root].label.lower() if root in CONTRACT_FIELDS else root


def quality_words(quality: RecordQuality) -> str:
    """ "7 champs clés remplis sur 8 ; manque : fin. Valeur la moins sûre : durée (62 %). 1 alerte à lever." """
    filled = quality.key_fields - len(quality.gaps)
    told = f"{plural(filled, 'champ clé rempli', 'champs clés remplis')} sur {quality.key_fields}"
    if quality.gaps:
        told += " ; manque : " + ", ".join(field_name(gap.field) for gap in quality.gaps)
    sentences = [told]
    if quality.least_sure:
        sure = quality.least_sure
        sentences.append(
            # rounded down: "100 %" is what no reading is
            f"Valeur la moins sûre : {field_name(sure.field)} ({int(100 * sure.confidence)}{NBSP}%)"
        )
    if quality.issues:
        sentences.append(f"{plural(quality.issues, 'alerte')} à lever")
    return ". ".join(sentences) + "."
