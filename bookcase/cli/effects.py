"""``bookcase effects``: what an act does to others, read from its own words."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from bookcase.citations.names import names
from bookcase.cli.acts import Act, file_act, held_act, held_work
from bookcase.cli.common import add_content, report_findings, say, tell
from bookcase.content.loading import load
from bookcase.diagnostics import Diagnostic, Result, Span, has_errors
from bookcase.files import read_text, write_atomic
from bookcase.history.amend import Facts, read
from bookcase.history.amend.kept import merged
from bookcase.metadata.effectrows import HEAD, rows
from bookcase.metadata.effects import read_effects

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from bookcase.model.effects import Effect
    from bookcase.model.library import Library

NAME = "effects"
HELP = "đọc từ lời văn: một văn bản sửa đổi, bãi bỏ những gì"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's own arguments."""
    add_content(parser)
    parser.add_argument(
        "act", metavar="VĂN_BẢN", help="mã, số, thư mục trong tủ sách, hoặc một tệp"
    )
    parser.add_argument(
        "--format", choices=("yaml", "json"), default="yaml", help="cách in"
    )
    parser.add_argument(
        "--write",
        action="store_true",
        help="ghi vào effects.yml; giữ nguyên các dòng có by_hand: true",
    )


def run(args: argparse.Namespace) -> int:
    """Read the act and print its effects; 1 when something was not understood."""
    library = load(args.content).value
    opened = open_act(args.act, args.content, library)
    if opened.value is None:
        return report_findings(opened.diagnostics) or 1
    found = list(opened.diagnostics)
    read_ = effects_of(opened.value, library)
    found += read_.diagnostics
    if args.write:
        found += _write(args.content, opened.value, read_.value, library)
    elif args.format == "json":
        say(json.dumps([*map(as_row, read_.value)], ensure_ascii=False, indent=1))
    else:
        say(rows(read_.value).rstrip())
    report_findings(found)
    return 1 if any(one.level != "info" for one in found) else 0


def open_act(name: str, content: Path, library: Library) -> Result[Act | None]:
    """Open an act of the bookcase, else a file of that name."""
    work = held_work(library, name)
    if work:
        return held_act(content, work)
    return file_act(Path(name), library.lists)


def effects_of(act: Act, library: Library) -> Result[tuple[Effect, ...]]:
    """Read the effects of an act, with the names of all that the library knows."""
    work = act.work
    if work.type == "van-ban-hop-nhat":  # it tells what others did
        return Result(())
    first = min((one.start for one in work.versions if one.start), default=None)
    facts = Facts(work.id, work.title, work.issued, first, act.path)
    return read(act.text, facts, names(library, work.issued))


def as_row(effect: Effect) -> dict[str, object]:
    """Return an effect as other programs rely on: fields of ``effects.yml``.

    ``confidence`` and ``words`` tell how sure the reading is, and of what.
    """
    row: dict[str, object] = {"by": effect.by, "on": effect.on, "op": effect.op.value}
    row["at"] = [*effect.at]
    told = {
        "to" if effect.op == "renumber" else "new": effect.new,
        "position": effect.position,
        "anchor": effect.anchor,
        "in": effect.inside,
        "text": effect.text,
        "find": effect.find,
        "with": effect.with_,
        "count": effect.count,
    }
    row |= {name: value for name, value in told.items() if value}
    row["effective"] = [
        {
            "from": str(one.start),
            **({"until": str(one.until)} if one.until else {}),
            **({"where": [*one.where]} if one.where else {}),
        }
        for one in effect.effective
    ]
    row["confidence"] = effect.read.confidence if effect.read else 1.0
    row["words"] = effect.read.words if effect.read else ""
    return row


def _write(
    content: Path, act: Act, fresh: tuple[Effect, ...], library: Library
) -> list[Diagnostic]:
    """Store the rows; return what differs from rows written by hand."""
    if library.work(act.work.id) is None:
        what = "chỉ ghi được effects.yml của văn bản trong tủ sách"
        return [Diagnostic(Span(act.path), "ACT003", what)]
    path = content / act.work.folder / "effects.yml"
    name = f"{act.work.folder}/effects.yml"
    stored = read_text(path) if path.exists() else Result("")
    old = read_effects(stored.value, name) if stored.value else Result(())
    if has_errors(faults := stored.diagnostics + old.diagnostics):
        tell("không ghi: sửa lỗi trong effects.yml trước, để không mất dòng nào.")
        return [*faults]
    kept = old.value
    both = merged(kept, fresh, name)
    if both.value != kept:
        up = "/".join([".."] * (act.work.folder.count("/") + 1))
        write_atomic(path, (HEAD.format(up=up) + rows(both.value)).encode())
        tell(f"đã ghi {len(both.value)} dòng vào {name}")
    return [*both.diagnostics, *_gone(kept, both.value, name)]


def _gone(
    kept: tuple[Effect, ...], stored: tuple[Effect, ...], name: str
) -> Iterator[Diagnostic]:
    """Tell of each row that stood there and was not marked, and now reads otherwise."""
    for row in kept:
        if row not in stored:
            what = f"dòng cũ ({_short(row)}) đã thay bằng cách đọc mới"
            hint = "nếu dòng cũ mới đúng: ghi lại dòng ấy, thêm by_hand: true"
            yield Diagnostic(Span(name, row.line), "AMEND008", what, "warning", hint)


def _short(row: Effect) -> str:
    """Return what a row does where, in the words of ``effects.yml``."""
    told = (f"find: {row.find}" if row.find else "", row.new and f"new: {row.new}")
    at = f"at: [{', '.join(row.at)}]"
    return ", ".join(filter(None, (f"by: {row.by}", at, f"op: {row.op}", *told)))
