"""One Chromium without a window, kept warm, that draws what it is given and has no way to the network.

Starting a browser takes seconds and a picture a fifth of one, so it lives as long as the program. It runs in a thread
of its own with an event loop of its own: callers are threads of a web server and must neither share it nor wait on it
for ever.
"""

from __future__ import annotations

import asyncio
import atexit
import contextlib
import logging
import os
import shutil
import sys
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from lib.settings import settings

START_S, DRAW_S, STOP_S = 60.0, 30.0, 5.0
_NAMES = (
    "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome",
    "microsoft-edge", "msedge", "brave-browser",
)  # fmt: skip
_MAC = ("Google Chrome", "Chromium", "Microsoft Edge", "Brave Browser")
_WINDOWS = (r"Google\Chrome\Application\chrome.exe", r"Chromium\Application\chrome.exe",
            r"Microsoft\Edge\Application\msedge.exe", r"BraveSoftware\Brave-Browser\Application\brave.exe")  # fmt: skip
_QUIET = (
    "--disable-background-networking",
    "--disable-default-apps",
    "--host-resolver-rules=MAP * ~NOTFOUND",
    "--force-color-profile=srgb",
    "--font-render-hinting=none",
    "--hide-scrollbars",
    "--mute-audio",
    "about:blank",
)


class BrowserError(RuntimeError):
    """No browser, or it did not draw the picture; the message says which."""


def find() -> str | None:
    """The browser to use: the one that the settings name, else the first that this machine has; None without any."""
    named = settings().chromium
    if named:
        return shutil.which(named)
    homes: Sequence[Path] = ()
    if sys.platform == "darwin":
        homes = [root / f"{name}.app/Contents/MacOS/{name}"
                 for root in (Path("/Applications"), Path.home() / "Applications") for name in _MAC]  # fmt: skip
    elif sys.platform == "win32":
        roots = [os.environ.get(name) for name in ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA")]
        homes = [Path(root) / path for path in _WINDOWS for root in roots if root]
    on_path = (shutil.which(name) for name in _NAMES)
    return next(filter(None, on_path), None) or next((str(path) for path in homes if path.is_file()), None)


class Browser:
    """A browser with one blank tab, into which `script` is put once; started by the first `ask`, again when it died."""

    def __init__(self, html: str, scripts: Sequence[str]) -> None:
        self._html, self._scripts = html, scripts
        self._start = threading.Lock()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._turn: asyncio.Lock | None = None
        self._browser: Any = None
        self._tab: Any = None

    def ask(self, call: str, argument: Any, capture: dict[str, Any] | None = None) -> Any:
        """What the page's function `call` answers to `argument`; with `capture` a screenshot taken afterwards (base64).

        Raises BrowserError where there is no browser, the page fails, or it takes too long.
        """
        job = asyncio.run_coroutine_threadsafe(self._serve(call, argument, capture), self._running())
        return job.result()

    @property
    def process_id(self) -> int | None:
        """The process of the running browser."""
        return self._browser.subprocess.pid if self._browser else None

    def close(self) -> None:
        """Ends the browser, quietly; the next `ask` starts another."""
        loop = self._loop
        if loop is None or not loop.is_running():
            return
        with contextlib.suppress(Exception):
            asyncio.run_coroutine_threadsafe(self._drop(), loop).result(STOP_S)

    def _running(self) -> asyncio.AbstractEventLoop:
        """The event loop in its thread."""
        with self._start:
            if self._loop is None:
                logging.getLogger("choreographer").setLevel(logging.CRITICAL)
                self._loop = asyncio.new_event_loop()
                self._turn = asyncio.Lock()
                threading.Thread(target=self._loop.run_forever, name="pictures", daemon=True).start()
                atexit.register(self.close)
            return self._loop

    async def _serve(self, call: str, argument: Any, capture: dict[str, Any] | None) -> Any:
        """One picture at a time; a browser that died since the last one is replaced."""
        assert self._turn is not None
        async with self._turn:
            for attempt in (1, 2):
                try:
                    if self._tab is None:
                        await asyncio.wait_for(self._open(), START_S)
                    return await asyncio.wait_for(self._draw(call, argument, capture), DRAW_S)
                except TimeoutError:
                    await self._drop(kill=True)
                    raise BrowserError("The browser took too long to draw the picture") from None
                except BrowserError:
                    raise
                except (Exception, asyncio.CancelledError) as problem:  # a dying browser cancels what waits for it
                    await self._drop()
                    if attempt == 2:
                        raise BrowserError(f"The browser failed: {type(problem).__name__}") from problem
        raise AssertionError("unreachable")

    async def _open(self) -> None:
        from choreographer import Browser as Chromium  # slow to import, and few visits ask for a picture

        path = find()
        if path is None:
            raise BrowserError("There is no Chromium or Chrome on this machine")
        self._browser = Chromium(path, browser_cls=_offline())
        await self._browser.open()
        tab = self._browser.get_tab()
        tree = _result(await tab.send_command("Page.getFrameTree"))
        frame = tree["frameTree"]["frame"]["id"]
        _result(await tab.send_command("Page.setDocumentContent", {"frameId": frame, "html": self._html}))
        for script in self._scripts:
            _result(await tab.send_command("Runtime.evaluate", {"expression": script}))
        self._tab = tab

    async def _draw(self, call: str, argument: Any, capture: dict[str, Any] | None) -> Any:
        found = _result(await self._tab.send_command("Runtime.evaluate", {"expression": "globalThis"}))
        asked = {
            "functionDeclaration": f"function(argument) {{ return {call}(argument); }}",
            "objectId": found["result"]["objectId"],
            "arguments": [{"value": argument}],
            "awaitPromise": True,
            "returnByValue": True,
        }
        if capture:
            _result(await self._tab.send_command("Emulation.setDeviceMetricsOverride", capture))
        answer = _result(await self._tab.send_command("Runtime.callFunctionOn", asked))
        if not capture:
            return answer["result"].get("value")
        return _result(await self._tab.send_command("Page.captureScreenshot", {"format": "png"}))["data"]

    async def _drop(self, kill: bool = False) -> None:
        browser, self._browser, self._tab = self._browser, None, None
        if browser is not None:
            with contextlib.suppress(Exception):
                if kill:
                    browser.subprocess.kill()
                await asyncio.wait_for(browser.close(), STOP_S)


def _offline() -> type[Any]:
    """Choreographer's Chromium with the network taken away."""
    from choreographer.browsers import Chromium

    class Offline(Chromium):
        def get_cli(self) -> Sequence[str]:
            return [*super().get_cli(), *_QUIET]

    return Offline


def _result(answer: dict[str, Any]) -> Any:
    """The result of a devtools command; BrowserError where the page or the command failed."""
    if "error" in answer:
        raise BrowserError(f"The browser refused: {answer['error'].get('message', '')}")
    result = answer["result"]
    if "exceptionDetails" in result:
        details = result["exceptionDetails"]
        said = details.get("exception", {}).get("description") or details.get("text", "")
        raise BrowserError(f"The picture could not be drawn: {said.splitlines()[0] if said else ''}")
    return result
