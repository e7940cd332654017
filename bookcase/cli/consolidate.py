"""``bookcase consolidate``: an act's words on a day, and what changed each unit."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from bookcase.cli.acts import held_work
from bookcase.cli.amendfiles import consolidate_files
from bookcase.cli.common import add_content, report_findings, say, tell
from bookcase.cli.printed import Printed, as_json, as_markdown, as_text
from bookcase.cli.storing import store
from bookcase.content.loading import load
from bookcase.diagnostics import Diagnostic, Span
from bookcase.errors import UsageError
from bookcase.history.chain import text_on
from bookcase.history.faults import faults
from bookcase.history.held import acting_of, read
from bookcase.history.pending import pending
from bookcase.history.status import incoming_effects, version_on
from bookcase.pages.catalog import catalog
from bookcase.pages.law.banners import unheld
from bookcase.rules import sound_effects
from bookcase.rules.follows import MEND

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable, Iterator

    from bookcase.diagnostics import Result
    from bookcase.history.consolidate import Consolidated
    from bookcase.history.status import Incoming
    from bookcase.model.act import Work
    from bookcase.model.library import Library

NAME = "consolidate"
HELP = "hợp nhất lời văn của một văn bản đến một ngày, nêu rõ cái gì sửa đơn vị nào"

_FORMS = {"text": as_text, "json": as_json, "markdown": as_markdown}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's own arguments."""
    add_content(parser)
    parser.add_argument(
        "work", nargs="?", metavar="VĂN_BẢN", help="mã, số hoặc thư mục của văn bản"
    )
    parser.add_argument(
        "--as-of",
        required=True,
        metavar="NGÀY",
        help="áp dụng các sửa đổi có hiệu lực đến ngày này, YYYY-MM-DD",
    )
    parser.add_argument(
        "--base", type=Path, metavar="TỆP", help="văn bản gốc, ngoài tủ sách"
    )
    parser.add_argument(
        "--amend",
        type=Path,
        nargs="+",
        action="extend",
        default=[],
        metavar="TỆP",
        help="văn bản sửa đổi, đọc từ lời văn của nó (cùng với --base)",
    )
    parser.add_argument(
        "--format", choices=tuple(_FORMS), default="text", help="cách in"
    )
    parser.add_argument(
        "--write",
        action="store_true",
        help="ghi bản hợp nhất và dòng của nó vào tủ sách",
    )


def run(args: argparse.Namespace) -> int:
    """Consolidate and print; 1 when an effect could not be applied.

    A text that lacks an amendment, or may lack one since rows of effects cannot be
    read, is not stored: the page of the one before it then tells how many there are.
    """
    day = _day(args.as_of)
    if bool(args.work) == bool(args.base):
        msg = "nêu một văn bản của tủ sách, hoặc --base và --amend"
        raise UsageError(msg)
    loaded = load(args.content)
    library = loaded.value
    if args.base:
        if args.write:
            msg = "--write chỉ dùng với văn bản của tủ sách"
            raise UsageError(msg)
        loose = consolidate_files(args.base, args.amend, day, library)
        if loose.value:
            say(_FORMS[args.format](loose.value))
        code = report_findings(loose.diagnostics)
        return 1 if loose.value and loose.value.made.unapplied else code
    return _run_held(args, day, loaded)


def _run_held(args: argparse.Namespace, day: date, loaded: Result[Library]) -> int:
    library = loaded.value
    work = held_work(library, args.work)
    if work is None:
        msg = f"không có văn bản «{args.work}» trong {args.content}"
        raise UsageError(msg)
    incoming = incoming_effects(library.works).get(work.id, ())
    made = _consolidated(args.content, work, day, incoming, library)
    if made is None:
        msg = f"{work.number or work.id}: không có bản nào có hiệu lực vào ngày {day}"
        if any(one.start is None for one in work.versions):
            msg += "; versions có bản chưa ghi ngày, ghi from rồi chạy lại"
        raise UsageError(msg)
    printed = _printed(work, day, made, library)
    broken = (*_broken(loaded.diagnostics), *_faults(work, library))
    if args.write and made.unapplied:
        tell(f"không ghi. {printed.behind}")
    elif args.write and broken:
        tell("không ghi. Có effects.yml còn lỗi, nên có thể thiếu sửa đổi.")
    elif args.write:
        _write(args.content, work, printed, incoming)
    else:
        say(_FORMS[args.format](printed))
    found = (*_findings(made, library), *_unheld(work, day, library), *broken)
    return report_findings(found)


def _broken(found: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return the errors of rows of effects: what they say of this act is not known."""
    return tuple(
        one
        for one in found
        if one.level == "error" and one.span.path.endswith("/effects.yml")
    )


def _faults(work: Work, library: Library) -> Iterator[Diagnostic]:
    """Yield a finding for each effect on an act that can never be, or has no day."""
    folders = {one.id: one.folder for one in library.works}
    mine = (one for one in faults(library.works) if one.effect.on == work.id)
    return sound_effects.check(mine, folders)


def _unheld(work: Work, day: date, library: Library) -> Iterator[Diagnostic]:
    """Tell of acts that are known to amend this one by changes that are not."""
    shown = version_on(work, day)
    for id_ in unheld(work, shown, catalog(library, day)) if shown else ():
        what = f"{id_} sửa đổi {work.number or work.id}; tủ sách chưa có nội dung đó"
        hint = "lời văn có thể còn thiếu: nhập văn bản ấy và chạy «bookcase effects»"
        yield Diagnostic(Span(work.path), "AMEND116", what, "warning", hint)


def _day(words: str) -> date:
    try:
        return date.fromisoformat(words)
    except ValueError:
        msg = f"«{words}» không phải một ngày viết theo YYYY-MM-DD"
        raise UsageError(msg) from None


def _consolidated(
    content: Path,
    work: Work,
    day: date,
    incoming: tuple[Incoming, ...],
    library: Library,
) -> Consolidated | None:
    bad = faults(library.works)
    faulty = frozenset((one.act, one.effect.line) for one in bad)
    acting = acting_of(content, library, faulty)
    return text_on(work, day, incoming, acting, lambda one: read(content, one))


def _printed(work: Work, day: date, made: Consolidated, library: Library) -> Printed:
    called = {one.id: _called(one, library) for one in library.works}
    name = " ".join(filter(None, (called[work.id], work.title)))
    official = _official(work, day, library)
    return Printed(name, work.title, day, made, official, called)


def _called(work: Work, library: Library) -> str:
    kind = library.lists.types.get(work.type)
    word = kind.name if kind else work.type
    return f"{word} số {work.number}" if work.number else work.id


def _official(work: Work, day: date, library: Library) -> str:
    """Return the number of the official text of the version of a day, else of the act.

    That is a number of its own or an act of the bookcase.
    """
    told = [
        (one.start, one.official)
        for one in work.versions
        if one.official and one.start and one.start <= day
    ]
    if told:
        named = library.work(max(told)[1])
        return named.number if named else max(told)[1]
    own = [
        (one.issued, one.number)
        for one in library.works
        if one.consolidates == work.id and one.issued and one.number
    ]
    return max(own)[1] if own else ""


def _write(
    content: Path, work: Work, printed: Printed, incoming: tuple[Incoming, ...]
) -> None:
    """Store the text under the day on which its last effects began."""
    starts = [cause.since for change in printed.made.changes for cause in change.causes]
    if not starts:
        tell("không có sửa đổi nào; không ghi gì")
        return
    day = max(starts)
    before = [one for one in work.versions if one.start and one.start < day]
    last = max(before, key=lambda one: one.start or day)
    by = dict.fromkeys(act for act, _ in pending(work, last, incoming, day))
    for path in store(content, work, day, tuple(by), as_markdown(printed)):
        tell(f"đã ghi {path}")


def _findings(made: Consolidated, library: Library) -> tuple[Diagnostic, ...]:
    folders = {work.id: work.folder for work in library.works}
    return tuple(
        Diagnostic(
            Span(f"{folders.get(one.act, one.act)}/effects.yml", one.effect.line),
            one.code,
            one.message,
            hint=MEND,
        )
        for one in made.unapplied
    )
