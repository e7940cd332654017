"""Stored texts are held against their effects."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bookcase.content.loading import load
from bookcase.rules import amended
from tests.shared import ROOT

if TYPE_CHECKING:
    from pathlib import Path

_HEAD = "---\ntitle: A\n---\n\n"
LAW = "van-ban/luat/2020/01-2020-qh14-mau"
SUA = "van-ban/luat/2023/02-2023-qh15-mau"
BASE = "###### Điều 1. Bến\n\n1. Có đèn.\n\n2. Có cờ.\n"
NEW = BASE.replace("đèn", "đèn to")
WORK = """\
id: mau-luat-{n}-{y}-mau
number: {number}
type: luat
title: Luật Bến
issuers: [quoc-hoi]
issued: {issued}
specimen: true
versions:
  - {{from: {start}, text: as-enacted}}
"""
ROW = """\
- {by: d1, on: mau-luat-01-2020-qh14-mau, at: [d1.k1], op: replace-words,
   find: đèn, with: đèn to, count: 1, effective: [{from: 2023-07-01}]}
"""


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """Make a bookcase of two acts, one of which amends the other."""
    (tmp_path / "_data").symlink_to(ROOT / "content" / "_data")
    put(tmp_path, f"{LAW}/document.yml", document("01", "2020-qh14", "2020-01-01"))
    put(tmp_path, f"{LAW}/2020-01-01.md", _HEAD + BASE)
    put(tmp_path, f"{SUA}/document.yml", document("02", "2023-qh15", "2023-07-01"))
    put(tmp_path, f"{SUA}/2023-07-01.md", f"{_HEAD}###### Điều 1. Sửa\n")
    put(tmp_path, f"{SUA}/effects.yml", ROW)
    return tmp_path


def document(n: str, year: str, start: str) -> str:
    """Write the record of an act."""
    number = f"{n}/{year.upper().replace('-', '/')}-MAU"
    issued = f"{year[:4]}-01-01"
    return WORK.format(n=n, y=year, number=number, issued=issued, start=start)


def put(root: Path, path: str, text: str) -> None:
    """Write a file."""
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_text(text, encoding="utf-8")


def add_version(root: Path, more: str, text: str) -> None:
    """Store a text of the day on which the effect begins."""
    path = root / f"{LAW}/document.yml"
    row = f"  - {{from: 2023-07-01, text: consolidated, {more}}}\n"
    path.write_text(path.read_text(encoding="utf-8") + row, encoding="utf-8")
    put(root, f"{LAW}/2023-07-01.md", _HEAD + text)


def found(root: Path) -> list[str]:
    """List what is found about amendments."""
    return [
        f"{one.span}: {one.level} {one.code} {one.message}"
        for one in sorted(amended.check(root, load(root).value))
    ]


BY = "by: [mau-luat-02-2023-qh15-mau]"


def test_a_text_that_follows_is_clean(content: Path) -> None:
    spaced = NEW.replace("\n\n", "\n\n\n").replace("Có đèn", "Có  đèn")
    add_version(content, f"made: by-machine, {BY}", spaced)
    assert found(content) == []


def test_a_text_that_is_not_there_is_a_warning(content: Path) -> None:
    assert found(content) == [
        (
            f"{LAW}/document.yml:1:1: warning AMEND114 chưa cập nhật: 1 sửa đổi chưa áp"
            " dụng, từ ngày 01/07/2023"
        )
    ]


def test_a_text_that_does_not_follow_is_an_error_at_its_line(content: Path) -> None:
    add_version(content, f"made: by-machine, {BY}", NEW.replace("cờ", "phướn"))
    assert found(content) == [
        (
            f"{LAW}/2023-07-01.md:9:1: error AMEND111 lời văn không khớp: hợp nhất được"
            " «2. Có cờ.», bản lưu ghi «2. Có phướn.»"
        )
    ]


def test_a_line_too_few_is_told(content: Path) -> None:
    add_version(content, f"made: by-machine, {BY}", NEW.partition("2.")[0])
    assert found(content) == [
        (
            f"{LAW}/2023-07-01.md:7:1: error AMEND111 lời văn không khớp: hợp nhất được"
            " «2. Có cờ.», bản lưu ghi «»"
        )
    ]


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ("made: by-hand, checked_by: [an-vi-du, binh-vi-du]", ""),
        (
            "made: by-hand, checked_by: [an-vi-du]",
            "error AMEND112 bản hợp nhất bằng tay chưa đủ hai người kiểm tra: ",
        ),
        (
            "made: by-hand, checked_by: [an-vi-du, an-vi-du]",
            "error AMEND112 bản hợp nhất bằng tay chưa đủ hai người kiểm tra: ",
        ),
        ("made: official", "info AMEND113 khác văn bản hợp nhất: "),
    ],
)
def test_who_made_a_text_that_differs(content: Path, more: str, said: str) -> None:
    add_version(content, f"{more}, {BY}", NEW.replace("cờ", "phướn"))
    what = "hợp nhất được «2. Có cờ.», bản lưu ghi «2. Có phướn.»"
    wanted = [f"{LAW}/2023-07-01.md:9:1: {said}{what}"] if said else []
    assert found(content) == wanted


def test_an_effect_that_cannot_be_applied_is_told_at_its_row(content: Path) -> None:
    put(content, f"{SUA}/effects.yml", f"# lời chú\n{ROW.replace('d1.k1', 'd1.k9')}")
    assert found(content) == [
        (
            f"{LAW}/document.yml:1:1: warning AMEND114 chưa cập nhật: 1 sửa đổi chưa áp"
            " dụng, từ ngày 01/07/2023"
        ),
        (
            f"{SUA}/effects.yml:2:1: error AMEND102 không có «d1.k9» trong văn bản được"
            " sửa đổi"
        ),
    ]
    add_version(content, f"made: by-machine, {BY}", BASE)
    assert [one.partition(" ")[2][:14] for one in found(content)] == ["error AMEND102"]


def test_an_effect_before_its_act_is_told_and_left_out(content: Path) -> None:
    put(content, f"{SUA}/effects.yml", ROW.replace("2023-07-01", "2022-07-01"))
    assert found(content) == [
        (
            f"{SUA}/effects.yml:1:1: error AMEND106 tác động từ ngày 01/07/2022, trước"
            " ngày ban hành văn bản (01/01/2023)"
        )
    ]


def test_what_changes_no_words_asks_for_no_text(content: Path) -> None:
    row = "- {by: d1, on: mau-luat-01-2020-qh14-mau, op: repeal}\n"
    put(content, f"{SUA}/effects.yml", row)
    assert found(content) == []


def test_the_starter_bookcase_follows_from_its_effects() -> None:
    assert found(ROOT / "content") == []
