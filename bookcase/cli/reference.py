"""``bookcase reference``: the page that tells editors all commands, fields and codes.

The page is written from what the program itself uses, so it cannot tell another story.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bookcase import schema
from bookcase.cli.codes import CODES
from bookcase.cli.common import add_content, say
from bookcase.files import write_atomic
from bookcase.metadata.keys import keys
from bookcase.metadata.lists import read_lists

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

NAME = "reference"
HELP = "in trang tra cứu lệnh, trường và mã lỗi"

PAGE = "huong-dan/tra-cuu.md"
_HEAD = """\
---
title: Tra cứu lệnh, trường và mã lỗi
description: Mọi lệnh của tủ sách, mọi trường của tệp nội dung, nghĩa của mọi mã lỗi.
---

# Tra cứu lệnh, trường và mã lỗi

Trang này do lệnh `bookcase reference --write` viết ra từ chính chương trình.
"""
_TITLES = {
    "document": "Văn bản: document.yml",
    "effects": "Tác động lên văn bản khác: effects.yml",
    "publication": "Bài giải thích, tờ gấp, bài phát thanh …",
    "quiz": "Trắc nghiệm",
    "handbook": "Sổ tay: handbook.yml",
    "media": "Đa phương tiện",
    "course": "Khóa học",
    "locality": "Địa phương",
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's own arguments."""
    add_content(parser)
    parser.add_argument("--write", action="store_true", help=f"ghi vào {PAGE}")


def run(args: argparse.Namespace) -> int:
    """Print the page, or write it to its place."""
    from bookcase.cli import commands  # noqa: PLC0415 - it lists this module too

    text = page(args.content, commands())
    if args.write:
        write_atomic(args.content / PAGE, text.encode())
    else:
        say(text)
    return 0


def page(content: Path, commands: Iterable[argparse.ArgumentParser]) -> str:
    """Return the page as Markdown."""
    lists = keys(read_lists(content / "_data").value)
    parts = [_HEAD, "## Lệnh\n", *map(_command, commands), "## Trường\n"]
    parts += [
        _record(_TITLES[name], made) for name, made in schema.schemas(lists).items()
    ]
    parts += ["## Mã lỗi\n", "\n".join(_codes()) + "\n"]
    return "\n".join(parts)


def _command(parser: argparse.ArgumentParser) -> str:
    lines = [f"### {parser.prog}", "", f"{parser.description}.", ""]
    for action in parser._actions:  # noqa: SLF001 - argparse tells it in no other way
        if action.dest == "help":
            continue
        name = ", ".join(action.option_strings) or (action.metavar or action.dest)
        lines.append(f"- `{name}`: {action.help or 'xem phần mô tả'}")
    return "\n".join(lines) + "\n"


def _record(title: str, made: Mapping[str, Any]) -> str:
    record = made.get("items", made)
    rows = "\n".join(_fields(record, ""))
    return f"### {title}\n\n| trường | nghĩa |\n|---|---|\n{rows}\n"


def _fields(record: Mapping[str, Any], before: str) -> Iterator[str]:
    needed = record.get("required", ())
    for name, field in record.get("properties", {}).items():
        words = str(field.get("description", "")).partition("\n")[0]
        mark = " (bắt buộc)" if name in needed else ""
        yield f"| `{before}{name}`{mark} | {words.replace('|', '∣')} |"
        inner = field.get("items", field)
        if isinstance(inner, dict) and "properties" in inner and before.count(".") < 1:
            yield from _fields(inner, f"{before}{name}.")


def _codes() -> Iterator[str]:
    yield "| mã | nghĩa |"
    yield "|---|---|"
    yield from (f"| {code} | {words} |" for code, words in sorted(CODES.items()))
