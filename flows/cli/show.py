"""What the commands print: progress bars, the summary of a run, tables. French, by rich."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, SpinnerColumn, TaskID, TextColumn, TimeElapsedColumn
from rich.progress import Progress as Bars
from rich.table import Table

from flows.progress import Progress, Report
from flows.run import RunSummary
from models.catalogue import KIND_LABELS, KIND_SHORT, STATUS_LABELS, ContractRecord, InventoryRow
from models.fields import CODE_FIELDS
from models.layout import Outcome
from models.records import Severity
from models.search import SearchResult
from models.vocabularies.themes import concept_label
from pipeline.evaluation import EvaluationReport, FieldScore, ScoreTable
from pipeline.evaluation.themes import ENOUGH_SUPPORT, ThemesReport

out = Console()
errors = Console(stderr=True)

OUTCOME_LABELS = {
    Outcome.PARSED: "lus",
    Outcome.PARTIAL: "lus en partie",
    Outcome.ENCRYPTED: "chiffrés",
    Outcome.EMPTY: "vides",
    Outcome.NOT_A_DOCUMENT: "pas des documents",
    Outcome.DAMAGED: "endommagés",
    Outcome.TOO_BIG: "trop gros",
    Outcome.TIMEOUT: "trop longs à lire",
    Outcome.MEMORY: "trop gourmands en mémoire",
}


@contextmanager
def progress_bars() -> Iterator[Report]:
    """One bar a stage, on stderr so that what is printed stays clean."""
    columns = (
        SpinnerColumn(),
        TextColumn("{task.description:24}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TextColumn("[dim]{task.fields[note]}"),
    )
    with Bars(*columns, console=errors) as bars:
        tasks: dict[str, TaskID] = {}

        def report(progress: Progress) -> None:
            if progress.stage not in tasks:
                tasks[progress.stage] = bars.add_task(progress.stage, total=progress.total, note="")
            done = progress.total is not None and progress.done >= progress.total
            note = "" if done else escape(progress.note[:50])
            bars.update(tasks[progress.stage], completed=progress.done, total=progress.total, note=note)

        yield report


def plural(count: int, word: str) -> str:
    """ "1 contrat", "3 contrats"."""
    return f"{count} {word}{'s' if count > 1 else ''}"


def summary(result: RunSummary) -> None:
    """What the run did, then the inventory in figures."""
    read = ", ".join(
        f"{count} {OUTCOME_LABELS[outcome]}" for outcome, count in sorted(result.outcomes.items())
    )
    out.print(
        f"\n[bold]Documents[/] : {result.documents} ({read or 'aucun'}), {result.read_now} lus cette fois"
    )
    figures(result.rows)
    problems = [issue for issue in result.issues if issue.severity is not Severity.INFO]
    if problems:
        out.print(f"\n[bold]{plural(len(problems), 'point')} à vérifier[/]")
        for issue in problems[:12]:
            where = f" [dim]({escape(issue.document)})[/]" if issue.document else ""
            out.print(f"  • {escape(issue.message)}{where}")
        if len(problems) > 12:
            out.print(f"  … et {len(problems) - 12} autres, sur les pages de l'inventaire")


def themes(report: ThemesReport) -> None:
    """A table a scheme: each concept with its support, precision, recall and kappa."""
    for scheme in report.schemes:
        table = Table(
            "Notion", "Support", "Précision", "Rappel", "Kappa", title=CODE_FIELDS[scheme.scheme].label
        )
        for row in scheme.concepts:
            figures_of = (row.precision, row.recall, row.kappa)
            table.add_row(
                concept_label(row.scheme, row.concept),
                str(row.support),
                *("–" if v is None else f"{v:.2f}" for v in figures_of),
            )
        table.add_section()
        mean = "–" if scheme.kappa is None else f"{scheme.kappa:.2f}"
        table.add_row(
            "Ensemble", str(scheme.support), f"{scheme.precision:.2f}", f"{scheme.recall:.2f}", mean
        )
        out.print(table)
    out.print(
        f"{plural(report.actions, 'action')}. Kappa d'ensemble : moyenne des notions de support ≥ {ENOUGH_SUPPORT}."
    )


def figures(rows: Sequence[InventoryRow]) -> None:
    """The inventory in figures: by kind and status, then totals."""
    table = Table(
        "Nature", "Statut", "Contrats", "Signataires", "Axes", "Actions", "Alertes", title="Inventaire"
    )
    groups = Counter((row.kind, row.status) for row in rows)
    for (kind, status), count in sorted(groups.items()):
        of = [row for row in rows if (row.kind, row.status) == (kind, status)]
        totals = (sum(r.signatories for r in of), sum(r.axes for r in of), sum(r.actions for r in of))
        table.add_row(
            KIND_SHORT[kind],
            STATUS_LABELS[status],
            str(count),
            *map(str, totals),
            str(sum(r.issues for r in of)),
        )
    table.add_section()
    table.add_row(
        "Ensemble",
        "",
        str(len(rows)),
        str(sum(r.signatories for r in rows)),
        str(sum(r.axes for r in rows)),
        str(sum(r.actions for r in rows)),
        str(sum(r.issues for r in rows)),
    )
    out.print(table)


def inventory(rows: Sequence[InventoryRow]) -> None:
    """One line a contract."""
    table = Table("Territoire", "Nature", "Dép.", "Signé", "Fin", "Statut", "Axes", "Actions", "Identifiant")
    for row in rows:
        end = row.end_date or (f"{row.end.isoformat()} (calculée)" if row.end else "")
        table.add_row(
            escape(row.territory),
            KIND_SHORT[row.kind],
            ", ".join(row.departments),
            row.signature_date or "",
            end,
            STATUS_LABELS[row.status],
            str(row.axes),
            str(row.actions),
            row.contract_id,
        )
    out.print(table)


def evaluation(scores: ScoreTable, title: str | None = None, quotes: FieldScore | None = None) -> None:
    """The per-field table of an evaluation."""
    columns = ("Champ", "Support", "Trouvés", "En trop", "Manqués", "Précision", "Rappel", "F1", "95 %")
    table = Table(*columns, title=title)
    for row in scores.fields:
        ratios = (f"{row.precision:.3f}", f"{row.recall:.3f}", f"{row.f1:.3f}", _interval(row.low, row.high))
        table.add_row(row.field, str(row.support), str(row.tp), str(row.fp), str(row.fn), *ratios)
    out.print(table)
    said = f"{plural(scores.documents, 'document')}, F1 macro {scores.macro_f1:.3f}"
    interval = _interval(scores.macro_low, scores.macro_high)
    out.print(said + (f" ({interval})" if interval else ""))
    if quotes is not None:
        out.print(f"{quotes.tp} citations sur {quotes.tp + quotes.fp} se lisent sur la page qu'elles nomment")


def _interval(low: float | None, high: float | None) -> str:
    return "" if low is None or high is None else f"{low:.3f}–{high:.3f}"


def groups(report: EvaluationReport) -> None:
    """One line a group of documents."""
    table = Table("Documents", "Nombre", "F1 macro", "95 %", "Contrats", "Actions", "Citations à leur place")
    for group in report.groups:
        f1 = {row.field: f"{row.f1:.3f}" for row in group.scores.fields}
        table.add_row(
            escape(group.label),
            str(group.scores.documents),
            f"{group.scores.macro_f1:.3f}" if group.scores.fields else "",
            _interval(group.scores.macro_low, group.scores.macro_high),
            f1.get("contract", ""),
            f1.get("action", ""),
            f"{group.quotes.precision:.4f}" if group.quotes else "",
        )
    out.print(table)


def hits(found: SearchResult, contracts: Mapping[str, ContractRecord]) -> None:
    """Ranked hits, each with its contract and the best snippet."""
    if found.expansions:
        errors.print(f"[dim]Cherché aussi : {escape(', '.join(found.expansions[:12]))}[/]")
    for rank, hit in enumerate(found.hits, 1):
        contract = contracts[hit.id].contract
        where = f"{KIND_LABELS[contract.kind]} · {contract.territory.name}"
        out.print(f"[bold]{rank:2}. {escape(hit.title)}[/]  [dim]{escape(where)}[/]")
        for fragments in list(hit.highlights.values())[:1]:
            out.print(
                "    "
                + "".join(f"[yellow]{escape(f.text)}[/]" if f.hit else escape(f.text) for f in fragments)
            )
    out.print(f"{plural(found.total, 'résultat')}")
