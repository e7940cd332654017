"""Which acts a place has: its own, its former units', its province's."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from bookcase.model.places import (
    Commune,
    FormerCommune,
    FormerPlace,
    Province,
    Scope,
)
from bookcase.pages.catalog import catalog
from bookcase.pages.places.localacts import LocalActs, local_acts
from bookcase.pages.places.locality import (
    MOST,
    CommunePage,
    ProvincePage,
    locality_pages,
)
from tests.unit.pages.samples import LISTS, library, repeal, work

if TYPE_CHECKING:
    from bookcase.model.act import Work
    from bookcase.model.lists import Lists
    from bookcase.model.places import Area

DAY = date(2026, 6, 1)
HA, TU = "Tỉnh Hà", "Tỉnh Tú"


def old(code: str, name: str, district: str, province: str, to: str) -> FormerCommune:
    """Make a former commune that went to one of today."""
    return FormerCommune(code, name, district, province, to, main=True)


PLACES: Lists = replace(
    LISTS,
    provinces={
        "08": Province("08", TU, "tỉnh"),
        "01": Province("01", "Thành phố Hà Nội", "thành phố"),
    },
    communes={
        "00100": Commune("00100", "08", "Xã Một", "xã"),
        "00200": Commune("00200", "08", "Xã Hai", "xã"),
        "00300": Commune("00300", "08", "Xã Ba", "xã"),
        "00400": Commune("00400", "01", "Phường Bốn", "phường"),
    },
    former=(
        old("00001", "Xã Cũ", "Huyện Châu", HA, "00100"),
        replace(old("00001", "Xã Cũ", "Huyện Châu", HA, "00200"), main=False),
        old("00002", "Xã Xa", "Huyện Châu", "Tỉnh khác", "00400"),
        old("00003", "Xã Nhà", "Huyện Nhà", TU, "00300"),
    ),
)


def local(tail: str, code: str, *former: FormerPlace, **more: object) -> Work:
    """Make an act of a place, perhaps made for former units of it."""
    level: Area = "commune" if code in PLACES.communes else "province"
    return work(tail, scope=Scope(level, code, former), **more)


def acts(*works: Work) -> LocalActs:
    """Gather the acts of a small bookcase."""
    return local_acts(catalog(library(*works, lists=PLACES), DAY))


def named(held: LocalActs, code: str) -> list[str]:
    """Return the acts of a commune by the ends of their addresses."""
    return [one.link.url.rpartition("/")[2] for one in held.of_commune(code)]


def test_an_act_of_a_divided_commune_holds_in_all_its_parts() -> None:
    held = acts(local("1", "00100", FormerPlace("commune", "00001", "Xã Cũ")))
    assert named(held, "00100") == named(held, "00200") == ["1.html"]
    assert named(held, "00300") == []
    assert held.of_commune("00200")[0].note == "Xã Cũ"


def test_an_act_of_a_former_province_holds_only_where_that_was() -> None:
    held = acts(local("1", "08", FormerPlace("province", "02", HA)))
    assert named(held, "00100") == ["1.html"]
    assert named(held, "00300") == []
    assert held.whole.get("08") is None
    assert len(held.of_province("08")) == 1


def test_a_district_of_the_same_name_elsewhere_is_not_meant() -> None:
    held = acts(local("1", "08", FormerPlace("district", "020", "Huyện Châu")))
    assert named(held, "00100") == ["1.html"]
    assert named(held, "00400") == []


def test_a_commune_of_the_same_code_but_another_name_is_not_meant() -> None:
    held = acts(local("1", "00300", FormerPlace("commune", "00001", "Xã Khác")))
    assert named(held, "00100") == []
    assert named(held, "00300") == ["1.html"]


def test_what_has_ended_is_told_apart() -> None:
    ended = local("1", "00300")
    ending = work("2", effects=(repeal(ended.id, start=date(2026, 1, 1)),))
    (act,) = acts(ended, ending).of_commune("00300")
    assert act.ended
    assert [one.name for one in act.badges] == ["Hết hiệu lực toàn bộ"]


def test_a_page_names_the_newest_acts_of_the_province_and_leads_to_all() -> None:
    many = [local(str(n), "08", issued=date(2026, 1, 1 + n)) for n in range(MOST + 3)]
    seen = catalog(library(*many, local("x", "00300"), lists=PLACES), DAY)
    pages = {page.url: page for page in locality_pages(seen, lambda _: ())}
    commune = pages["dia-phuong/08/00300.html"]
    assert isinstance(commune, CommunePage)
    assert [one.link.url.rpartition("/")[2] for one in commune.acts] == ["x.html"]
    assert len(commune.of_province) == MOST
    assert commune.of_province[0].link.url.endswith(f"/{MOST + 2}.html")
    province = pages["dia-phuong/08.html"]
    assert isinstance(province, ProvincePage)
    assert province.more
    assert province.more.url == "ke/tinh/08.html"
