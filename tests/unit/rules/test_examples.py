"""What a rule calls good passes, and what it calls bad does not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bookcase.legal.parser import parse
from bookcase.rules import (
    footnote_pair,
    letters,
    links,
    missing_picture,
    repeated_unit,
    unfilled,
    unit_order,
)

from .examples import examples

if TYPE_CHECKING:
    from types import ModuleType

    from bookcase.diagnostics import Diagnostic

RULES = (
    footnote_pair,
    links,
    missing_picture,
    repeated_unit,
    unfilled,
    unit_order,
)


def check(rule: ModuleType, source: str) -> list[Diagnostic]:
    text = parse(source, "a.md").value
    if rule is links:
        return list(links.check(source, "to-gap/a.md", 1, {"01-2024-qh15-mau"}, ()))
    if rule is unfilled:
        return list(unfilled.check(source, "hoi-dap/a.md"))
    if rule is missing_picture:
        return list(missing_picture.check(text, "a.md", {"so-do.png"}))
    return list(rule.check(text, "a.md"))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.CODE)
def test_good_passes_and_bad_does_not(rule: ModuleType) -> None:
    shown = examples(rule)
    assert set(shown) == {"Good", "Bad"}
    assert check(rule, shown["Good"]) == []
    bad = check(rule, shown["Bad"])
    assert {one.code for one in bad} == {rule.CODE}
    assert all(one.message and one.hint for one in bad)


def test_no_two_rules_share_a_code() -> None:
    codes = [rule.CODE for rule in (*RULES, letters)]
    assert len(codes) == len(set(codes))
