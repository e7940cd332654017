"""What the YAML parser's complaints mean to an editor, in Vietnamese."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import yaml

from bookcase.diagnostics import Diagnostic, Span

if TYPE_CHECKING:
    from collections.abc import Callable

CODE = "META001"


@dataclass(frozen=True, slots=True)
class Complaint:
    """What the parser said, and the line of the text it pointed to.

    Attributes:
        problem: Its words.
        context: What it was doing.
        before: The line up to the place.
        rest: The line from the place on.
        opened: The line, from 1, on which it had begun what it was doing.
    """

    problem: str
    context: str
    before: str
    rest: str
    opened: int


@dataclass(frozen=True, slots=True)
class Saying:
    """How one kind of complaint is told; ``early``: at the place where it began."""

    fits: Callable[[Complaint], bool]
    message: str
    hint: str
    early: bool = False


def _said(words: str, context: str = "") -> Callable[[Complaint], bool]:
    return lambda it: words in it.problem and context in it.context


def _tab(it: Complaint) -> bool:
    stray = it.rest.startswith("\t") and "cannot start any token" in it.problem
    return stray or "found a tab" in it.problem


def _second_colon(it: Complaint) -> bool:
    return "mapping values are not" in it.problem and ": " in it.before


def _quote_inside(it: Complaint) -> bool:
    return "block mapping" in it.context and bool(it.before.strip())


_IN_QUOTES = "đặt cả giá trị trong dấu ngoặc kép"

SAYINGS: tuple[Saying, ...] = (
    Saying(
        _tab,
        "dòng thụt lề bằng phím Tab",
        "thụt lề bằng dấu cách, mỗi bậc hai dấu",
    ),
    Saying(
        _said("cannot start any token"),
        "giá trị bắt đầu bằng dấu mà YAML dành riêng (@, `, %)",
        _IN_QUOTES,
    ),
    Saying(
        _said("end of stream", "quoted scalar"),
        "thiếu dấu đóng ngoặc kép hoặc nháy đơn mở ở dòng {opened}",
        "thêm dấu đóng vào cuối giá trị đó",
        early=True,
    ),
    Saying(
        _said("unknown escape"),
        "sau dấu \\ trong ngoặc kép là chữ không có nghĩa",
        "viết \\\\ nếu muốn chính dấu \\, hoặc dùng nháy đơn",
    ),
    Saying(
        _said("could not find expected ':'"),
        "thiếu dấu hai chấm sau tên trường",
        "viết tên trường, dấu hai chấm, một dấu cách, rồi giá trị",
        early=True,
    ),
    Saying(
        _second_colon,
        "giá trị có dấu hai chấm mà không đặt trong ngoặc kép",
        _IN_QUOTES,
    ),
    Saying(
        _said("mapping values are not allowed"),
        "dòng trên thiếu dấu hai chấm hoặc thiếu dấu cách sau nó, hoặc dòng này thụt "
        "lề lệch",
        "viết tên trường, dấu hai chấm, một dấu cách, rồi giá trị; các tên thẳng cột",
    ),
    Saying(
        _said("sequence entries are not allowed"),
        "gạch đầu dòng của danh sách ở chỗ không đặt được",
        "xuống dòng sau dấu hai chấm rồi mới viết «- »",
    ),
    Saying(
        _said("", "flow sequence"),
        "thiếu dấu phẩy, hoặc thiếu dấu ] của danh sách mở ở dòng {opened}",
        "thêm dấu ] vào cuối danh sách",
        early=True,
    ),
    Saying(
        _said("", "flow mapping"),
        "thiếu dấu phẩy, hoặc thiếu dấu }} của nhóm mở ở dòng {opened}",
        "thêm dấu }} vào cuối nhóm",
        early=True,
    ),
    Saying(
        _said("", "block collection"),
        "dòng này không thẳng với danh sách bắt đầu ở dòng {opened}",
        "mọi mục bắt đầu bằng «- » ở cùng một cột",
    ),
    Saying(
        _quote_inside,
        "có dấu nháy ở giữa giá trị",
        'đặt cả giá trị trong ngoặc kép và viết \\" cho dấu nháy bên trong',
    ),
    Saying(
        _said("", "block mapping"),
        "dòng này thụt lề lệch so với nhóm bắt đầu ở dòng {opened}",
        "viết các tên trường, các gạch đầu dòng của một nhóm thẳng cột",
    ),
    Saying(
        _said("", "an alias"),
        "giá trị bắt đầu bằng dấu * mà YAML dành riêng",
        _IN_QUOTES,
    ),
    Saying(
        _said("", "an anchor"),
        "giá trị bắt đầu bằng dấu & mà YAML dành riêng",
        _IN_QUOTES,
    ),
    Saying(
        _said("", "block scalar"),
        "đoạn chữ nhiều dòng mở đầu sai",
        "sau dấu | hoặc > không viết gì, xuống dòng và thụt lề hai dấu cách",
    ),
    Saying(
        _said("node content"),
        "dấu ngoặc đóng mà không có dấu mở, hoặc thiếu giá trị",
        f"bỏ dấu thừa, hoặc {_IN_QUOTES}",
    ),
)

OTHER = Saying(
    lambda _: True,
    "không đọc được YAML ở đây",
    "so với mẫu của loại tệp này; chú ý dấu hai chấm, dấu ngoặc và thụt lề",
)


def explain(
    error: yaml.YAMLError, text: str, path: str, first_line: int = 1
) -> Diagnostic:
    """Tell an editor what a parser's exception means."""
    if isinstance(error, yaml.MarkedYAMLError):
        return _explain_marked(error, text, path, first_line)
    place = getattr(error, "position", 0)
    return _control(text, path, first_line, place, getattr(error, "character", 0))


def lone_surrogate(
    error: UnicodeEncodeError, text: str, path: str, first_line: int = 1
) -> Diagnostic:
    """Tell of half a letter, which no file in UTF-8 can hold."""
    return _control(text, path, first_line, error.start, ord(text[error.start]))


def _explain_marked(
    error: yaml.MarkedYAMLError, text: str, path: str, first_line: int
) -> Diagnostic:
    line, column = _place(error.problem_mark or error.context_mark)
    began, indent = _place(error.context_mark or error.problem_mark)
    lines = text.split("\n")
    words = lines[line] if line < len(lines) else ""
    it = Complaint(
        error.problem or "",
        error.context or "",
        words[:column],
        words[column:],
        began + first_line,
    )
    saying = next((one for one in SAYINGS if one.fits(it)), OTHER)
    if saying.early and began != line:
        line, column = began, indent
    return Diagnostic(
        Span(path, line + first_line, column + 1),
        CODE,
        saying.message.format(opened=it.opened),
        hint=saying.hint.format(),
    )


def _place(mark: yaml.Mark | None) -> tuple[int, int]:
    return (mark.line, mark.column) if mark else (0, 0)


def _control(
    text: str, path: str, first_line: int, place: int, character: object
) -> Diagnostic:
    code = character if isinstance(character, int) else ord(str(character)[:1] or "\0")
    found = text.find(chr(code))  # the position may count bytes
    place = found if found >= 0 else min(place, len(text))
    before = text[:place]
    return Diagnostic(
        Span(path, before.count("\n") + first_line, place - before.rfind("\n")),
        CODE,
        f"có ký tự điều khiển U+{code:04X} không nhìn thấy được",
        hint="xóa ký tự đó, gõ lại bằng tay",
    )
