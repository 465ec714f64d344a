"""Every page, as axe-core and a person with a keyboard, a small screen or large letters meet it."""

from collections import Counter

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import ConsoleMessage, Page, Response

from tests.search_api.web.browser.addresses import EXAMPLES, WRONG, page_addresses, page_paths

pytestmark = pytest.mark.browser
ADDRESSES = [*page_addresses(), *WRONG]
#: Of the element in focus: what tells it apart, and whether an outline of two pixels or more can be seen around it.
FOCUSED = """() => {
    const it = document.activeElement, style = getComputedStyle(it), box = it.getBoundingClientRect();
    const seen = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
    const inside = box.width > 0 && box.height > 0 && box.right > 0 && box.bottom > 0;
    it.dataset.reached = 'yes';
    return {name: it === document.body ? '' : it.outerHTML.slice(0, 120), visible: seen && inside};
}"""
#: What Tab must reach: not what is hidden (a closed details), and one radio button of a group.
TABBABLE = """() => [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')]
    .filter(it => it.checkVisibility({contentVisibilityAuto: true}) && !(it.type === 'radio' && !it.checked))"""
WIDER = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.mark.parametrize("path", page_paths())
def test_every_page_has_an_example(path: str) -> None:
    assert "{" not in path or path in EXAMPLES, f"add an address of {path} to EXAMPLES in addresses.py"


@pytest.mark.parametrize("address", ADDRESSES)
def test_axe_finds_nothing_in_light_or_dark(page: Page, address: str) -> None:
    page.goto(address)
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    page.emulate_media(color_scheme="dark")
    dark = Axe().run(page, options={"runOnly": ["color-contrast"], "resultTypes": ["violations"]})
    assert dark.violations_count == 0, dark.generate_report()


def test_axe_would_find_something(page: Page) -> None:
    page.goto("/")
    page.evaluate("document.querySelector('main').insertAdjacentHTML('beforeend', '<img src=x>')")
    page.evaluate("document.querySelector('main p').style.color = '#ccc'")
    found = {fault["id"] for fault in Axe().run(page).response["violations"]}
    assert {"image-alt", "color-contrast"} <= found


@pytest.mark.parametrize("address", ADDRESSES)
def test_tab_reaches_everything_visibly_and_leaves(page: Page, address: str) -> None:
    page.goto(address)
    wanted = page.evaluate(f"({TABBABLE})().length")
    for step in range(wanted + 2):
        page.keyboard.press("Tab")
        focused = page.evaluate(FOCUSED)
        if not focused["name"]:
            break
        assert focused["visible"], f"nothing shows that this is in focus: {focused['name']}"
        assert step > 0 or "skip" in focused["name"], "the first stop is the link to the content"
    else:
        pytest.fail(f"after {wanted + 2} steps the keyboard is still inside: {focused['name']}")
    missed = page.evaluate(
        f"({TABBABLE})().filter(it => !it.dataset.reached).map(it => it.outerHTML.slice(0, 120))"
    )
    assert missed == []


def test_the_first_link_leads_past_the_navigation(page: Page) -> None:
    page.goto("/inventaire")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "contenu"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_page_keeps_its_promises(page: Page, address: str) -> None:
    """No complaint of the browser, one title, its regions, its language, nothing that sticks out of the window."""
    complaints = listen(page)
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(address, wait_until="networkidle")
    assert complaints == []
    assert page.locator("html").get_attribute("lang") == "fr"
    for role in ("banner", "main", "contentinfo"):
        assert page.get_by_role(role).count() == 1, role
    assert page.get_by_role("navigation", name="Navigation principale").count() == 1
    assert page.get_by_role("heading", level=1).count() == 1
    assert page.get_by_role("heading", level=1).inner_text().strip()
    assert page.evaluate(WIDER) <= 0, "wider than 320 pixels"
    page.set_viewport_size({"width": 1280, "height": 900})
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert page.evaluate(WIDER) <= 0, "wider than the window with letters twice as large"


def listen(page: Page) -> list[str]:
    """What the browser will complain of: errors in the console (violations of the policy too), files missing."""
    complaints: list[str] = []

    def console(message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"} and "status of 4" not in message.text:
            complaints.append(message.text)

    def answered(response: Response) -> None:
        if response.status >= 400 and not response.request.is_navigation_request():
            complaints.append(f"{response.status} {response.url}")

    page.on("console", console)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("response", answered)
    return complaints


def test_complaints_are_heard(page: Page) -> None:
    complaints = listen(page)
    page.goto("/", wait_until="networkidle")
    faulty = "'<p style=\"color:red\">x</p><img src=/rien.png>'"
    with page.expect_response("**/rien.png"):
        page.evaluate(f"document.body.insertAdjacentHTML('beforeend', {faulty})")
    assert any("Content Security Policy" in told for told in complaints)
    assert any("/rien.png" in told for told in complaints)


def test_titles_of_windows_tell_the_pages_apart(page: Page) -> None:
    titles: dict[str, set[str]] = {}
    for address in page_addresses():
        page.goto(address)
        titles.setdefault(page.title(), set()).add(address.partition("?")[0])
    twice = {title: sorted(paths) for title, paths in titles.items() if len(paths) > 1}
    assert twice == {}
    assert Counter(title.endswith(" – Atlas CLS") for title in titles) == {True: len(titles)}
