"""What a unit says, as plain words, and the fingerprint of it."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from typing import TYPE_CHECKING

from bookcase.legal.units import canonical_mark
from bookcase.model.tree import Framed, LegalText, Paragraph, Quote, Table, Unit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bookcase.model.tree import Block

NOTE_MARK = re.compile(r"\[\^[^\]\s]+\]")
"""A footnote mark in running text."""

_PIN_DIGITS = 16


def text_of(node: Block | LegalText) -> str:
    """Return the words of a unit and of all it holds, in reading order.

    Numbers stand as printed (``Điều 5. … 1. … a) …``), quotes and cells of tables are
    in; footnote marks, footnotes and pictures are not. NFC, each stretch of white space
    is one space.
    """
    return folded(" ".join(_said(node)))


def pin(node: Block | LegalText) -> str:
    """Return the first 16 hex digits of the SHA-256 of :func:`text_of`."""
    return pin_of(text_of(node))


def pin_of(words: str) -> str:
    """Return the pin of words that are folded already."""
    return hashlib.sha256(words.encode()).hexdigest()[:_PIN_DIGITS]


def folded(words: str) -> str:
    """Take footnote marks out, compose the letters, fold white space."""
    plain = NOTE_MARK.sub("", words) if "[^" in words else words
    return " ".join(unicodedata.normalize("NFC", plain).split())


def _said(node: Block | LegalText) -> Iterator[str]:
    if isinstance(node, Unit):
        yield node.mark or canonical_mark(node.kind, node.number)
        yield node.text
    elif isinstance(node, Paragraph):
        yield node.text
    elif isinstance(node, Table):
        yield from (cell.text for row in node.rows for cell in row)
    if isinstance(node, (LegalText, Unit, Quote, Framed)):
        for block in node.blocks:
            yield from _said(block)
