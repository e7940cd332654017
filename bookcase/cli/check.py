"""``bookcase check``: every finding, all at once, and nothing is written."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import TYPE_CHECKING

from bookcase.cli.common import add_content, report_findings, tell
from bookcase.files import read_text, write_atomic
from bookcase.rules import letters
from bookcase.rules.run import check_content

if TYPE_CHECKING:
    import argparse
    from pathlib import Path

    from bookcase.diagnostics import Diagnostic

NAME = "check"
HELP = "kiểm tra nội dung, nêu mọi lỗi cùng lúc"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's own arguments."""
    add_content(parser)
    parser.add_argument(
        "paths", nargs="*", metavar="ĐƯỜNG_DẪN", help="chỉ nêu lỗi của các tệp này"
    )
    parser.add_argument(
        "--as-of",
        type=date.fromisoformat,
        metavar="NGÀY",
        help="tìm bài đã cũ tính đến ngày này (YYYY-MM-DD; mặc định: hôm nay)",
    )
    parser.add_argument(
        "--fix",
        action="store_true",
        help="sửa những gì máy sửa được: chữ NFC, Eth thay Đ, ký tự không nhìn thấy",
    )
    parser.add_argument(
        "--format",
        choices=("text", "json", "github"),
        default="text",
        help="cách in kết quả",
    )


def _fix(content: Path, found: tuple[Diagnostic, ...]) -> tuple[str, ...]:
    """Mend the letters of the files that need it; return their paths."""
    done = []
    for path in sorted({one.span.path for one in found if one.code == letters.CODE}):
        source = read_text(content / path).value
        fresh = letters.mended(source)
        if fresh != source:
            write_atomic(content / path, fresh.encode())
            done.append(path)
    return tuple(done)


def run(args: argparse.Namespace) -> int:
    """Check and print; 0 when there is no error."""
    day = args.as_of or date.today()  # noqa: DTZ011 a day, not a moment
    found = check_content(args.content, day)
    if args.fix and (mended := _fix(args.content, found)):
        tell("Đã sửa: " + ", ".join(mended))
        found = check_content(args.content, day)
    wanted = tuple(path.removeprefix(f"{args.content}/") for path in args.paths)
    if wanted:
        found = tuple(one for one in found if one.span.path.startswith(wanted))
    # What is merely told would bury what must be mended: only when asked for a path.
    brief = args.format == "text" and not wanted
    shown = tuple(one for one in found if not (brief and one.level == "info"))
    code = report_findings(shown, args.format, str(args.content))
    if args.format == "text":
        counts = Counter(one.level for one in found)
        tell(
            f"{counts['error']} lỗi, {counts['warning']} cảnh báo,"
            f" {counts['info']} điều cho biết"
            f"{' (xem: bookcase check _data).' if brief and counts['info'] else '.'}"
        )
    return code
