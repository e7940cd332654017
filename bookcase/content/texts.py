"""The texts of versions, read one at a time when they are wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bookcase.content import folder
from bookcase.diagnostics import Result, Span
from bookcase.metadata import frontmatter, yamlfile
from bookcase.metadata.frontmatter import Source
from bookcase.metadata.reader import read_row
from bookcase.metadata.tables.publication import CHAPTER
from bookcase.metadata.yamlfile import Mapping

if TYPE_CHECKING:
    from pathlib import Path

    from bookcase.model.act import Version


def version_text(root: Path, version: Version) -> Result[Source]:
    """Read a version's file, and hold its front matter to a title alone.

    Args:
        root: The content folder.
        version: The version; a translation is read by a version with its path.
    """
    refused = folder.leaves(root, version.path)
    if refused:
        return Result(Source(Mapping((), Span(version.path))), (refused,))
    text = folder.text(root, version.path)
    if any(one.code == "FILE002" for one in text.diagnostics):
        return Result(Source(Mapping((), Span(version.path))), text.diagnostics)
    source = frontmatter.split(text.value, version.path)
    whole = yamlfile.whole(source.diagnostics)
    row = read_row(CHAPTER, source.value.fields, whole=whole)
    return Result(source.value, text.diagnostics + source.diagnostics + row.diagnostics)
