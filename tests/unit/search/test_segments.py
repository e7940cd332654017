"""An index that grew from release to release answers as one written at once."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from bookcase.history.status import State
from bookcase.search.facts import Facts
from bookcase.search.index import merge
from bookcase.search.opened import Opened
from bookcase.search.parts import part_of
from bookcase.search.query import answer, search
from bookcase.search.segments import MOST, Segment, plan

from .invented import page

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bookcase.search.records import Record

SYLLABLES = ("đất", "vườn", "cây", "xanh", "hồ", "sơ", "đăng", "ký", "phạt", "tiền")
LAWS = 60


def law(number: int, edition: int = 0) -> Iterator[Record]:
    """Yield a law whose words follow from its number and edition."""
    chance = random.Random(1000 * number + edition)  # noqa: S311 not for secrets
    articles = [
        (
            f"Tên {chance.choice(SYLLABLES)}",
            f"{' '.join(chance.choices(SYLLABLES, k=60))}.",
        )
        for _ in range(4 + edition)
    ]
    return page(f"luat/{number}", f"{number}/2024/QH15", f"Luật {number}", *articles)


def release(editions: dict[int, int], without: int = -1) -> list[Record]:
    """Return all laws, some in a later edition."""
    numbers = (number for number in range(LAWS) if number != without)
    return [one for number in numbers for one in law(number, editions.get(number, 0))]


RELEASES = (
    release({}),
    release({3: 1, 17: 1}),
    release({3: 1, 17: 2, 40: 1}),
    [*law(99), *release({3: 1, 17: 2, 40: 1}, without=20)],
    release({3: 1, 17: 3, 41: 1}),
    release(dict.fromkeys(range(0, LAWS, 4), 4)),
    release(dict.fromkeys(range(LAWS), 5)),
)
"""What is published one after the other: changes, a law more, one less, all of it."""


def folders(tmp_path: Path) -> Iterator[tuple[Path, Path, list[Record]]]:
    """Yield for each release its index grown from the last one, and one of its own."""
    before = None
    for number, records in enumerate(RELEASES):
        grown, fresh = tmp_path / f"grown-{number}", tmp_path / f"fresh-{number}"
        merge([part_of(records)], grown, before=before)
        merge([part_of(records)], fresh)
        before = grown
        yield grown, fresh, records


def queries(records: list[Record], count: int) -> Iterator[str]:
    """Yield plain words, phrases, numbers and articles."""
    chance = random.Random(5)  # noqa: S311 not for secrets
    for _ in range(count):
        said = " ".join(chance.choices(SYLLABLES, k=chance.randint(1, 4)))
        yield said
        yield f'"{said}"'
        one = chance.choice(records)
        yield one.number
        yield f"điều 2 luật {one.number}"
    yield from ("vuonn", "99/2024/QH15", "20/2024/QH15", "đất -vườn")


def test_each_release_answers_as_if_written_at_once(tmp_path: Path) -> None:
    for grown, fresh, records in folders(tmp_path):
        ours, theirs = Opened(grown), Opened(fresh)
        for said in queries(records, 25):
            assert answer(ours, said) == answer(theirs, said), (grown.name, said)
        for row in range(theirs.records):
            assert ours.row(row) == theirs.row(row)


def test_what_did_not_change_keeps_its_files(tmp_path: Path) -> None:
    made = [grown for grown, _, _ in folders(tmp_path)]
    first = [path.relative_to(made[0]) for path in made[0].glob("[tdp]/*.js")]
    assert len(first) > 3
    for later in made[1:5]:
        assert all(
            (later / name).read_bytes() == (made[0] / name).read_bytes()
            for name in first
        )
        assert [*later.glob("t/1-*")], "what is new stands beside"
    assert not [*made[-1].glob("[tdp]/*-*")], "all of it changed: all is written anew"


def test_nothing_new_changes_nothing(tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    merge([part_of(release({}))], one)
    merge([part_of(release({}))], two, before=one)
    names = sorted(path.relative_to(one) for path in one.rglob("*.js*"))
    assert names == sorted(path.relative_to(two) for path in two.rglob("*.js*"))
    assert all((one / name).read_bytes() == (two / name).read_bytes() for name in names)


def test_a_damaged_segment_is_not_carried_on(tmp_path: Path) -> None:
    one, two, new = tmp_path / "one", tmp_path / "two", tmp_path / "new"
    merge([part_of(release({}))], one)
    merge([part_of(release({}))], new)
    shard = one / "t" / "0.js"
    shard.write_bytes(shard.read_bytes().replace(b"dat", b"dot", 1))
    merge([part_of(release({}))], two, before=one)
    assert (two / "t" / "0.js").read_bytes() == (new / "t" / "0.js").read_bytes()


@pytest.mark.parametrize(
    ("whole", "broken"),
    [
        ("{", "["),
        ('"segments": [', '"segments": 5, "x": ['),
        ('"files": {', '"files": [], "x": {'),
        ('"files": {"d": ', '"files": {"d": "x", "y": '),
        ('"files": {"d": ', '"files": {"d": 999, "y": '),
        ('"records": "', '"records": "}'),
        ('"records": "', '"records": "đ'),
        ('"records": "', '"records": "00'),
        ('"pages": "', '"no": "'),
        ('"id": 0', '"id": "x"'),
    ],
)
def test_a_damaged_state_is_no_beginning(
    tmp_path: Path, whole: str, broken: str
) -> None:
    merge([part_of(release({}))], tmp_path / "old")
    state = tmp_path / "old" / "so.json"
    said = state.read_text("utf-8")
    assert whole in said
    state.write_text(said.replace(whole, broken, 1), "utf-8")
    written = merge([part_of(release({}))], tmp_path / "new", before=tmp_path / "old")
    assert (written.before, written.kept) == (0, 0)
    assert search(tmp_path / "new", "luật 3")


def test_a_segment_that_lost_a_file_is_written_anew_and_the_others_stay(
    tmp_path: Path,
) -> None:
    one, two, three = tmp_path / "1", tmp_path / "2", tmp_path / "3"
    merge([part_of(release({}))], one)
    merge([part_of(release({3: 1}))], two, before=one)
    (two / "d" / "1-0.js").unlink()
    written = merge([part_of(release({3: 1}))], three, before=two)
    assert (written.before, written.kept) == (1, 1)
    first = (one / "t" / "0.js").read_bytes()
    assert (three / "t" / "0.js").read_bytes() == first
    merge([part_of(release({3: 1}))], tmp_path / "new")
    grown, fresh = Opened(three), Opened(tmp_path / "new")
    for said in queries(release({3: 1}), 20):
        assert answer(grown, said) == answer(fresh, said)


def test_an_index_of_another_make_is_no_beginning(tmp_path: Path) -> None:
    (tmp_path / "old").mkdir()
    (tmp_path / "old" / "so.json").write_text('{"version": 1}')
    merge([part_of(release({}))], tmp_path / "new", before=tmp_path / "old")
    assert Opened(tmp_path / "new").records == len(release({}))


def test_facts_stand_with_their_pages_in_any_segment(tmp_path: Path) -> None:
    records = RELEASES[1]
    merge([part_of(RELEASES[0])], tmp_path / "one")
    about = {
        one.url: Facts(turns=((None, State.IN_FORCE.value),))
        for one in records
        if one.url.endswith("/17.html")
    }
    merge([part_of(records)], tmp_path / "two", about=about, before=tmp_path / "one")
    index = Opened(tmp_path / "two")
    heads = [index.row(first) for first in index.first_rows[:-1]]
    at = [row.number if row else "" for row in heads].index("17/2024/QH15")
    assert index.facts
    assert index.facts._turns[at]  # noqa: SLF001
    assert not index.facts._turns[at - 1]  # noqa: SLF001


def segment(id_: int, *digests: str) -> Segment:
    """Return a segment of pages with one record each."""
    return Segment(id_, digests, (1,) * len(digests), "", "", {})


@pytest.mark.parametrize(
    ("held", "now", "kept", "fresh"),
    [
        (["abcd"], "abcd", [0], ""),
        (["abcd"], "abcx", [0], "x"),
        (["abcd"], "abxy", [], "abxy"),
        (["abcdefgh", "ij"], "abcdefghixy", [0], "ixy"),
        (["abcdefgh", *"ijklm"], "abcdefghijklmx", [0], "ijklmx"),
        (["abcdefgh", *"ijklm"], "abcdefghijklm", [0, 1, 2, 3, 4, 5], ""),
        (["abcdefgh", *"ijkl"], "abcdefghijklx", [0, 1, 2, 3, 4], "x"),
        (["aab"], "aab", [0], ""),
    ],
)
def test_what_stays_and_what_is_written(
    held: list[str], now: str, kept: list[int], fresh: str
) -> None:
    segments = [segment(id_, *digests) for id_, digests in enumerate(held)]
    made = plan(segments, list(now), [1] * len(now))
    assert [one.id for one in made.kept] == kept
    assert "".join(now[place] for place in made.fresh) == fresh
    assert len(made.kept) + bool(fresh) <= MOST
