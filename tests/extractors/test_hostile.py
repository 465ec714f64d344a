"""Texts made to hang an expression: each must be through in a child process long before its time limit."""

import pytest

from extractors.articulation.extract import extract_articulation
from extractors.assessment.extract import extract_assessment
from extractors.axes.extract import extract_axes
from extractors.chapters import spots
from extractors.dates.extract import extract_times
from extractors.generation import extract_generation
from extractors.governance.extract import extract_governance
from extractors.kind.extract import document_kind
from extractors.mentions import passages
from extractors.sandbox import run_limited
from extractors.scopes.extract import find_scopes
from extractors.signatories.extract import extract_parties
from extractors.structure import extract_structure
from extractors.territory.extract import Where, from_title
from extractors.themes import code_action
from extractors.title import extract_title
from models.evidence import Evidence
from models.layout import Block
from models.records import Action
from tests.extractors.writing import bullet, heading, paragraph

LENGTH = 2_000  # time that grows with the cube of the length shows here
SECONDS = 60.0  # for a loaded machine: a runaway expression takes hours

PIECES = {
    "letters": "a",
    "capitals": "A",
    "dots": ".",
    "dots and spaces": ". ",
    "spaces": " ",
    "digits": "1234567890",
    "numbers": "1 ",
    "number words": "deux ",
    "cut number words": "vingt-",
    "opening brackets": "(",
    "commas": ", ",
    "lists": ", et la ville de A",
    "apostrophes": "d'",
    "names": "Mme Anne Le ",
    "represented": "représentée par ",
    "signed": "signé entre ",
    "contract": "contrat local de santé ",
    "contract of": "CLS de la ",
    "periods": "du 1er janvier 2020 au ",
    "durations": "pour une durée de ",
    "axes": "Axe 1 : ",
    "sheets": "Fiche action 1.1.1 – ",
    "within": "dans le cadre du ",
    "hyphens": "-",
    "accents": "é",
    "bodies": "le comité de pilotage réunit ",
    "members": "de la ville et de l'ARS, ",
    "meetings": "se réunit au moins une fois ",
    "assessments": "le diagnostic local de santé réalisé par ",
    "needs": "trois besoins ressortent, ",
    "plans": "le projet régional de santé de Brest ",
    "schemes": "schéma départemental de l'accueil et ",
    "names of places": "PRS Saint-Denis d'",
    "themes": "santé mentale, hors ",
    "places": "habitants de Saint-",
}
OPENINGS = ("", "Contrat local de santé de ", "signé le ", "Entre l'ARS, ")


def texts(piece: str) -> list[str]:
    return [opening + (piece * LENGTH)[:LENGTH] for opening in OPENINGS]


def read_all(piece: str) -> int:
    """Everything that is read from a document, on paragraphs, headings and list items of such a text."""
    blocks: list[Block] = []
    for text in texts(piece):
        blocks += [heading(text[:230]), paragraph(text), bullet(text)]
    sentences = list(passages(blocks))
    document_kind(blocks)
    parties = [party for formal in (True, False) for party in extract_parties(blocks, formal=formal)]
    for formal in (True, False):
        extract_times(sentences, formal=formal)
    extract_generation(sentences, sentences)
    from_title(sentences[:12], Where())
    find_scopes(blocks)
    extract_axes(blocks)
    extract_structure(blocks)
    extract_title(blocks)
    read = spots([heading("Gouvernance, diagnostic et articulation"), *blocks])
    for extract in (extract_governance, extract_assessment, extract_articulation):
        extract(read)
    for text in texts(piece):
        proofs = {
            name: (Evidence(page=1, quote=text),) for name in ("title", "description", "target_population")
        }
        code_action(Action(title=text, description=text, target_population=text, evidence=proofs))
    return len(parties)


@pytest.mark.parametrize("piece", PIECES.values(), ids=PIECES.keys())
def test_a_long_text_of_one_piece_is_read_in_time(piece: str) -> None:
    assert run_limited(read_all, piece)(SECONDS, 2048) >= 0
