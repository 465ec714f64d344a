"""Shared by all tests. ATLAS_NO_SKIP=ocr,postgresql turns a skip of a test so marked into a failure."""

import os
from collections.abc import Generator

import pytest

MUST_RUN = frozenset(filter(None, os.environ.get("ATLAS_NO_SKIP", "").split(",")))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    marks = {mark.name for mark in item.iter_markers()}
    if report.skipped and marks & MUST_RUN and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"skipped although ATLAS_NO_SKIP asks for it: {report.longrepr}"
    return report
