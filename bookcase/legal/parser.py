"""Read the structure of a legal text.

The parser is a lexer (:mod:`bookcase.legal.lexer`) and one small function a grammar
rule. A unit holds what follows it as long as that is deeper
(:data:`bookcase.legal.units.RANK`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bookcase.diagnostics import Diagnostic, Result, Span
from bookcase.legal.lexer import framed_tokens, tokens
from bookcase.legal.romans import settled
from bookcase.legal.tables import read_html, read_pipes
from bookcase.legal.tokens import (
    FENCE,
    HTML,
    INNERMOST,
    OF_ARTICLE,
    PIPES,
    QUOTE,
    Group,
    Note,
    Opening,
    Text,
    Token,
)
from bookcase.legal.units import BARE, BY_KIND, CONTAINERS, RANK, canonical_mark
from bookcase.model.tree import (
    Block,
    Footnote,
    Frame,
    Framed,
    Kind,
    LegalText,
    Paragraph,
    Picture,
    Quote,
    Table,
    Unit,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

_FRAMES = {frame.value: frame for frame in Frame}
_DEEPEST = 8
"""Quotes within quotes: real law has two, three at the most."""

_AROUND = frozenset(_FRAMES) - {Frame.FORMULA.value}
_NESTING = frozenset({Kind.SUBCLAUSE, Kind.SUBPOINT})


def parse(source: str, path: str = "<text>", first_line: int = 1) -> Result[LegalText]:
    """Parse a text. Never refuses: every line ends up somewhere in the tree.

    Args:
        source: The text, NFC, without front matter.
        path: The file it came from, for spans.
        first_line: The line of that file on which it starts, from 1.

    Finds:
        LEGAL001: a heading that is no known unit; it stays as text.
        LEGAL002: a heading of another level than its kind has.
        LEGAL003: a fence that is not closed.
        LEGAL004: a fence that is not known; its lines and name stay as text.
        LEGAL006: quotes within quotes beyond all need; the inner stay as text.
        LEGAL005: something in an HTML table that may not stand there; its text stays.
    """
    reader = _Reader(path)
    blocks = reader.read(source, first_line)
    return Result(LegalText(blocks, tuple(reader.notes)), tuple(reader.found))


class _Reader:
    """Reads one text; gathers findings, and notes, which may stand anywhere."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.depth = 0
        self.found: list[Diagnostic] = []
        self.notes: list[Footnote] = []

    def read(
        self, source: str, first_line: int, *, quoted: bool = False
    ) -> tuple[Block, ...]:
        """``text = block*``."""
        stream = settled(tokens(source, first_line, quoted=quoted))
        return self._blocks(stream, 0, None)[0]

    def _blocks(
        self, stream: Sequence[Token], pos: int, holder: Opening | None
    ) -> tuple[tuple[Block, ...], int]:
        """``blocks = (unit | paragraph | group | picture | note)*`` of one holder."""
        blocks: list[Block] = []
        rank, end = RANK[holder.kind] if holder else -1.0, len(stream)
        while pos < end:
            token = stream[pos]
            if isinstance(token, Opening):
                if RANK[token.kind] <= rank and not _nests(holder, token):
                    break
                if token.level:
                    self._check_level(token)
                pos += 1
                inner: tuple[Block, ...] = ()
                if pos < end and not _ends(token, stream[pos]):
                    inner, pos = self._blocks(stream, pos, token)
                kind, number, text, mark, line, _ = token
                blocks.append(Unit(kind, number, text, inner, mark, line))
            elif isinstance(token, Note):
                self.notes.append(Footnote(token.mark, token.text, token.line))
                pos += 1
            elif holder and not _holds(holder, token):
                break
            else:
                blocks += self._block(token)
                pos += 1
        return tuple(blocks), pos

    def _block(self, token: Text | Group | Picture) -> tuple[Block, ...]:
        """``paragraph | picture | group``."""
        if isinstance(token, Picture):
            return (token,)
        if isinstance(token, Group):
            return self._group(token)
        if token.unknown_heading:
            self._find(
                token.line,
                "LEGAL001",
                f"không nhận ra tiêu đề «{token.text[:60]}»",
                "tiêu đề bắt đầu bằng Phần, Chương, Mục, Tiểu mục, Điều, Phụ lục hoặc"
                " Mẫu số, rồi số và dấu chấm; viết \\ trước dấu # nếu là chữ thường",
            )
        return (Paragraph(token.text, token.line),)

    def _group(self, group: Group) -> tuple[Block, ...]:
        """``quote | pipes | html | frame``; an unknown fence gives paragraphs."""
        if group.what == QUOTE:
            return self._quote(group)
        if group.what in {PIPES, HTML}:
            return (self._table(group),)
        self._check_fence(group)
        blocks = self._framed(group)
        if group.what not in _FRAMES:
            return (Paragraph(f"{FENCE} {group.what}", group.line), *blocks)
        return (Framed(_FRAMES[group.what], blocks, group.line),)

    def _quote(self, group: Group) -> tuple[Block, ...]:
        """``quote = text``: below the deepest that is read, its lines are literal."""
        if self.depth >= _DEEPEST:
            self._find(
                group.line,
                "LEGAL006",
                f"lời trích lồng nhau quá {_DEEPEST} bậc; phần trong để nguyên là chữ",
                "bỏ bớt dấu > ở đầu dòng",
            )
            lines = enumerate(group.lines, group.line)
            return tuple(Paragraph(f"> {line}", at) for at, line in lines if line)
        self.depth += 1
        inner = self.read("\n".join(group.lines), group.line, quoted=True)
        self.depth -= 1
        return (Quote(inner, group.line),)

    def _table(self, group: Group) -> Table:
        if group.what == PIPES:
            return read_pipes(group.lines, group.line)
        table, dropped = read_html("\n".join(group.lines), group.line)
        if dropped:
            self._find(
                group.line,
                "LEGAL005",
                f"bảng HTML có thứ không được phép: {', '.join(sorted(set(dropped)))}",
                "chỉ dùng table, tr, th, td, br với colspan và rowspan",
            )
        return table

    def _framed(self, group: Group) -> tuple[Paragraph | Picture | Table, ...]:
        """``frame = (paragraph | picture | pipes | html)*``: all else is literal."""
        blocks: list[Paragraph | Picture | Table] = []
        for token in framed_tokens(group.lines, group.line + 1):
            if isinstance(token, Text):
                blocks.append(Paragraph(token.text, token.line))
            elif isinstance(token, Picture):
                blocks.append(token)
            else:
                blocks.append(self._table(token))
        return tuple(blocks)

    def _check_fence(self, group: Group) -> None:
        if group.what not in _FRAMES:
            self._find(
                group.line,
                "LEGAL004",
                f"không có khối «::: {group.what}»",
                f"các khối có thể dùng: {', '.join(_FRAMES)}",
            )
        if not group.closed:
            self._find(
                group.line,
                "LEGAL003",
                f"khối «::: {group.what}» không được đóng",
                "thêm một dòng chỉ có ::: ở cuối khối",
            )

    def _check_level(self, head: Opening) -> None:
        if not head.level or head.kind is Kind.ATTACHED:
            return
        right = BY_KIND[head.kind].level
        mark = head.mark or canonical_mark(head.kind, head.number)
        if head.level != right:
            self._find(
                head.line,
                "LEGAL002",
                f"tiêu đề {BY_KIND[head.kind].word} phải có {right} dấu #,"
                f" ở đây có {head.level}",
                f"viết {'#' * right} {mark.rstrip('.:')}. …",
            )

    def _find(self, line: int, code: str, message: str, hint: str) -> None:
        span = Span(self.path, line)
        self.found.append(Diagnostic(span, code, message, "warning", hint))


def _holds(holder: Opening, token: Text | Group | Picture) -> bool:
    """Tell whether the token belongs inside the open unit rather than after it."""
    if isinstance(token, Text) and token.holder != INNERMOST:
        limit = Kind.ARTICLE if token.holder == OF_ARTICLE else Kind.CLAUSE
        return RANK[holder.kind] <= RANK[limit]
    if isinstance(token, Group) and token.what in _AROUND:
        return holder.kind in CONTAINERS
    return holder.kind not in BARE


def _ends(head: Opening, token: Token) -> bool:
    """Tell at once that a unit holds nothing, as most do: another of its rank opens."""
    if not isinstance(token, Opening) or RANK[token.kind] > RANK[head.kind]:
        return False
    return not _nests(head, token)


def _nests(holder: Opening | None, token: Opening) -> bool:
    """``1.1.1`` stands inside ``1.1``, ``a.1.1`` inside ``a.1``."""
    return (
        holder is not None
        and token.kind is holder.kind
        and holder.kind in _NESTING
        and token.number.startswith(f"{holder.number}.")
    )
