"""``bookcase check``: every finding, all at once, and nothing is written."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from bookcase.cli.common import a_day, add_content, report_findings, tell
from bookcase.errors import UsageError
from bookcase.files import inside, read_text, write_atomic
from bookcase.rules import letters
from bookcase.rules.run import check_content

if TYPE_CHECKING:
    import argparse

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
        type=a_day,
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


def _below(content: Path, words: str) -> str:
    """Return a path of the command line as findings have it.

    Raises:
        UsageError: Nothing is there: a slip of the pen must not pass for a clean file.
    """
    for path in (Path(words).absolute(), (content / words).absolute()):
        if path.exists() and inside(content, path):
            below = path.relative_to(content.absolute()).as_posix()
            return "" if below == "." else below
    msg = f"không có tệp hay thư mục «{words}» trong {content}"
    raise UsageError(msg)


def _is_in(path: str, wanted: tuple[str, ...]) -> bool:
    return any(f"{path}/".startswith(f"{one}/" if one else "") for one in wanted)


def run(args: argparse.Namespace) -> int:
    """Check and print; 0 when there is no error."""
    wanted = tuple(_below(args.content, path) for path in args.paths)
    today = args.as_of or date.today()  # noqa: DTZ011 a day, not a moment
    found = check_content(args.content, today)
    if args.fix and (mended := _fix(args.content, found)):
        tell("Đã sửa: " + ", ".join(mended))
        found = check_content(args.content, today)
    if wanted:
        found = tuple(one for one in found if _is_in(one.span.path, wanted))
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
