"""``bookcase cite``: the citations in a text, and what they lead to."""

from __future__ import annotations

import json
import sys
import unicodedata
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from bookcase.citations.context import Context
from bookcase.citations.defined import names_of
from bookcase.citations.known import acts_of
from bookcase.citations.misses import misses
from bookcase.citations.reading import citations, cited
from bookcase.citations.resolve import Found
from bookcase.cli.common import a_day, add_content, say
from bookcase.cli.heldtexts import HeldTexts
from bookcase.content.loading import load

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from bookcase.citations.known import Acts
    from bookcase.citations.misses import Miss
    from bookcase.citations.resolve import Resolved

NAME = "cite"
_LONGEST_PATH = 1000
HELP = "tìm dẫn chiếu trong một đoạn văn, và nơi chúng dẫn tới"
OFFICIAL = "https://vbpl.vn/van-ban/chi-tiet/{id}--{item_id}"
"""Where the national database shows an act."""


_SAID = {
    Found.RESOLVED: "có trong tủ sách",
    Found.NOT_HELD: "chỉ có thông tin, chưa có toàn văn",
    Found.UNKNOWN: "không rõ văn bản nào",
    Found.AMBIGUOUS: "có thể là nhiều văn bản",
    Found.NO_SUCH_UNIT: "không có chỗ này",
}
_NOWHERE = frozenset({Found.UNKNOWN, Found.NO_SUCH_UNIT})


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's own arguments."""
    add_content(parser)
    add = parser.add_argument
    add("text", nargs="+", metavar="LỜI_VĂN", help="lời văn, một tệp, hoặc - ")
    add("--work", default="", help="mã văn bản chứa lời văn này")
    add("--unit", default="", help="điều, khoản chứa lời văn này")
    day = "ngày mà lời văn nói đến (YYYY-MM-DD)"
    add("--day", type=a_day, help=day)
    quoted = "mã văn bản được sửa, nếu lời văn nằm trong phần trích sửa đổi văn bản ấy"
    add("--quoted-on", default="", help=quoted)
    missed = "in cả những số điều, khoản, số hiệu không thành dẫn chiếu, và lý do"
    add("--misses", action="store_true", help=missed)
    add("--format", choices=("text", "json"), default="text", help="cách in")


def run(args: argparse.Namespace) -> int:
    """Find and print; 1 when a citation leads nowhere."""
    text = unicodedata.normalize("NFC", _text(args.text))
    library = load(args.content).value
    acts = acts_of(library)
    day = args.day or date.today()  # noqa: DTZ011 a day, not a moment
    names = names_of(text.splitlines(), acts, day, args.work)
    texts = HeldTexts(library, args.content)
    around = texts.around(args.work, day, args.unit)
    context = Context(
        args.work, args.unit, day, args.quoted_on, around=around, names=names
    )
    found = [*_resolved(text, context, acts, texts)]
    missed = [*_missed(text, acts, context)] if args.misses else []
    if args.format == "json":
        rows = [as_row(text, one, acts) for one in found]
        rows += [_miss_row(text, one) for one in missed]
        say(json.dumps(rows, ensure_ascii=False, indent=1))
    else:
        for one in found:
            say(_line(text, one, acts))
        for miss in missed:
            say(f"{text[miss.start : miss.end]}  ✗ {miss.code}: {miss.reason}")
    return 1 if any(one.status in _NOWHERE for one in found) else 0


def _text(words: list[str]) -> str:
    said = " ".join(words)
    if said == "-":
        return sys.stdin.read()
    path = Path(said)
    may_be_file = len(said) < _LONGEST_PATH and "\n" not in said
    return path.read_text("utf-8") if may_be_file and path.is_file() else said


def _resolved(
    text: str, context: Context, acts: Acts, texts: HeldTexts
) -> Iterator[Resolved]:
    start = 0
    for line in text.splitlines(keepends=True):
        for one in cited(line, context, acts, texts):
            yield one._replace(start=one.start + start, end=one.end + start)
        start += len(line)


def _missed(text: str, acts: Acts, context: Context) -> Iterator[Miss]:
    start = 0
    for line in text.splitlines(keepends=True):
        found = citations(line, context, acts)
        for one in misses(line, found):
            yield replace(one, start=one.start + start, end=one.end + start)
        start += len(line)


def as_row(text: str, one: Resolved, acts: Acts) -> dict[str, object]:
    """Return a citation in the shape that other programs rely on."""
    row: dict[str, object] = {
        "start": one.start,
        "end": one.end,
        "text": text[one.start : one.end],
        "work": one.work or None,
        "unit": one.unit,
        "version": one.version or None,
        "status": one.status.value,
    }
    if one.candidates:
        row["candidates"] = [*one.candidates]
    if one.reason:
        row["reason"] = one.reason
    known = acts.by_id.get(one.work)
    if known and one.status is Found.NOT_HELD:
        row["title"] = known.title
        row["issued"] = known.issued.isoformat() if known.issued else None
        row["effective"] = known.effective.isoformat() if known.effective else None
        row["official"] = _official(known.id, known.item_id)
    return row


def _official(id_: str, item_id: str) -> str | None:
    return OFFICIAL.format(id=id_, item_id=item_id) if item_id else None


def _miss_row(text: str, miss: Miss) -> dict[str, object]:
    return {
        "start": miss.start,
        "end": miss.end,
        "text": text[miss.start : miss.end],
        "status": "miss",
        "code": miss.code,
        "reason": miss.reason,
    }


def _line(text: str, one: Resolved, acts: Acts) -> str:
    leads = f"{one.work}#{one.unit}" if one.unit else one.work
    known = acts.by_id.get(one.work)
    title = f" «{known.title}»" if known and known.title else ""
    why = f" ({one.reason})" if one.reason else ""
    also = f" [{', '.join(one.candidates)}]" if one.candidates else ""
    said = text[one.start : one.end]
    return f"{said}  →  {leads or '—'} · {_SAID[one.status]}{title}{also}{why}"
