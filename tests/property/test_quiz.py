"""Whatever is asked and answered: the page marks it as Python does, codes come back."""

from __future__ import annotations

import shutil
import string
import unicodedata
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.quizmarks import SCRIPT, code, in_node, marks, single

needs_node = pytest.mark.skipif(
    shutil.which("node") is None, reason="Node.js is not installed"
)
KINDS = ("single", "multiple", "true-false", "order")


@st.composite
def questions(draw: st.DrawFn) -> dict[str, Any]:
    """Draw a question that is answered."""
    kind = draw(st.sampled_from(KINDS))
    many = 2 if kind == "true-false" else draw(st.integers(2, 6))
    every = list(range(many))
    right = every
    if kind == "multiple":
        right = sorted(draw(st.sets(st.sampled_from(every), min_size=1)))
    elif kind != "order":
        right = [draw(st.sampled_from(every))]
    return {
        "kieu": kind,
        "loi": "?",
        "chon": [str(one) for one in every],
        "dung": right,
    }


@st.composite
def quizzes(draw: st.DrawFn) -> dict[str, Any]:
    """Draw a quiz, some of whose questions are cases."""
    case = st.lists(questions(), min_size=1, max_size=3).map(
        lambda inner: {"kieu": "case", "loi": "…", "cau": inner}
    )
    asked = draw(st.lists(questions() | case, min_size=1, max_size=6))
    return {"ten": "bai", "ban": "a1b2c3", "dat": 70, "cau": asked}


@st.composite
def answered(draw: st.DrawFn) -> tuple[dict[str, Any], list[str]]:
    """Draw a quiz and answers: often right, at times none, at times not asked."""
    quiz = draw(quizzes())
    words = []
    for one in single(quiz):
        letters = string.ascii_lowercase[: len(one["chon"])]
        right = "".join(letters[at] for at in one["dung"])
        wrong = st.permutations(letters).map(lambda held: "".join(held)[:2])
        words.append(draw(st.sampled_from([right, right, "-", ""]) | wrong))
    return quiz, words


@needs_node
@settings(max_examples=15, deadline=None)
@given(st.lists(answered(), min_size=1, max_size=12))
def test_the_page_marks_as_python_does(
    held: list[tuple[dict[str, Any], list[str]]],
) -> None:
    told = in_node(SCRIPT, [("cham", list(one)) for one in held], "tracNghiem")
    assert told == [marks(*one) for one in held]


def clean(text: str) -> str:
    """Return a text as codes hold names: composed, no bars, single blanks."""
    bare = "".join(" " if one.isspace() or one == "|" else one for one in text)
    return unicodedata.normalize("NFC", " ".join(bare.split()))


NAMES = st.text(
    st.sampled_from("aăâđêôơưĐỨỳ NguyễnThịHà|~+.-'\"  \t"), max_size=40
).map(clean)
RESULTS = st.fixed_dictionaries(
    {
        "bai": st.lists(
            st.fixed_dictionaries(
                {
                    "ten": st.from_regex(
                        r"[a-z0-9]+(?:-[a-z0-9]+){0,3}", fullmatch=True
                    ),
                    "ban": st.from_regex(r"[0-9a-f]{6}", fullmatch=True),
                    "dap": st.lists(
                        st.sampled_from(["a", "bc", "dacb", "-", ""]), min_size=1
                    ),
                }
            ),
            min_size=1,
            max_size=3,
        ),
        "ten": NAMES,
        "lop": NAMES,
        "giay": st.integers(0, 36000),
        "ngay": st.just("2026-11-24"),
    }
)


@needs_node
@settings(max_examples=15, deadline=None)
@given(st.lists(RESULTS, min_size=1, max_size=12))
def test_a_result_comes_back_out_of_its_code(held: list[dict[str, Any]]) -> None:
    codes = in_node(SCRIPT, [("maHoa", [one]) for one in held], "tracNghiem")
    assert codes == [code(one) for one in held]
    spaced = [f"  {one.replace('|', '|')}\n" for one in codes]
    back = in_node(SCRIPT, [("giaiMa", [one]) for one in spaced], "tracNghiem")
    assert back == held


@needs_node
@settings(max_examples=15, deadline=None)
@given(st.lists(RESULTS, min_size=1, max_size=12), st.data())
def test_a_code_that_lost_a_sign_is_known(
    held: list[dict[str, Any]], data: st.DataObject
) -> None:
    broken = []
    for one in map(code, held):
        at = data.draw(st.integers(0, len(one) - 1))
        broken.append(one[:at] + one[at + 1 :])
    told = in_node(SCRIPT, [("giaiMa", [one]) for one in broken], "tracNghiem")
    wrong = [one for one in told if not isinstance(one, str)]
    # A blank beside a blank may go without harm; what is lost else is told.
    assert all(one in held for one in wrong)


SETS = st.fixed_dictionaries(
    {
        "bai": st.lists(
            st.fixed_dictionaries(
                {
                    "ten": st.from_regex(
                        r"[a-z0-9]+(?:-[a-z0-9]+){0,3}", fullmatch=True
                    ),
                    "ban": st.from_regex(r"[0-9a-f]{6}", fullmatch=True),
                    "chon": st.lists(st.integers(1, 40), max_size=5, unique=True),
                }
            ),
            min_size=1,
            max_size=3,
        ),
        "phut": st.integers(0, 600),
        "lop": NAMES,
        "hat": st.integers(0, 9999),
        "an": st.booleans(),
    }
)


@needs_node
@settings(max_examples=15, deadline=None)
@given(st.lists(SETS, min_size=1, max_size=12))
def test_what_a_class_is_set_comes_back_out_of_its_link(
    held: list[dict[str, Any]],
) -> None:
    links = in_node(SCRIPT, [("vietDe", [one]) for one in held], "tracNghiem")
    assert all(one.isascii() and " " not in one for one in links)
    back = in_node(SCRIPT, [("docDe", [one]) for one in links], "tracNghiem")
    assert back == held


@needs_node
def test_an_order_follows_from_its_seed() -> None:
    calls: list[tuple[str, list[Any]]] = [
        ("xao", [count, seed]) for count in range(8) for seed in (1, 2, 77)
    ]
    first, again = (in_node(SCRIPT, calls, "tracNghiem") for _ in "12")
    assert first == again
    assert all(
        sorted(one) == list(range(call[1][0]))
        for one, call in zip(first, calls, strict=True)
    )
    assert len({str(one) for one in first[-3:]}) == 3
