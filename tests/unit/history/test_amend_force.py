"""When an act enters into force, read from its words."""

from __future__ import annotations

from datetime import date

import pytest

from bookcase.history.force import Force, force
from bookcase.legal.parser import parse
from bookcase.model.act import UnitPhase

ISSUED = date(2026, 5, 4)
NEW_YEAR = date(2027, 1, 1)


def read(body: str) -> Force:
    """Read a closing article after two others."""
    head = "###### Điều 1. Vườn\n\n1. Một.\n\n###### Điều 2. Ao\n\nHai.\n\n"
    text = parse(f"{head}###### Điều 3. Hiệu lực thi hành\n\n{body}\n").value
    return force(text, ISSUED)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("Luật này có hiệu lực từ ngày 01 tháng 01 năm 2027.", NEW_YEAR),
        (
            "Thông tư này có hiệu lực thi hành kể từ ngày 01 tháng 01 năm 2027.",
            NEW_YEAR,
        ),
        ("Nghị định này có hiệu lực kể từ ngày 01/01/2027.", NEW_YEAR),
        ("Quyết định này có hiệu lực kể từ ngày ký.", ISSUED),
        (
            "Thông tư này có hiệu lực sau 45 ngày, kể từ ngày ký ban hành.",
            date(2026, 6, 18),
        ),
        (
            "Nghị quyết này có hiệu lực kể từ ngày ký và thay thế Nghị quyết cũ.",
            ISSUED,
        ),
        ("Thông tư này có hiệu lực từ ngày 31 tháng 02 năm 2027.", None),
        (
            "Thông tư số 05/2020/TT-BTP-MAU có hiệu lực từ ngày 01 tháng 01 năm 2027.",
            None,
        ),
        ("Luật này được công bố trên Cổng thông tin.", None),
        (
            "Thông tư này có hiệu lực sau bốn mươi lăm ngày, kể từ ngày ký.",
            date(2026, 6, 18),
        ),
        (
            "Thông tư này có hiệu lực sau 45 (bốn mươi lăm) ngày kể từ ngày ký.",
            date(2026, 6, 18),
        ),
        ("Thông tư này có hiệu lực sau 6 tháng, kể từ ngày ký.", date(2026, 11, 4)),
        ("Thông tư này có hiệu lực từ 01 tháng 01 năm 2027.", NEW_YEAR),
        ("Thông tư này có hiệu lực kể từ ngày01tháng01năm 2027.", NEW_YEAR),
        (
            "Thông tư này thay thế Thông tư khác và có hiệu lực từ ngày 01/01/2027.",
            NEW_YEAR,
        ),
    ],
)
def test_the_day_of_the_whole(words: str, day: date | None) -> None:
    assert read(words) == Force(day)


def test_another_acts_day_is_not_the_acts_own() -> None:
    found = read("Theo Thông tư này và Luật Vườn có hiệu lực từ ngày 01/01/2026.")
    assert found == Force(None, unclear=(9,))


def test_months_end_with_the_month() -> None:
    words = "Thông tư này có hiệu lực sau 06 tháng, kể từ ngày ký."
    text = parse(f"###### Điều 1. Hiệu lực\n\n{words}\n").value
    assert force(text, date(2026, 8, 31)).whole == date(2027, 2, 28)


def test_a_day_of_signature_needs_the_day_of_issue() -> None:
    text = parse("###### Điều 1. Hiệu lực\n\nThông tư này có hiệu lực từ ngày ký.\n")
    assert force(text.value).whole is None


def test_provisions_with_days_of_their_own() -> None:
    found = read(
        "1. Luật này có hiệu lực từ ngày 01 tháng 7 năm 2026, trừ quy định tại khoản 2 "
        "Điều này.\n\n"
        "2. Khoản 1 Điều 1, Điều 2 của Luật này có hiệu lực từ ngày 01 tháng 01 năm "
        "2027.\n"
    )
    assert found == Force(
        date(2026, 7, 1), (UnitPhase(("d1.k1", "d2"), NEW_YEAR),), unclear=()
    )
    assert found.day_of("d1.k1.a") == NEW_YEAR
    assert found.day_of("d1.k10") == date(2026, 7, 1)


def test_part_of_what_a_provision_says_is_told() -> None:
    found = read(
        "1. Luật này có hiệu lực từ ngày 01 tháng 7 năm 2026.\n\n"
        "2. Quy định liên quan đến ao tại khoản 1 Điều 1 của Luật này có hiệu lực từ "
        "ngày 01 tháng 01 năm 2027.\n"
    )
    assert (found.phases, found.unclear) == ((), (13,))


def test_quoted_words_and_annexes_say_nothing_of_the_act() -> None:
    text = parse(
        "###### Điều 1. Sửa đổi\n\n1. Sửa đổi Điều 9 như sau:\n\n"
        "> “Điều 9. Hiệu lực\n>\n> Luật này có hiệu lực từ ngày 01/01/2020.”\n\n"
        "## Phụ lục I. Mẫu\n\n1. Quyết định này có hiệu lực từ ngày 02/3/2020.\n"
    ).value
    assert force(text, ISSUED) == Force()
