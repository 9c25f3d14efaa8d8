"""A running dashboard and a browser for it; a test fails on console errors and on requests that leave the machine."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, expect, sync_playwright

from lib.settings import ROOT
from tests.chromium import find

# The headline of a page: its own, or that of the article it shows.
HEADLINE = '[data-testid="stMain"] h1'
# Opened at a deep link, Streamlit first looks for its server below that path, is told 404 and tries one level up.
PROBED = ("/_stcore/health", "/_stcore/host-config")
LOCAL = {"localhost", "127.0.0.1", "::1", ""}
PATIENCE = 90_000 # milliseconds; a machine that is busy elsewhere is slow, not wrong
expect.set_options(timeout=PATIENCE)


@contextmanager
def dashboard(corpus: Path, home: Path, ahead: bool = False, **environ: str) -> Iterator[str]:
    """Start the dashboard as a user would and give its address; `ahead`: as `make run` does, which reads ahead."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    start = ["lib.views.serve"] if ahead else ["streamlit", "run", "dashboard.py", "--"]
    asked = {"STREAMLIT_SERVER_PORT": str(port), "STREAMLIT_SERVER_HEADLESS": "true", "RAWI_HOME": str(home)}
    log = home.parent / f"server-{port}.log"
    with log.open("wb") as out:
        server = subprocess.Popen(
            [sys.executable, "-m", *start, str(corpus)],
            cwd=ROOT,
            stdout=out,
            stderr=subprocess.STDOUT,
            env={**os.environ, **asked, **environ},
        )
        try:
            address = f"http://localhost:{port}"
            _wait(address, server, log)
            yield address
        finally:
            server.terminate()
            try:
                server.wait(30)
            except subprocess.TimeoutExpired:
                server.kill()


def _wait(address: str, server: subprocess.Popen[bytes], log: Path) -> None:
    for _ in range(600):
        if server.poll() is not None:
            break
        try:
            with urllib.request.urlopen(address + "/_stcore/health", timeout=1) as answer:
                if answer.status == 200:
                    return
        except OSError:
            time.sleep(0.1)
    raise RuntimeError(f"the dashboard did not start:\n{log.read_text('utf-8', 'replace')}")


@pytest.fixture(scope="session")
def seeds_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The dashboard over the seeds."""
    with dashboard(ROOT / "seeds", tmp_path_factory.mktemp("seeds") / "home") as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One headless Chromium for all tests."""
    with sync_playwright() as playwright:
        arguments = ["--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"]
        if hasattr(os, "geteuid") and os.geteuid() == 0:
            arguments.append("--no-sandbox")
        instance = playwright.chromium.launch(executable_path=find(), args=arguments)
        yield instance
        instance.close()


def watched(context: BrowserContext) -> tuple[Page, list[str]]:
    """A page and the list that collects its console errors, uncaught exceptions and requests to other hosts."""
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    complaints: list[str] = []

    def heard(message: ConsoleMessage) -> None:
        where = str(message.location.get("url", ""))
        if message.type == "error" and not where.endswith(PROBED):
            complaints.append(f"console: {message.text} ({where})")

    page.on("console", heard)
    page.on("pageerror", lambda error: complaints.append(f"uncaught: {error}"))

    def asked(url: str) -> None:
        parts = urlsplit(url)
        if parts.scheme not in ("data", "blob", "about") and (parts.hostname or "") not in LOCAL:
            complaints.append(f"request to another host: {url}")

    page.on("request", lambda request: asked(request.url))
    page.on("websocket", lambda socket_: asked(socket_.url))
    return page, complaints


@pytest.fixture
def open_page(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Open an address in a fresh browser profile; at the end of the test nothing may have complained."""
    contexts: list[BrowserContext] = []
    complaints: list[list[str]] = []

    def open_(address: str, **options: object) -> Page:
        context = browser.new_context(**{"viewport": {"width": 1280, "height": 900}, **options})  # type: ignore[arg-type]
        contexts.append(context)
        page, heard = watched(context)
        complaints.append(heard)
        page.goto(address)
        settle(page)
        return page

    yield open_
    for context in contexts:
        context.close()
    assert not [c for heard in complaints for c in heard]


@pytest.fixture(scope="module")
def reader(browser: Browser) -> Iterator[tuple[Page, list[str]]]:
    """One tab and its complaints for many addresses: every visit is a session of its own, the scripts stay cached."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    yield watched(context)
    context.close()


def settle(page: Page) -> None:
    """Wait until the script has run to its end and the charts are drawn."""
    page.wait_for_selector('[data-testid="stApp"]', timeout=PATIENCE)
    page.wait_for_selector(HEADLINE, timeout=PATIENCE)
    page.wait_for_function(
        """() => document.querySelector('[data-testid="stApp"]').getAttribute('data-test-script-state') === 'notRunning'
                 && !document.querySelector('[data-stale="true"]')""",
        timeout=PATIENCE,
    )
    page.wait_for_timeout(300)
