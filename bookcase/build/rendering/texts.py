"""Texts that several pages of a worker ask for, parsed once."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from bookcase.content.texts import version_text
from bookcase.legal.parser import parse
from bookcase.model.act import Version
from bookcase.pages.law.held import held
from bookcase.pages.law.lacking import lacking

if TYPE_CHECKING:
    from pathlib import Path

    from bookcase.model.tree import LegalText
    from bookcase.pages.law.held import Held
    from bookcase.pages.law.lacking import Chain


@lru_cache(maxsize=24)
def held_text(content: Path, path: str) -> Held:
    """Return the text in a file of the content, with its names.

    Findings are left to the page of that text.
    """
    source = version_text(content, Version(None, path=path)).value
    return held(parse(source.body, path, source.body_line).value)


@lru_cache(maxsize=4)
def lacking_rows(content: Path, chain: Chain) -> dict[str, frozenset[tuple[str, int]]]:
    """Return which effects each version of an act could not be given."""

    def text(path: str) -> LegalText:
        return held_text(content, path).text

    return lacking(chain, text)
