"""Reads generated corpora and prints how long it took: `python -m tests.benchmarks [number of files, 2000]`.

Each reading runs in a process of its own, so that its peak of memory is its own. One after the date of an article was
corrected, and one after 280 changes (fewer where there are few files), are given as parts of the first. On Windows no
memory is measured.
"""

from __future__ import annotations

import argparse
import importlib.util
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from tests.benchmarks import news

SAMPLE = 300


def reading(source: Path, home: Path) -> None:
    """Reads a corpus and prints seconds, articles, peak MB of this process and of the largest worker."""
    from lib.build import ensure
    from lib.store.generation import read_manifest

    started = time.monotonic()
    generation = ensure(source, home)
    seconds = time.monotonic() - started
    print(seconds, read_manifest(generation)["articles"], *_peaks())


def _peaks() -> tuple[float, float]:
    try:
        import resource
    except ImportError:
        return 0.0, 0.0
    unit = 1 << 20 if sys.platform == "darwin" else 1 << 10
    own, others = (resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return own / unit, others / unit


def _measured(source: Path, home: Path) -> list[float]:
    command = [sys.executable, "-m", "tests.benchmarks", "--read", str(source), str(home)]
    return [float(each) for each in subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()]


def _rates() -> None:
    """Prints how fast each recogniser is on the same articles, by the time that one process had a processor."""
    from lib.enrich import enrich
    from lib.enrich.actors import find_actors, load_gazetteer
    from lib.enrich.dates import find_dates
    from lib.enrich.duplicates import profile
    from lib.enrich.language import detect_many
    from lib.enrich.statistics import statistics
    from lib.enrich.tagging.tagger import equip

    texts = [news.article(number) for number in range(SAMPLE)]
    size = sum(len(text.encode()) for text in texts) / 1e6
    languages, listed, day = detect_many(texts[:1] + texts)[1:], load_gazetteer(), date(2020, 7, 17)
    equipped = equip(listed)
    jobs: dict[str, Callable[[str, str], object]] = {
        "language": lambda text, _: detect_many([text]),
        "dates": lambda text, language: find_dates(text, language, day),
        "actors": lambda text, language: find_actors({"text": text}, language, equipped, (day, day)),
        "  of the list alone": lambda text, language: find_actors({"text": text}, language, listed, (day, day)),
        "statistics": lambda text, _: statistics(text),
        "shingles": lambda text, _: profile(text),
    }
    if importlib.util.find_spec("dateparser"):
        from dateparser.search import search_dates

        jobs["(dateparser.search)"] = lambda text, language: search_dates(text, languages=[language])
    print(f"\n{'recogniser':<22}{'MB/s':>8}{'articles/s':>12}")
    spent: dict[str, float] = {}
    for name, job in jobs.items():
        job(texts[0], languages[0])
        # The slow one of others is measured on a few.
        some = list(zip(texts, languages, strict=True))[: SAMPLE // 10 if name.startswith("(") else SAMPLE]
        started = time.process_time()
        for text, language in some:
            job(text, language)
        seconds = time.process_time() - started
        spent[name] = seconds / len(some)
        print(f"{name:<22}{size * len(some) / SAMPLE / seconds:>8.2f}{len(some) / seconds:>12.0f}")
    import pandas as pd

    row = {"id": "", "title": None, "captions": (), "language": None, "since": None, "until": None}
    frame = pd.DataFrame([row | {"text": text} for text in texts]).astype(object)
    started = time.process_time()
    enrich(frame)
    seconds = time.process_time() - started
    print(f"{'all together':<22}{size / seconds:>8.2f}{SAMPLE / seconds:>12.0f}")
    print(f"\nactors: {100 * spent['actors'] * SAMPLE / seconds:.0f} % of what is looked for in an article")


def _correct(source: Path) -> None:
    """Gives one article a date, as the app does."""
    from lib.ingest.corrections import FILE, load

    one = sorted(source.rglob("*.txt"))[7].relative_to(source).with_suffix("").as_posix()
    load(source / FILE).set([f"{one}-1"], {"date": "2020-07-17"}, "2026-01-01T00:00:00.000Z").save(source / FILE)


def main() -> None:
    """Measures and prints tables."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks")
    parser.add_argument("files", nargs="?", type=int, default=2000, help="how many small files to read (2000)")
    parser.add_argument("--read", nargs=2, type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.read:
        reading(*given.read)
        return
    with tempfile.TemporaryDirectory(prefix="rawi-bench-") as folder:
        source, home = Path(folder) / "news", Path(folder) / "home"
        size = news.write(source, given.files) / 1e6
        print(f"{given.files} files, {size:.1f} MB\n")
        print(f"{'reading':<24}{'s':>8}{'articles/s':>12}{'MB/s':>8}{'peak MB':>9}{'worker MB':>11}", flush=True)
        first, articles, own, worker = _measured(source, home)
        print(
            f"{'first':<24}{first:>8.1f}{articles / first:>12.0f}{size / first:>8.2f}{own:>9.0f}{worker:>11.0f}",
            flush=True,
        )
        _correct(source)
        again, *_ = _measured(source, home)
        print(f"{'after one correction':<24}{again:>8.1f}{100 * again / first:>5.1f} % of the first", flush=True)
        news.change(source, given.files)
        again, _, own, worker = _measured(source, home)
        share = f"{100 * again / first:.1f} % of the first"
        print(f"{'after some changes':<24}{again:>8.1f}{share:>20}{own:>9.0f}{worker:>11.0f}", flush=True)
    _rates()


if __name__ == "__main__":
    main()
