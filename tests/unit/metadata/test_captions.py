"""Captions are read as editors' programs write them."""

from __future__ import annotations

from bookcase.metadata.captions import read_captions, seconds

GOOD = """\
WEBVTT - Phụ đề

STYLE
::cue { color: red }

NOTE ghi chú

1
00:00:01.000 --> 00:00:03.500 align:start
<v Bà Lạc>Tôi chỉ <i>muốn</i>
nghe &amp; hiểu.</v>

01:02.250 --> 01:04.000
Im lặng.
"""


def test_lines_have_times_and_words_and_who_speaks() -> None:
    read = read_captions(GOOD, "a.vtt")
    assert read.diagnostics == ()
    first, second = read.value
    assert first == type(first)(1.0, 3.5, "Bà Lạc: Tôi chỉ muốn nghe & hiểu.")
    assert (second.start, second.end, second.text) == (62.25, 64.0, "Im lặng.")


def test_a_file_of_another_kind_is_told() -> None:
    read = read_captions("1\n00:00:01,000 --> 00:00:02,000\nLời\n", "a.vtt")
    assert [(one.code, one.span.line) for one in read.diagnostics] == [
        ("MEDIA003", 1),
        ("MEDIA003", 2),
    ]
    assert read.value == ()


def test_a_line_out_of_time_is_told_and_left_out() -> None:
    text = (
        "WEBVTT\n\n00:05.000 --> 00:04.000\nLùi\n\n00:06.000 --> 00:07.000\nĐúng\n\n"
        "00:01.000 --> 00:02.000\nTrước\n"
    )
    read = read_captions(text, "a.vtt")
    assert [one.text for one in read.value] == ["Đúng"]
    assert [one.span.line for one in read.diagnostics] == [3, 9]
    assert all(one.hint for one in read.diagnostics)


def test_times_are_read_in_both_forms() -> None:
    assert seconds("1:05") == 65
    assert seconds("01:00:00.250") == 3600.25
