"""Sound files of every kind that is read, damaged copies of files, and a reader in a process of its own with bounds.

`python -m tests.ingest.damage FOLDER` reads the files of a folder one by one and prints one JSON object for each, with
the peak of memory until then. A file that takes a minute of the processor ends it.
"""

from __future__ import annotations

import gzip
import io
import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from tests.ingest.documents.make import zipped
from tests.ingest.documents.test_fuzz import SOUND

LIMIT = 1000  # MB that reading may take at its peak
_PROCESSOR = 60
_ROWS = [
    {"title": f"تیتر {n}", "text": f"متن «نخست»، در {n} سطر\nو سطری دیگر که بلندتر است.", "date": f"2020-07-{n:02d}",
     "link": f"https://news.example/{n}"}
    for n in range(1, 9)
]  # fmt: skip


def samples() -> dict[str, bytes]:
    """A sound file of each kind, by name."""
    return {**SOUND, **_texts(), **_tables(), **_databases()}


def _texts() -> dict[str, bytes]:
    lines = [json.dumps(row, ensure_ascii=False) for row in _ROWS]
    items = "".join(
        f"<item><title>{row['title']}</title><link>{row['link']}</link><pubDate>Fri, 17 Jul 2020 08:00:00 GMT</pubDate>"
        f"<description>{row['text']}</description></item>"
        for row in _ROWS
    )
    table = "title,text,date,link\n" + "".join(
        ",".join(f'"{value}"' for value in row.values()) + "\n" for row in _ROWS
    )
    page = "\n\n---\n\n".join(f"{row['title']}\n\n{row['text']}" for row in _ROWS)
    texts = {
        "p.txt": page, "n.md": "# " + page, "t.csv": table, "t.tsv": table.replace(",", "\t"),
        "j.jsonl": "\n".join(lines), "j.json": json.dumps({"data": {"items": _ROWS}}, ensure_ascii=False, indent=1),
        "c.json": "".join(lines), "f.xml": f"<rss version='2.0'><channel><title>x</title>{items}</channel></rss>",
        "m.xml": items, "w.txt": "".join(f"عنوان: {row['title']}\nمتن: {row['text']}\n\n" for row in _ROWS),
        "k.txt": "".join(f"{row['title']}###{row['link']}###{row['date']}\n1\n1\t{row['text']}\n" for row in _ROWS),
        "l.txt": "".join(f"content: ['{row['title']}', 'x y z']\n" for row in _ROWS),
    }  # fmt: skip
    made = {name: text.encode() for name, text in texts.items()}
    made["u16.txt"], made["w1256.csv"] = page.encode("utf-16"), table.encode("windows-1256", "replace")
    made["twice.txt"], made["t.csv.gz"] = page.encode().decode("latin-1").encode(), gzip.compress(table.encode())
    return made


def _tables() -> dict[str, bytes]:
    import pandas as pd
    import pyarrow as pa
    import pyarrow.feather
    import pyarrow.parquet

    frame = pd.DataFrame(_ROWS)
    files = {name: io.BytesIO() for name in ("b.xlsx", "t.parquet", "t.feather", "t.arrow", "t.arrows")}
    frame.to_excel(files["b.xlsx"], index=False, engine="openpyxl")
    table = pa.table(frame)
    pa.parquet.write_table(table, files["t.parquet"], row_group_size=3)
    pa.feather.write_feather(table, files["t.feather"])
    for name, start in (("t.arrow", pa.ipc.new_file), ("t.arrows", pa.ipc.new_stream)):
        with start(files[name], table.schema) as writer:
            writer.write_table(table)
    return {"b.ods": _sheet(), **{name: file.getvalue() for name, file in files.items()}}


def _sheet() -> bytes:
    space = "urn:oasis:names:tc:opendocument:xmlns"
    cell = '<table:table-cell office:value-type="string"><text:p>{}</text:p></table:table-cell>'
    cells = [map(cell.format, row) for row in [list(_ROWS[0]), *(list(row.values()) for row in _ROWS)]]
    rows = "".join(f"<table:table-row>{''.join(row)}</table:table-row>" for row in cells)
    spaces = " ".join(f'xmlns:{name}="{space}:{name}:1.0"' for name in ("office", "table", "text"))
    content = (
        f'<office:document-content {spaces}><office:body><office:spreadsheet><table:table table:name="a">{rows}'
        "</table:table></office:spreadsheet></office:body></office:document-content>"
    )
    manifest = '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    return zipped({"mimetype": kind, "META-INF/manifest.xml": manifest, "content.xml": content})


def _databases() -> dict[str, bytes]:
    import duckdb

    made = {}
    with tempfile.TemporaryDirectory() as folder:
        for name, connect in (("d.sqlite", sqlite3.connect), ("d.duckdb", duckdb.connect)):
            connection = connect(str(Path(folder) / name))
            connection.execute("CREATE TABLE news (title VARCHAR, text VARCHAR, date VARCHAR, link VARCHAR)")
            connection.executemany("INSERT INTO news VALUES (?, ?, ?, ?)", [tuple(row.values()) for row in _ROWS])
            connection.commit()
            connection.close()
            made[name] = (Path(folder) / name).read_bytes()
    return made


def damaged(data: bytes, chance: random.Random) -> bytes:
    """A copy to which something happened that happens to files: cut off, bits turned, a piece lost, twice or elsewhere,
    zeros, numbers that became huge."""
    copy = bytearray(data)
    for _ in range(chance.randrange(1, 5)):
        if not copy:
            break
        at = chance.randrange(len(copy))
        length = chance.choice((1, 4, 64, 512, max(1, len(copy) // 3)))
        piece = bytes(copy[at : at + length])
        match chance.randrange(7):
            case 0:
                del copy[at:]
            case 1:
                for _ in range(chance.randrange(1, 30)):
                    copy[chance.randrange(len(copy))] ^= 1 << chance.randrange(8)
            case 2:
                del copy[at : at + length]
            case 3:
                copy[at:at] = piece * chance.choice((1, 2, 50 if length < 600 else 2))
            case 4:
                copy[at : at + len(piece)] = bytes(len(piece))
            case 5:
                copy[at : at + 4] = chance.choice((b"\xff\xff\xff\x7f", b"\xff\xff\xff\xff", b"\x00\x00\x00\x80"))
            case _:
                to = chance.randrange(len(copy))
                copy[to : to + len(piece)] = piece
    return bytes(copy)


def write_copies(folder: Path, files: Mapping[str, bytes], copies: int, chance: random.Random) -> None:
    """Writes so many damaged copies of each file under names that end like its own."""
    for name, data in files.items():
        for number in range(copies):
            (folder / f"{number:03d}-{name}").write_bytes(damaged(data, chance))


def read_apart(folder: Path, seconds: float) -> list[dict[str, Any]]:
    """What reading each file of a folder gave, in a process of its own; it fails where that dies or takes so long."""
    command = [sys.executable, "-X", "faulthandler", "-m", "tests.ingest.damage", str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=seconds, check=False)
    assert done.returncode == 0, f"exit code {done.returncode}\n{done.stdout[-300:]}\n{done.stderr[-3000:]}"
    return [json.loads(line) for line in done.stdout.splitlines() if '"articles"' in line]


def told(found: list[dict[str, Any]]) -> str:
    """The figures of a run in one line."""
    articles, problems = (sum(each[name] for each in found) for name in ("articles", "problems"))
    slowest = max(found, key=lambda each: float(each["seconds"]))
    return (
        f"{len(found)} files: {articles} articles, {problems} problems, peak {max(each['peak'] for each in found)} MB, "
        f"slowest {slowest['name']} {slowest['seconds']} s of the processor"
    )


def _read(folder: Path) -> Iterator[dict[str, Any]]:

    from lib.ingest import SetAside, read_one, shown, survey
    from lib.model import Article

    surveyed = survey(folder)
    for name in surveyed.files:
        print(json.dumps({"begun": name}), flush=True)
        # Time of the processor, as a busy machine is no hang.
        signal.setitimer(signal.ITIMER_PROF, _PROCESSOR)
        started = time.process_time()
        articles, other = 0, []
        for record in read_one(surveyed, name):
            if isinstance(record, Article):
                articles += 1
                assert record.id and (record.text or record.title), name
            elif not isinstance(record, SetAside):
                other.append(record)
        assert all(each.what.strip() and each.source.startswith(shown(name)) for each in other), name
        # All that was ever held, in megabytes.
        peak = _peak()
        seconds = round(time.process_time() - started, 2)
        yield {"name": name, "articles": articles, "problems": len(other), "seconds": seconds, "peak": peak}


def _peak() -> int:
    """MB that this program had at most; getrusage would count those of the process that started it too."""
    try:
        lines = Path("/proc/self/status").read_text("ascii").splitlines()
        return next(int(line.split()[1]) >> 10 for line in lines if line.startswith("VmHWM:"))
    except (OSError, StopIteration):
        import resource

        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> (20 if sys.platform == "darwin" else 10)


if __name__ == "__main__":
    for each in _read(Path(sys.argv[1])):
        print(json.dumps(each), flush=True)
    # Threads of libraries that a broken file left behind must not hold the process.
    sys.stdout.flush()
    os._exit(0)
