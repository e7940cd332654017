"""``bookcase serve``: the site on this machine, made anew at each save."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse

NAME = "serve"
HELP = "xem trang trên máy này, tự dựng lại khi lưu"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's own arguments."""
    parser.add_argument(
        "--address", default="127.0.0.1:8000", metavar="MÁY:CỔNG", help="nơi xem trang"
    )


def run(args: argparse.Namespace) -> int:
    """Let MkDocs serve, in a process of its own."""
    command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", args.address]
    return subprocess.call(command)  # noqa: S603 - our own words
