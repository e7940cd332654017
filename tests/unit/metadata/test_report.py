"""Findings for people, for GitHub and for programs."""

from __future__ import annotations

import json

from bookcase.diagnostics import Diagnostic, Span
from bookcase.report import render

ONE = Diagnostic(Span("a, b.yml", 3, 7), "META104", "100% sai:\nthật", hint="sửa")
TWO = Diagnostic(Span("c.yml"), "META507", "không có", "warning")


def test_text_names_the_place_and_the_cure() -> None:
    assert render((ONE, TWO), base="content/") == (
        "content/a, b.yml:3:7: lỗi META104: 100% sai:\n    thật\n"
        "    → sửa\n"
        "content/c.yml:1:1: lưu ý META507: không có"
    )


def test_github_gets_its_reserved_signs_escaped() -> None:
    assert render((ONE, TWO), "github") == (
        "::error file=a%2C b.yml,line=3,col=7,title=META104::"
        "100%25 sai:%0Athật → sửa\n"
        "::warning file=c.yml,line=1,col=1,title=META507::không có"
    )


def test_json_is_one_array() -> None:
    assert json.loads(render((ONE,), "json")) == [
        {
            "path": "a, b.yml",
            "line": 3,
            "column": 7,
            "level": "error",
            "code": "META104",
            "message": "100% sai:\nthật",
            "hint": "sửa",
        }
    ]


def test_nothing_found_says_nothing() -> None:
    assert (render(()), render((), "github"), render((), "json")) == ("", "", "[]")
