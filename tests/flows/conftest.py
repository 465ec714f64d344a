"""A folder of small documents, and a data folder of its own for every test."""

from pathlib import Path

import pytest

# ruff: noqa: E501 - web pages as they come

REGIONAL_PAGE = """<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8"><title>Contrats locaux de santé</title></head>
<body><main><h1>Les contrats locaux de santé en Bretagne</h1>
<h2>Fougères Agglomération (Ille-et-Vilaine)</h2>
<p>Le contrat local de santé a été signé le 14 mai 2024, pour une durée de cinq ans, entre Fougères Agglomération,
l'ARS Bretagne et la Préfecture d'Ille-et-Vilaine. Il porte sur deux axes :</p>
<ul><li>accès aux soins de proximité ;</li><li>santé mentale et bien-être.</li></ul>
</main></body></html>
"""

TOWN_PAGE = """<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8"><title>Le contrat local de santé de Guéret</title>
</head><body><main><h1>Le contrat local de santé de Guéret</h1>
<p>Le contrat local de santé, signé le 3 mars 2023 pour trois ans par la Ville de Guéret, l'Agence régionale de santé
Nouvelle-Aquitaine et la Préfecture de la Creuse, fixe le cap.</p>
<h2>Deux axes</h2><ul><li><strong>Axe 1 :</strong> Accès aux soins</li><li><strong>Axe 2 :</strong> Bien vieillir</li></ul>
<h2>Des actions concrètes</h2>
<h3>Un bus santé dans les villages</h3><p>Deux fois par mois, un véhicule aménagé propose un dépistage gratuit.</p>
<h3>Prévenir les chutes à domicile</h3><p>Des ergothérapeutes visitent les logements des personnes âgées.</p>
</main></body></html>
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two web pages about contracts, an empty file and a file that is not a document."""
    path = tmp_path / "mes documents"
    path.mkdir()
    (path / "region.html").write_text(REGIONAL_PAGE, encoding="utf-8")
    (path / "gueret.html").write_text(TOWN_PAGE, encoding="utf-8")
    (path / "vide.pdf").write_bytes(b"")
    (path / "image.pdf").write_bytes(bytes(range(256)) * 20)
    return path


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "données"
    monkeypatch.setenv("ATLAS_DATA_DIR", str(path))
    return path
