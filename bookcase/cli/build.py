"""``bookcase build``: content to site, through whichever engine is installed."""

from __future__ import annotations

import gc
import json
import os
import time
from collections import Counter
from dataclasses import asdict, replace
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from bookcase.build.part.chosen import Part
from bookcase.build.request import BuildRequest, nothing
from bookcase.build.run import build
from bookcase.cli.common import SELDOM, a_day, add_content, add_site, say, tell
from bookcase.cli.progress import Progress
from bookcase.diagnostics import has_errors
from bookcase.errors import UsageError
from bookcase.report import text

if TYPE_CHECKING:
    import argparse

    from bookcase.build.outcome import BuildReport
    from bookcase.search.writing import Written

REFUSED = (
    "Nội dung có lỗi nêu trên; trang cũ được giữ nguyên."
    " Sửa lỗi rồi dựng lại, hoặc thêm --keep-going để dựng phần còn lại."
)
WAITS = "Đang chờ một lần dựng khác của cùng trang này …"

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
    parser.add_argument(
        "--scheduler",
        default="",
        metavar="ĐỊA_CHỈ",
        help="dựng trên nhiều máy: địa chỉ bộ điều phối Dask, như tcp://may:8786;"
        " các máy thấy cùng các thư mục",
    )
    parser.add_argument(
        "--province",
        default="",
        metavar="MÃ",
        help="chỉ dựng văn bản, bài dùng chung cả nước và của tỉnh, thành phố này",
    )
    parser.add_argument(
        "--subject", default="", metavar="MÃ", help="chỉ dựng một lĩnh vực"
    )
    parser.add_argument(
        "--since",
        type=a_day,
        metavar="NGÀY",
        help="chỉ dựng văn bản ban hành, bài đăng từ ngày này",
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
        "--clean",
        action="store_true",
        help="dựng lại tất cả, không dựa vào lần dựng trước",
    )
    parser.add_argument(
        "--explain", action="store_true", help="nói vì sao dựng lại từng trang"
    )
    parser.add_argument(
        "--engine",
        default="mkdocs",
        metavar="TÊN",
        help="bộ dựng các trang chung (mặc định: mkdocs); none dùng khung trang đã giữ",
    )
    parser.add_argument(
        "--previous",
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
    progress = Progress()
    try:
        report = build(_request(args, progress))
    finally:
        progress.end()
    _report_findings(report, args)
    if report.refused:
        tell(REFUSED)
        return 1
    if args.explain:
        for url, why in sorted(report.why.items()):
            tell(f"{url}: {why}")
    if args.json:
        say(json.dumps(_figures(report), ensure_ascii=False))
    elif not args.quiet:
        tell(summary(report, args.site))
        if args.previous and report.index:
            tell(carried(report.index, args.previous))
    return 1 if has_errors(report.found) else 0


def _request(args: argparse.Namespace, progress: Progress) -> BuildRequest:
    silent = args.quiet or args.json
    return BuildRequest(
        config=args.config,
        content=args.content,
        site=args.site,
        as_of=today(args.as_of),
        now=time.time_ns(),
        engine=args.engine,
        jobs=max(args.jobs, 1),
        keep_going=args.keep_going,
        leaflets=not args.no_leaflets,
        allow_stale=args.allow_stale,
        previous=args.previous,
        clean=args.clean,
        scheduler=args.scheduler,
        part=Part(args.province, args.subject, args.since),
        waits=partial(tell, WAITS),
        progress=nothing if silent else progress,
    )


def today(given: str | None) -> date:
    """Return the day that a build speaks of.

    It is the one given, else that of ``SOURCE_DATE_EPOCH``, else today's in UTC.

    Raises:
        UsageError: what is given is no date.
    """
    if given:
        try:
            return date.fromisoformat(given)
        except ValueError as error:
            msg = f"«{given}» không phải ngày; viết như 2026-07-01"
            raise UsageError(msg) from error
    if epoch := os.environ.get("SOURCE_DATE_EPOCH"):
        return datetime.fromtimestamp(int(epoch), UTC).date()
    return datetime.now(UTC).date()


def _report_findings(report: BuildReport, args: argparse.Namespace) -> None:
    """Tell what is wrong; what is only worth knowing is for ``bookcase check``."""
    levels = {"error"} if args.quiet else {"error", "warning"}
    base = os.path.relpath(args.content)
    for one in sorted(one for one in report.found if one.level in levels):
        tell(text(one, base))


def summary(report: BuildReport, site: Path) -> str:
    """Say what was made and how to open it."""
    home = (site / "index.html").resolve()
    codes = Counter(one.code for one in report.found)
    mended, merged, dropped = (codes[f"META40{digit}"] for digit in (1, 2, 3))
    return (
        f"✓ Tủ sách có {report.pages} trang: {report.works} văn bản, {report.register}"
        f" văn bản chỉ có thông tin, {report.publications} bài, {report.communes} xã,"
        f" phường, đặc khu, {report.leaflets} tệp để in. Lần này dựng {report.made}"
        " trang.\n"
        f"  Sổ văn bản chỉ có thông tin: sửa {mended} dòng, gộp {merged}, bỏ {dropped}"
        " (từng dòng: bookcase check _data).\n"
        f"  Mở trang bằng trình duyệt (nhấp đúp cũng được): {home}"
    )


def carried(index: Written, previous: Path) -> str:
    """Say what of the search index is as it was published."""
    if index.kept:
        return f"  Chỉ mục tìm kiếm giữ nguyên {index.kept} phần của {previous}."
    anew = "  Chỉ mục tìm kiếm được ghi mới toàn bộ: "
    if index.before:
        return f"{anew}phần lớn nội dung đã đổi."
    return f"{anew}{previous} không có chỉ mục lành lặn của phiên bản chương trình này."


def _figures(report: BuildReport) -> dict[str, object]:
    figures = asdict(replace(report, found=(), why={}))
    figures["found"] = len(report.found) + figures.pop("quiet")
    figures["shell_bytes"] = figures.pop("shell")
    del figures["why"], figures["refused"], figures["anew"]
    return figures
