"""A small library that citations are resolved in."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from bookcase.citations.known import Acts, acts_of
from bookcase.model.act import Version, Work
from bookcase.model.library import Library
from bookcase.model.lists import ActType, Lists
from bookcase.model.register import RegisterEntry

if TYPE_CHECKING:
    from collections.abc import Iterable

GARDENS = "mau-luat-01-2022-qh15-mau"


def work(id_: str, number: str, title: str, *, short: Iterable[str] = ()) -> Work:
    """Make a law that is held, in force from the first day of 2023."""
    version = Version(date(2023, 1, 1), path="van-ban/x/2023-01-01.md")
    return Work(
        id=id_,
        number=number,
        type="luat",
        title=title,
        folder="van-ban/x",
        short_titles=tuple(short),
        issued=date(2022, 6, 15),
        versions=(version,),
        specimen=id_.startswith("mau-"),
    )


def entry(id_: str, type_: str, title: str, issued: date | None) -> RegisterEntry:
    """Make a row of the register."""
    return RegisterEntry(id_, id_, type_, title, issued=issued, effective=issued)


def acts() -> Acts:
    """Return a held specimen, and real acts that the register knows."""
    return acts_of(
        Library(
            works=(
                work(
                    GARDENS,
                    "01/2022/QH15-MAU",
                    "Luật Vườn cộng đồng",
                    short=["Luật Vườn chung"],
                ),
            ),
            register=(
                entry("luat-25-2008-qh12", "luat", "Luật Bảo hiểm y tế", day(2008)),
                entry("luat-21-2004-qh11", "luat", "Luật Phá sản", day(2004)),
                entry("luat-51-2014-qh13", "luat", "Luật Phá sản", day(2014)),
                entry("bo-luat-100-2015-qh13", "bo-luat", "Bộ luật Hình sự", day(2015)),
                entry(
                    "nghi-quyet-25-nq-cp-2020-03-01",
                    "nghi-quyet",
                    "",
                    date(2020, 3, 1),
                ),
                entry(
                    "nghi-quyet-25-nq-cp-2021-03-01",
                    "nghi-quyet",
                    "",
                    date(2021, 3, 1),
                ),
                entry("nghi-dinh-123-2015-nd-cp", "nghi-dinh", "", day(2015)),
            ),
            lists=LISTS,
        )
    )


def day(year: int) -> date:
    """Return a day of a year."""
    return date(year, 6, 14)


LISTS = Lists(
    types={
        key: ActType(key, name, rank)
        for rank, (key, name) in enumerate(
            [
                ("bo-luat", "Bộ luật"),
                ("luat", "Luật"),
                ("nghi-quyet", "Nghị quyết"),
                ("nghi-dinh", "Nghị định"),
            ]
        )
    }
)
