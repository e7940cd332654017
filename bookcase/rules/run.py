"""Run the rules: over one text, over one publication, over everything."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import bookcase.content
from bookcase.legal.parser import parse
from bookcase.rules import (
    footnote_pair,
    letters,
    links,
    missing_picture,
    raw_html,
    repeated_unit,
    unit_order,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path

    from bookcase.diagnostics import Diagnostic
    from bookcase.model.act import Version, Work
    from bookcase.model.library import Library
    from bookcase.model.publication import Publication
    from bookcase.model.tree import LegalText

ON_TEXT = (unit_order, repeated_unit, footnote_pair)


def check_text(
    text: LegalText, path: str, attachments: Collection[str] = ()
) -> tuple[Diagnostic, ...]:
    """Return what the rules find in one parsed text, in reading order."""
    found = [finding for rule in ON_TEXT for finding in rule.check(text, path)]
    found += missing_picture.check(text, path, attachments)
    return tuple(sorted(found))


def check_publication(
    publication: Publication, works: Collection[str], pages: Collection[str]
) -> tuple[Diagnostic, ...]:
    """Return what the rules find in one publication."""
    bodies = [(publication.body, publication.path, publication.body_line)]
    bodies += [(one.body, one.path, one.line) for one in publication.chapters]
    found: list[Diagnostic] = []
    for body, path, line in bodies:
        found += letters.check(body, path, line)
        found += links.check(body, path, line, works, pages)
        found += raw_html.check(body, path, line)
    return tuple(found)


def check_content(content: Path) -> tuple[Diagnostic, ...]:
    """Read everything and return every finding, sorted by place."""
    loaded = bookcase.content.load(content)
    found = set(loaded.diagnostics)
    for work in loaded.value.works:
        for version in work.versions:
            found.update(_check_version(content, work, version))
    found.update(check_publications(loaded.value))
    return tuple(sorted(found))


def check_publications(library: Library) -> Iterator[Diagnostic]:
    """Yield what the rules find in all publications."""
    works = {work.folder.rpartition("/")[2] for work in library.works}
    works |= {entry.id.removeprefix(f"{entry.type}-") for entry in library.register}
    pages = {publication.url for publication in library.publications}
    pages |= {work.url for work in library.works}
    for publication in library.publications:
        folder = f"{publication.folder}/{publication.name}"
        own = {f"{folder}/{chapter.name}.html" for chapter in publication.chapters}
        yield from check_publication(publication, works, pages | own)


def attachment_names(content: Path, folder: str) -> frozenset[str]:
    """Return the names of the files in a folder's ``attachments/``."""
    place = content / folder / "attachments"
    return (
        frozenset(path.name for path in place.glob("*"))
        if place.is_dir()
        else frozenset()
    )


def _check_version(content: Path, work: Work, version: Version) -> Iterator[Diagnostic]:
    """Check a version's text and its translations."""
    yield from _check_file(content, work, version)
    for _, path in version.translations:
        yield from _check_file(content, work, replace(version, path=path))


def _check_file(content: Path, work: Work, version: Version) -> Iterator[Diagnostic]:
    source = bookcase.content.version_text(content, version)
    yield from source.diagnostics
    body, line = source.value.body, source.value.body_line
    yield from letters.check(body, version.path, line)
    parsed = parse(body, version.path, line)
    yield from parsed.diagnostics
    names = attachment_names(content, work.folder)
    yield from check_text(parsed.value, version.path, names)
