"""The site's own pages: home, guides, what the bookcase says of itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bookcase.content import folder
from bookcase.diagnostics import Diagnostic, Result
from bookcase.metadata import frontmatter, yamlfile
from bookcase.metadata.reader import read_row
from bookcase.metadata.tables.hub import HUB

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TOP = "huong-dan"
ENGLISH = "en"
FOLDERS = (TOP, ENGLISH)
"""Below these every page is the site's own."""
HOME = "index.md"
HOME_TEMPLATE = "home.html"
"""The page of this template the library makes: it tells what is new."""


@dataclass(frozen=True, slots=True)
class HubPage:
    """A page of the site's own; ``template`` is empty for the usual one.

    ``language`` is that of its words, BCP 47: its folder's, if that is named so.
    """

    title: str
    description: str
    template: str
    body: str
    body_line: int = 1
    language: str = "vi"


ENGLISH_HOME = "en/index.md"


def hub_paths(root: Path) -> Iterator[str]:
    """Yield the files of these pages: those at the top, and all below the guides."""
    found: list[Diagnostic] = []  # told when the content is loaded
    names = [*folder.look(root, "", found).files, *_below(root, found)]
    yield from (name for name in names if name.endswith(".md"))


def is_own(path: str) -> bool:
    """Tell whether a file is of the site's own pages, or a picture of one."""
    top, below, _ = path.partition("/")
    return top in FOLDERS if below else path.endswith(".md")


def read_home(root: Path) -> HubPage | None:
    """Return what editors say of the first page; None where it is like any other."""
    if not (root / HOME).is_file():
        return None
    page = read_hub(root, HOME).value
    return page if page.template == HOME_TEMPLATE else None


def engine_paths(root: Path) -> Iterator[str]:
    """Yield the files of those pages that an engine makes."""
    ours = read_home(root) is not None
    yield from (one for one in hub_paths(root) if not (ours and one == HOME))


def strangers(root: Path) -> Iterator[Diagnostic]:
    """Yield what is wrong among the files of the guides: links, unknown kinds."""
    found: list[Diagnostic] = []
    hint = "ở đây chỉ có các trang .md và hình"
    for path in _below(root, found):
        if not path.endswith(".md") and not folder.is_picture(path):
            yield folder.unknown(path, hint)
    yield from found


def _below(root: Path, found: list[Diagnostic]) -> Iterator[str]:
    for name in FOLDERS:
        yield from folder.look_below(root, name, found)


def read_hub(root: Path, path: str) -> Result[HubPage]:
    """Read one page.

    Args:
        root: The content folder.
        path: The file, relative to it.
    """
    refused = folder.leaves(root, path)
    if refused:
        return Result(HubPage("", "", "", ""), (refused,))
    text = folder.text(root, path)
    source = frontmatter.split(text.value, path)
    whole = yamlfile.whole(source.diagnostics)
    read = read_row(HUB, source.value.fields, whole=whole)
    row = read.value
    page = HubPage(
        row.text("title"),
        row.text("description"),
        row.text("template"),
        source.value.body,
        source.value.body_line,
        language_of(path),
    )
    return Result(page, text.diagnostics + source.diagnostics + read.diagnostics)


def language_of(path: str) -> str:
    """Return the language of one of these pages.

    >>> language_of("en/index.md"), language_of("huong-dan/index.md")
    ('en', 'vi')
    """
    top = path.partition("/")[0]
    return ENGLISH if top == ENGLISH else "vi"
