"""In: a folder of YAML files. Out: the sources in the order of their ids; all errors of all files at once."""

from collections import Counter
from pathlib import Path

import yaml
from pydantic import ValidationError

from models.errors import ConfigurationError
from pipeline.sources.source import Source

DECLARED = Path(__file__).with_name("declared")


class SourceFileErrors(ConfigurationError):
    """Some declared sources cannot be read; the message has one line an error."""


def load_sources(folder: Path = DECLARED) -> tuple[Source, ...]:
    """Raises SourceFileErrors with every error of every file, so that one reading repairs them all."""
    sources: list[Source] = []
    errors: list[str] = []
    for path in sorted(folder.glob("*.yaml")):
        try:
            sources.append(Source.model_validate(yaml.safe_load(path.read_text(encoding="utf-8"))))
        except ValidationError as error:
            errors += [f"{path.name} : {_place(e['loc'])}{e['msg']}" for e in error.errors()]
        except (yaml.YAMLError, UnicodeDecodeError, OSError) as error:
            errors.append(f"{path.name} : fichier illisible ({' '.join(str(error).split())})")
    twice = [name for name, count in Counter(s.id for s in sources).items() if count > 1]
    errors += [f"l'identifiant « {name} » est déclaré plusieurs fois" for name in sorted(twice)]
    if errors:
        raise SourceFileErrors("Sources à corriger :\n" + "\n".join(f"  - {error}" for error in errors))
    return tuple(sorted(sources, key=lambda source: source.id))


def _place(location: tuple[int | str, ...]) -> str:
    return f"{'.'.join(str(part) for part in location)} : " if location else ""
