"""``bookcase print``: posters, books, whole acts and notice boards, ready for paper."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bookcase.build.printing.groundless import groundless
from bookcase.cli.acts import held_work
from bookcase.cli.common import add_content, report_findings, tell
from bookcase.cli.printing import (
    ASSETS,
    add_day,
    add_host,
    add_place,
    day_of,
    host_of,
    need_publication,
    place_of,
    publication_of,
    put,
)
from bookcase.cli.wholeacts import act_order
from bookcase.content.loading import load
from bookcase.diagnostics import Diagnostic, Result, Span
from bookcase.errors import UsageError
from bookcase.history.rests import ends_of, rested, rests
from bookcase.leaflets.formats.acts import make_act
from bookcase.leaflets.formats.board import Board, make_board
from bookcase.leaflets.formats.kinds import (
    ARCHIVE,
    KEYS,
    UA,
    archived,
    format_of,
    grey,
    press,
    usual,
)
from bookcase.leaflets.formats.publications import Order, make
from bookcase.model.publication import PublicationKind
from bookcase.pages.catalog import catalog
from bookcase.pages.reading.outdated import sentence, warning

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from bookcase.leaflets.formats.kinds import Format
    from bookcase.leaflets.sheet import Place
    from bookcase.model.library import Library
    from bookcase.model.publication import Publication
    from bookcase.pages.catalog import Catalog

NAME = "print"
HELP = "in áp phích, sổ tay, chữ lớn, bản đen trắng, toàn văn, bảng tin ra PDF"

_FULL, _BOARD = "full", "board"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's own arguments."""
    add_content(parser)
    parser.add_argument(
        "id", nargs="*", metavar="MÃ", help="mã ấn phẩm, hoặc mã, số của văn bản"
    )
    parser.add_argument(
        "--format",
        choices=(*KEYS, _FULL, _BOARD),
        help="poster áp phích, handbook sổ tay A5, booklet sách gấp đôi, large chữ lớn,"
        " bw đen trắng (tờ gấp; ấn phẩm khác: chữ trên A4), press cho nhà in (tờ gấp;"
        " ấn phẩm khác: sổ tay), poster-press áp phích cho nhà in, full toàn văn,"
        " board bảng tin có mã QR",
    )
    parser.add_argument(
        "--articles", default="", metavar="ĐIỀU", help="chỉ in các điều này: d5,d7-d9"
    )
    parser.add_argument("--bw", action="store_true", help="một mực đen")
    parser.add_argument("--press", action="store_true", help="chừa xén 3 mm, dấu cắt")
    parser.add_argument("--pdfa", action="store_true", help="PDF/A thay cho PDF/UA")
    parser.add_argument(
        "--allow-stale", action="store_true", help="in dù căn cứ đã hết hiệu lực"
    )
    add_place(parser)
    add_host(parser)
    add_day(parser)


def run(args: argparse.Namespace) -> int:
    """Print one thing; nothing is written when there is an error."""
    read = load(args.content)
    library = read.value
    if args.format == _BOARD:
        made = _board(args, library)
    elif len(args.id) != 1:
        msg = "nêu một mã ấn phẩm hoặc văn bản; chỉ bảng tin (board) nhận nhiều mã"
        raise UsageError(msg)
    else:
        made = _one(args, read)
    if made.value:
        put(made.value, args.out)
        if args.out:
            tell(f"đã ghi {args.out}")
    return report_findings(made.diagnostics)


def _one(args: argparse.Namespace, read: Result[Library]) -> Result[bytes]:
    name, library = args.id[0], read.value
    work = held_work(library, name)
    if work is not None and publication_of(library, name) is None:
        if args.format not in {None, _FULL}:
            msg = f"văn bản chỉ in được toàn văn (--format {_FULL}), kể cả bản trích"
            raise UsageError(msg)
        wanted = act_order(work, args, library, day_of(args))
        if wanted.value is None:
            return Result(b"", wanted.diagnostics)
        made = make_act(wanted.value, args.content, ASSETS)
        return Result(made.value, (*wanted.diagnostics, *made.diagnostics))
    publication = need_publication(library, name, args.content)
    if args.format == _FULL or args.articles:
        msg = f"«{publication.id}» không phải văn bản; full và --articles in văn bản"
        raise UsageError(msg)
    return _publication(args, read, publication)


def _publication(
    args: argparse.Namespace, read: Result[Library], publication: Publication
) -> Result[bytes]:
    library = read.value
    day, alone = day_of(args), replace(library, publications=(publication,))
    seen = catalog(library, day, rests=rests(args.content, alone, day))
    wrong = (
        *_errors(read, publication.path),
        *(_refused(publication, seen) if not args.allow_stale else ()),
        *groundless(publication, seen, allow_stale=True),
    )
    if wrong:
        return Result(b"", wrong)
    order = Order(
        publication,
        _format(args, publication.kind),
        place_of(args, library),
        host_of(args),
        day,
        warning(publication, seen),
    )
    made = make(order, args.content, ASSETS)
    return Result(made.value, (*_nowhere(args, order.host), *made.diagnostics))


def _errors(read: Result[Library], path: str) -> Iterator[Diagnostic]:
    held = (one for one in read.diagnostics if one.span.path == path)
    return (one for one in held if one.level == "error")


def _nowhere(args: argparse.Namespace, host: str) -> Iterator[Diagnostic]:
    """Tell that there is no code to read with a telephone.

    Finds:
        PRINT009: nobody says where the site is served.
    """
    if not host:
        what = "chưa biết địa chỉ của trang nên bản in không có mã QR"
        hint = "ghi site_url trong cấu hình, hoặc thêm --host"
        yield Diagnostic(
            Span(args.config.as_posix()), "PRINT009", what, "warning", hint
        )


def _format(args: argparse.Namespace, kind: PublicationKind) -> Format:
    wanted = format_of(args.format, kind) if args.format else usual(kind)
    wanted = grey(wanted) if args.bw and not wanted.grey else wanted
    wanted = press(wanted) if args.press and not wanted.press else wanted
    if wanted.press and wanted.folded:
        msg = "sách gấp đôi là để tự in; bản cho nhà in là --format handbook --press"
        raise UsageError(msg)
    return archived(wanted) if args.pdfa else wanted


def _refused(publication: Publication, seen: Catalog) -> Iterator[Diagnostic]:
    """Refuse what rests on law that is no more.

    Finds:
        PRINT040: a provision that it rests on was repealed, or its act has ended.
    """
    for rest in ends_of(rested(publication, seen.rests)):
        said = sentence(rest, rest.verdict.standing, rest.verdict.since)
        what = f"«{publication.title}» không được in. {said}"
        hint = "sửa nội dung rồi ghim lại; vẫn in, có ghi chú: thêm --allow-stale"
        span = Span(publication.path, rest.basis.line)
        yield Diagnostic(span, "PRINT040", what, hint=hint)


def _board(args: argparse.Namespace, library: Library) -> Result[bytes]:
    place = place_of(args, library)
    if place is None:
        msg = "bảng tin cần --commune MÃ"
        raise UsageError(msg)
    chosen = [need_publication(library, one, args.content) for one in args.id]
    chosen = chosen or list(_of_commune(place, library))
    variant = ARCHIVE if args.pdfa else UA
    board = Board(place, tuple(chosen), host_of(args), args.bw, variant)
    return make_board(board, ASSETS)


def _of_commune(place: Place, library: Library) -> Iterator[Publication]:
    """Yield the leaflets that a commune has chosen; all where it says nothing."""
    told = place.locality
    for one in library.publications:
        if one.kind is PublicationKind.LEAFLET and (
            told is None or told.all_leaflets or one.id in told.leaflets
        ):
            yield one
