"""Pins are written into a file, and nothing else of it changes."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from bookcase.metadata.pins import Pinning, pinned
from bookcase.metadata.publication import read_publication

if TYPE_CHECKING:
    from bookcase.model.publication import Basis

DAY = date(2026, 11, 24)
FILE = """---
title: Thử
summary: Bài thử
legal_basis:
  - khoản 1 Điều 2 Luật Thử số 1/2020/QH15-MAU
  - {cite: "Điều 3, 4 Luật Thử", pin: sha256:0123456789abcdef, written_on: 2020-01-01}
  - cite: Điều 5 Luật Thử
    pin: sha256:0123456789abcdef
  - Điều 6 Luật Thử  # hỏi lại
---
Thân bài: - giữ nguyên.
"""


def bases(text: str) -> tuple[Basis, ...]:
    read = read_publication(text, "hoi-dap/thu.md")
    assert read.value
    return read.value.legal_basis


def test_each_basis_gets_its_pin_on_its_own_line() -> None:
    wanted = [Pinning(one, f"{one.line:016x}", DAY) for one in bases(FILE)]
    text, missed = pinned(FILE, wanted)
    assert missed == ()
    again = bases(text)
    assert [one.cite for one in again] == [one.cite for one in bases(FILE)]
    assert [one.pin for one in again] == [one.pin for one in wanted]
    assert {one.written_on for one in again} == {DAY}
    assert text.startswith(FILE[: FILE.index("  - khoản")])
    assert text.endswith("  # hỏi lại\n---\nThân bài: - giữ nguyên.\n")


def test_what_is_not_asked_for_stays_as_it_is() -> None:
    first = bases(FILE)[0]
    text, _ = pinned(FILE, [Pinning(first, "a" * 16, DAY)])
    old, new = FILE.splitlines(), text.splitlines()
    assert [n for n in range(len(old)) if old[n] != new[n]] == [first.line - 1]


def test_pinning_twice_is_pinning_once() -> None:
    wanted = [Pinning(one, "b" * 16, DAY) for one in bases(FILE)]
    once, _ = pinned(FILE, wanted)
    twice, _ = pinned(once, [Pinning(one, "b" * 16, DAY) for one in bases(once)])
    assert once == twice


def test_a_basis_that_has_no_line_of_its_own_is_told() -> None:
    text = "---\ntitle: Thử\nlegal_basis: [Điều 1 Luật Thử]\n---\n"
    (basis,) = bases(text)
    same, missed = pinned(text, [Pinning(basis, "c" * 16, DAY)])
    assert same == text
    assert missed == (basis,)
