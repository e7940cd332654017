"""From the letters of a source to a legal text."""

from __future__ import annotations

import pytest

from bookcase.legal.parser import parse
from bookcase.legal.render import render
from tests.golden import Case, cases, update
from tests.shared import ROOT

from .examples import lost, read, said

PATH = ROOT / "tests/golden/imports/texts.md"


def test_texts_are_read_as_the_examples_say(pytestconfig: pytest.Config) -> None:
    if pytestconfig.getoption("--update-golden"):
        update(PATH, said)
    for case in cases(PATH):
        assert said(case.given) == case.expected, case.title


@pytest.mark.parametrize("case", cases(PATH), ids=lambda case: case.title)
def test_no_example_loses_a_letter_and_each_is_read_back(case: Case) -> None:
    head, _, text = case.given.partition("\n")
    kind, number = head.split()
    draft, made = read(kind, number, text)
    assert lost(draft, made) is None
    assert parse(render(made.text)).value == made.text
