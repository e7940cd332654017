"""What a page of law says, letter for letter, beside what its text says.

White space is left out, and so is what a page adds on purpose: the word above the
footnotes, what is told beside a unit of its changes and days, and the sign of a
permalink (drawn by the style sheet, so not in the text).
"""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

from bookcase.legal.units import canonical_mark
from bookcase.model.tree import (
    Framed,
    Kind,
    LegalText,
    Paragraph,
    Picture,
    Quote,
    Table,
    Unit,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bookcase.model.tree import Block

_TAG = re.compile(r"<[^>]*>")
_MARK = re.compile(r"\[\^([^\]\s]+)\]")
_ADDED = re.compile(r"<h2>Chú thích</h2>|<div class=\"bk-ghi\">.*?</div>", re.DOTALL)
_PICTURE = re.compile(r"<img[^>]*>")
_LAW = re.compile(r'<div class="bk-luat[^"]*"[^>]*>(.*)\Z', re.DOTALL)
_AFTER = re.compile(
    r'</div>\s*</div>\s*(?:<section class="bk-|<p class="bk-bao"|</article>)', re.DOTALL
)


def letters(text: str) -> str:
    """Return a text without its white space."""
    return "".join(text.split())


def html_letters(html: str) -> str:
    """Return the letters of a piece of HTML made from a legal text."""
    plain = _TAG.sub("", _PICTURE.sub("", _ADDED.sub("", html)))
    return letters(unescape(plain))


def law_of_page(page: str) -> str:
    """Cut the text of the law out of a whole page.

    Raises:
        ValueError: the page holds none.
    """
    found = _LAW.search(page)
    if not found:
        message = "no law on this page"
        raise ValueError(message)
    inner = found[1]
    end = _AFTER.search(inner)
    return inner[: end.start()] if end else inner


def tree_letters(text: LegalText) -> str:
    """Return the letters of a tree in the order in which a page shows them."""
    parts = [*_blocks(text.blocks)]
    parts += [f"{note.mark}{note.text}" for note in text.footnotes]
    return letters(_MARK.sub(r"\1", " ".join(parts)))


def _blocks(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Unit):
            if block.kind is not Kind.ATTACHED:
                yield block.mark or canonical_mark(block.kind, block.number)
            yield block.text
            yield from _blocks(block.blocks)
        elif isinstance(block, Paragraph):
            yield block.text
        elif isinstance(block, Table):
            yield from (cell.text for row in block.rows for cell in row)
        elif isinstance(block, Quote | Framed):
            yield from _blocks(block.blocks)
        elif isinstance(block, Picture):
            continue
