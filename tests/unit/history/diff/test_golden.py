"""What a comparison says, by example."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bookcase.history.diff import applied, compare, lines, words
from tests.golden import Case, cases, update
from tests.shared import ROOT

from .shown import say_units, say_words, sides, texts

if TYPE_CHECKING:
    from pathlib import Path

GOLDEN = ROOT / "tests" / "golden" / "diff"
SAY = {"words": say_words, "units": say_units}
CASES = [
    pytest.param(GOLDEN / f"{name}.md", case, id=f"{name}: {case.title}")
    for name in SAY
    for case in cases(GOLDEN / f"{name}.md")
]


@pytest.mark.parametrize(("path", "case"), CASES)
def test_comparison(path: Path, case: Case, request: pytest.FixtureRequest) -> None:
    say = SAY[path.stem]
    if request.config.getoption("--update-golden"):
        update(path, say)
    else:
        assert say(case.given) == case.expected


@pytest.mark.parametrize("case", cases(GOLDEN / "words.md"), ids=lambda c: c.title)
def test_words_are_exact(case: Case) -> None:
    old, new = sides(case.given)
    assert applied(old, words(old, new)) == new


@pytest.mark.parametrize("case", cases(GOLDEN / "units.md"), ids=lambda c: c.title)
def test_the_other_way_round_what_was_added_is_gone(case: Case) -> None:
    old, new = texts(case.given)
    there, back = compare(old, new).rows, compare(new, old).rows
    assert {row.new for row in there if not row.old} == {
        row.old for row in back if not row.new
    }


@pytest.mark.parametrize("case", cases(GOLDEN / "units.md"), ids=lambda c: c.title)
def test_a_text_does_not_differ_from_itself(case: Case) -> None:
    for text in texts(case.given):
        rows = compare(text, text).rows
        assert not any(row.differs for row in rows)
        assert len(rows) == len(lines(text))


def test_pieces_of_another_text_are_refused() -> None:
    with pytest.raises(ValueError, match="not made from this text"):
        applied("khoản 1", words("khoản 2", "khoản 3"))
