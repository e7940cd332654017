"""An act named on the command line: an id, a folder of the bookcase, or any file."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bookcase.content.texts import version_text
from bookcase.diagnostics import Diagnostic, Result, Span
from bookcase.files import read_text
from bookcase.history.status import version_on
from bookcase.imports.convert import convert
from bookcase.imports.lookup import make_lookup
from bookcase.imports.plain import read_plain
from bookcase.legal.parser import parse
from bookcase.metadata import frontmatter

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from bookcase.model.act import Version, Work
    from bookcase.model.library import Library
    from bookcase.model.lists import Lists
    from bookcase.model.tree import LegalText

_FILE = re.compile(r"/(?:[^/]+\.(?:yml|md))?$")


@dataclass(frozen=True, slots=True)
class Act:
    """An act and one of its texts; ``path`` names the text's file in findings."""

    work: Work
    text: LegalText
    path: str


def held_work(library: Library, name: str) -> Work | None:
    """Find a work of the bookcase by its id, its number, its folder or a file there."""
    tail = _FILE.sub("", name.replace("\\", "/"))
    for work in library.works:
        if name in {work.id, work.number} or f"/{tail}".endswith(f"/{work.folder}"):
            return work
    return None


def held_act(root: Path, work: Work, day: date | None = None) -> Result[Act | None]:
    """Read the text of a held work: as enacted, or the one that holds on a day.

    Finds:
        ACT002: the work has no text.
        And what reading the text finds.
    """
    version = _first(work) if day is None else version_on(work, day)
    if version is None:
        what = f"văn bản {work.id} chưa có toàn văn trong tủ sách"
        return Result(None, (Diagnostic(Span(work.path), "ACT002", what),))
    source = version_text(root, version)
    first = source.value.body_line
    parsed = parse(source.value.body, version.path, first)
    found = source.diagnostics + parsed.diagnostics
    return Result(Act(work, parsed.value, version.path), found)


def file_act(path: Path, lists: Lists) -> Result[Act | None]:
    """Read an act that stands in a file of its own, outside the bookcase.

    A ``.md`` file in the bookcase's own syntax keeps its structure; any other text is
    taken in as ``bookcase import`` would.

    Finds:
        ACT001: the file is not there or cannot be read.
        And what importing finds.
    """
    if not path.is_file():
        what = f"không có tệp «{path}»"
        return Result(None, (Diagnostic(Span(str(path)), "ACT001", what),))
    text = read_text(path)
    made = convert(read_plain(text.value, str(path)), make_lookup(lists, {}))
    found = text.diagnostics + made.diagnostics
    if path.suffix == ".md":
        body = text.value
    else:
        body = next(md for name, md in made.files.items() if name.endswith(".md"))
    source = frontmatter.split(body, str(path))
    parsed = parse(source.value.body, str(path), source.value.body_line)
    if path.suffix == ".md":
        found = text.diagnostics + source.diagnostics + parsed.diagnostics
    return Result(Act(made.work, parsed.value, str(path)), found)


def _first(work: Work) -> Version | None:
    """Return the text as the act was enacted, else the earliest that there is."""
    enacted = [one for one in work.versions if one.text == "as-enacted"]
    return next(iter(enacted or work.versions), None)
