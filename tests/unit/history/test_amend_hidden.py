"""Instructions in acts that amend nothing else: found where no title announces them."""

from __future__ import annotations

import pytest

from bookcase.history.amend import Facts, read
from bookcase.legal.parser import parse
from tests.unit.history.test_amend_golden import line

FACTS = Facts("mau-thong-tu-09-2026-tt-btp-mau", "Quy định về sổ vườn", path="tt.md")
ON = "on mau-thong-tu-05-2019-tt-btp-mau"


def say(title: str, words: str) -> tuple[list[str], list[str]]:
    """Return what an article of an act on other matters does, and what is told."""
    text = f"###### Điều 9. {title}\n\n{words}\n"
    made = read(parse(text).value, FACTS)
    return [line(one) for one in made.value], [one.code for one in made.diagnostics]


@pytest.mark.parametrize(
    ("words", "row"),
    [
        ("Bãi bỏ khoản 2 Điều 5 Thông tư số 05/2019/TT-BTP-MAU.", "d5.k2"),
        ("Thông tư này thay thế Thông tư số 05/2019/TT-BTP-MAU.", "(văn bản)"),
        ("Thông tư số 05/2019/TT-BTP-MAU hết hiệu lực.", "(văn bản)"),
    ],
)
def test_what_a_sentence_does_outright_counts_in_any_article(
    words: str, row: str
) -> None:
    rows, told = say("Trách nhiệm của người giữ sổ", words)
    assert rows == [f"d9 | repeal | {row} | {ON} | from ?"]
    assert told == []


def test_a_change_of_no_known_act_is_told() -> None:
    words = "Sửa đổi khoản 2 Điều 5 như sau:\n\n> “2. Hai.”"
    assert say("Trách nhiệm của người giữ sổ", words) == ([], ["AMEND002"])


@pytest.mark.parametrize(
    "words",
    [
        "Bổ sung kinh phí theo Điều 5 Thông tư số 05/2019/TT-BTP-MAU.",
        "Hủy bỏ giấy phép quy định tại Điều 5 Thông tư số 05/2019/TT-BTP-MAU.",
        "Thay thế sổ cũ khi giấy phép hết hiệu lực.",
    ],
)
def test_an_act_s_own_matter_is_neither_read_nor_told(words: str) -> None:
    assert say("Trách nhiệm của người giữ sổ", words) == ([], [])


def test_no_act_changes_one_above_it() -> None:
    words = (
        "Bãi bỏ Thông tư số 01/2007/TT-BTP-MAU hướng dẫn Điều 4 và Điều 7 Nghị định số "
        "05/2019/NĐ-CP-MAU."
    )
    rows, told = say("Hiệu lực thi hành", words)
    assert rows == [
        "d9 | repeal | (văn bản) | on mau-thong-tu-01-2007-tt-btp-mau | from ?"
    ]
    assert told == ["AMEND002"]
