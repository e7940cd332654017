"""A build that tells what its parts cost: ``python -m tests.bench.build_features …``.

The arguments are those of ``bookcase build``. ``--without citations`` builds a site in
which no text was looked through for citations, so that nothing follows from any. The
figures are the processor's seconds in this process: build with one job.
"""

from __future__ import annotations

import json
import sys
import time
from importlib import import_module
from typing import TYPE_CHECKING, Any

from bookcase.cli import main as bookcase

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

WITHOUT = "--without"
PARTS: dict[str, tuple[str, ...]] = {
    "content": ("run:look", "remaking:read_library", "rendering.pages:version_text"),
    "structure": ("rendering.pages:parse", "rendering.pages:identified"),
    "citations": (
        "rendering.pages:linked",
        "following:backlinks",
        "following:mend_all",
    ),
    "terms": ("rendering.pages:definitions", "rendering.pages:uses"),
    "html": ("rendering.pages:law_html", "rendering.pages:contents_html"),
    "rules": ("rendering.pages:check_text", "rendering.pages:letters.check"),
    "search": (
        "rendering.pages:document_records",
        "rendering.pages:part_of",
        "site:index",
    ),
    "kept": (
        "kept.ledger:Ledger.begin",
        "kept.ledger:Ledger.keep_part",
        "remaking:save",
    ),
}
"""The functions of :mod:`bookcase.build` that do the work of each part, and no other's.
"""


def main(arguments: Sequence[str]) -> int:
    """Build; print the seconds of each part, and of all."""
    given = [*arguments]
    if WITHOUT in given:
        at = given.index(WITHOUT)
        _leave_out(given[at + 1])
        del given[at : at + 2]
    spent = dict.fromkeys(PARTS, 0.0)
    for part, names in PARTS.items():
        for name in names:
            _timed(name, part, spent)
    code = bookcase(["build", *given])
    spent["total"] = time.process_time()
    print(json.dumps(spent), file=sys.stderr)
    return code


def _leave_out(part: str) -> None:
    """Take a part out of the build.

    Raises:
        ValueError: It cannot be built without.
    """
    if part != "citations":
        raise ValueError(part)
    holder, name = _place("rendering.pages:linked")
    setattr(holder, name, lambda *_: None)


def _timed(path: str, part: str, spent: dict[str, float]) -> None:
    holder, name = _place(path)
    work: Callable[..., object] = getattr(holder, name)

    def timed(*args: object, **options: object) -> object:
        start = time.process_time()
        try:
            return work(*args, **options)
        finally:
            spent[part] += time.process_time() - start

    setattr(holder, name, timed)


def _place(path: str) -> tuple[Any, str]:
    """Return what holds a function, and its name there."""
    module, _, within = path.partition(":")
    names = within.split(".")
    holder: Any = import_module(f"bookcase.build.{module}")
    for name in names[:-1]:
        holder = getattr(holder, name)
    return holder, names[-1]


def shares(told: str) -> Iterator[tuple[str, float]]:
    """Yield each part and its seconds, out of what such a build said last; the rest."""
    spent: dict[str, float] = json.loads(told.strip().rpartition("\n")[2])
    total = spent.pop("total")
    yield from spent.items()
    yield "rest", total - sum(spent.values())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
