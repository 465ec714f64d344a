"""The report of an evaluation as one French page that needs no server: its style stands in it."""

from pathlib import Path

from markupsafe import Markup

from models.fields import ACTION_FIELDS, CONTRACT_FIELDS
from pipeline.evaluation.report import EvaluationReport
from pipeline.evaluation.tally import Verdict
from search_api.pages.render import render

CSS = Path(__file__).parent / "static" / "atlas.css"
VERDICTS = {Verdict.WRONG: "faux", Verdict.MISSED: "manqué", Verdict.UNEXPECTED: "en trop"}
#: Fields of the scores that are no field of a record.
LABELS = {
    "contract": "Contrats",
    "signatory": "Signataires",
    "representative": "Représentants",
    "axis": "Axes",
    "axis.objective": "Objectifs des axes",
    "action": "Actions",
    "territory.code": "Code du territoire",
    "territory.type": "Type de territoire",
    "evidence": "Citations hors de leur page",
}


def field_label(field: str) -> str:
    """ "action.pilot" → "Pilote (action)", "signature_date" → "Date de signature"."""
    if field in LABELS:
        return LABELS[field]
    if field.startswith("action."):
        name = field.removeprefix("action.")
        return f"{ACTION_FIELDS[name].label} (action)" if name in ACTION_FIELDS else field
    return CONTRACT_FIELDS[field].label if field in CONTRACT_FIELDS else field


def quality_page(report: EvaluationReport, title: str) -> str:
    """The HTML; pictures are addressed relative to it."""
    css = Markup(CSS.read_text(encoding="utf-8"))
    return render("quality.html", report=report, title=title, css=css, label=field_label, verdicts=VERDICTS)
