"""Instructions written by a rule are read; no text at all harms the reader."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bookcase.history.amend import Facts, read
from bookcase.legal.ids import identified
from bookcase.legal.parser import parse
from bookcase.model.effects import Op

from .legal_texts import legal_texts

if TYPE_CHECKING:
    from bookcase.model.effects import Effect
    from bookcase.model.tree import LegalText

SLOW = settings(suppress_health_check=list(HealthCheck), deadline=None)
FACTS = Facts(
    "luat-2", "Luật sửa đổi, bổ sung một số điều của Luật Vườn số 1/2022/QH15"
)
HEAD = "###### Điều 1. Sửa đổi, bổ sung một số điều của Luật Vườn số 1/2022/QH15\n\n"
LETTERS = "abcdeghiklmnopqrstuvx"

_articles = st.integers(1, 99)
_clauses = st.integers(1, 20)
_points = st.sampled_from(LETTERS)
_words = st.sampled_from(
    ["vườn", "ao làng", "Ủy ban nhân dân xã", "“sổ” vườn", "(nếu có)"]
)


@st.composite
def places(draw: st.DrawFn) -> tuple[str, str]:
    """Draw a place: its address, and how law names it."""
    article, clause, point = draw(_articles), draw(_clauses), draw(_points)
    depth = draw(st.integers(1, 3))
    return (
        (f"d{article}", f"Điều {article}"),
        (f"d{article}.k{clause}", f"khoản {clause} Điều {article}"),
        (
            f"d{article}.k{clause}.{point}",
            f"điểm {point} khoản {clause} Điều {article}",
        ),
    )[depth - 1]


def quoted(address: str, words: str) -> str:
    """Return a quote of new text for a place."""
    last = address.rpartition(".")[2]
    mark = {"d": f"Điều {last[1:]}.", "k": f"{last[1:]}."}.get(last[0], f"{last})")
    if "." in address and not last[1:].isdigit():
        mark = f"{last})"
    return f"> “{mark} {words}.”."


def rows(body: str) -> tuple[Effect, ...]:
    """Read the body of an amending article; nothing may be odd in it."""
    found = read(parse(HEAD + body + "\n").value, FACTS)
    assert found.diagnostics == ()
    return found.value


@given(places(), st.sampled_from(["Sửa đổi, bổ sung", "Sửa đổi"]))
@SLOW
def test_a_unit_that_is_replaced(place: tuple[str, str], verb: str) -> None:
    address, name = place
    body = f"1. {verb} {name} như sau:\n\n{quoted(address, 'Lời mới')}\n"
    [row] = rows(body)
    assert (row.by, row.on, row.op) == ("d1.k1", "luat-1-2022-qh15", Op.REPLACE)
    assert (row.at, row.text) == ((address,), "d1.k1/quote-1")


@given(st.lists(places(), min_size=1, max_size=12), st.sampled_from([", ", "; "]))
@SLOW
def test_a_list_of_places_keeps_every_one(
    listed: list[tuple[str, str]], between: str
) -> None:
    said = between.join(name for _, name in listed)
    [row] = rows(f"1. Bãi bỏ {said}.\n")
    assert row.op is Op.REPEAL
    assert row.at == tuple(dict.fromkeys(address for address, _ in listed))


@given(_words, _words, st.lists(places(), min_size=1, max_size=6))
@SLOW
def test_words_and_their_places(
    old: str, new: str, listed: list[tuple[str, str]]
) -> None:
    said = "; ".join(name for _, name in listed)
    [row] = rows(f"1. Thay thế cụm từ “{old}” bằng cụm từ “{new}” tại {said}.\n")
    assert (row.op, row.find, row.with_) == (Op.REPLACE_WORDS, old, new)
    assert row.at == tuple(dict.fromkeys(address for address, _ in listed))


@given(_articles, _clauses, st.sampled_from(["vào sau", "sau"]))
@SLOW
def test_a_unit_that_is_put_in(article: int, clause: int, side: str) -> None:
    name = f"{clause}a"
    [row] = rows(
        f"1. Bổ sung khoản {name} {side} khoản {clause} Điều {article} như sau:\n\n"
        f"> “{name}. Lời mới.”.\n"
    )
    assert (row.op, row.at, row.new) == (Op.INSERT, (f"d{article}",), f"k{name}")
    assert (row.position, row.anchor) == ("after", f"k{clause}")


_pieces = st.sampled_from(
    [
        "Sửa đổi, bổ sung ", "Bổ sung ", "Thay thế cụm từ ", "Bãi bỏ ", "“A”", "“B”",
        " bằng ", " tại ", "khoản 2 ", "Điều 5", "Điều này", " như sau:", "; ", ", ",
        " và ", "của Luật Ao số 2/2020/QH14", " này", " được sửa đổi", "trừ ", "“", "”",
        "tên ", "Phụ lục I", "Mẫu số 01", " vào sau ", " hết hiệu lực", ".", ":",
        "\n\n",        "> “2. Hai.”\n\n", "1. ", "a) ", "- ",
    ]
)  # fmt: skip


@given(st.lists(_pieces, max_size=40).map("".join))
@SLOW
def test_any_sentence_is_read_or_told_and_names_what_is_there(body: str) -> None:
    text = parse(HEAD + body).value
    found = read(text, FACTS)
    ids = {one.id for one in identified(text)}
    for row in found.value:
        assert row.by in ids
        assert not row.text or row.text in ids
        assert row.on not in {"", "own", "unknown", FACTS.id}
        assert row.find or row.op not in {Op.REPLACE_WORDS, Op.DELETE_WORDS, Op.CORRECT}


@given(legal_texts)
@SLOW
def test_any_text_can_be_read(text: LegalText) -> None:
    first = read(text, FACTS)
    assert read(text, FACTS) == first
