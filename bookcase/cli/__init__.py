"""The command line: a subcommand parses, calls one function, prints, returns.

Data goes to standard output, findings to standard error. Exit codes: 0 done,
1 findings, 2 misuse or a machine that does not do what was asked.
"""

from __future__ import annotations

import argparse
import sys
from importlib import import_module
from typing import TYPE_CHECKING

from bookcase.errors import BookcaseError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

DONE, FINDINGS, MISUSE = 0, 1, 2

COMMANDS = {
    "new": "new",
    "check": "check",
    "build": "build",
    "serve": "serve",
    "search": "search",
    "consolidate": "consolidate",
    "diff": "diff",
    "effects": "effects",
    "import": "importing",
    "cite": "cite",
    "pin": "pin",
    "leaflets": "leaflets",
    "print": "prints",
    "speak": "speak",
    "sms": "sms",
    "stats": "stats",
    "reference": "reference",
}
"""Each command and its module below this package; only the one asked for is loaded."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command and return its exit code."""
    words = sys.argv[1:] if argv is None else argv
    asked = words[:1] if words and words[0] in COMMANDS else COMMANDS
    args = _parser(asked)[0].parse_args(words)
    try:
        return int(args.run(args))
    except BookcaseError as error:
        print(f"bookcase: {error}", file=sys.stderr)
        return MISUSE
    except BrokenPipeError:
        return DONE


def commands() -> tuple[argparse.ArgumentParser, ...]:
    """Return the parser of each command, for the page that describes them."""
    return _parser(COMMANDS)[1]


def _parser(
    names: Iterable[str],
) -> tuple[argparse.ArgumentParser, tuple[argparse.ArgumentParser, ...]]:
    parser = argparse.ArgumentParser(
        prog="bookcase",
        description="Tủ sách pháp luật điện tử: soạn, kiểm tra, dựng và tìm.",
    )
    below = parser.add_subparsers(dest="command", required=True, metavar="LỆNH")
    made = []
    for name in names:
        command = import_module(f"{__name__}.{COMMANDS[name]}")
        words = command.HELP
        own = below.add_parser(
            command.NAME, help=words, description=words[0].upper() + words[1:]
        )
        command.add_arguments(own)
        own.set_defaults(run=command.run)
        made.append(own)
    return parser, tuple(made)
