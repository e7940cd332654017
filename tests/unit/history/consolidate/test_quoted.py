"""Quotes as real acts set them: their marks off, their words as they are."""

from __future__ import annotations

import pytest

from bookcase.history.consolidate.quoted import Sources, renoted
from bookcase.legal.parser import parse
from bookcase.legal.render import render
from bookcase.model.tree import LegalText


def brought(quote: str) -> str:
    """Return what a quote brings, rendered on one line."""
    lines = "\n".join(f"> {line}" for line in quote.split("\n"))
    source = parse(f"###### Điều 1. Sửa\n\n{lines}").value
    found = Sources().material(source, "d1/quote-1")
    return (
        render(LegalText(found.blocks)).strip().replace("\n\n", " / ") if found else ""
    )


@pytest.mark.parametrize(
    ("quote", "words"),
    [
        ("“8. Tám.”.", "8. Tám."),
        ("“8. Tám.”;", "8. Tám."),
        ("“8. Tám”", "8. Tám"),
        ("“8. Tám.”./.", "8. Tám."),
        ('"8. Tám."', "8. Tám."),
        ("“8. Tám.", "8. Tám."),
        ("8. Tám.”", "8. Tám."),
        ("8. Tám.", "8. Tám."),
        ("“8. Gọi là “Tám””.", "8. Gọi là “Tám”"),
        ("8. Gọi là “Tám”", "8. Gọi là “Tám”"),
        ("8. “Tám” và “chín”", "8. “Tám” và “chín”"),
        ("“8. Tám.\n\n8a. Tám a.”.", "8. Tám. / 8a. Tám a."),
        ("“8. Tám.”\n\n“8a. Tám a.”.", "8. Tám. / 8a. Tám a."),
        ("“8. Tám:\n\na) A;\n\nb) B.”.", "8. Tám: / a) A; / b) B."),
        ("“Một đoạn.”.", "Một đoạn."),
        ("“A” và “B”", "“A” và “B”"),
        ("“Điều 7b. Tên\n\nLời.”.", "###### Điều 7b. Tên / Lời."),
        ("“Điều 7b: Tên”", "###### Điều 7b: Tên"),
        ("“- Gạch;”", "- Gạch;"),
        ("“8. Bảng:\n\n| a | b |\n\n”.", "8. Bảng: / | a | b |"),
    ],
)
def test_quotes(quote: str, words: str) -> None:
    assert brought(quote) == words


def test_a_unit_that_quotes_on_its_own_line() -> None:
    source = parse(
        "1. Sửa tên:\n\na) “Điều 5. Mã số:\n\nV.09”;\n\nSố 12/Ngày 01\n\nb) Không"
    ).value
    sources = Sources()
    first = sources.material(source, "k1.a")
    assert first
    assert render(LegalText(first.blocks)) == "###### Điều 5. Mã số: V.09\n"
    assert sources.material(source, "k1.b") is None
    assert sources.material(source, "act") is None


def test_words_in_small_print_get_marks_that_are_free() -> None:
    source = parse("1. A\n\n> “1. B.[^1] C.[^2]”\n\n[^1]: một\n\n[^2]: hai").value
    found = Sources().material(source, "k1/quote-1")
    assert found
    made = renoted(found, {"1", "3"})
    assert render(LegalText(made.blocks, made.notes)) == (
        "1. B.[^4] C.[^2]\n\n[^4]: một\n\n[^2]: hai\n"
    )
    assert renoted(found, {"9"}) is found
