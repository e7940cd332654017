"""Words and pins of units."""

from __future__ import annotations

import hashlib
import unicodedata

from bookcase.legal.parser import parse
from bookcase.legal.words import pin, text_of

SOURCE = """\
###### Điều 5. Tên

1. Khoản [^1]  một:

a) Điểm{mark}.

> “Trích”

| a | b<br>c |

![hình](attachments/x.png)

[^1]: Chú thích.
"""


def test_the_words_are_those_that_are_printed() -> None:
    text = parse(SOURCE.format(mark="[^1]")).value
    assert text_of(text) == "Điều 5. Tên 1. Khoản một: a) Điểm. “Trích” a b c"


def test_a_pin_is_sixteen_digits_of_the_sha256() -> None:
    unit = parse("1. Một.").value.blocks[0]
    assert pin(unit) == hashlib.sha256(b"1. M\xe1\xbb\x99t.").hexdigest()[:16]


def test_footnotes_spaces_and_forms_of_letters_leave_a_pin_alone() -> None:
    plain = parse(SOURCE.format(mark="")).value
    noted = parse(SOURCE.format(mark="[^2]").replace(" một", "\u00a0một")).value
    apart = parse(unicodedata.normalize("NFD", SOURCE.format(mark=""))).value
    assert pin(plain) == pin(noted)
    assert text_of(apart.blocks[-1]) in text_of(plain)


def test_another_word_changes_it() -> None:
    text = parse(SOURCE.format(mark="")).value
    other = parse(SOURCE.format(mark=" khác")).value
    assert pin(text) != pin(other)
