"""Write an invented law of many articles into content: ``longlaw.py CONTENT``."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from bookcase.legal.render import render
from bookcase.model.tree import Kind, LegalText, Unit
from tests.bench.gen_acts import CENTRAL, Act
from tests.bench.gen_text import text
from tests.bench.gen_write import write_content

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bookcase.model.tree import Block

ARTICLES = 400
_SEED, _STEP = 7, 16 * 1024
_CLAUSES = 4


def law() -> Act:
    """Return a law that has so many articles; the smallest of its kind."""
    size = 20 * _STEP
    while _articles(text(_act(size), (_act(size),), _SEED).blocks) < ARTICLES:
        size += _STEP
    return _act(size)


def page() -> str:
    """Return its page's address in the site."""
    return f"{_act(0).folder}.html"


def _act(size: int) -> Act:
    return Act(
        place=0,
        type=CENTRAL[0],
        number="400/2025/QH15-MAU",
        title="Luật về việc đọc một văn bản dài",
        issued=date(2025, 6, 27),
        start=date(2026, 1, 1),
        subject="dan-su",
        bytes=size,
    )


def _articles(blocks: Sequence[Block]) -> int:
    units = [one for one in blocks if isinstance(one, Unit)]
    here = sum(one.kind is Kind.ARTICLE for one in units)
    return here + sum(_articles(one.blocks) for one in units)


def _short(block: Block) -> Block:
    """Return a block whose articles are as long as those of real codes, 1.2 KB."""
    if not isinstance(block, Unit):
        return block
    if block.kind is Kind.ARTICLE:
        return replace(block, blocks=block.blocks[:_CLAUSES])
    return replace(block, blocks=tuple(map(_short, block.blocks)))


def write(content: Path) -> None:
    """Write the law, marked as a specimen, into content."""
    act = law()
    write_content((act,), content, _SEED)
    folder = content / act.folder
    record = (folder / "document.yml").read_text("utf-8").replace("id: ", "id: mau-", 1)
    (folder / "document.yml").write_text(f"{record}specimen: true\n", "utf-8")
    version = folder / f"{act.start}.md"
    front = version.read_text("utf-8").partition("\n---\n")[0]
    blocks = tuple(map(_short, text(act, (act,), _SEED).blocks))
    version.write_text(f"{front}\n---\n{render(LegalText(blocks))}", "utf-8")


if __name__ == "__main__":
    write(Path(sys.argv[1]))
