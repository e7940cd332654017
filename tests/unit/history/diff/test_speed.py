"""A code of five hundred articles is compared in less than a second."""

from __future__ import annotations

import random
import time
from dataclasses import replace

from bookcase.history.diff import compare
from bookcase.model.tree import Block, Kind, LegalText, Unit

CHANCE = random.Random(11)  # noqa: S311 not for secrets
SYLLABLES = [
    f"{head}{tail}"
    for head in ("b", "ch", "đ", "gi", "kh", "l", "ng", "ph", "qu", "tr", "v", "x")
    for tail in ("an", "ẻ", "inh", "oàn", "ong", "ương", "yên")
]


def sentence(size: int) -> str:
    """Make a sentence of invented syllables."""
    return " ".join(CHANCE.choices(SYLLABLES, k=size)).capitalize() + "."


def article(number: int) -> Unit:
    """Make an article of five clauses."""
    clauses = tuple(Unit(Kind.CLAUSE, str(n), sentence(45)) for n in range(1, 6))
    return Unit(Kind.ARTICLE, str(number), sentence(7), clauses)


def changed(one: Unit, turn: int) -> Unit:
    """Change an article: words, a clause more, a clause repealed, all of it."""
    clauses: list[Block] = list(one.blocks)
    last = clauses[-1]
    assert isinstance(last, Unit)
    if turn == 0:
        clauses[-1] = replace(last, text=f"Từ nay {last.text}")
    elif turn == 1:
        clauses.append(Unit(Kind.CLAUSE, "6", sentence(40)))
    elif turn == 2:
        clauses[-1] = replace(last, text="(được bãi bỏ)")
    else:
        clauses = [Unit(Kind.CLAUSE, str(n), sentence(50)) for n in range(1, 6)]
    return replace(one, blocks=tuple(clauses))


def test_two_hundred_changes_in_five_hundred_articles() -> None:
    old = [article(number) for number in range(1, 501)]
    new = [
        changed(one, at // 5 % 4) if at % 5 < 2 else one for at, one in enumerate(old)
    ]
    before, after = LegalText(tuple(old)), LegalText(tuple(new))
    start = time.process_time()
    rows = compare(before, after).rows
    assert time.process_time() - start < 1
    touched = {row.name.rpartition("Điều ")[2] for row in rows if row.differs}
    assert len(touched) == 200
