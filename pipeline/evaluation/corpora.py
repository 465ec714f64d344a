"""A corpus: documents and their golds, known by a digest of both."""

import hashlib
import re
from pathlib import Path

from models.base import Record
from models.errors import ConfigurationError, InputNotFoundError
from pipeline.evaluation.golds import GOLD

_SPEC = re.compile(r"^(?P<name>[a-z][a-z0-9_-]*)=(?P<docs>[^:]+):(?P<gold>[^:]+?)(?P<real>:real)?")


class Corpus(Record):
    """`real`: published by others; else composed for the tests. `drawn`: its documents are drawn anew each time."""

    name: str
    docs: Path
    gold: Path
    real: bool = False
    drawn: bool = False

    def files(self) -> list[Path]:
        """The visible documents at any depth, in a stable order; golds that lie beside them left out."""
        return [
            path
            for path in sorted(self.docs.rglob("*"))
            if path.is_file()
            and not path.match(GOLD)
            and not any(part.startswith(".") for part in path.relative_to(self.docs).parts)
        ]


def parse_corpus(text: str) -> Corpus:
    """ "name=DOCS:GOLD", with ":real" at the end for documents that others published."""
    found = _SPEC.fullmatch(text.strip())
    if found is None:
        raise ConfigurationError(
            f"Corpus « {text} » : écrivez nom=DOCUMENTS:ANNOTATIONS, avec :real à la fin pour de vrais documents."
        )
    corpus = Corpus(
        name=found["name"], docs=Path(found["docs"]), gold=Path(found["gold"]), real=bool(found["real"])
    )
    return existing(corpus)


def existing(corpus: Corpus) -> Corpus:
    for folder in (corpus.docs, corpus.gold):
        if not folder.is_dir():
            raise InputNotFoundError(f"Corpus « {corpus.name} » : « {folder} » n'est pas un dossier.")
    return corpus


def digest(corpus: Corpus) -> str:
    """sha256 over the names and the contents of the documents and of the golds.

    Of drawn documents the names only: their bytes change with the version of the library that draws them.
    """
    whole = hashlib.sha256()
    for folder, files in ((corpus.docs, corpus.files()), (corpus.gold, sorted(corpus.gold.rglob(GOLD)))):
        for file in files:
            told = not (corpus.drawn and folder == corpus.docs)
            content = hashlib.sha256(file.read_bytes()).hexdigest() if told else ""
            whole.update(f"{file.relative_to(folder).as_posix()}\0{content}\n".encode())
    return whole.hexdigest()
