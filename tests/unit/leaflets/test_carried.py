"""Bodies and tails in script files: what is written is read again."""

from __future__ import annotations

import json

import pytest

from bookcase.leaflets.carried import (
    body_of,
    body_script,
    read_script,
    tail_of,
    tails_name,
    tails_script,
)
from bookcase.leaflets.join import Body, Tail

BODY = Body(
    data=b"%PDF-1.7\n\xf0\x9f",
    title="Tờ gấp: Viết di chúc “cho đúng”",
    table=70,
    size=600,
    root=526,
    info=(b"<</Title ", b"/Author <feff1ed5>>>"),
    about=("<x>Tổ ".encode(), b"</x>"),
    identity="0123456789abcdef0123456789abcdef",
)
TAIL = Tail(
    data=b"3 0 obj\n\xff",
    place="Xã Bảo Lạc, Tỉnh Cao Bằng",
    offsets=((3, 0), (4, 120), (11, 700)),
    bundled=(5, 6, 7, 13, 14, 269),
    identity="00ff",
)


def test_a_body_is_read_as_it_was_written() -> None:
    name, record = read_script(body_script("to-gap/viet-di-chuc", BODY))
    assert (name, body_of(record)) == ("to-gap/viet-di-chuc", BODY)


def test_tails_are_read_as_they_were_written() -> None:
    text = tails_script("xa/04-1", {"01351": TAIL, "01321": TAIL})
    name, record = read_script(text)
    assert (name, list(record)) == ("xa/04-1", ["01321", "01351"])
    assert [tail_of(one) for one in record.values()] == [TAIL, TAIL]


def test_a_script_is_one_call_on_one_line() -> None:
    text = tails_script("xa/04-1", {"01321": TAIL})
    assert text.startswith('toGap("xa/04-1",{"01321":{"bundled":[[5,3],[13,2],[269,1]]')
    assert text.endswith("});\n")
    assert text.count("\n") == 1


@pytest.mark.parametrize("text", ["", "toGap(", "alert(1)", 'toGap("a");\n'])
def test_what_is_no_such_script_is_refused(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - JSON's, or too few values
        read_script(text)


def test_the_name_of_the_file_follows_from_province_and_code() -> None:
    names = {tails_name("04", code) for code in ("01321", "01357", "01336")}
    assert names == {"xa/04-1", "xa/04-0"}
    assert json.dumps(sorted(names)) == '["xa/04-0", "xa/04-1"]'
