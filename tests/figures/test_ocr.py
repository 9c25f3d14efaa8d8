"""Exported pictures read back by tesseract: what a machine reads letter by letter, a reader can read.

Needs tesseract with Arabic and Persian (`apt install tesseract-ocr tesseract-ocr-ara tesseract-ocr-fas`): heavy.
"""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import unicodedata
from collections.abc import Iterator
from typing import Any

import pytest
from PIL import Image

from lib.figures import images
from lib.figures.layout import with_size
from lib.text.bidi import strip
from tests.chromium import find
from tests.figures.examples import every

pytestmark = [pytest.mark.heavy, pytest.mark.browser]

MODELS = {"fa": "fas", "ar": "ara"}
MOST = 0.05  # letters wrong of all letters
SCALES = (1.5, 1.0, 2.0, 3.0)  # for some short lines tesseract finds nothing in one size and reads another well
_ALIKE = str.maketrans({"ي": "ی", "ى": "ی", "ك": "ک", "ة": "ه", "أ": "ا", "إ": "ا", "آ": "ا", "ئ": "ی", "ؤ": "و"})
# Every line of text that is not turned, with its box.
_LINES = """(async figure => {
    await draw(figure);
    return [...document.querySelectorAll("#figure text")].flatMap(text => {
        if (/rotate\\((?!0[,)])/.test(text.getAttribute("transform") || "")) return [];
        const lines = [...text.querySelectorAll("tspan.line")];
        return (lines.length ? lines : [text]).map(line => {
            const {left, top, right, bottom} = line.getBoundingClientRect();
            return [line.textContent, left, top, right, bottom];
        });
    });
})"""


@pytest.fixture(scope="module", autouse=True)
def engines() -> Iterator[None]:
    """The browser that draws and the program that reads; the latter is asked for in words where it is missing."""
    assert shutil.which("tesseract"), "apt install tesseract-ocr tesseract-ocr-ara tesseract-ocr-fas"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("RAWI_CHROMIUM", str(find()))
        yield
        images.close()


def letters(text: str) -> str:
    """The letters of the right in `text`, in one spelling."""
    plain = unicodedata.normalize("NFKC", strip(text)).translate(_ALIKE)
    return "".join(re.findall("[\u0621-\u064a\u066e-\u06d3]", plain))


def distance(one: str, other: str) -> int:
    """How many letters must be put in, taken out or changed."""
    row = list(range(len(other) + 1))
    for at, letter in enumerate(one, 1):
        before, row[0] = row[0], at
        for to, wanted in enumerate(other, 1):
            before, row[to] = row[to], min(row[to] + 1, row[to - 1] + 1, before + (letter != wanted))
    return row[-1]


def read(picture: Image.Image, language: str) -> str:
    """What tesseract reads in a picture of one line; where it finds no line at all, in a larger or smaller one."""
    command = ["tesseract", "-", "-", "-l", MODELS[language], "--psm", "7"]
    for scale in SCALES:
        raw = io.BytesIO()
        size = (round(picture.width * scale), round(picture.height * scale))
        picture.resize(size, Image.Resampling.LANCZOS).save(raw, "PNG")
        found = subprocess.run(command, input=raw.getvalue(), capture_output=True, check=True).stdout.decode()
        if found.strip():
            return found
    return ""


def lines(figure: Any) -> list[tuple[str, Image.Image]]:
    """Words and picture of every line with at least four letters of the right, and none of the left."""
    fitted = with_size(figure, "wide")
    boxes = images.asked(_LINES, fitted.to_plotly_json())
    sheet = Image.open(io.BytesIO(images.render(figure))).convert("L")
    scale = sheet.width / fitted.layout.width
    found = []
    for text, *box in boxes:
        if len(letters(text)) < 4 or re.search("[A-Za-z]", text):
            continue
        left, top, right, bottom = (value * scale for value in box)
        found.append((text, sheet.crop((int(left) - 18, int(top) - 6, int(right) + 18, int(bottom) + 6))))
    return found


@pytest.mark.parametrize("language", MODELS)
def test_titles_and_labels_can_be_read(language: str) -> None:
    wrong = total = 0
    read_before: set[str] = set()
    for name, figure in every(language):
        if name not in ("timeline", "languages", "scripts", "timeline-share"):  # labels in the reader's language
            continue
        for text, picture in lines(figure):
            if text in read_before:
                continue
            read_before.add(text)
            wanted, seen = letters(text), letters(read(picture, language))
            wrong += distance(wanted, seen)
            total += len(wanted)
            if wanted != seen:
                print(f"{name} {language}: {wanted!r} read as {seen!r}")
    print(f"{language}: {wrong} of {total} letters wrong ({wrong / total:.3f})")
    assert total > 150
    assert wrong / total <= MOST
