"""What search is told of an act's texts of other days: runs in workers.

A page of today's text gives all its articles to search. A text that stood before, or
will stand, gives only those that it has otherwise: who searches as of a day finds them
in place of today's.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from bookcase.build.execute import AHEAD, given_to, in_order
from bookcase.build.records import act_record
from bookcase.content import version_text
from bookcase.history.status import version_on
from bookcase.legal.ids import identified
from bookcase.legal.parser import parse
from bookcase.model.act import Version
from bookcase.pages.lawtext import law_html
from bookcase.pages.versions import version_url
from bookcase.search.parts import part_of
from bookcase.search.records import Dated

if TYPE_CHECKING:
    from collections.abc import Iterator
    from concurrent.futures import Executor
    from datetime import date

    from bookcase.build.context import Context
    from bookcase.model.act import Work
    from bookcase.pages.catalog import Catalog
    from bookcase.search.parts import Part
    from bookcase.search.records import Record


class Edition(NamedTuple):
    """A text of another day: its address, its first day, its file."""

    url: str
    start: date
    path: str


class Editions(NamedTuple):
    """An act with several texts: the record of its page, its files."""

    head: Record
    today: str
    others: tuple[Edition, ...]


def dated_parts(catalog: Catalog, pool: Executor, jobs: int) -> Iterator[Part]:
    """Yield what search is told of texts of other days, in the order of the acts."""
    work = given_to(pool, dated_part)
    yield from in_order(pool, work, _editions(catalog), AHEAD * jobs)


def _editions(catalog: Catalog) -> Iterator[Editions]:
    for work in catalog.library.works:
        today = version_on(work, catalog.as_of)
        others = tuple(_others(work, today))
        if today and others:
            yield Editions(act_record(work, catalog), today.path, others)


def _others(work: Work, today: Version | None) -> Iterator[Edition]:
    for version in work.versions:
        if version.start and version is not today:
            yield Edition(version_url(work, version), version.start, version.path)


def dated_part(context: Context, act: Editions) -> Part:
    """Return the words of what an act's other texts have otherwise."""
    today = _articles(context, act.head, act.today)
    made: list[Record] = []
    for edition in act.others:
        made += _otherwise(today, _articles(context, act.head, edition.path), edition)
    return part_of(made)


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
