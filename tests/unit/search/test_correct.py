"""What the index does not know is read as what was meant."""

import pytest

from bookcase.search.correct import Reading, Unknown, reading

KNOWN = {
    "dang": 900, "ky": 800, "khai": 500, "sinh": 700, "duoc": 990, "dat": 600,
    "nguoi": 800, "quyen": 700, "su": 600, "dung": 600, "tich": 90, "ho": 900,
    "hon": 300, "ly": 400, "thua": 100, "ke": 200, "nghi": 300, "dinh": 400, "to": 5,
    "khi": 9000, "luat": 900, "dai": 400, "tu": 300, "choi": 40, "duong": 80, "ii": 9,
    "cm": 9, "nd": 9,
}  # fmt: skip
TOGETHER = ["khai sinh", "khai sinh", "dang ky"]
"""A pair for each record that has it."""


@pytest.mark.parametrize(
    ("typed", "meant", "guessed"),
    [
        ("dang ky khai sinh", "dang ky khai sinh", False),
        ("dduwowcj", "duoc", False),
        ("dduwojwc", "duoc", False),
        ("ddaats", "dat", False),
        ("nguwowif", "nguoi", False),
        ("quyeefn", "quyen", False),
        ("d9u7o7c5", "duoc", False),
        ("nghij ddinhj", "nghi dinh", False),
        ("dag ky", "dang ky", True),
        ("khia sinh", "khai sinh", True),
        ("thua kee", "thua ke", False),
        ("khaisinh", "khai sinh", True),
        ("zzzzzz", "zzzzzz", False),
        ("xy", "xy", False),
        ("d9a61t d9ai", "dat dai", False),
        ("luat65 dat615", "luat dat", False),
        ("lu75c ke61", "lu75c ke", False),
        ("qh19", "qh19", False),
        ("thwaf kees", "thua ke", False),
        ("twf chooi", "tu choi", False),
        ("dwowngf", "duong", False),
        ("dangkykhaisinh", "dang ky khai sinh", True),
        ("daiii", "daiii", False),
        ("cmnd", "cmnd", False),
    ],
)
def test_each_is_put_right(typed: str, meant: str, guessed: bool) -> None:  # noqa: FBT001
    words, at, unknown = typed.split(), 0, []
    for before, word, after in zip(["", *words], words, [*words[1:], ""], strict=False):
        if word not in KNOWN:
            unknown.append(Unknown(at, at + len(word), word, before, after))
        at += len(word) + 1
    read = reading(typed, unknown, KNOWN, TOGETHER.count)
    assert (read.guess or read.said, bool(read.guess)) == (meant, guessed)


def test_what_was_certain_stands_in_what_is_searched_for_beside_a_guess() -> None:
    unknown = [Unknown(0, 6, "ddaats"), Unknown(8, 12, "khia", "ddaats", "sinh")]
    read = reading("Ddaats, khia sinh", unknown, KNOWN, TOGETHER.count)
    assert read == Reading("dat, khia sinh", "dat, khai sinh")


def test_what_was_pasted_is_not_guessed_at() -> None:
    unknown = [Unknown(1, 5, "khia", "", "sinh")]
    for typed in ("<khia sinh>", "=khia sinh"):
        assert reading(typed, unknown, KNOWN, TOGETHER.count) == Reading(typed)
