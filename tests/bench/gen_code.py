"""A code of many articles, and effects on it: what consolidation is timed on.

The words are made from a small stock of our own, so that nothing is anybody's text, and
from a seed, so that every run is on the same.
"""

from __future__ import annotations

import random
from datetime import date, timedelta
from typing import TYPE_CHECKING

from bookcase.history.consolidate import Due
from bookcase.legal.parser import parse
from bookcase.model.effects import Effect, Op, Phase
from bookcase.model.tree import Kind, LegalText, units
from tests.bench.gen_words import roman

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ACT = "mau-luat-01-2030-qh17-mau"
_AMENDING = "mau-luat-{:02}-2031-qh17-mau"
_WORDS = (
    "người gác đèn",
    "bến thuyền",
    "sổ trực",
    "tổ tự quản",
    "ngày mở bến",
    "phiếu qua đò",
    "đèn báo",
    "cơ quan quản lý bến",
    "khách qua sông",
    "vạch nước",
)
_DOES = (
    "ghi vào sổ",
    "báo cho",
    "trông coi",
    "niêm yết tại",
    "giao lại cho",
    "cùng kiểm tra",
)
_MARKED = "biển báo cũ"
_PER_ACT = 25
_ARTICLES_IN_CHAPTER = 20


def code(articles: int, seed: int = 1) -> LegalText:
    """Make a code: a Chương for every twenty articles, khoản and điểm in each.

    Every khoản 1 holds the words that an effect may replace, once.
    """
    chance = random.Random(seed)  # noqa: S311 - made the same every time
    return parse("\n\n".join(_lines(articles, chance))).value


def effects_on(text: LegalText, n: int, seed: int = 2) -> tuple[Due, ...]:
    """Make effects on a code, in order, from amending acts with a day each.

    Each article is acted upon once at most, so that all of them can be applied.
    """
    chance = random.Random(seed)  # noqa: S311 - made the same every time
    numbers = [one.number for one in units(text) if one.kind is Kind.ARTICLE]
    chosen = sorted(chance.sample(numbers, min(n, len(numbers))), key=int)
    due: list[Due] = []
    for start in range(0, len(chosen), _PER_ACT):
        number = start // _PER_ACT + 1
        due += _act(number, chosen[start : start + _PER_ACT], chance)
    return tuple(due)


def _lines(articles: int, chance: random.Random) -> Iterator[str]:
    for number in range(1, articles + 1):
        if number % _ARTICLES_IN_CHAPTER == 1:
            chapter = number // _ARTICLES_IN_CHAPTER + 1
            yield f"### Chương {roman(chapter)}. VỀ {_sentence(chance).upper()}"
        yield f"###### Điều {number}. Về {chance.choice(_WORDS)}"
        yield f"1. {_sentence(chance)}, treo {_MARKED} tại bến."
        yield f"2. {_sentence(chance)}:"
        yield from (f"{letter}) {_sentence(chance)};" for letter in "abcd")
        yield from (f"{clause}. {_sentence(chance)}." for clause in range(3, 6))


def _act(number: int, articles: list[str], chance: random.Random) -> Iterator[Due]:
    """Make one amending act: a khoản of its Điều 1 for each article."""
    id_ = _AMENDING.format(number)
    phase = Phase(date(2031, 1, 1) + timedelta(days=30 * number))
    made = [
        _MAKERS[chance.randrange(len(_MAKERS))](f"d{article}", f"d1.k{clause}", chance)
        for clause, article in enumerate(articles, start=1)
    ]
    lines = ["###### Điều 1. Sửa đổi, bổ sung một số điều"]
    for clause, (_, quote) in enumerate(made, start=1):
        lines += [f"{clause}. Sửa đổi như sau:", *([f"> {quote}"] if quote else [])]
    source = parse("\n\n".join(lines)).value
    return (Due(id_, effect, phase, source) for effect, _ in made)


Made = tuple[Effect, str]


def _replaced(at: str, by: str, chance: random.Random) -> Made:
    quote = f"“2. {_sentence(chance)}.”."
    text = f"{by}/quote-1"
    return Effect(by, ACT, Op.REPLACE, (f"{at}.k2",), text=text), quote


def _inserted(at: str, by: str, chance: random.Random) -> Made:
    quote = f"“3a. {_sentence(chance)}.”."
    effect = Effect(
        by,
        ACT,
        Op.INSERT,
        (at,),
        new="k3a",
        position="after",
        anchor="k3",
        text=f"{by}/quote-1",
    )
    return effect, quote


def _article(at: str, by: str, chance: random.Random) -> Made:
    new = f"{at}a"
    lines = (f"“Điều {new[1:]}. Về {chance.choice(_WORDS)}", _sentence(chance) + ".”.")
    effect = Effect(
        by,
        ACT,
        Op.INSERT,
        new=new,
        position="after",
        anchor=at,
        text=f"{by}/quote-1",
    )
    return effect, "\n>\n> ".join(lines)


def _repealed(at: str, by: str, _chance: random.Random) -> Made:
    return Effect(by, ACT, Op.REPEAL, (f"{at}.k2.b", f"{at}.k4")), ""


def _reworded(at: str, by: str, _chance: random.Random) -> Made:
    effect = Effect(
        by,
        ACT,
        Op.REPLACE_WORDS,
        (f"{at}.k1",),
        find=_MARKED,
        with_="biển báo mới",
        count=1,
    )
    return effect, ""


_MAKERS: tuple[Callable[[str, str, random.Random], Made], ...] = (
    _replaced,
    _inserted,
    _article,
    _repealed,
    _reworded,
)


def _sentence(chance: random.Random) -> str:
    parts = (
        f"{chance.choice(_WORDS)} {chance.choice(_DOES)} {chance.choice(_WORDS)}"
        for _ in range(chance.randint(2, 5))
    )
    words = ", ".join(parts)
    return words[0].upper() + words[1:]
