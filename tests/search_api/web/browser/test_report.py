"""The report of an evaluation is a page of its own, published without a server: it keeps the same promises."""

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from pipeline.evaluation.report import ErrorExample, EvaluationReport, ScoreGroup
from pipeline.evaluation.scores import FieldScore, ScoreTable
from pipeline.evaluation.tally import Verdict
from search_api.pages.quality import quality_page
from tests.search_api.web.browser.test_accessibility import WIDER

pytestmark = pytest.mark.browser
SCORE = FieldScore(
    field="action.pilot", support=9, tp=8, fp=1, fn=1, precision=0.9, recall=0.9, f1=0.9, low=0.8, high=0.95
)
TABLE = ScoreTable(documents=3, fields=(SCORE,), macro_f1=0.9, macro_low=0.8, macro_high=0.95)
EXAMPLES = tuple(
    ErrorExample(
        field="action.pilot",
        verdict=verdict,
        corpus="essai",
        document="a.pdf",
        gold="ARS",
        found="CPTS",
        page=2,
    )
    for verdict in (Verdict.WRONG, Verdict.MISSED, Verdict.UNEXPECTED)
)
REPORT = EvaluationReport(
    groups=(ScoreGroup(key="all", label="Tous", scores=TABLE, quotes=SCORE),),
    examples={"action.pilot": EXAMPLES},
)


def test_axe_finds_nothing_in_the_report(page: Page, tmp_path: Path) -> None:
    path = tmp_path / "report.html"
    path.write_text(quality_page(REPORT, "Qualité de l'extraction"), encoding="utf-8")
    page.goto(path.as_uri())
    assert "Pilote (action)" in page.inner_text("main")
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    page.emulate_media(color_scheme="dark")
    dark = Axe().run(page, options={"runOnly": ["color-contrast"], "resultTypes": ["violations"]})
    assert dark.violations_count == 0, dark.generate_report()
    page.set_viewport_size({"width": 320, "height": 640})
    assert page.evaluate(WIDER) <= 0
