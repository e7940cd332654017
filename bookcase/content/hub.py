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


@dataclass(frozen=True, slots=True)
class HubPage:
    """A page of the site's own; ``template`` is empty for the usual one."""

    title: str
    description: str
    template: str
    body: str
    body_line: int = 1


def hub_paths(root: Path) -> Iterator[str]:
    """Yield the files of these pages: those at the top, and all below the guides."""
    found: list[Diagnostic] = []  # told when the content is loaded
    names = [*folder.look(root, "", found).files, *folder.look_below(root, TOP, found)]
    yield from (name for name in names if name.endswith(".md"))


def strangers(root: Path) -> Iterator[Diagnostic]:
    """Yield what is wrong among the files of the guides: links, unknown kinds."""
    found: list[Diagnostic] = []
    hint = "ở đây chỉ có các trang .md và hình"
    for path in folder.look_below(root, TOP, found):
        if not path.endswith(".md") and not folder.is_picture(path):
            yield folder.unknown(path, hint)
    yield from found


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
    )
    return Result(page, text.diagnostics + source.diagnostics + read.diagnostics)
