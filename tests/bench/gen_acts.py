"""Invented acts: what each is, before its text is written.

Central acts are laws, decrees, circulars and decisions of 37 years; their sizes are
log-normal about a mean of 30 KB, and a few reach 300 KB. Local acts are resolutions and
decisions of real provinces and communes of today, where the same numbers come again and
again. Everything follows from the seed.
"""

from __future__ import annotations

import csv
import math
from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import TYPE_CHECKING

from bookcase.model import ids
from bookcase.model.places import FormerPlace, Scope
from tests.bench.gen_words import phrase

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

SUBJECTS = (
    *("dat-dai", "moi-truong", "lao-dong", "bao-hiem", "thue", "doanh-nghiep"),
    *("xay-dung", "giao-thong", "giao-duc", "y-te", "tai-chinh", "ngan-hang", "dan-su"),
    *("hinh-su", "hanh-chinh", "nong-nghiep", "cong-nghiep", "thuong-mai", "van-hoa"),
)

_KB = 1024
_SPREAD = 0.65
_LEAST, _MOST = 3, 330
_LARGE = (280, 320)
_ONE_LARGE_IN = 300


@dataclass(frozen=True, slots=True)
class Type:
    """A type of act by one issuer.

    ``share`` is its share of all acts, ``mean`` the size in KB at which its acts begin
    their last chapter's end, on average: they come out about 2 KB larger.
    """

    key: str
    name: str
    suffix: str
    issuer: str
    issuer_name: str
    share: float
    mean: float


@dataclass(frozen=True, slots=True)
class Act:
    """An invented act without its text.

    Attributes:
        place: Which one of its corpus it is, from 0; the acts are sorted by date.
        type: Its type and issuer.
        number: Its number; its id is unique in the corpus.
        title: Its title.
        issued: The day of issue.
        start: The day of entry into force.
        subject: A key of the list of subjects.
        bytes: About how many bytes its text should have.
        scope: Where it applies.
        based_on: The places of acts before it.
    """

    place: int
    type: Type
    number: str
    title: str
    issued: date
    start: date
    subject: str
    bytes: int
    scope: Scope = Scope()
    based_on: tuple[int, ...] = ()

    @property
    def name(self) -> str:
        """Return it as another act cites it."""
        return f"{self.type.name} số {self.number}"

    @property
    def tail(self) -> str:
        """Return its id without the type."""
        return ids.work_tail(self.number, self.issued, ids.place_suffix(self.scope))

    @property
    def id(self) -> str:
        """Return its id."""
        return ids.work_id(self.type.key, self.tail)

    @property
    def folder(self) -> str:
        """Return its folder in the content."""
        return ids.work_folder(self.type.key, self.number, self.issued, self.tail)


CENTRAL = (
    Type("luat", "Luật", "QH", "quoc-hoi", "Quốc hội", 0.10, 84),
    Type("nghi-dinh", "Nghị định", "NĐ-CP", "chinh-phu", "Chính phủ", 0.30, 29),
    Type("thong-tu", "Thông tư", "TT-BTC", "bo-tai-chinh", "Bộ Tài chính", 0.40, 21),
    Type(
        *("quyet-dinh", "Quyết định", "QĐ-TTg", "thu-tuong-chinh-phu"),
        *("Thủ tướng Chính phủ", 0.20, 10),
    ),
)

LOCAL = {
    "province": (
        Type(
            *("nghi-quyet", "Nghị quyết", "NQ-HĐND", "hdnd-tinh"),
            *("Hội đồng nhân dân", 0.4, 10),
        ),
        Type(
            *("quyet-dinh", "Quyết định", "QĐ-UBND", "ubnd-tinh"),
            *("Ủy ban nhân dân", 0.6, 8),
        ),
    ),
    "commune": (
        Type(
            *("nghi-quyet", "Nghị quyết", "NQ-HĐND", "hdnd-xa"),
            *("Hội đồng nhân dân", 0.5, 5),
        ),
        Type(
            *("quyet-dinh", "Quyết định", "QĐ-UBND", "ubnd-xa"),
            *("Ủy ban nhân dân", 0.5, 5),
        ),
    ),
}


def central(count: int, seed: int) -> tuple[Act, ...]:
    """Invent central acts."""
    random = Random(f"central {seed}")  # noqa: S311 no secret is made here
    large = set(random.sample(range(count), count // _ONE_LARGE_IN or 1))
    days = sorted(_day(random, 1990, 2026) for _ in range(count))
    numbers: Counter[tuple[str, ...]] = Counter()
    return tuple(
        _act(
            random,
            place,
            day,
            random.choices(CENTRAL, [one.share for one in CENTRAL])[0],
            numbers,
            large=place in large,
        )
        for place, day in enumerate(days)
    )


def local(count: int, seed: int, data: Path) -> tuple[Act, ...]:
    """Invent local acts: two in five of provinces, the others of communes.

    Args:
        count: How many.
        seed: What they follow from.
        data: The folder of the closed lists, for the codes of today's places.
    """
    random = Random(f"local {seed}")  # noqa: S311 no secret is made here
    days = sorted(_day(random, 2025, 2026, first_month=7) for _ in range(count))
    scopes = _scopes(random, count, data)
    numbers: Counter[tuple[str, ...]] = Counter()
    return tuple(
        _act(
            random,
            place,
            day,
            random.choice(LOCAL[scope.level]),
            numbers,
            scope=scope,
        )
        for place, (day, scope) in enumerate(zip(days, scopes, strict=True))
    )


def _act(  # noqa: PLR0913 what an act is made from
    random: Random,
    place: int,
    day: date,
    type_: Type,
    numbers: Counter[tuple[str, ...]],
    *,
    scope: Scope | None = None,
    large: bool = False,
) -> Act:
    """Invent the act that comes next: its number counts on in its place and year."""
    scope = scope or Scope()
    series = (type_.suffix, str(day.year), scope.code)
    numbers[series] += 1
    last = f"{type_.suffix}{_legislature(day.year) if type_.key == 'luat' else ''}"
    return Act(
        place=place,
        type=type_,
        number=f"{numbers[series]:02}/{day.year}/{last}",
        title=f"{type_.name} quy định về {phrase(random, 2, 6)}",
        issued=day,
        start=day + timedelta(days=45),
        subject=random.choice(SUBJECTS),
        bytes=int(_size(random, type_.mean, large=large) * _KB),
        scope=scope,
        based_on=tuple(
            sorted({random.randrange(place) for _ in range(2 if place else 0)})
        ),
    )


def _size(random: Random, mean: float, *, large: bool) -> float:
    """Draw a size in KB: log-normal with the given mean."""
    if large:
        return random.uniform(*_LARGE)
    drawn = random.lognormvariate(math.log(mean) - _SPREAD**2 / 2, _SPREAD)
    return min(_MOST, max(_LEAST, drawn))


def _day(random: Random, first: int, last: int, first_month: int = 1) -> date:
    """Draw a day of some years; in the first year, not before a month."""
    year = random.randint(first, last)
    low = first_month if year == first else 1
    return date(year, random.randint(low, 12), random.randint(1, 28))


def _legislature(year: int) -> int:
    return 8 + (year - 1987) // 5


def _scopes(random: Random, count: int, data: Path) -> Iterator[Scope]:
    """Draw places: every province, and one commune in ten, come again and again."""
    provinces = [row["code"] for row in _rows(data / "provinces.csv")]
    communes = [row["code"] for row in _rows(data / "communes.csv")][::10]
    former = {
        row["successor"]: FormerPlace("commune", row["code"], row["name"])
        for row in _rows(data / "former-communes.csv")
    }
    for _ in range(count):
        if random.random() < 0.4:
            yield Scope("province", random.choice(provinces))
        else:
            yield _commune(random, random.choice(communes), former)


def _commune(random: Random, code: str, former: Mapping[str, FormerPlace]) -> Scope:
    """Return a commune's scope; one in six holds for a former commune only."""
    part = former.get(code)
    return Scope("commune", code, (part,) if part and random.random() < 1 / 6 else ())


def _rows(path: Path) -> Sequence[Mapping[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
