"""An amending act of two hundred kilobytes is read in half a second."""

from __future__ import annotations

import time

from bookcase.history.amend import Facts, read
from bookcase.legal.parser import parse

WORDS = "trồng, chăm sóc và thu hoạch rau ăn lá trong vườn của cộng đồng dân cư " * 4


def act(articles: int) -> str:
    """Return an act that replaces a clause, puts one in and rewords, article by one."""
    parts = [
        "###### Điều 1. Sửa đổi, bổ sung một số điều của Luật Vườn số 1/2022/QH15\n"
    ]
    for number in range(1, articles + 1):
        first = 3 * number - 2
        parts += (
            f"{first}. Sửa đổi, bổ sung khoản 2 Điều {number} như sau:\n",
            f"> “2. {WORDS}.”.\n",
            f"{first + 1}. Bổ sung khoản 2a vào sau khoản 2 Điều {number} như sau:\n",
            f"> “2a. {WORDS}.”.\n",
            f"{first + 2}. Thay thế từ “cũ” bằng từ “mới” tại khoản 1 Điều {number}.\n",
        )
    return "\n".join(parts)


def test_two_hundred_kilobytes() -> None:
    source = act(210)
    text = parse(source).value
    assert len(source.encode()) > 200_000
    start = time.process_time()
    found = read(text, Facts("luat-sua-doi", "Luật sửa đổi Luật Vườn số 1/2022/QH15"))
    assert time.process_time() - start < 0.5
    assert len(found.value) == 630
    assert found.diagnostics == ()
