"""The words of each rule, by example."""

from __future__ import annotations

from pathlib import Path

import pytest

from bookcase.legal.parser import parse
from bookcase.rules import letters, links
from bookcase.rules.text import check_text
from tests.golden import Case, cases, update
from tests.unit.legal.outline import finding

GOLDEN = Path(__file__).parents[2] / "golden" / "rules" / "text.md"


def say(given: str) -> str:
    """List what the rules find in a text."""
    found = check_text(parse(given).value, "a.md", {"co.png"})
    return "".join(f"{finding(one)}\n" for one in found)


@pytest.mark.parametrize("case", cases(GOLDEN), ids=lambda case: case.title)
def test_messages(case: Case, request: pytest.FixtureRequest) -> None:
    if request.config.getoption("--update-golden"):
        update(GOLDEN, say)
    else:
        assert say(case.given) == case.expected


@pytest.mark.parametrize(
    ("source", "place", "message"),
    [
        ("Một\nQ\u00d0", "a.md:8:2", "có Eth (Ð) thay cho Đ"),
        ("\u00f0", "a.md:7:1", "có eth (ð) thay cho đ"),
        ("a\u00adb", "a.md:7:2", "có ký tự U+00AD không nhìn thấy"),
        ("a\x07", "a.md:7:2", "có ký tự U+0007 không nhìn thấy"),
        ("\u202ea", "a.md:7:1", "có ký tự U+202E không nhìn thấy"),
        ("\uf0b7 một", "a.md:7:1", "có ký tự U+F0B7 không nhìn thấy"),
        ("a\ufffd", "a.md:7:2", "có dấu � thay cho một chữ đã mất"),
        ("u\u031b", "a.md:7:1", "chữ chưa ở dạng Unicode dựng sẵn (NFC)"),
    ],
)
def test_letters(source: str, place: str, message: str) -> None:
    (found,) = letters.check(source, "a.md", 7)
    assert (str(found.span), found.message) == (place, message)
    assert found.hint == "chạy «bookcase check --fix» hoặc gõ lại đoạn này"


BAD = frozenset(
    (
        *(0xD0, 0xF0, 0xAD, *range(9), *range(0xB, 0x20), *range(0x7F, 0xA0)),
        *(*range(0x200B, 0x2010), *range(0x2028, 0x202F), *range(0x2060, 0x2070)),
        *(0xFEFF, *range(0xE000, 0xF900), 0xF0000, 0x10FFFF, 0xFFFD),
    )
)


def test_every_letter_is_judged_by_itself() -> None:
    codes = (*range(0x3000), *range(0xD7F0, 0xD800), *range(0xE000, 0x10100))
    for code in (*codes, 0xEFFFF, 0xF0000, 0x10FFFF):
        found = [*letters.check(f"a{chr(code)}a", "a.md")]
        told = [one for one in found if "dựng sẵn" not in one.message]
        assert bool(told) == (code in BAD), hex(code)


def test_good_letters_pass() -> None:
    assert list(letters.check("Nghị định số 15/2024/NĐ-CP\tđ\n", "a.md")) == []


@pytest.mark.parametrize(
    ("target", "message"),
    [
        ("#muc", ""),
        ("luat:co#d5", ""),
        ("luat:khong", "không có văn bản «khong» trong tủ sách"),
        ("https://x.vn", ""),
        ("mailto:a@x.vn", ""),
        ("javascript:alert(1", "liên kết «javascript:alert(1» không được phép"),
        ("JaVaScript:x", "liên kết «JaVaScript:x» không được phép"),
        ("data:text/html,x", "liên kết «data:text/html,x» không được phép"),
        ("../hoi-dap/b.md", ""),
        ("../hoi-dap/b.md#x", ""),
        ("../hoi-dap/b.html?x=1", ""),
        ("b.md", "không có trang «b.md»"),
        ("../../../etc/passwd", "không có trang «../../../etc/passwd»"),
    ],
)
def test_links(target: str, message: str) -> None:
    body = f"Xem\n[chữ]({target})"
    found = list(links.check(body, "to-gap/a.md", 3, {"co"}, {"hoi-dap/b.html"}))
    assert [one.message for one in found] == ([message] if message else [])
    assert all(str(one.span) == "to-gap/a.md:4:7" for one in found)
