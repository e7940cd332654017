"""``bookcase import``: real law into content-shaped folders, every guess reported."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from bookcase.cli.common import add_content, report_findings, say
from bookcase.files import write_atomic
from bookcase.imports.jsonl import import_file
from bookcase.metadata.lists import read_lists, read_topics

if TYPE_CHECKING:
    import argparse

NAME = "import"
HELP = "đưa văn bản từ JSONL vào thư mục nội dung"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's own arguments."""
    add_content(parser)
    parser.add_argument(
        "files",
        nargs="+",
        type=Path,
        metavar="TỆP",
        help="tệp .jsonl, .jsonl.xz hoặc .txt",
    )
    parser.add_argument(
        "--into",
        type=Path,
        required=True,
        metavar="THƯ_MỤC",
        help="thư mục nội dung nhận văn bản",
    )
    parser.add_argument(
        "--report",
        type=Path,
        metavar="TỆP",
        help="ghi từng lần bỏ, sửa, đoán của mỗi văn bản, mỗi văn bản một dòng JSON",
    )
    parser.add_argument(
        "--jobs", type=int, default=os.cpu_count() or 1, help="số tiến trình cùng làm"
    )


def run(args: argparse.Namespace) -> int:
    """Import the files one after another; 1 when a record was refused."""
    data = args.content / "_data"
    lists, topics = read_lists(data), read_topics(data)
    told = (*lists.diagnostics, *topics.diagnostics)
    code = report_findings(
        (one for one in told if one.level != "info"), base=str(args.content)
    )
    for file in args.files:
        report = import_file(
            file, args.into, jobs=args.jobs, lists=lists.value, topics=topics.value
        )
        say(report.summary())
        if args.report:
            lines = "".join(f"{line}\n" for line in report.json_lines())
            write_atomic(args.report, lines.encode())
        code = max(code, report_findings(report.diagnostics, base=str(args.into)))
    return code
