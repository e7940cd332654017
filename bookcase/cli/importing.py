"""``bookcase import``: real law into content-shaped folders, every guess reported."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from bookcase.cli.common import add_content, report_findings, say
from bookcase.imports.jsonl import import_file
from bookcase.metadata.lists import read_lists

if TYPE_CHECKING:
    import argparse

NAME = "import"
HELP = "đưa văn bản từ JSONL vào thư mục nội dung"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's own arguments."""
    add_content(parser)
    parser.add_argument("files", nargs="+", type=Path, metavar="TỆP")
    parser.add_argument("--into", type=Path, required=True, metavar="THƯ_MỤC")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)


def run(args: argparse.Namespace) -> int:
    """Import the files one after another; 1 when a record was refused."""
    lists = read_lists(args.content / "_data").value
    code = 0
    for file in args.files:
        report = import_file(file, args.into, jobs=args.jobs, lists=lists)
        say(report.summary())
        code = max(code, report_findings(report.found))
    return code
