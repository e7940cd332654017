"""Write an article's opening: mark, title, and the words that ran into it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bookcase.imports.patterns import ARTICLE
from bookcase.imports.titles import split_title

if TYPE_CHECKING:
    from bookcase.imports.glued import Clauses
    from bookcase.imports.markup import Markup

_LEVEL = 6


def write_article(
    out: Markup,
    text: str,
    *,
    alone: bool = False,
    run_on: bool = True,
    clauses: Clauses | None = None,
) -> float:
    """Write an article's opening; return how sure the split of its title is.

    Args:
        out: What it is written to.
        text: The line that opens it.
        alone: Whether the article has no further line.
        run_on: Whether title and text may have been run together.
        clauses: Where the first clause may have run into the title.
    """
    found = ARTICLE.match(text)
    if not found:
        out.text(text)
        return 1.0
    mark, note = text[: found.end("letter")], found["note"] or ""
    mark += ":" if found["dot"] == ":" else ""
    title, paragraph, sure = split_title(found["title"], alone=alone, run_on=run_on)
    out.heading(_LEVEL, mark, f"{note} {title}".strip())
    if paragraph:
        out.text(clauses.parted(paragraph) if clauses else paragraph)
    return sure
