"""Instructions, wording by wording: each case is an amending law of its own."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bookcase.history.amend import Facts, read
from bookcase.legal.parser import parse
from tests import golden

if TYPE_CHECKING:
    from bookcase.model.effects import Effect

FILE = Path("tests/golden/amend/instructions.txt")
HEAD = """###### Điều 1. Sửa đổi, bổ sung một số điều của Luật Vườn số 01/2022/QH15-MAU

"""
FORCE = """
###### Điều 2. Hiệu lực thi hành

Luật này có hiệu lực từ ngày 01 tháng 7 năm 2026.
"""
TARGET = "mau-luat-01-2022-qh15-mau"
FACTS = Facts("mau-luat-02-2026-qh16-mau", "Luật sửa đổi Luật Vườn", path="luat.md")


def say(given: str) -> str:
    """Return what is read out of the body of an amending act."""
    body, annex, rest = given.partition("## ")
    read_ = read(parse(HEAD + body + FORCE + annex + rest).value, FACTS)
    lines = [line(effect) for effect in read_.value]
    lines += [f"! {one.code} {one.message}" for one in read_.diagnostics]
    return "".join(f"{one}\n" for one in lines)


def line(effect: Effect) -> str:
    parts = [effect.by, effect.op.value, ", ".join(effect.at) or "(văn bản)"]
    if effect.on != TARGET:
        parts.append(f"on {effect.on}")
    if effect.new:
        parts.append(f"new {effect.new}")
    if effect.position:
        parts.append(f"{effect.position} {effect.anchor}".strip())
    if effect.text:
        parts.append(f"text {effect.text}")
    if effect.find or effect.with_:
        parts.append(f"«{effect.find}» → «{effect.with_}»")
    start = effect.effective[0].start.isoformat() if effect.effective else "?"
    if start != "2026-07-01":
        parts.append(f"from {start}")
    if effect.effective and effect.effective[0].until:
        parts.append(f"until {effect.effective[0].until}")
    return " | ".join(parts)


@pytest.mark.parametrize("case", golden.cases(FILE), ids=lambda case: case.title)
def test_an_instruction_is_read(
    case: golden.Case, request: pytest.FixtureRequest
) -> None:
    if request.config.getoption("--update-golden", default=False):
        golden.update(FILE, say)
        return
    assert say(case.given) == case.expected
