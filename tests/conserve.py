"""Hold every page of law against the text that it was made from, letter for letter.

``python -m tests.conserve CONTENT SITE [--json]`` compares each version's page with its
Markdown file: what the parsed text says, white space aside, must be what the page says.
"""

from __future__ import annotations

import json
import sys
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from bookcase.legal.parser import parse
from bookcase.metadata.frontmatter import split
from tests.pagetext import html_letters, law_of_page, tree_letters

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


@dataclass(frozen=True, slots=True)
class Compared:
    """How many pages and letters were compared; ``lost`` are the pages that differ.

    Each of these is named with the first place where it says something else.
    """

    pages: int
    letters: int
    lost: tuple[str, ...]


def compared(content: Path, site: Path) -> Compared:
    """Compare all pages of law of a site with the texts in the content."""
    texts = sorted(content.glob("van-ban/*/*/*/*.md"))
    with ProcessPoolExecutor() as pool:
        work = partial(_compare, content, site)
        rows = [row for row in pool.map(work, texts, chunksize=16) if row is not None]
    return Compared(
        len(rows),
        sum(count for count, _ in rows),
        tuple(fault for _, fault in rows if fault),
    )


def _compare(content: Path, site: Path, text: Path) -> tuple[int, str] | None:
    """Return the letters of a text and where its page differs; None without a page."""
    page = _page(content, site, text)
    if page is None:
        return None
    source = split(text.read_text(encoding="utf-8"), str(text)).value
    wanted = tree_letters(parse(source.body).value)
    said = html_letters(law_of_page(page.read_text(encoding="utf-8")))
    if wanted == said:
        return len(wanted), ""
    place = next(_first_difference(wanted, said))
    shown = f"{wanted[place - 10 : place + 30]!r} / {said[place - 10 : place + 30]!r}"
    return len(wanted), f"{text.relative_to(content)}: {shown}"


def _first_difference(one: str, other: str) -> Iterator[int]:
    yield from (n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b)
    yield min(len(one), len(other))


def _page(content: Path, site: Path, text: Path) -> Path | None:
    own = site / text.relative_to(content).with_suffix(".html")
    if own.exists():
        return own
    whole = (site / text.parent.relative_to(content)).with_suffix("")
    page = whole.with_name(f"{whole.name}.html")
    return page if page.exists() and len(list(text.parent.glob("*.md"))) == 1 else None


def main(argv: Sequence[str]) -> int:
    """Compare and print; 1 when a page says something else."""
    found = compared(Path(argv[0]), Path(argv[1]))
    say = sys.stdout.write
    if "--json" in argv:
        say(json.dumps(asdict(found), ensure_ascii=False) + "\n")
    else:
        for fault in found.lost:
            say(f"{fault}\n")
        say(f"{found.pages} pages, {found.letters} letters compared\n")
    return 1 if found.lost else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
