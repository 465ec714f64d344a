"""Reading of gold folders and of prediction files. Raises ConfigurationError for what is not in the format."""

import json
from collections.abc import Iterator
from pathlib import Path

from models.errors import ConfigurationError, InputNotFoundError
from pipeline.evaluation.similarity import Node

GOLD = "*.gold.json"


def read_golds(folder: Path) -> Iterator[Node]:
    """Every gold file below the folder, in the order of their paths."""
    files = sorted(folder.rglob(GOLD))
    if not files:
        raise InputNotFoundError(
            f"Aucune annotation « {GOLD} » sous « {folder} ». Donnez le dossier des annotations."
        )
    for file in files:
        yield _node(file.read_text(encoding="utf-8"), str(file))


def read_predictions(file: Path) -> dict[str, Node]:
    """File name of a document → its line."""
    found = {}
    for number, line in enumerate(file.read_text(encoding="utf-8").split("\n"), 1):
        if line.strip():
            node = _node(line, f"{file}, ligne {number}")
            found[document_name(node)] = node
    return found


def document_name(node: Node) -> str:
    return Path(node["document"]).name


def _node(text: str, where: str) -> Node:
    try:
        node = json.loads(text)
    except json.JSONDecodeError as error:
        raise ConfigurationError(f"{where} n'est pas du JSON : {error}. Voir docs/formats.md.") from error
    if not isinstance(node, dict) or not isinstance(node.get("document"), str):
        raise ConfigurationError(f"{where} n'a pas de clé « document ». Voir docs/formats.md.")
    return node
