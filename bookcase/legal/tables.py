r"""Tables, written with pipes or, where cells are merged, as plain HTML.

Both readers are total: what is not a table's own element is dropped and named, and the
text in it stays. In a pipe cell ``\|``, ``\\`` and ``\<`` are the plain characters and
``<br>`` starts a new line; in HTML the usual entities serve.
"""

from __future__ import annotations

import html
import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from bookcase.model.tree import Cell, Table

if TYPE_CHECKING:
    from collections.abc import Sequence

_RULE = re.compile(r"\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?")
_SPLIT = re.compile(r"(?<!\\)((?:\\\\)*)\|")
_UNESCAPE = re.compile(r"\\([|\\<])")
_BREAK = re.compile(r"(?<!\\)((?:\\\\)*)<br>")
_MOST = 1000
"""The largest span that HTML gives a meaning to."""
_SHOWN = 20
"""How much of something dropped is told."""


def read_pipes(lines: Sequence[str], line: int = 0) -> Table:
    """Read lines that begin with a pipe; a rule on the second makes the first heads."""
    headed = len(lines) > 1 and bool(_RULE.fullmatch(lines[1]))
    body = [*lines[:1], *lines[2:]] if headed else lines
    return Table(
        tuple(
            tuple(Cell(text, header=headed and number == 0) for text in _cells(row))
            for number, row in enumerate(body)
        ),
        line,
    )


def _cells(row: str) -> list[str]:
    row = row.strip()
    marked, bar = row, "|"
    if "\\" in row or "\0" in row:  # few rows: the pattern costs ten times the rest
        marked, bar = _SPLIT.sub("\\1\0", row), "\0"
    cells = marked.removeprefix(bar).removesuffix(bar).split(bar)
    return [_unescaped(cell.strip()) for cell in cells]


def _unescaped(cell: str) -> str:
    if "\\" not in cell:
        return cell.replace("<br>", "\n")
    return _UNESCAPE.sub(r"\1", _BREAK.sub("\\1\n", cell))


def write(table: Table) -> str:
    """Write a table back in the plainest form that holds it."""
    return _write_pipes(table) if _fits_pipes(table) else _write_html(table)


def _fits_pipes(table: Table) -> bool:
    heads = [cell.header for row in table.rows for cell in row]
    first = len(table.rows[0]) if table.rows else 0
    plain = not any(heads[first:]) and len(set(heads[:first])) == 1
    safe = all(row and _survives(row) for row in table.rows)
    second = table.rows[1] if len(table.rows) > 1 else ()
    confusing = bool(second) and not heads[0] and _RULE.fullmatch(_pipe_row(second))
    return bool(table.rows) and plain and safe and not table.merged and not confusing


def _survives(row: Sequence[Cell]) -> bool:
    return _cells(_pipe_row(row)) == [cell.text for cell in row]


def _write_pipes(table: Table) -> str:
    rows = [_pipe_row(row) for row in table.rows]
    if table.rows[0][0].header:
        rows.insert(1, "|" + "---|" * len(table.rows[0]))
    return "\n".join(rows)


def _pipe_row(row: Sequence[Cell]) -> str:
    return "| " + " | ".join(_escaped(cell.text) for cell in row) + " |"


def _escaped(text: str) -> str:
    text = text.replace("\\", "\\\\").replace("|", "\\|").replace("<", "\\<")
    return text.replace("\n", "<br>")


def _write_html(table: Table) -> str:
    rows = ["<tr>" + "".join(map(_html_cell, row)) + "</tr>" for row in table.rows]
    return "\n".join(["<table>", *rows, "</table>"])


def _html_cell(cell: Cell) -> str:
    tag = "th" if cell.header else "td"
    spans = f' colspan="{cell.colspan}"' if cell.colspan > 1 else ""
    spans += f' rowspan="{cell.rowspan}"' if cell.rowspan > 1 else ""
    text = html.escape(cell.text, quote=False).replace("\n", "<br>")
    return f"<{tag}{spans}>{text}</{tag}>"


def read_html(source: str, line: int = 0) -> tuple[Table, tuple[str, ...]]:
    """Read an HTML table.

    Returns:
        The table, and what was dropped: elements that are not a table's own,
        attributes other than the two spans, comments and declarations.
    """
    reader = _Reader()
    reader.feed(source)
    reader.close()
    return Table(tuple(map(tuple, reader.rows)), line), tuple(reader.dropped)


class _Reader(HTMLParser):
    """Collects rows of cells; text outside any cell gets a cell of its own."""

    PLAIN = frozenset({"table", "thead", "tbody", "tfoot"})

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.rows: list[list[Cell]] = []
        self.dropped: list[str] = []
        self._open = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "tr":
            self.rows.append([])
            self._open = False
        elif tag in {"td", "th"}:
            self._start_cell(tag, attrs)
        elif tag == "br":
            self._add("\n")
        elif tag not in self.PLAIN:
            self.dropped.append(f"<{tag}>")
        if tag == "tr" or tag in self.PLAIN:
            self.dropped += [f"{tag} {name}" for name, _ in attrs]

    def handle_endtag(self, tag: str) -> None:
        if tag in {"td", "th", "tr"}:
            self._open = False

    def handle_comment(self, data: str) -> None:
        self.dropped.append(f"<!--{data[:_SHOWN]}-->")

    def handle_decl(self, decl: str) -> None:
        self.dropped.append(f"<!{decl[:_SHOWN]}>")

    def unknown_decl(self, data: str) -> None:
        self.dropped.append(f"<![{data[:_SHOWN]}]>")

    def handle_pi(self, data: str) -> None:
        self.dropped.append(f"<?{data[:_SHOWN]}>")

    def handle_data(self, data: str) -> None:
        words = " ".join(data.split())
        if self._open or words:
            self._add(words if not self._open else re.sub(r"\s+", " ", data))

    def _start_cell(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        spans = {name: _span(given.pop(name, None)) for name in ("colspan", "rowspan")}
        self.dropped += [f"{tag} {name}" for name in given]
        if not self.rows:
            self.rows.append([])
        self.rows[-1].append(Cell("", header=tag == "th", **spans))
        self._open = True

    def _add(self, data: str) -> None:
        if not self._open:
            self._start_cell("td", [])
        cell = self.rows[-1][-1]
        text = cell.text + data
        text = text.lstrip() if not cell.text else text
        self.rows[-1][-1] = Cell(text, cell.colspan, cell.rowspan, cell.header)

    def close(self) -> None:
        super().close()
        self.rows = [
            [Cell(c.text.strip(), c.colspan, c.rowspan, c.header) for c in row]
            for row in self.rows
        ]


def _span(value: str | None) -> int:
    number = int(value) if value and value.isascii() and value.isdigit() else 1
    return min(max(number, 1), _MOST)
