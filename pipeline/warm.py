"""Reads one short contract when it is imported, so that all lists and expressions are loaded.

For the process that readers are forked from: each of them then shares what is loaded (0.6 s a document less).
"""

from models.layout import Block, BlockKind, Layout, Page
from pipeline.confidence import load_calibration
from pipeline.extraction import extract_layout

_TEXTS = (
    "Contrat local de santé de la commune de Nulle-Part",
    "Entre l'agence régionale de santé, représentée par son directeur général, et la commune, il est convenu :",
    "Article 1 – Durée : le présent contrat est conclu pour trois ans à compter du 1er janvier 2020.",
    "Fiche action 1 : Bus santé",
    "Objectifs : aller vers les habitants",
    "Pilote : la commune",
    "Fait le 3 décembre 2019",
)
load_calibration()
extract_layout(
    Layout(
        pages=(
            Page(
                number=1, blocks=tuple(Block(kind=BlockKind.PARAGRAPH, text=text, page=1) for text in _TEXTS)
            ),
        ),
        reader="warm",
    ),
    document="warm",
)
