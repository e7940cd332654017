"""What holds of the parser, the renderer and the ids for every text."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bookcase.legal.address import find, places
from bookcase.legal.ids import identified
from bookcase.legal.parser import parse
from bookcase.legal.render import render
from bookcase.legal.units import canonical_mark
from bookcase.model.tree import (
    Framed,
    Kind,
    LegalText,
    Paragraph,
    Picture,
    Quote,
    Table,
    Unit,
    units,
)

from .legal_texts import legal_texts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bookcase.model.tree import Block

SLOW = settings(suppress_health_check=list(HealthCheck), deadline=None)

_pieces = st.sampled_from(
    [
        "# ",
        "###### Điều 1. ",
        "### Chương I. ",
        "## Phụ lục",
        "## Phần A",
        "> ",
        "| ",
        "::: ",
        ":::",
        "mo-dau",
        "\\",
        "\\ ",
        "1. ",
        "1.1 ",
        "a) ",
        "i) ",
        "I. ",
        "A. ",
        "- ",
        "+ ",
        "“",
        "[^1]",
        ": ",
        "<table>",
        "<tr>",
        "<td>",
        "</table>",
        "<b>",
        "![",
        "](attachments/a.png)",
        "|---|",
        "<br>",
        "\n",
        "\n\n",
        "x",
        "Đ",
        " ",
    ]
)
sources = st.text() | st.lists(_pieces, max_size=30).map("".join)


@SLOW
@given(legal_texts)
def test_a_rendered_text_parses_back_to_itself(text: LegalText) -> None:
    assert parse(render(text)).value == text


@SLOW
@given(sources)
def test_any_string_parses_and_is_written_back(source: str) -> None:
    text = parse(source).value
    assert parse(render(text)).value == text


@SLOW
@given(sources)
def test_ids_are_unique_plain_and_found(source: str) -> None:
    text = parse(source).value
    names = [one.id for one in identified(text)]
    assert len(names) == len(set(names))
    known = places(text)
    for name in names:
        assert re.fullmatch(r"[a-z0-9._/~-]+", name), name
        assert find(text, name, known) is known[name]


@SLOW
@given(legal_texts)
def test_articles_keep_their_ids_in_another_chapter(text: LegalText) -> None:
    moved = LegalText((Unit(Kind.CHAPTER, "XX", "", _articles(text)),))
    alone = LegalText(_articles(text))
    assert [one.id for one in identified(moved)][1:] == [
        one.id for one in identified(alone)
    ]


def _articles(text: LegalText) -> tuple[Unit, ...]:
    return tuple(
        replace(one) for one in units(text) if one.kind is Kind.ARTICLE and one.number
    )


_lines = st.lists(
    st.sampled_from(
        [
            "###### Điều 2. Tên",
            "### Chương I. Tên",
            "## Lạ",
            "# Quy chế",
            "Đoạn",
            "1. Một",
            "a) A",
            "1.1. Hai",
            "- gạch",
            "> “Điều 3. Trích",
            "> x",
            "\\1. chữ",
            "\\\\ chữ",
            "| ô | hai |",
            "<table><tr><td>ô<b>đậm</b></td></tr></table>",
            "[^1]: ghi chú",
            "::: mo-dau",
            "::: lạ lùng",
            ":::",
            "![hình](attachments/a.png)",
            "“1. y",
            "",
        ]
    ),
    max_size=12,
)


@SLOW
@given(_lines)
def test_no_letter_is_lost(lines: list[str]) -> None:
    text = parse("\n".join(lines)).value
    assert _letters("".join(_said(text))) == _letters("\n".join(map(_unmarked, lines)))


def _letters(words: str) -> str:
    return "".join(sorted(c for c in words if c.isalnum()))


def _unmarked(line: str) -> str:
    """Take the names of marks off: fences, footnotes, HTML, the folder of pictures."""
    line = line.replace("::: mo-dau", "").replace("[^1]:", "")
    return re.sub(r"</?[a-z]+>|attachments/a\.png", "", line)


def _said(text: LegalText) -> Iterator[str]:
    for block in text.blocks:
        yield from _words(block)
    yield from (note.text for note in text.footnotes)


def _words(block: Block) -> Iterator[str]:
    if isinstance(block, Unit):
        yield block.mark or canonical_mark(block.kind, block.number)
        yield block.text
    elif isinstance(block, Paragraph):
        yield _unmarked(block.text)  # inside a fence all marks are text
    elif isinstance(block, Picture):
        yield block.alt
    elif isinstance(block, Table):
        yield from (cell.text for row in block.rows for cell in row)
    if isinstance(block, (Unit, Quote, Framed)):
        for inner in block.blocks:
            yield from _words(inner)
