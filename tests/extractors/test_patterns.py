"""No expression of the five packages takes longer than in proportion to the length of the text, or nearly so."""

import json
import subprocess
import sys

from tests.every_pattern import ROOT


def measured() -> tuple[int, set[str]]:
    """How many expressions there are, and those whose time grows faster than the text."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.every_pattern"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    return found["patterns"], {f"{row['file']} : {row['pattern']}" for row in found["steep"]}


def test_no_expression_grows_steeply() -> None:
    patterns, steep = measured()
    assert patterns > 150
    if steep:  # a busy machine can make one look so once
        steep &= measured()[1]
    assert steep == set()
