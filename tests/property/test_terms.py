"""What holds of terms and their uses in every text."""

from __future__ import annotations

from typing import TYPE_CHECKING
from unicodedata import normalize

from hypothesis import given
from hypothesis import strategies as st

from bookcase.legal.ids import id_map, identified
from bookcase.legal.parser import parse
from bookcase.model.tree import LegalText, Paragraph, Unit, every_block
from bookcase.terms import Term, definitions, uses
from bookcase.terms.heads import head
from bookcase.terms.order import letter, sort_key

from .legal_texts import legal_texts
from .test_legal import SLOW

if TYPE_CHECKING:
    from collections.abc import Iterator

WORDS = ["nhà bè", "Nhà bè tạm", "bè", "(chủ bè)", "là", "sổ", "Ban Neo", ",", "“bến”"]
_said = st.lists(st.sampled_from(WORDS), min_size=1, max_size=6).map(" ".join)
_clause = st.builds("{}. {} là {}".format, st.integers(1, 9), _said, _said)
_plain = st.builds("{}. {}".format, st.integers(1, 9), _said)


@st.composite
def texts(draw: st.DrawFn) -> LegalText:
    """Draw a text that defines words and uses them."""
    lists = st.lists(_clause, min_size=1, max_size=4)
    defined = draw(lists)
    used = draw(st.lists(_plain, max_size=5))
    lines = ["###### Điều 1. Giải thích từ ngữ", *defined, "###### Điều 2. Neo", *used]
    return parse("\n\n".join(lines)).value


def _lines(text: LegalText) -> Iterator[Paragraph | Unit]:
    for block in every_block(text.blocks):
        if isinstance(block, (Paragraph, Unit)):
            yield block


@given(texts())
def test_a_use_is_a_name_as_whole_words(text: LegalText) -> None:
    found = uses(text, definitions(text))
    for block in _lines(text):
        for use in found.get(id(block), ()):
            words = block.text[use.start : use.end]
            assert words[1:] in {name[1:] for name in use.term.names}
            around = f" {block.text} "[use.start], f" {block.text} "[use.end + 1]
            assert not any(letter.isalnum() for letter in around)


@given(texts())
def test_uses_stand_apart_and_in_order(text: LegalText) -> None:
    for found in uses(text, definitions(text)).values():
        ends = [0, *(use.end for use in found)]
        assert all(end <= use.start for end, use in zip(ends, found, strict=False))


@given(texts())
def test_no_term_is_marked_in_its_own_definition(text: LegalText) -> None:
    ids = id_map(text)
    found = uses(text, definitions(text, ids), ids)
    for block in _lines(text):
        for use in found.get(id(block), ()):
            assert not f"{ids.get(id(block), '')}.".startswith(f"{use.term.unit}.")


@SLOW
@given(legal_texts)
def test_a_term_names_a_unit_of_the_text(text: LegalText) -> None:
    names = {"", *(one.id for one in identified(text))}
    for term in definitions(text):
        assert {term.unit, term.scope} <= names
        assert term.words
        assert term.definition


@given(st.text())
def test_any_line_can_be_read(line: str) -> None:
    found = head(line)
    assert found is None or found.words


@given(st.text())
def test_words_stand_in_one_place_however_they_are_composed(words: str) -> None:
    parted, composed = normalize("NFD", words), normalize("NFC", words)
    assert sort_key(parted) == sort_key(composed)
    assert letter(parted) == letter(composed)


def test_a_name_too_short_to_seek_is_passed_over() -> None:
    text = parse("1. A b.").value
    assert uses(text, (Term("A", "d1", "chữ"),)) == {}
