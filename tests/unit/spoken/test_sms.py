"""Text messages."""

from __future__ import annotations

from dataclasses import replace

from bookcase.diagnostics import Span
from bookcase.model.publication import PublicationKind
from bookcase.spoken.sms import alphabet, digest, length, message, more_at, toneless

from .test_script import TOLD

SPAN = Span("tin-nhan/mau.md")


def test_alphabets_and_lengths() -> None:
    assert alphabet("Nhan tin: @ £ à é ñ") == "GSM-7"
    assert alphabet("Nhắn tin") == "UCS-2"
    assert length("a{b}€", "GSM-7") == 8
    assert length("😀đ", "UCS-2") == 3


def test_one_message_bears_no_number() -> None:
    assert message("a" * 160, SPAN).value.parts == ("a" * 160,)
    assert message("ă" * 70, SPAN).value.parts == ("ă" * 70,)


def test_more_bear_numbers_and_fit() -> None:
    made = message("Đã uống rượu, bia thì không lái xe. " * 12, SPAN).value
    assert made.alphabet == "UCS-2"
    assert all(length(part, "UCS-2") <= 70 for part in made.parts)
    assert made.parts[0].startswith(f"(1/{len(made.parts)}) Đã uống")


def test_tones_are_taken_off() -> None:
    said = "Đường sắt, ngõ “Ưng”: 5 m² – 10 °C… ₫"
    assert toneless(said) == 'Duong sat, ngo "Ung": 5 m2 - 10  do C... d'
    assert message("Nhắn tin", SPAN, tones=False).value.alphabet == "GSM-7"


def test_numbers_and_citations_are_not_cut() -> None:
    text = f"{'x' * 45} khoản 2 Điều 5, gọi 0200 000 0201 trong 60 ngày, {'y' * 50}"
    parts = message(text, SPAN).value.parts
    assert any("0200 000 0201" in part for part in parts)
    assert any("60 ngày" in part for part in parts)
    assert any("Điều 5" in part for part in parts)


def test_a_word_longer_than_a_message_is_refused() -> None:
    made = message("ă" * 80, SPAN)
    assert made.value.parts == ()
    assert [one.code for one in made.diagnostics] == ["SMS002"]
    assert [one.code for one in message(" ", SPAN).diagnostics] == ["SMS001"]


def test_more_than_nine_parts_count_their_digits() -> None:
    made = message("từ " * 400, SPAN).value
    assert len(made.parts) > 9
    assert made.parts[-1].startswith(f"({len(made.parts)}/{len(made.parts)}) ")
    assert all(length(part, "UCS-2") <= 70 for part in made.parts)


def test_a_message_of_it_wins() -> None:
    kind = PublicationKind.SMS
    own = replace(TOLD, id="tin-nhan-mau", kind=kind, of=TOLD.id, body="Nhớ *gọi* 113.")
    assert digest(TOLD, (own,)) == "Nhớ gọi 113."
    assert digest(TOLD, (), "a.example") == (
        "Khi có hỏa hoạn. Làm gì trước, làm gì sau. Xem: a.example"
    )


def test_more_is_on_the_page_of_what_a_message_is_about() -> None:
    own = replace(TOLD, id="tin-nhan-mau", folder="tin-nhan", of=TOLD.id)
    assert more_at(TOLD, (), "a.example") == "a.example/hoi-dap/mau.html"
    assert more_at(own, (TOLD,), "a.example") == "a.example/hoi-dap/mau.html"
    assert more_at(TOLD, (), "") == ""
    long = f"{'a' * 40}.example"
    assert more_at(TOLD, (), long) == long


def test_the_address_stays_with_its_word() -> None:
    said = f"{'từ ' * 20}Xem: a.example/hoi-dap/mau.html"
    assert "Xem: a.example/hoi-dap/mau.html" in message(said, SPAN).value.parts[-1]


def test_a_title_that_asks_ends_with_its_question() -> None:
    asking = replace(TOLD, title="Cháy nhà thì làm thế nào?", summary="Gọi 114")
    assert digest(asking) == "Cháy nhà thì làm thế nào? Gọi 114."
    assert digest(replace(asking, title="Chạy ngay!", summary="")) == "Chạy ngay!"


def test_an_address_stays_with_what_names_it() -> None:
    parts = message(f"{'x' * 58} Xem: mau.example", SPAN, tones=False).value.parts
    assert parts == (f"{'x' * 58} Xem: mau.example",)
    parts = message(f"{'ă' * 58} Xem: mau.example", SPAN).value.parts
    assert parts[-1] == "(2/2) Xem: mau.example"
