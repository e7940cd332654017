"""A question can be answered and marked.

Good::

    questions:
      - id: c1
        type: single
        text: Đăng ký khai sinh trong bao lâu?
        options:
          - {text: 60 ngày, correct: true}
          - {text: 90 ngày}

Bad::

    questions:
      - id: c1
        type: single
        text: Đăng ký khai sinh trong bao lâu?
        options:
          - {text: 60 ngày}
          - {text: 60 ngày}
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bookcase.diagnostics import Diagnostic, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bookcase.model.publication import Publication, Question

CODE = "QUIZ001"
TWICE = "QUIZ002"
_MOST = 26
"""Answers are named by letters."""


def check(publication: Publication) -> Iterator[Diagnostic]:
    """Yield an error for each question that cannot be marked, or is named twice."""
    seen: set[str] = set()
    for one in _all(publication.questions):
        span = Span(publication.path, one.line)
        if fault := _fault(one):
            what = f"câu «{one.id}»: {fault[0]}"
            yield Diagnostic(span, CODE, what, hint=fault[1])
        if one.id in seen:
            what = f"mã câu «{one.id}» đã dùng cho câu khác"
            yield Diagnostic(span, TWICE, what, hint="đặt cho mỗi câu một mã")
        seen.add(one.id)


def _all(questions: tuple[Question, ...]) -> Iterator[Question]:
    for one in questions:
        yield one
        yield from one.questions


def _fault(one: Question) -> tuple[str, str] | None:
    """Return what is wrong with a question and its cure."""
    if one.type == "case":
        wrong = not one.questions or any(i.type == "case" for i in one.questions)
        hint = "viết các câu hỏi dưới questions; tình huống không lồng nhau"
        return ("tình huống không có câu hỏi để trả lời", hint) if wrong else None
    if one.type == "true-false":
        hint = "thêm answer: true (đúng) hoặc answer: false (sai)"
        return ("chưa nói đúng hay sai", hint) if one.answer is None else None
    texts = [option.text for option in one.options]
    if not 2 <= len(texts) <= _MOST or len(set(texts)) < len(texts):  # noqa: PLR2004 - two to choose from
        return (
            "cần từ 2 đến 26 phương án khác nhau",
            "thêm phương án, hoặc bỏ phương án viết trùng",
        )
    right = sum(option.correct for option in one.options)
    if one.type == "single" and right != 1:
        return (
            f"có {right} phương án đúng, phải là 1",
            "ghi correct: true ở một phương án; nhiều đáp án thì dùng type: multiple",
        )
    if one.type == "multiple" and not right:
        return "không có phương án đúng", "ghi correct: true ở các phương án đúng"
    return None
