"""What the three users do, in a browser with JavaScript off; what is printed and what moves."""

import pymupdf
import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser
without_scripts = pytest.mark.parametrize("context", [{"java_script_enabled": False}], indirect=True)


@without_scripts
def test_a_coordinator_finds_an_action_and_its_words(page: Page) -> None:
    page.goto("/")
    page.get_by_role("searchbox").fill("bus santé")
    page.get_by_role("searchbox").press("Enter")
    expect(page.get_by_role("heading", name="résultat")).to_be_visible()
    page.locator(".hits h3 a").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Bus santé")
    page.get_by_role("link", name="Tabac").click()
    expect(page.locator("q").first).to_contain_text("Bus santé mobile")
    picture = page.locator("img.page")
    expect(picture).to_be_visible()
    page.get_by_role("navigation", name="Fil d’Ariane").get_by_role("link").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Bus santé")


@without_scripts
def test_a_documentalist_filters_sorts_and_checks(page: Page) -> None:
    page.goto("/inventaire")
    page.get_by_role("combobox", name="Département").select_option(label="Ille-et-Vilaine (35)")
    page.get_by_role("button", name="Filtrer").click()
    rows = page.get_by_role("region", name="Tableau de l’inventaire").locator("tbody tr")
    expect(rows).to_have_count(30)
    page.get_by_role("link", name="Fin", exact=True).click()
    expect(page.locator("th[aria-sort=ascending]")).to_contain_text("Fin")
    expect(rows).to_have_count(30)
    rows.first.get_by_role("rowheader").get_by_role("link").click()
    expect(page.get_by_role("heading", name="Carte d’identité")).to_be_visible()


@without_scripts
def test_an_analyst_takes_the_filtered_view(page: Page) -> None:
    page.goto("/inventaire?department=35")
    with page.expect_download() as waiting:
        page.get_by_role("link", name="CSV").click()
    lines = waiting.value.path().read_text(encoding="utf-8-sig").strip().splitlines()
    assert len(lines) == 31


@pytest.mark.parametrize("address", ["/contrats/c-dreux", "/inventaire", "/actions/a-bus"])
def test_the_print_has_the_record_and_not_the_navigation(page: Page, address: str) -> None:
    page.goto(address)
    title = page.get_by_role("heading", level=1).inner_text().split("\n")[0]
    with pymupdf.open("pdf", page.pdf(format="A4", prefer_css_page_size=True)) as printed:
        text = " ".join(sheet.get_text() for sheet in printed)
        assert title in text.replace("\n", " ")
        assert "À vérifier" not in printed[0].get_text()[:200]
        assert "Documents" not in text
        widths = [block[2] for sheet in printed for block in sheet.get_text("blocks")]
        assert max(widths) <= printed[0].rect.width


def test_nothing_moves_for_who_asked_for_less_motion(page: Page) -> None:
    page.emulate_media(reduced_motion="reduce")
    page.goto("/contrats/c-dreux")
    moving = """() => [...document.querySelectorAll('*')].filter(it => {
        const style = getComputedStyle(it);
        return style.scrollBehavior === 'smooth' || parseFloat(style.transitionDuration) > 0
            || parseFloat(style.animationDuration) > 0;
    }).length"""
    assert page.evaluate(moving) == 0
