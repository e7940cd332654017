"""The texts that the bookcase holds, for those who reason over them."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from bookcase.content.texts import version_text
from bookcase.history.chain import Acting
from bookcase.legal.parser import parse

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from bookcase.model.act import Version
    from bookcase.model.library import Library
    from bookcase.model.tree import LegalText

_KEPT = 64


def acting_of(
    content: Path, library: Library, faulty: frozenset[tuple[str, int]] = frozenset()
) -> Acting:
    """Return what a library knows of acting acts; the last texts are kept."""
    works = {work.id: work for work in library.works}

    @lru_cache(maxsize=_KEPT)
    def text(id_: str) -> LegalText | None:
        work = works.get(id_)
        enacted = [v for v in work.versions if v.text == "as-enacted"] if work else []
        return read(content, enacted[0]) if enacted else None

    def issued(id_: str) -> date | None:
        return works[id_].issued if id_ in works else None

    return Acting(text, issued, faulty)


def read(content: Path, version: Version) -> LegalText:
    """Read the text of a version; what is odd in it is told elsewhere."""
    source = version_text(content, version).value
    return parse(source.body, version.path, source.body_line).value
