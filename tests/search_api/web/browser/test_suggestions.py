"""Suggestions while typing, as a person with a keyboard meets them."""

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser


def test_a_suggestion_is_chosen_with_the_keyboard(page: Page) -> None:
    page.goto("/recherche")
    field = page.get_by_role("combobox", name="Ce que vous cherchez")
    expect(field).to_have_attribute("aria-expanded", "false")
    field.press_sequentially("bus")
    options = page.get_by_role("option")
    expect(options.first).to_be_visible()
    expect(field).to_have_attribute("aria-expanded", "true")
    field.press("ArrowDown")
    expect(options.first).to_have_attribute("aria-selected", "true")
    chosen = options.first.text_content()
    assert field.get_attribute("aria-activedescendant") == options.first.get_attribute("id")
    field.press("Enter")
    page.wait_for_url("**/recherche?q=*")
    expect(page.get_by_label("Ce que vous cherchez")).to_have_value(chosen or "")


def test_escape_closes_the_list_and_keeps_what_was_typed(page: Page) -> None:
    page.goto("/")
    field = page.get_by_role("combobox")
    field.press_sequentially("bus")
    expect(page.get_by_role("option").first).to_be_visible()
    field.press("Escape")
    expect(page.get_by_role("listbox")).to_be_hidden()
    expect(field).to_have_value("bus")
