"""What search is told of an act's texts of other days: runs in workers.

A page of today's text gives all its articles to search. A text that stood before, or
will stand, gives only those that it has otherwise: who searches as of a day finds them
in place of today's.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from bookcase.build.rendering.records import act_record
from bookcase.content.texts import version_text
from bookcase.history.status import version_on
from bookcase.legal.ids import identified
from bookcase.legal.parser import parse
from bookcase.model.act import Version
from bookcase.pages.law.lawtext import law_html
from bookcase.pages.law.versions import version_url
from bookcase.search.records import Dated

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from bookcase.build.rendering.context import Context
    from bookcase.model.act import Work
    from bookcase.pages.catalog import Catalog
    from bookcase.search.records import Record

DATED = "#ngay-khac"


class Edition(NamedTuple):
    """A text of another day: its address, its first day, its file."""

    url: str
    start: date
    path: str


class Editions(NamedTuple):
    """An act with several texts: the record of its page, its files.

    It is planned as pages are, but is none: its address leads to no file.
    """

    head: Record
    today: str
    others: tuple[Edition, ...]

    @property
    def url(self) -> str:
        """Return what it is known by among pages."""
        return f"{self.head.page}{DATED}"


def editions(work: Work, catalog: Catalog) -> Iterator[Editions]:
    """Yield what search is to be told of an act's texts of other days."""
    today = version_on(work, catalog.as_of)
    others = tuple(_others(work, today))
    if today and others:
        yield Editions(act_record(work, catalog), today.path, others)


def _others(work: Work, today: Version | None) -> Iterator[Edition]:
    for version in work.versions:
        if version.start and version is not today:
            yield Edition(version_url(work, version), version.start, version.path)


def dated_records(context: Context, act: Editions) -> tuple[Record, ...]:
    """Return the records of what an act's other texts have otherwise."""
    today = _articles(context, act.head, act.today)
    made: list[Record] = []
    for edition in act.others:
        made += _otherwise(today, _articles(context, act.head, edition.path), edition)
    return tuple(made)


def _articles(context: Context, head: Record, path: str) -> list[Record]:
    """Return the records of a text, without its head's."""
    source = version_text(context.content, Version(None, path=path)).value
    parsed = parse(source.body, path, source.body_line).value
    law = law_html(parsed, ids={id(one.block): one.id for one in identified(parsed)})
    return [
        replace(
            head,
            url=f"{head.url}#{one.id}",
            title=one.title,
            text="\n".join(one.texts),
            names=(),
        )
        for one in law.passages
        if one.id
    ]


def _otherwise(
    today: list[Record], then: list[Record], edition: Edition
) -> Iterator[Record]:
    """Yield a page of what a text has otherwise than today's; else nothing."""
    old, new = {*then}, {*today}
    instead = [at for at, record in enumerate(today, 1) if record not in old]
    changed = [record for record in then if record not in new]
    if not (instead or changed):
        return
    head = (today or then)[0]
    url, dated = head.page, Dated(head.page, edition.start, tuple(instead))
    yield replace(head, url=edition.url, title=head.parent, text="", dated=dated)
    for record in changed:
        yield replace(record, url=record.url.replace(url, edition.url, 1))
