"""What ``bookcase leaflets`` would be asked for, as values; and the plain loop over it.

``python -m tests.bench.leaflets_orders CONTENT COUNT SEED CODE…`` prints, as JSON, what
the plain way takes for a sample of pairs: one sheet is made before, so that imports and
templates do not count.
"""

from __future__ import annotations

import json
import random
import sys
import time
from argparse import Namespace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from bookcase.cli.sheetorder import sheet_order
from bookcase.content.loading import load
from bookcase.leaflets.trifold import plain
from tests.shared import ROOT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bookcase.build.printing.sheetruns import SheetOrder
    from bookcase.leaflets.sheet import Local
    from bookcase.leaflets.trifold import Title

HOST, DAY = "tusach.example.vn", date(2026, 11, 24)
ASSETS = ROOT / "overrides"


def order_of(content: Path, codes: Sequence[str]) -> SheetOrder:
    """Return the order of all leaflets for some communes."""
    words = Namespace(
        content=content,
        config=content / "mkdocs.yml",
        commune=list(codes),
        province=[],
        title=[],
        host=HOST,
        allow_stale=False,
        pdfa=False,
    )
    return sheet_order(words, load(content), DAY).value


def sample(order: SheetOrder, count: int, seed: int) -> list[tuple[Title, Local]]:
    """Draw pairs of an order."""
    pairs = [(title, own) for title in order.titles for own in order.locals]
    return random.Random(seed).sample(pairs, count)  # noqa: S311 - a draw, no secret


def main(argv: Sequence[str]) -> int:
    """Run the plain loop over a sample, see above."""
    content, count, seed, *codes = argv
    drawn = sample(order_of(Path(content), codes), int(count) + 1, int(seed))
    plain(*drawn[0], ASSETS)
    before = time.process_time()
    refused = sum(not plain(*pair, ASSETS).value for pair in drawn[1:])
    spent = time.process_time() - before
    print(json.dumps({"cpu": spent, "refused": refused}))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
