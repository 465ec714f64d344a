"""The pictures of the README and of the user guide, taken from the sample documents: `make screenshots`.

Builds the inventory in a temporary folder, serves it, drives the system's Chromium through SCENES and writes
docs/images/NAME.png with a palette of 128 colours (under 200 kB each; tests/test_guide.py looks).
"""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
IMAGES = ROOT / "docs" / "images"
DESKTOP, PHONE = (1180, 800), (390, 800)
COLOURS = 128


def fullest_contract(page: Page) -> None:
    page.goto("/inventaire?sort=actions&descending=true")
    page.locator("table.inventory tbody th a").first.click()


def found_action(page: Page) -> None:
    page.goto("/recherche?q=bus+santé&type=action")
    page.locator(".hits h3 a").first.click()


def date_of_end(page: Page) -> None:
    fullest_contract(page)
    page.locator("dl.card a[href$='/end_date']").first.click()


def region_with_most(page: Page) -> None:
    page.goto("/")
    code = page.locator("section[aria-labelledby=regions] a").first.get_attribute("href") or ""
    page.goto(f"/inventaire/regions/{code.rpartition('=')[2]}")


def two_actions(page: Page) -> None:
    page.goto("/recherche?q=dépistage&type=action")
    found = [link.get_attribute("href") or "" for link in page.locator(".hits h3 a").all()[:2]]
    page.goto("/comparer?" + "&".join(f"action={address.rpartition('/')[2]}" for address in found))


def open_at(address: str) -> Callable[[Page], None]:
    return lambda page: page.goto(address) and None


#: Name of the picture, how to come to the page, size of the window.
SCENES: tuple[tuple[str, Callable[[Page], None], tuple[int, int]], ...] = (
    ("accueil", open_at("/"), (1180, 900)),
    ("recherche", open_at("/recherche?q=mobile+health+buses"), DESKTOP),
    ("action", found_action, DESKTOP),
    ("actions-types", open_at("/actions-types"), DESKTOP),
    ("comparer", two_actions, DESKTOP),
    ("inventaire", open_at("/inventaire"), DESKTOP),
    ("contrat", fullest_contract, (1180, 1000)),
    ("preuve", date_of_end, DESKTOP),
    ("region", region_with_most, (1180, 900)),
    ("echeances", open_at("/echeances"), DESKTOP),
    ("silences", open_at("/inventaire/silences"), DESKTOP),
    ("a-verifier", open_at("/a-verifier"), (1180, 600)),
    ("telephone", open_at("/inventaire"), PHONE),
)


@contextmanager
def demo() -> Iterator[str]:
    """The address of the sample documents' inventory, served until left."""
    with tempfile.TemporaryDirectory() as folder, socket.socket() as probe:
        environment = {**os.environ, "ATLAS_DATA_DIR": folder}
        command = [sys.executable, "-m", "flows.cli"]
        documents = ROOT / "samples" / "documents"
        built = subprocess.run(
            [*command, "run", "--docs", documents, "--only"], env=environment, cwd=ROOT, check=False
        )
        if built.returncode not in {0, 3}:  # 3: a sample that cannot be read is part of the demonstration
            raise SystemExit(built.returncode)
        probe.bind(("127.0.0.1", 0))
        port = str(probe.getsockname()[1])
        probe.close()
        server = subprocess.Popen([*command, "serve", "--port", port], env=environment, cwd=ROOT)
        try:
            yield _answering(f"http://127.0.0.1:{port}")
        finally:
            server.terminate()
            server.wait(timeout=20)


def _answering(address: str) -> str:
    for _ in range(120):
        try:
            urllib.request.urlopen(address, timeout=5).close()
        except OSError:
            time.sleep(0.5)
        else:
            return address
    raise SystemExit(f"{address} does not answer")


def take(browser: Browser, address: str, only: set[str]) -> None:
    for name, go, (width, height) in SCENES:
        if only and name not in only:
            continue
        with browser.new_context(
            base_url=address, locale="fr-FR", viewport={"width": width, "height": height}
        ) as context:
            page = context.new_page()
            go(page)
            page.wait_for_load_state("networkidle")
            path = IMAGES / f"{name}.png"
            page.screenshot(path=path)
        with Image.open(path) as picture:
            picture.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE).save(path, optimize=True)
        print(f"{path.relative_to(ROOT)} {path.stat().st_size // 1000} kB")


def main() -> None:
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if chromium is None:
        raise SystemExit("Chromium is missing: apt-get install chromium")
    with demo() as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        take(browser, address, set(sys.argv[1:]))
        browser.close()


if __name__ == "__main__":
    main()
