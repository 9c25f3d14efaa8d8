"""Pictures of figures, drawn by the server, so that a shared chart looks the same from every reader's machine.

A browser is the only engine that draws a figure of ours exactly as the page shows it, right-to-left text included. It
is given our fonts with the page, so no font of the machine is used for the scripts that we ship.
"""

from __future__ import annotations

import base64
import html
import re
from functools import cache
from pathlib import Path
from typing import Any, Literal

import plotly
import plotly.graph_objects as go

from lib.figures import browser, faces, facts
from lib.figures.layout import with_size
from lib.figures.plan import SIZES, Size, plan_of
from lib.text import bidi

Kind = Literal["png", "svg"]
_HTML = (
    '<!doctype html><html><head><meta charset="utf-8">'
    '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; font-src data:; img-src data:; '
    "style-src 'unsafe-inline'\"><style>body{margin:0;background:#fff}%s</style></head>"
    '<body><div id="figure"></div></body></html>'
)
_SCRIPT = """
async function draw(figure) {
    await Promise.all([...document.fonts].map(face => face.load()));
    const root = document.getElementById("figure");
    Plotly.purge(root);
    await Plotly.newPlot(root, figure.data, figure.layout, {staticPlot: true});
}
async function vector(figure) {
    await draw(figure);
    const {width, height} = figure.layout;
    const root = document.getElementById("figure");
    const found = await Plotly.toImage(root, {format: "svg", width, height});
    return decodeURIComponent(found.slice(found.indexOf(",") + 1));
}
"""
_OPENING = re.compile(r"<svg\b[^>]*>")
_TEXT = re.compile(r">([^<]+)<")


def available() -> bool:
    """Whether this machine has a browser that can draw pictures."""
    return chromium_path() is not None


def chromium_path() -> str | None:
    """The browser that draws them: the one that RAWI_CHROMIUM names, else the first that this machine has."""
    return browser.find()


def render(figure: go.Figure, kind: Kind = "png", size: Size = "wide", told: bool = True) -> bytes:
    """A figure of ours as a picture: wide 2400x1350, square 2160x2160, tall 2160x2700 pixels as PNG, half that as SVG.

    `told`: a PNG has the words of its caption as metadata; an SVG has them anyhow, for those who cannot see it.

    Raises browser.BrowserError where there is no browser or it does not answer.
    """
    fitted = with_size(figure, size)
    if kind == "svg":
        return _framed(asked("vector", fitted.to_plotly_json()), fitted, size).encode()
    wide, high = fitted.layout.width, fitted.layout.height
    scale = SIZES[size].width * SIZES[size].scale / wide
    screen = {"width": wide, "height": high, "deviceScaleFactor": scale, "mobile": False}
    data: str = _browser().ask("draw", fitted.to_plotly_json(), screen)
    png, caption = base64.b64decode(data), plan_of(fitted).caption
    return facts.told(png, facts.facts(caption), caption.language) if told else png


def asked(call: str, argument: Any) -> Any:
    """What a JavaScript function answers in the page that draws, for looking at what was drawn."""
    return _browser().ask(call, argument)


def process_id() -> int | None:
    """The process of the running browser; None while there is none."""
    return _browser().process_id


def close() -> None:
    """Ends the browser; the next picture starts another."""
    _browser().close()


@cache
def _browser() -> browser.Browser:
    library = Path(plotly.__file__).parent / "package_data" / "plotly.min.js"
    return browser.Browser(_HTML % faces.page_css(), [library.read_text("utf-8"), _SCRIPT])


def _framed(svg: str, figure: go.Figure, size: Size) -> str:
    """Plotly's SVG with our fonts inside, words for those who cannot see it, and its size in the picture's pixels."""
    shape, caption = SIZES[size], plan_of(figure).caption
    wide, high = round(shape.width * shape.scale / 2), round(shape.height * shape.scale / 2)
    text = html.unescape("".join(_TEXT.findall(svg)))
    said = " ".join(filter(None, (caption.filters, caption.counts, caption.source)))
    opening = (
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" class="main-svg" role="img"'
        f' aria-labelledby="title desc" lang="{html.escape(caption.language)}" width="{wide}" height="{high}"'
        f' viewBox="0 0 {figure.layout.width} {figure.layout.height}" style="background:#fff">'
        f'<title id="title">{html.escape(bidi.strip(caption.title))}</title>'
        f'<desc id="desc">{html.escape(said)}</desc><style>{faces.used_css(text)}</style>'
    )
    return _OPENING.sub(lambda _: opening, svg, count=1)
