"""Sees to tesseract with Arabic and Persian, for the heavy tests that read exported pictures back."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

PACKAGES = ("tesseract-ocr", "tesseract-ocr-ara", "tesseract-ocr-fas")
ADVICE = f"Reading pictures back needs tesseract with Arabic and Persian: apt install {' '.join(PACKAGES)}"


def ready() -> bool:
    """Whether it is there with both languages."""
    if shutil.which("tesseract") is None:
        return False
    listed = subprocess.run(["tesseract", "--list-langs"], capture_output=True, text=True, check=False).stdout.split()
    return {"ara", "fas"} <= set(listed)


def from_debian() -> bool:
    """Install Debian's packages when we are root on a system that has apt."""
    if shutil.which("apt-get") is None or not hasattr(os, "geteuid") or os.geteuid() != 0:
        return False
    env = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (
        ["apt-get", "update", "-q"],
        ["apt-get", "install", "-y", "-q", "--no-install-recommends", *PACKAGES],
    ):
        if subprocess.run(command, check=False, stdout=subprocess.DEVNULL, env=env).returncode:
            return False
    return True


if __name__ == "__main__":
    if not ready() and not (from_debian() and ready()):
        sys.exit(ADVICE)
