"""``bookcase build``: content to site, through whichever engine is installed."""

from __future__ import annotations

import gc
import json
import os
from collections import Counter
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from bookcase.build.engine import BuildRequest, find_engine
from bookcase.cli.common import SELDOM, add_content, add_site, say, tell

if TYPE_CHECKING:
    import argparse

    from bookcase.build.site import BuildReport
    from bookcase.search.writing import Written

NAME = "build"
HELP = "dựng trang từ nội dung"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's own arguments."""
    add_content(parser)
    add_site(parser)
    parser.add_argument(
        "--config",
        type=Path,
        default=Path("mkdocs.yml"),
        metavar="TỆP",
        help="cấu hình trang (mặc định: mkdocs.yml)",
    )
    parser.add_argument(
        "--jobs", type=int, default=os.cpu_count() or 1, help="số tiến trình cùng làm"
    )
    parser.add_argument("--as-of", metavar="NGÀY", help="tính tình trạng đến ngày này")
    parser.add_argument(
        "--keep-going", action="store_true", help="dựng phần còn lại dù có lỗi"
    )
    parser.add_argument("--no-leaflets", action="store_true", help="không in tờ gấp")
    parser.add_argument(
        "--allow-stale",
        action="store_true",
        help="vẫn in tờ gấp dựa trên quy định đã hết hiệu lực, có ghi chú trên tờ gấp",
    )
    parser.add_argument(
        "--since",
        type=Path,
        metavar="THƯ_MỤC",
        help="trang phát hành lần trước: chỉ mục tìm kiếm giữ các tệp không đổi của nó,"
        " để bản cập nhật nhỏ",
    )
    parser.add_argument("--json", action="store_true", help="in báo cáo dạng JSON")
    parser.add_argument("--quiet", action="store_true", help="chỉ nêu lỗi")


def run(args: argparse.Namespace) -> int:
    """Build and say what was made and how to open it."""
    gc.set_threshold(SELDOM)
    request = BuildRequest(
        config=args.config,
        content=args.content,
        site=args.site,
        jobs=args.jobs,
        as_of=args.as_of or "",
        keep_going=args.keep_going,
        leaflets=not args.no_leaflets,
        allow_stale=args.allow_stale,
        quiet=args.quiet,
        since=args.since,
    )
    report = find_engine()(request)
    if report is None:
        return 1
    if args.json:
        say(json.dumps(_figures(report), ensure_ascii=False))
    elif not args.quiet:
        tell(summary(report, args.site))
        if args.since:
            tell(carried(report.index, args.since))
    return 1 if any(one.level == "error" for one in report.found) else 0


def summary(report: BuildReport, site: Path) -> str:
    """Say what was made and how to open it."""
    home = (site / "index.html").resolve()
    codes = Counter(one.code for one in report.found)
    mended, merged, dropped = (codes[f"META40{digit}"] for digit in (1, 2, 3))
    return (
        f"✓ Đã dựng {report.pages} trang: {report.works} văn bản, {report.register} văn"
        f" bản chỉ có thông tin, {report.publications} bài, {report.communes} xã,"
        f" phường, đặc khu, {report.leaflets} tờ gấp.\n"
        f"  Sổ văn bản chỉ có thông tin: sửa {mended} dòng, gộp {merged}, bỏ {dropped}"
        " (từng dòng: bookcase check _data).\n"
        f"  Mở trang bằng trình duyệt (nhấp đúp cũng được): {home}"
    )


def carried(index: Written, since: Path) -> str:
    """Say what of the search index is as it was published."""
    if index.kept:
        return f"  Chỉ mục tìm kiếm giữ nguyên {index.kept} phần của {since}."
    anew = "  Chỉ mục tìm kiếm được ghi mới toàn bộ: "
    if index.before:
        return f"{anew}phần lớn nội dung đã đổi."
    return f"{anew}{since} không có chỉ mục lành lặn của phiên bản chương trình này."


def _figures(report: BuildReport) -> dict[str, object]:
    figures = asdict(report)
    figures["found"] = len(report.found)
    figures["shell_bytes"] = figures.pop("shell")
    return figures
