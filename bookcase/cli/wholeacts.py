"""A held act made ready for print: its text on a day, and all that is said of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bookcase.build.rendering.beside import told_beside
from bookcase.cli.acts import held_act
from bookcase.diagnostics import Diagnostic, Result, Span
from bookcase.history.status import version_on
from bookcase.leaflets.formats.acts import ActOrder, Box
from bookcase.leaflets.formats.kinds import ARCHIVE, UA
from bookcase.pages.catalog import catalog
from bookcase.pages.law.banners import STAMP
from bookcase.pages.law.document import document_pages
from bookcase.pages.view import label_of

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator
    from datetime import date

    from bookcase.model.act import Work
    from bookcase.model.library import Library
    from bookcase.pages.catalog import Catalog
    from bookcase.pages.law.document import DocumentPage
    from bookcase.pages.view import Link, Notice

_ON_SCREEN = ("Xem ", "So sánh ", "bản từ ")
"""How links begin that lead on from a page and mean nothing on paper."""


def act_order(
    work: Work, args: argparse.Namespace, library: Library, day: date
) -> Result[ActOrder | None]:
    """Return what it takes to print the text of an act that holds on a day.

    Finds:
        ACT002: the work has no text.
        ACT005: it was not issued yet.
        And what reading the text finds.
    """
    if work.issued and work.issued > day:
        what = f"đến ngày {day:%d/%m/%Y} chưa có văn bản {work.number or work.id}"
        hint = f"văn bản được ban hành ngày {work.issued:%d/%m/%Y}"
        return Result(None, (Diagnostic(Span(work.path), "ACT005", what, hint=hint),))
    seen = catalog(library, day)
    read = held_act(args.content, work, day)
    pages = tuple(document_pages(work, seen))
    if read.value is None or not pages:
        what = f"văn bản {work.number or work.id} chưa có toàn văn trong tủ sách"
        missing = Diagnostic(Span(work.path), "ACT002", what)
        return Result(None, read.diagnostics or (missing,))
    page, act = pages[0], read.value
    _, lacking = told_beside(args.content, page, act.text, "")
    order = ActOrder(
        label=label_of(seen.type_name(work.type), work.number, ""),
        title=work.title,
        text=act.text,
        path=act.path,
        folder=work.folder,
        state=_state(work, page, seen),
        printed_on=day,
        boxes=tuple(_boxes((*page.view.notices, *lacking))),
        stamp=STAMP if work.specimen else "",
        articles=args.articles,
        grey=args.bw,
        variant=ARCHIVE if args.pdfa else UA,
    )
    return Result(order, read.diagnostics)


def _state(work: Work, page: DocumentPage, seen: Catalog) -> str:
    """Say from when on the text holds, and how the act stands when it holds no more."""
    words = next(one.text for one in page.view.notices if one.kind == "as-of")
    for start in ("Đang xem bản có", "Bản có"):
        words = words.replace(start, "Có")
    version = version_on(work, seen.as_of)
    ahead = version and version.start and version.start > seen.as_of
    state = seen.states[work.id]
    ended = state.ends and state.ends <= seen.as_of
    return f"{state.name}. {words}" if ahead or ended else words


def _boxes(notices: tuple[Notice, ...]) -> Iterator[Box]:
    """Yield the notices that are true on the day, in words that stand on paper."""
    for one in notices:
        if one.kind in {"stamp", "as-of"} or (one.days and one.days.hidden):
            continue
        links = [link.label for link in (one.link, one.other) if link and _told(link)]
        text = " ".join([one.text, *(f"{label}." for label in links)])
        items = tuple(_item(link) for link in one.items)
        yield Box(text, items, weighty=one.kind == "warning")


def _told(link: Link) -> bool:
    return not link.label.startswith(_ON_SCREEN)


def _item(link: Link) -> str:
    return f"{link.label}: {link.note}" if link.note else link.label
