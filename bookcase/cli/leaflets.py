"""``bookcase leaflets``: every leaflet for every commune, as files for printing."""

from __future__ import annotations

import gc
import os
from pathlib import Path
from typing import TYPE_CHECKING

from bookcase.build.printing.leafletformats import print_formats
from bookcase.build.printing.leaflets import forget_others, print_sheets
from bookcase.build.printing.sheetparts import shop
from bookcase.build.work.execute import workers
from bookcase.cli.common import SELDOM, add_content, report_findings, tell
from bookcase.cli.counting import Counting
from bookcase.cli.printing import ASSETS, add_day, add_host, day_of
from bookcase.cli.sheetorder import sheet_order
from bookcase.content.loading import load
from bookcase.leaflets.formats.kinds import KEYS, archived, format_of
from bookcase.model.publication import PublicationKind

if TYPE_CHECKING:
    import argparse

    from bookcase.build.printing.sheetparts import Shop
    from bookcase.build.printing.sheetruns import Printed, SheetOrder

_SHEET = "sheet"
NAME = "leaflets"
HELP = "in tờ gấp của mọi tên cho mọi xã, phường, đặc khu ra PDF"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's own arguments."""
    add_content(parser)
    for name, what in (
        ("--province", "chỉ in cho các tỉnh, thành phố mang mã này"),
        ("--commune", "chỉ in cho các xã, phường, đặc khu mang mã này"),
    ):
        parser.add_argument(
            name, nargs="+", action="extend", default=[], metavar="MÃ", help=what
        )
    parser.add_argument(
        "--title",
        nargs="+",
        action="extend",
        default=[],
        metavar="MÃ",
        help="chỉ in các tờ gấp mang mã này, kể cả khi xã không chọn",
    )
    parser.add_argument(
        "--out", type=Path, required=True, metavar="THƯ_MỤC", help="thư mục ghi ra"
    )
    parser.add_argument(
        "--jobs", type=int, default=os.cpu_count() or 1, help="số tiến trình cùng làm"
    )
    parser.add_argument(
        "--allow-stale",
        action="store_true",
        help="in dù quy định được dẫn đã hết hiệu lực, có ghi chú trên tờ gấp",
    )
    parser.add_argument(
        "--format",
        choices=(_SHEET, *KEYS),
        default=_SHEET,
        help="sheet tờ gấp (mặc định), poster áp phích, handbook sổ tay A5, booklet"
        " sách gấp đôi, large chữ lớn, bw tờ gấp đen trắng, press tờ gấp cho nhà in"
        " (chừa xén 3 mm, dấu cắt), poster-press áp phích cho nhà in",
    )
    parser.add_argument(
        "--pdfa", action="store_true", help="PDF/A-2a để lưu trữ, thay cho PDF/UA"
    )
    parser.add_argument(
        "--cache",
        type=Path,
        default=Path(".cache/to-gap"),
        metavar="THƯ_MỤC",
        help="nơi giữ phần đã dàn trang để lần sau không làm lại"
        " (mặc định: .cache/to-gap)",
    )
    add_host(parser)
    add_day(parser)


def run(args: argparse.Namespace) -> int:
    """Print; what has an error is told and left out, the rest is printed."""
    gc.set_threshold(SELDOM)
    ordered = sheet_order(args, load(args.content), day_of(args))
    jobs = max(1, args.jobs)
    with workers(jobs) as pool, Counting() as counting:
        place = shop(ASSETS, pool, jobs, args.cache, counting.told)
        printed = _printed(ordered.value, place, args)
    tell(summary(printed, args.out))
    code = report_findings((*ordered.diagnostics, *printed.found))
    return 1 if printed.failed else code


def _printed(order: SheetOrder, place: Shop, args: argparse.Namespace) -> Printed:
    if args.format == _SHEET:
        if not (args.title or args.commune or args.province):
            forget_others(order, place)
        return print_sheets(order, place, args.out)
    wanted = format_of(args.format, PublicationKind.LEAFLET)
    wanted = archived(wanted) if args.pdfa else wanted
    return print_formats(order, wanted, place, args.content, args.out)


def summary(printed: Printed, out: Path) -> str:
    """Say how many files there are, and how many there are not."""
    mark = "✗" if printed.failed or not printed.asked else "✓"
    failed = f", không in được {printed.failed}" if printed.failed else ""
    size = f"{printed.size / 1e6:.1f}".replace(".", ",")
    return (
        f"{mark} {printed.asked} tờ gấp: in {printed.written} ({size} MB), giữ nguyên"
        f" {printed.kept}{failed}.\n  Thư mục: {out}"
    )
