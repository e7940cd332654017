"""``bookcase cite``: the citations in a text, and what they lead to."""

from __future__ import annotations

import json
import sys
import unicodedata
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from bookcase.citations.resolve import Context, Found, acts_of, resolve
from bookcase.citations.scan import find
from bookcase.cli.acts import held_act
from bookcase.cli.common import add_content, say
from bookcase.content import load
from bookcase.history.status import version_on
from bookcase.legal.address import places

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from bookcase.citations.resolve import Resolved
    from bookcase.citations.scan import Citation
    from bookcase.model.library import Library

NAME = "cite"
_LONGEST_PATH = 1000
HELP = "tìm dẫn chiếu trong một đoạn văn, và nơi chúng dẫn tới"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's own arguments."""
    add_content(parser)
    parser.add_argument(
        "text", nargs="+", metavar="LỜI_VĂN", help="lời văn, một tệp, hoặc - "
    )
    parser.add_argument("--work", default="", help="mã văn bản chứa lời văn này")
    parser.add_argument("--unit", default="", help="điều, khoản chứa lời văn này")
    parser.add_argument(
        "--day", type=date.fromisoformat, help="ngày mà lời văn nói đến (YYYY-MM-DD)"
    )
    parser.add_argument(
        "--format", choices=("text", "json"), default="text", help="cách in"
    )


def run(args: argparse.Namespace) -> int:
    """Find and print; 1 when a citation leads nowhere."""
    text = unicodedata.normalize("NFC", _text(args.text))
    library = load(args.content).value
    day = args.day or date.today()  # noqa: DTZ011 a day, not a moment
    context = Context(args.work, args.unit, day)
    found = [*_resolved(text, context, library, args.content)]
    if args.format == "json":
        rows = [as_row(text, one, day, library) for _, one in found]
        say(json.dumps(rows, ensure_ascii=False, indent=1))
    else:
        for _, one in found:
            say(_line(text, one))
    return 1 if any(one.status is Found.UNKNOWN for _, one in found) else 0


def _text(words: list[str]) -> str:
    said = " ".join(words)
    if said == "-":
        return sys.stdin.read()
    path = Path(said)
    may_be_file = len(said) < _LONGEST_PATH and "\n" not in said
    return path.read_text("utf-8") if may_be_file and path.is_file() else said


def _resolved(
    text: str, context: Context, library: Library, content: Path
) -> Iterator[tuple[Citation, Resolved]]:
    acts = acts_of(library)
    units = _Units(library, content, context.day)
    start = 0
    for line in text.splitlines(keepends=True):
        for citation in find(line, acts.names):
            moved = _moved(citation, start)
            yield moved, resolve(moved, context, acts, units.has)
        start += len(line)


def _moved(citation: Citation, by: int) -> Citation:
    return replace(citation, start=citation.start + by, end=citation.end + by)


class _Units:
    """The addresses of held acts, read when they are asked for."""

    def __init__(self, library: Library, content: Path, day: date | None) -> None:
        self._library = library
        self._content = content
        self._day = day
        self._known: dict[str, frozenset[str]] = {}

    def has(self, work: str, unit: str) -> bool:
        """Tell whether an act's text of the day has a provision."""
        if work not in self._known:
            held = self._library.work(work)
            act = held_act(self._content, held, self._day).value if held else None
            self._known[work] = frozenset(places(act.text)) if act else frozenset()
        known = self._known[work]
        return unit in known or unit.replace("._.", ".") in known


def as_row(text: str, one: Resolved, day: date, library: Library) -> dict[str, object]:
    """Return a citation in the shape that other programs rely on."""
    work = library.work(one.work)
    version = version_on(work, day) if work else None
    row: dict[str, object] = {
        "start": one.start,
        "end": one.end,
        "text": text[one.start : one.end],
        "work": one.work or None,
        "unit": one.unit,
        "version": version.stem if version else None,
        "status": one.status.value,
    }
    if one.candidates:
        row["candidates"] = [*one.candidates]
    if one.reason:
        row["reason"] = one.reason
    return row


def _line(text: str, one: Resolved) -> str:
    leads = f"{one.work}#{one.unit}" if one.unit else one.work
    why = f" ({one.reason})" if one.reason else ""
    also = f" [{', '.join(one.candidates)}]" if one.candidates else ""
    return (
        f"{text[one.start : one.end]}  →  {leads or '—'} {one.status.value}{also}{why}"
    )
