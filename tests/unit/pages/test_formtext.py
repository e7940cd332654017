"""A form as a text file."""

from __future__ import annotations

from dataclasses import replace

from bookcase.model.publication import PublicationKind
from bookcase.pages.reading.formtext import form_text, text_url
from tests.unit.pages.samples import question

BODY = """\
Nhờ **tổ hòa giải**, xem [luật](luat:a#d1).

## Mẫu

| Mục | Nội dung |
|---|---|
| 1. Họ và tên | ……… |

!!! warning "Nguy hiểm"
    Gọi **113**.
"""
FORM = replace(
    question("a"), kind=PublicationKind.FORM, title="Giấy đề nghị", body=BODY
)


def test_a_form_is_plain_words_line_by_line() -> None:
    (file,) = form_text(FORM)
    assert file.url == text_url(FORM) == "hoi-dap/a/bieu-mau.txt"
    assert file.text.split("\r\n") == [
        "GIẤY ĐỀ NGHỊ",
        "",
        "Nhờ tổ hòa giải, xem luật.",
        "",
        "Mẫu",
        "",
        "Mục: Nội dung",
        "1. Họ và tên: ………",
        "",
        "Nguy hiểm",
        "Gọi 113.",
        "",
    ]


def test_what_is_no_form_has_no_such_file() -> None:
    assert list(form_text(question("a"))) == []
