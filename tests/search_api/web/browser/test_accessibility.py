"""Every page, as axe-core and a person with a keyboard or a small screen meet it."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.search_api.web.browser.addresses import EXAMPLES, WRONG, page_addresses, page_paths

pytestmark = pytest.mark.browser
ADDRESSES = page_addresses()


@pytest.mark.parametrize("path", page_paths())
def test_every_page_has_an_example(path: str) -> None:
    assert "{" not in path or path in EXAMPLES, f"add an address of {path} to EXAMPLES in addresses.py"


@pytest.mark.parametrize("address", [*ADDRESSES, *WRONG])
def test_axe_finds_nothing(page: Page, address: str) -> None:
    page.goto(address)
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()


def test_axe_would_find_something(page: Page) -> None:
    page.goto("/")
    page.evaluate("document.querySelector('input').insertAdjacentHTML('afterend', '<img src=x>')")
    page.evaluate("document.querySelector('label').remove()")
    assert {fault["id"] for fault in Axe().run(page).response["violations"]} >= {"image-alt"}
