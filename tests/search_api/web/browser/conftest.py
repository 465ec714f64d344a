"""Debian's Chromium, driven by Playwright, on a real server. Skips where there is no Chromium."""

import shutil
import socket
from collections.abc import Iterator
from threading import Thread
from typing import Any

import pytest
import uvicorn
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from search_api.app import Services, create_app

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
DESKTOP = {"width": 1280, "height": 900}


@pytest.fixture(scope="package")
def site(services: Services) -> Iterator[str]:
    """The address of the small catalogue, served on a free port."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        server = uvicorn.Server(uvicorn.Config(create_app(services), log_level="warning"))
        thread = Thread(target=server.run, kwargs={"sockets": [listening]})
        thread.start()
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        server.should_exit = True
        thread.join(timeout=10)


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """Closed with the package: Playwright's event loop must not run beside those of other tests."""
    if CHROMIUM is None:
        pytest.skip("Chromium is missing: apt-get install chromium")
    flags = ["--no-sandbox", "--disable-background-networking", "--disable-sync", "--disable-gpu"]
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=flags)
        yield chromium
        chromium.close()


@pytest.fixture
def context(request: pytest.FixtureRequest, browser: Browser, site: str) -> Iterator[BrowserContext]:
    """A fresh profile; `indirect` parameters are options of Browser.new_context."""
    options: dict[str, Any] = {"viewport": DESKTOP, "locale": "fr-FR", **getattr(request, "param", {})}
    with browser.new_context(base_url=site, **options) as found:
        found.set_default_timeout(60_000)  # of a busy machine; nothing waits that long on an idle one
        yield found


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()
