"""Reads a corpus while the browser starts: the process that `lib.views.serve` puts on another core.

It loads what reading needs and nothing else; the pages wait for it and show how far it is.
"""

from __future__ import annotations

import gc
import sys
from pathlib import Path

from lib.text.collecting import without_collecting

with without_collecting():
    from lib.build import ensure
    from lib.export.terminal import Reporter, plain
    from lib.ingest import SourceError
    from lib.ingest.formats import readers
    from lib.settings import settings
    from lib.store.generation import StoreError

    readers()

# Nearly all that is made here is freed without the collector's help: over two pages it took a sixth of the time.
_RARELY = 50_000


def main(source: Path) -> int:
    """Exit status 0 where the corpus is ready; what stands in the way is said here, and by the page in its own way."""
    gc.set_threshold(_RARELY)
    reporter = Reporter(sys.stderr)
    said = ""
    try:
        ensure(source, settings().home, reporter)
    except (SourceError, StoreError) as error:
        said = plain(str(error))
    except KeyboardInterrupt:
        said = "Reading was stopped."
    reporter.end()
    if said:
        print(said, file=sys.stderr)
    return 1 if said else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
