"""A narrowed shelf shows what looking at every row shows, and counts as one counts."""

from __future__ import annotations

import random
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from bookcase.build.files.shelffiles import DAY_ZERO, Line, columns
from bookcase.history.status import STATE_NAMES, State
from bookcase.pages.shelves.shelf import FACETS, ShelfRow
from bookcase.pages.view import Badge, Link, When
from tests.node import node

if TYPE_CHECKING:
    from collections.abc import Iterator

STATE = "tinh-trang"
NARROW = """
return given.asked.map(({cot, day, wanted, base, how, ranks}) => {
  const all = it.facets(cot, day);
  const {rows, counts} = it.narrow(all, wanted, base);
  const named = {};
  all.forEach((facet, at) => facet.gia.forEach(([key], value) => {
    if (counts[at][value]) named[`${facet.khoa} ${key}`] = counts[at][value];
  }));
  return {rows: it.sorted(rows, how, it.numbers(cot.ngay), ranks), counts: named};
});
"""
KEYS = {
    "loai": "abc",
    "linh-vuc": "defgh",
    "co-quan": "ijkl",
    "nam": "mn",
    "tinh": "op",
    "chuyen-muc": "q",
    "doi-tuong": "rst",
}
Wanted = dict[str, list[str]]


def lines(chance: random.Random) -> list[Line]:
    """Make some rows; what they are follows from chance."""
    return [_line(chance, n) for n in range(chance.choice([1, 5, 40]))]


def _line(chance: random.Random, number: int) -> Line:
    keys = tuple(
        (facet, key, f"Tên {key}")
        for facet, held in KEYS.items()
        for key in chance.sample(held, chance.choice([0, 1, 1, min(2, len(held))]))
    )
    issued = date(1950, 1, 1) + timedelta(days=chance.randrange(30000))
    row = ShelfRow(
        Link(f"Luật {number}"),
        badges=tuple(_badges(chance)),
        sort=(chance.choice(["", issued.isoformat()]), str(number)),
    )
    return Line(row, keys)


def _badges(chance: random.Random) -> Iterator[Badge]:
    """Yield no state, one, or two with the day between them."""
    turn = date(2026, 1, 1) + timedelta(days=chance.randrange(600))
    first, second = chance.sample([*State], 2)
    kind = chance.randrange(3)
    if kind == 1:
        yield Badge(STATE_NAMES[first], first.value)
    if kind == 2:
        yield Badge(STATE_NAMES[first], first.value, When(None, turn))
        yield Badge(STATE_NAMES[second], second.value, When(turn, None, hidden=True))


def state(line: Line, day: date) -> tuple[str, ...]:
    """Return the state that a row shows on a day."""
    shown = [
        badge.css
        for badge in line.row.badges
        if badge.days is None
        or (
            (badge.days.since is None or badge.days.since <= day)
            and (badge.days.until is None or day < badge.days.until)
        )
    ]
    return tuple(shown)


def has(line: Line, facet: str, day: date) -> tuple[str, ...]:
    """Return the keys that a row has of a facet on a day."""
    if facet == STATE:
        return state(line, day)
    return tuple(key for one, key, _ in line.keys if one == facet)


def fits(line: Line, wanted: Wanted, day: date) -> bool:
    """Tell whether a row has one of the keys wanted of each facet."""
    return all(
        not keys or not set(keys).isdisjoint(has(line, facet, day))
        for facet, keys in wanted.items()
    )


def by_hand(held: list[Line], asked: dict[str, Any]) -> dict[str, Any]:
    """Look at every row for every value of every facet."""
    day, wanted, base = date.fromisoformat(asked["day"]), asked["wanted"], asked["base"]
    own = [n for n, line in enumerate(held) if fits(line, base, day)]
    counts: dict[str, int] = {}
    for facet in FACETS:
        others = {one: keys for one, keys in wanted.items() if one != facet}
        left = [n for n in own if fits(held[n], others, day)]
        for n in left:
            for key in has(held[n], facet, day):
                counts[f"{facet} {key}"] = counts.get(f"{facet} {key}", 0) + 1
    rows = [n for n in own if fits(held[n], wanted, day)]
    rows.sort(key=lambda n: _order(held[n], n, asked))
    return {"rows": rows, "counts": counts}


def _order(line: Line, number: int, asked: dict[str, Any]) -> tuple[int, int]:
    issued = line.row.sort[0]
    days = (date.fromisoformat(issued) - DAY_ZERO).days if issued else 0
    if asked["how"] == "ten":
        return asked["ranks"][number], number
    return (days or 10**6 if asked["how"] == "cu" else -days), number


def test_a_narrowed_shelf_is_what_looking_at_every_row_gives() -> None:
    chance = random.Random(7)  # noqa: S311 not for secrets
    asked, expected = [], []
    for _ in range(400):
        held = lines(chance)
        facets = {**KEYS, STATE: [one.value for one in State]}
        wanted = {
            facet: chance.sample(list(keys), min(len(keys), chance.randrange(3)))
            for facet, keys in facets.items()
            if chance.random() < 0.4
        }
        base_facet = chance.choice(["loai", "tinh", STATE])
        base = {base_facet: chance.sample(list(facets[base_facet]), 1)}
        ranks = [*range(len(held))]
        chance.shuffle(ranks)
        one = {
            "cot": columns(held, {}, {}),
            "day": (
                date(2026, 1, 1) + timedelta(days=chance.randrange(600))
            ).isoformat(),
            "wanted": wanted,
            "base": chance.choice([{}, base]),
            "how": chance.choice(["moi", "cu", "ten"]),
            "ranks": ranks,
        }
        asked.append(one)
        expected.append(by_hand(held, one))
    assert sum(bool(one["rows"]) for one in expected) > 100
    assert node("ke.js", "KeSach", NARROW, {"asked": asked}) == expected
