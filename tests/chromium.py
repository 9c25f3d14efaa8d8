"""Sees to a Chromium for the browser tests, so that none of them has to be skipped.

One already on the machine is taken; else Debian's package, when we may install it; else Playwright's own download.
Where none of that works the run ends with one sentence that says how to get one.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from lib.figures.images import chromium_path

ADVICE = (
    "The browser tests need Chromium and none could be found or installed. "
    "Install it (Debian, Ubuntu: sudo apt install chromium; macOS: brew install --cask chromium) "
    "or name one in the variable RAWI_CHROMIUM, then run the tests again."
)


def from_debian() -> bool:
    """Install Debian's package when we are root on a system that has apt."""
    if shutil.which("apt-get") is None or not hasattr(os, "geteuid") or os.geteuid() != 0:
        return False
    quiet = {"stdout": subprocess.DEVNULL, "env": {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}}
    for command in (["apt-get", "update"], ["apt-get", "install", "-y", "--no-install-recommends", "chromium"]):
        if subprocess.run(command, check=False, **quiet).returncode:  # type: ignore[call-overload]
            return False
    return True


def from_playwright() -> bool:
    """Let Playwright download its own build."""
    return subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False).returncode == 0


def playwright_path() -> str | None:
    """Where Playwright's own build lies, if it was downloaded."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if path and Path(path).exists() else None


def find() -> str | None:
    """The Chromium that the tests drive: ours to find, else Playwright's."""
    return chromium_path() or playwright_path()


def main() -> int:
    """Exit status 0 when a Chromium is there at the end."""
    found = find() or (from_debian() and find()) or (from_playwright() and find())
    print(f"Chromium for the browser tests: {found}" if found else ADVICE, file=sys.stdout if found else sys.stderr)
    return 0 if found else 1


if __name__ == "__main__":
    sys.exit(main())
