"""The README cannot promise what is not there: its commands, files, pictures, pages and variables are looked up."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from lib.settings import ROOT, settings

README = (ROOT / "README.md").read_text("utf-8")
MAKEFILE = (ROOT / "Makefile").read_text("utf-8")


@pytest.mark.parametrize("target", sorted(set(re.findall(r"\bmake ([a-z][a-z-]*)", README)) - {"the", "python"}))
def test_make_targets_exist(target: str) -> None:
    assert re.search(rf"^{target}:", MAKEFILE, re.MULTILINE), target


@pytest.mark.parametrize("link", re.findall(r"\]\(([^)]+)\)", README))
def test_links_and_pictures_exist(link: str) -> None:
    assert (ROOT / link).is_file(), link


@pytest.mark.parametrize("variable", sorted(set(re.findall(r"RAWI_[A-Z_]+", README))))
def test_variables_are_read(variable: str) -> None:
    assert variable in (ROOT / "lib" / "settings.py").read_text("utf-8")


@pytest.mark.parametrize("page", re.findall(r"^\| ([A-Z][a-z]+) \|", README, re.MULTILINE))
def test_pages_exist(page: str) -> None:
    assert (ROOT / "pages" / f"{page.lower()}.py").is_file()


@pytest.mark.parametrize("command", sorted(set(re.findall(r"-m lib (\w+)", README))))
def test_commands_exist(command: str) -> None:
    run = subprocess.run([sys.executable, "-m", "lib", command, "--help"], cwd=ROOT, capture_output=True, text=True)
    assert run.returncode == 0, run.stderr


def test_python_example_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RAWI_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(ROOT)
    example = re.search(r"^    from lib.store.*?(?=\n\n)", README, re.MULTILINE | re.DOTALL)
    assert example
    lines = [line[4:] for line in example.group().splitlines()]
    names: dict[str, object] = {}
    exec("\n".join(lines[:-2]), names)
    articles = eval(lines[-2], names)
    assert len(articles) == 3
    text = eval(lines[-1], names)
    assert text.startswith("أفادت")


def test_default_corpus_is_the_seeds() -> None:
    assert settings({}).corpus == ROOT / "seeds"


def test_requirements_name_what_was_asked_for() -> None:
    listed = {line.split(">")[0].strip() for line in (ROOT / "requirements.txt").read_text("utf-8").splitlines()}
    assert {"streamlit", "pandas", "plotly", "arabic-reshaper", "python-bidi", "pytest"} <= listed
