"""Run the rules: over one publication, over everything."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bookcase.content.hub import hub_paths, read_hub, strangers
from bookcase.content.loading import load
from bookcase.content.texts import version_text
from bookcase.history.rests import rests
from bookcase.legal.parser import parse
from bookcase.rules import (
    amended,
    asked,
    letters,
    links,
    missing_picture,
    original,
    raw_html,
    recording,
    relations,
    stale,
    too_much,
    unfilled,
)
from bookcase.rules.text import attachment_names, check_text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path

    from bookcase.diagnostics import Diagnostic
    from bookcase.model.act import Version, Work
    from bookcase.model.library import Library
    from bookcase.model.publication import Publication

    Targets = tuple[frozenset[str], frozenset[str]]

OF_LEARNING = frozenset(
    f"{name}.html" for name in ("hoc", "lam-bai", "cham-bai", "hoi-can-bo", "gop-y")
)
"""Pages that the library makes and editors may lead to."""


def check_publication(
    publication: Publication, targets: Targets, content: Path
) -> tuple[Diagnostic, ...]:
    """Return what the rules find in one publication."""
    bodies = [(publication.body, publication.path, publication.body_line)]
    bodies += [(one.body, one.path, one.line) for one in publication.chapters]
    found: list[Diagnostic] = []
    for body, path, line in bodies:
        found += letters.check(body, path, line)
        found += links.check(body, path, line, *targets)
        found += raw_html.check(body, path, line)
        found += too_much.check(body, path, line)
        found += unfilled.check(body, path, line)
        found += missing_picture.check_markdown(body, path, line, content)
    found += unfilled.check_fields(publication)
    found += asked.check(publication)
    found += recording.check(publication, content)
    return tuple(found)


def check_content(content: Path, day: date) -> tuple[Diagnostic, ...]:
    """Read everything and return every finding, sorted by place.

    What publications rest on is judged as it stands on the day.
    """
    loaded = load(content)
    found = set(loaded.diagnostics)
    found.update(relations.check(loaded.value))
    found.update(original.check(loaded.value, content))
    found.update(check_hub(content, loaded.value))
    found.update(check_texts(content, loaded.value))
    found.update(amended.check(content, loaded.value))
    found.update(stale.check(loaded.value, rests(content, loaded.value, day)))
    return tuple(sorted(found))


def check_texts(content: Path, library: Library) -> Iterator[Diagnostic]:
    """Yield what the rules find in the texts of all versions and publications."""
    for work in library.works:
        for version in work.versions:
            yield from _check_version(content, work, version)
    yield from check_publications(content, library)


def check_publications(content: Path, library: Library) -> Iterator[Diagnostic]:
    """Yield what the rules find in all publications."""
    targets = link_targets(content, library)
    for publication in library.publications:
        yield from check_publication(publication, targets, content)


def check_hub(content: Path, library: Library) -> Iterator[Diagnostic]:
    """Yield what is wrong with the site's own pages: home, guides and the like."""
    targets = link_targets(content, library)
    yield from strangers(content)
    for path in hub_paths(content):
        page = read_hub(content, path)
        yield from page.diagnostics
        body, line = page.value.body, page.value.body_line
        yield from letters.check(body, path, line)
        yield from links.check(body, path, line, *targets)
        yield from raw_html.check(body, path, line)
        yield from too_much.check(body, path, line)


def link_targets(content: Path, library: Library) -> Targets:
    """Return what links may lead to: last parts of acts' folders, and pages."""
    works = {work.folder.rpartition("/")[2] for work in library.works}
    works |= {entry.id.removeprefix(f"{entry.type}-") for entry in library.register}
    pages = {f"{path.removesuffix('.md')}.html" for path in hub_paths(content)}
    pages |= {one.url for one in library.publications}
    pages |= {one.url for one in library.works}
    for publication in library.publications:
        folder = f"{publication.folder}/{publication.name}"
        pages |= {f"{folder}/{chapter.name}.html" for chapter in publication.chapters}
    pages |= OF_LEARNING
    communes = library.lists.communes.values()
    pages |= {f"dia-phuong/{one.province}/{one.code}.html" for one in communes}
    pages |= {f"dia-phuong/{code}.html" for code in library.lists.provinces}
    return frozenset(works), frozenset(pages)


def _check_version(content: Path, work: Work, version: Version) -> Iterator[Diagnostic]:
    """Check a version's text and its translations."""
    yield from _check_file(content, work, version)
    for _, path in version.translations:
        yield from _check_file(content, work, replace(version, path=path))


def _check_file(content: Path, work: Work, version: Version) -> Iterator[Diagnostic]:
    source = version_text(content, version)
    yield from source.diagnostics
    body, line = source.value.body, source.value.body_line
    yield from letters.check(body, version.path, line)
    parsed = parse(body, version.path, line)
    yield from parsed.diagnostics
    names = attachment_names(content, work.folder)
    yield from check_text(parsed.value, version.path, names)
