"""The command line: `python -m lib ingest|export|info|forget SOURCE`, and `train` for a name tagger of one's own.

What was asked for goes to standard output, how far it is and what went wrong to standard error. Exit status: 0 done,
2 nothing could be read (or the command makes no sense), 1 anything else that stopped the work.
"""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from lib.build import ensure
from lib.enrich.actors import load_gazetteer
from lib.enrich.tagging.labelled import LabelError
from lib.enrich.tagging.store import save
from lib.enrich.tagging.train import Plan, Source, gather, held_out, scores, train
from lib.export.jsonl import ExportError, check, export
from lib.export.problems import left_out
from lib.export.summary import problem_lines, summary
from lib.export.tables import csv_bytes
from lib.export.terminal import Reporter, counted, plain
from lib.export.told import told
from lib.i18n import catalogue
from lib.ingest import SourceError
from lib.settings import settings
from lib.store import Corpus, StoreError
from lib.store.generation import forget, lease
from lib.store.kept import actors_file, corrections_file
from lib.store.listed import listed
from lib.text.calendar_names import DayWords

COLUMNS = {"source": "File", "place": "Where", "what": "What is wrong"}


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command and returns its exit status."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    asked = _parser().parse_args(arguments)
    try:
        status: int = asked.run(asked)
        sys.stdout.flush()
        return status
    except (SourceError, ExportError, LabelError) as error:
        return _fail(str(error), 2)
    except StoreError as error:
        return _fail(str(error), 1)
    except KeyboardInterrupt:
        return _fail("Stopped. What was read before is as it was.", 130)
    except BrokenPipeError:
        # Whoever read our output has seen enough; nothing more may be written to it, not even at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 141


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m lib", description="Reads a corpus of news and writes plain files.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    def command(name: str, run: object, words: str) -> argparse.ArgumentParser:
        added = commands.add_parser(name, help=words, description=words)
        added.add_argument("source", metavar="SOURCE", type=Path, help="a folder or a file")
        added.set_defaults(run=run)
        return added

    reading = command("ingest", _ingest, "Read a corpus, so that the dashboard opens it at once.")
    reading.add_argument("--problems", metavar="FILE", type=Path, help="write everything that was left out (CSV)")
    exporting = command("export", _export, "Write a corpus as JSON Lines: articles, actors, problems.")
    exporting.add_argument("--out", metavar="DIR", type=Path, required=True, help="the folder to write into")
    exporting.add_argument("--actors", metavar="FILE", type=Path, help="an actor list of your own (CSV)")
    exporting.add_argument("--force", action="store_true", help="write into a folder that is not empty")
    telling = command("info", _info, "Tell what a corpus holds.")
    telling.add_argument("--visual", action="store_true", help="for terminals that do not join or order Arabic letters")
    command("forget", _forget, "Delete everything that was kept about a corpus; its own files stay.")
    words = "Train the tagger that finds names on no list, from labelled sentences."
    training = commands.add_parser("train", help=words, description=words)
    training.add_argument("labels", metavar="[LANGUAGE:]FILE", nargs="+", help="labelled sentences; see lib/data/ner")
    training.add_argument(
        "--text", metavar="LANGUAGE:FILE", nargs="+", default=[], help="plain text, a sentence a line"
    )
    training.add_argument("--names", metavar="FILE", type=Path, help="parts of personal names, one a line")
    training.add_argument("--out", metavar="FILE", type=Path, required=True, help="where the tagger is written (.zip)")
    training.add_argument("--seed", type=int, default=1, help="the same number gives the same tagger")
    training.add_argument("--held", metavar="PERCENT", type=int, default=15, help="sentences kept for measuring")
    training.set_defaults(run=_train)
    return parser


def _open(source: Path, actors: Path | None = None) -> Corpus:
    """Reads the source where needed. Raises SourceError where not one article could be read."""
    reporter = Reporter(sys.stderr)
    held = None
    try:
        while held is None:
            held = lease(ensure(source, settings().home, reporter, actors).parent)
    finally:
        reporter.end()
    home = settings().home
    corpus = listed(Corpus(*held, corrections_file(source, home)), actors or actors_file(source, home))
    if corpus.meta["articles"]:
        return corpus
    with corpus:
        problems = corpus.problems().to_dict("records")
    first = f": {problems[0]['source']}: {problems[0]['what']}" if problems else "."
    raise SourceError(f"No article could be read in {source} ({counted(len(problems), 'problem')}){first}")


def _ingest(asked: argparse.Namespace) -> int:
    with _open(asked.source) as corpus:
        print(f"{plain(corpus.name)}: {_numbers(corpus)}.")
        for what, number, remark in told(corpus, DayWords(catalogue("en"))):
            print(f"  {what}: {number}{f' ({remark})' if remark else ''}")
        if listed := problem_lines(corpus):
            print("\n".join(listed))
        if asked.problems:
            _write(asked.problems, csv_bytes(left_out(corpus, catalogue("en")), COLUMNS))
    return 0


def _write(path: Path, content: bytes) -> None:
    try:
        path.write_bytes(content)
    except OSError as error:
        raise ExportError(f"{path} cannot be written: {error.strerror}.") from error


def _export(asked: argparse.Namespace) -> int:
    check(asked.out, asked.force)
    with _open(asked.source, asked.actors) as corpus:
        done = export(corpus, asked.out, asked.force)
    listed = f", {counted(done.problems, 'problem')} listed in problems.jsonl" if done.problems else ""
    written = f"{counted(done.articles, 'article')} and {counted(done.actors, 'actor')} written to {asked.out}"
    print(f"{written}{listed}.", file=sys.stderr)
    return 0


def _info(asked: argparse.Namespace) -> int:
    with _open(asked.source) as corpus:
        print(summary(corpus, asked.visual))
    return 0


def _forget(asked: argparse.Namespace) -> int:
    gone = forget(asked.source, settings().home)
    print(f"Deleted what was kept about {asked.source}." if gone else f"Nothing is kept about {asked.source}.")
    return 0


def _train(asked: argparse.Namespace) -> int:
    material = gather([_source(each) for each in asked.labels], [_source(each) for each in asked.text], asked.names)
    plan, gazetteer = Plan(seed=asked.seed, held=asked.held), load_gazetteer()
    models = train(material, plan, gazetteer, lambda line: print(line, file=sys.stderr, flush=True))
    try:
        save(models, asked.out)
    except OSError as error:
        raise LabelError(f"{asked.out} cannot be written: {error.strerror}.") from error
    held = [item for item in material.labelled if held_out(item, plan.held)]
    told = scores(models, held, gazetteer).lines() if held else ["No sentence was held out, so nothing was measured."]
    print("\n".join(told))
    return 0


def _source(text: str) -> Source:
    """`fa:news.txt.gz` is a file in Persian; without a language the file itself must say."""
    language, colon, path = text.partition(":")
    return (language, Path(path)) if colon and len(language) in (2, 3) else ("und", Path(text))


def _numbers(corpus: Corpus) -> str:
    counts = corpus.meta["counts"]
    problems = f", {counted(counts['problems'], 'problem')}" if counts["problems"] else ""
    return f"{counted(counts['articles'], 'article')}, {counted(counts['actors'], 'actor')}{problems}"


def _fail(message: str, status: int) -> int:
    print(plain(message), file=sys.stderr)
    return status


if __name__ == "__main__":
    sys.exit(main())
