"""The browser's half of search gives what the Python half gives."""

from __future__ import annotations

import json
import random
import shutil
import subprocess
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from bookcase.search import query as query_
from bookcase.search.facts import Facts
from bookcase.search.index import merge
from bookcase.search.narrow import Narrowing
from bookcase.search.normalise import TABLE
from bookcase.search.opened import Opened
from bookcase.search.parts import part_of
from bookcase.search.records import Dated, Record
from tests.shared import ROOT

from .invented import starter
from .vectors import USAGE, vectors

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

CORE = ROOT / "bookcase" / "search" / "browser" / "tim-kiem-loi.js"

ABSENT = (
    *("điều 99 luật vườn cộng đồng", "k9 điều 14 luật vườn cộng đồng", "điều 999"),
    *("31/2024", "nđ 10/2019", "ND05/2022/ND-CP-MAU", "10/2022/QH15-MAU"),
    *("luật đăg ký 99/2042/QH15", "đẻẻ hộ", "ho", "bhxhh"),
)
"""Articles and numbers that there may not be, and a word that only people say."""
PAGE = "content/van-ban/luat/2025/03-2025-qh15-mau/2026-01-01.html"


def queries() -> list[str]:
    """Return some stretches of the starter content, and some direct routes."""
    records = list(starter())
    chance = random.Random(5)  # noqa: S311 not for secrets
    made = [case["query"] for case in vectors("plans.json")]
    made += ["d9a61t d9ai", "thwaf kees", "twf chooi", "đăngkýkhaisinh", "<khia sinh>"]
    made += [*ABSENT]
    for _ in range(60):
        said = chance.choice(records).text.split() or ["luật"]
        start = chance.randrange(len(said))
        stretch = " ".join(said[start : start + chance.randint(1, 9)])
        made += [stretch, mistyped(stretch, chance)]
    return made


def about() -> dict[str, Facts]:
    """Return invented facts of the starter content's pages, each a little different."""
    found = {}
    for number, record in enumerate(one for one in starter() if not one.unit):
        starts = date(2020 + number % 6, 1, 1), date(2026, 7, number % 28 + 1)
        found[record.url] = Facts(
            {
                "loai": ((f"l{number % 3}", f"Loại {number % 3}"),),
                "linh-vuc": tuple(
                    (f"v{n}", f"Lĩnh vực {n}") for n in range(number % 4)
                ),
            },
            (
                (None if number % 8 < 4 else date(2019, 12, 1), "chua-co-hieu-luc"),
                (starts[0], "con-hieu-luc"),
                (starts[1], "het-hieu-luc-toan-bo"),
            )[: number % 4]
            or (((date(2024, 5, number % 3 + 1), ""),) if number % 8 else ()),
            starts if number % 2 else (),
        )
    return found


def narrowings() -> list[tuple[str, Narrowing]]:
    """Return queries, and what is wanted of what they find."""
    day = date(2024, 5, 1)
    return [
        ("đăng ký", Narrowing()),
        ("đăng ký", Narrowing({"loai": "l1"})),
        ("hòa giải", Narrowing({"loai": "l1", "linh-vuc": "v1"})),
        ("hòa giải", Narrowing({"loai": "không có"})),
        ("hòa giải", Narrowing(day=day)),
        ("đăng ký thời trước", Narrowing(day=day)),
        ("đăng ký thời trước", Narrowing({"loai": "l1"})),
        ('"luật đăng ký thời trước"', Narrowing(day=day)),
        ("điều 77 luật hòa giải", Narrowing(day=day)),
        ("luật", Narrowing({"loai": "l2"}, "con-hieu-luc", day)),
        ("luật", Narrowing(state="het-hieu-luc-toan-bo", day=date(2026, 7, 9))),
        ('"hòa giải"', Narrowing(day=date(1800, 1, 1))),
    ]


TYPED = ["", "h", "luat", "đẻ", "Luật Hòa", "zzz", "hoa giai vien", "đ"]


def mistyped(said: str, chance: random.Random) -> str:
    """Return a stretch with one letter taken for another, doubled or left out."""
    at = chance.randrange(len(said))
    return said[:at] + chance.choice(["", "a", "dd", "ws", "9"]) + said[at + 1 :]


def dated(records: Iterable[Record]) -> Iterator[Record]:
    """Yield some records, bare names, then what acts of several texts said before.

    Of each such act the first article said something else, and one more was there.
    """
    known, made = about(), [*records]
    yield from made
    for number in range(3):
        name = f"Xã Hòa Giải {number}, Tỉnh Đăng Ký"
        yield Record(f"xa/{number}.html", "", name, name, "", "dia-phuong", "xa", "")
    for head in (one for one in made if not one.unit and known[one.url].versions):
        start = known[head.url].versions[0]
        url = head.url.replace(".html", f"/{start}.html")
        other = Dated(head.url, start, (1,))
        yield replace(head, url=url, title=head.parent, text="", dated=other)
        for number in (1, 77):
            title = f"Điều {number}. Hòa giải luật đăng ký thời trước"
            yield replace(head, url=f"{url}#d{number}", title=title, text=title)


def grown(folder: Path) -> Path:
    """Return an index that grew: other words, another order, more pages and fewer."""
    first: dict[str, list[Record]] = {}
    for one in starter():
        if lot(one) != 1:
            said = older(one) if lot(one) in {0, 3} else one
            first.setdefault(one.page[::-1], []).append(said)
    held = [one for page in sorted(first) for one in first[page]]
    merge([part_of(held)], folder / "first")
    some = [older(one) if lot(one) == 3 else one for one in starter() if lot(one) != 2]
    merge([part_of(dated(some))], folder / "second", before=folder / "first")
    return folder / "second"


def older(record: Record) -> Record:
    """Return a record as it was."""
    return replace(record, text=f"Lời cũ. {record.text}")


def lot(record: Record) -> int:
    """Return one of nine lots, the same for all records of a page."""
    return sum(record.page.encode()) % 9


@pytest.fixture(scope="module", params=["at once", "grown"])
def answer(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, dict[str, Any]]:
    """Return an index of the starter content, and what Node says of everything."""
    node = shutil.which("node") or shutil.which("nodejs")
    if not node:
        pytest.skip("Node is missing: the browser's half is tried in Chromium only")
    place = tmp_path_factory.mktemp("index")
    folder, everyday = place / "index", {"đẻ hộ": "mang thai hộ"}
    before = grown(place) if request.param == "grown" else None
    merge([part_of(dated(starter()))], folder, everyday, about(), before)
    assert bool([*folder.glob("t/2-*")]) == (request.param == "grown")
    asked = {
        "core": str(CORE),
        "table": TABLE,
        "usage": {"heavy": sorted(USAGE.heavy), "others": dict(USAGE.others)},
        "index": str(folder),
        "words": [case["text"] for case in vectors("words.json")],
        "plans": [case["query"] for case in vectors("plans.json")],
        "passages": vectors("passages.json"),
        "queries": queries(),
        "page": PAGE,
        "narrowed": [
            {
                "query": query,
                "narrowing": {
                    "values": dict(one.values),
                    "state": one.state,
                    "day": one.day.isoformat() if one.day else "",
                },
            }
            for query, one in narrowings()
        ],
        "offers": TYPED,
    }
    said = subprocess.run(  # noqa: S603 our own script
        [node, str(ROOT / "tests" / "unit" / "search" / "run_core.js")],
        input=json.dumps(asked),
        capture_output=True,
        check=True,
        text=True,
        encoding="utf-8",
    )
    return folder, json.loads(said.stdout)


@pytest.mark.parametrize("kind", ["words", "plans", "passages"])
def test_the_vectors_hold(answer: tuple[Path, dict[str, Any]], kind: str) -> None:
    for case, said in zip(vectors(f"{kind}.json"), answer[1][kind], strict=True):
        assert said == {key: case[key] for key in said}, case


def test_results_are_the_same_in_the_same_order(
    answer: tuple[Path, dict[str, Any]],
) -> None:
    folder, said = answer
    index = Opened(folder)
    for query, ranks in zip(queries(), said["ranks"], strict=True):
        ours = query_.answer(index, query, page=PAGE)
        shown = [
            [hit.url, round(hit.score * 1000), hit.passage, len(hit.marks)]
            for hit in ours.hits
        ]
        told = [ours.said, ours.offer, ours.absent, ours.no_article, shown]
        assert ranks == told, query


def test_results_are_narrowed_alike(answer: tuple[Path, dict[str, Any]]) -> None:
    folder, said = answer
    index = Opened(folder)
    lengths = []
    for (query, wanted), theirs in zip(narrowings(), said["narrowed"], strict=True):
        hits = query_.answer(index, query, narrowing=wanted).hits
        assert theirs == [[hit.url, hit.status] for hit in hits], (query, wanted)
        lengths.append(len(hits))
    assert lengths[3] == 0
    assert all(lengths[:3])
    assert all(lengths[4:10])


def test_the_same_is_offered_while_typing(answer: tuple[Path, dict[str, Any]]) -> None:
    folder, said = answer
    index = Opened(folder)
    assert said["offers"] == [[*index.offers(typed)] for typed in TYPED]
    assert said["offers"][3][0] == "đẻ hộ"
