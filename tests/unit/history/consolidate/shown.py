"""Consolidations as golden files show them.

A case gives the text, then for each acting act ``=> id day``, its text, a line ``--``
and its rows of ``effects.yml`` without ``on`` and ``effective``. ``@bến`` is the common
text :data:`BASE`. What is shown are the lines that went and came, the causes (``~``)
and what could not be done (``!``).
"""

from __future__ import annotations

import difflib
import re
from datetime import date
from itertools import chain
from typing import TYPE_CHECKING

from bookcase.history.consolidate import Consolidated, Due, consolidate
from bookcase.history.consolidate.order import ordered
from bookcase.legal.parser import parse
from bookcase.legal.render import render
from bookcase.metadata.effects import read_effects
from bookcase.model.effects import Phase

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bookcase.model.tree import LegalText

TARGET = "luat-goc"
BASE = """\
###### Điều 1. Phạm vi

Luật này quy định về bến thuyền.

###### Điều 2. Nguyên tắc

1. Người gác đèn trực hằng đêm.

2. Tổ tự quản có việc sau đây:

a) Ghi sổ trực;

b) Giữ đèn báo;

c) Quét bến.

3. Bến đóng khi nước lên quá vạch.

###### Điều 3. Hiệu lực

Luật này có hiệu lực từ ngày ký.
"""
_ACT = re.compile(r"^=> (\S+) (\d{4}-\d\d-\d\d)\n", re.MULTILINE)
_ROW = re.compile(r"^- \{", re.MULTILINE)


def given_of(given: str) -> tuple[LegalText, tuple[Due, ...]]:
    """Return the text of a case and its effects in order."""
    base, *acts = _ACT.split(given.replace("@bến\n", BASE))
    parts = zip(acts[::3], acts[1::3], acts[2::3], strict=True)
    due = chain.from_iterable(_dues(*part) for part in parts)
    return parse(base).value, ordered(due)


def say(given: str) -> str:
    """Consolidate the text of a case."""
    base, due = given_of(given)
    return shown(base, consolidate(base, due))


def shown(base: LegalText, made: Consolidated) -> str:
    """Show what changed in a text, and what could not be done."""
    old, new = (render(text).splitlines() for text in (base, made.text))
    lines = [
        f"{line.rstrip()}\n"
        for line in difflib.ndiff(old, new)
        if line[0] in "+-" and line[2:].strip()
    ]
    changes = [
        f"~ {one.id} {one.op}{' repealed' if one.repealed else ''}:"
        f" {', '.join(f'{c.act}#{c.by} {c.since}' for c in one.causes)}\n"
        for one in made.changes
    ]
    left = [
        f"! {one.act}:{one.effect.line} {one.code} {one.message}\n"
        for one in made.unapplied
    ]
    return "".join([*lines, *changes, *left])


def _dues(act: str, day: str, body: str) -> Iterator[Due]:
    text, _, rows = body.partition("--\n")
    source, phase = parse(text).value, Phase(date.fromisoformat(day))
    written = _ROW.sub(f"- {{on: {TARGET}, ", rows)
    read = read_effects(written, "effects.yml")
    assert read.diagnostics == (), read.diagnostics
    return (Due(act, effect, phase, source) for effect in read.value)
