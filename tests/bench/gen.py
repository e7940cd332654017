"""Make a benchmark corpus: ``python -m tests.bench.gen FORM FOLDER [--size N] …``.

``content`` writes N central acts as this project's content, with its hub pages and
closed lists but no register and no places; ``docs`` writes the same acts, with the same
words, as pages for stock MkDocs; ``local`` writes N invented acts of real provinces and
communes as content, with the places. The same seed gives the same bytes.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from tests.bench.gen_acts import central, local
from tests.bench.gen_write import copy_hubs, copy_lists, write_content, write_docs

if TYPE_CHECKING:
    from collections.abc import Sequence

CONTENT = Path(__file__).parents[2] / "content"
DATA = CONTENT / "_data"
SIZE, SEED = 1000, 7


def make(form: str, folder: Path, size: int = SIZE, seed: int = SEED) -> None:
    """Write one form of a corpus into a folder that is not there yet."""
    folder.mkdir(parents=True)
    if form == "docs":
        write_docs(central(size, seed), folder, seed)
        return
    acts = local(size, seed, DATA) if form == "local" else central(size, seed)
    copy_hubs(CONTENT, folder)
    copy_lists(DATA, folder, places=form == "local")
    write_content(acts, folder, seed)


def main(argv: Sequence[str]) -> int:
    """Make the corpus that is asked for."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.gen")
    parser.add_argument("form", choices=("content", "docs", "local"))
    parser.add_argument("folder", type=Path)
    parser.add_argument("--size", type=int, default=SIZE, help="acts to make")
    parser.add_argument("--seed", type=int, default=SEED)
    options = parser.parse_args(argv)
    make(options.form, options.folder, options.size, options.seed)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
