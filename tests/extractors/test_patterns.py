"""No expression of the five packages takes longer than in proportion to the length of the text, or nearly so."""

import json
import subprocess
import sys

from tests.every_pattern import ROOT


def test_no_expression_grows_steeply() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.every_pattern"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    found = json.loads(done.stdout)
    assert found["patterns"] > 150
    assert found["steep"] == []
