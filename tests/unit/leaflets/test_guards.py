"""What cannot be joined is seen, and what is wrong with one commune is only its own."""

from __future__ import annotations

import shutil
from dataclasses import replace
from typing import TYPE_CHECKING

from bookcase.leaflets.body import body
from bookcase.leaflets.sheet import Local, Place, local
from bookcase.leaflets.tails import tails
from bookcase.leaflets.trifold import Title, plain
from bookcase.model.places import Province

from .samples import ASSETS, COMMUNE, HOST, LOCALITY, PROVINCE, PUBLICATION, with_panel

if TYPE_CHECKING:
    from pathlib import Path

GOOD = local(Place(COMMUNE, PROVINCE, LOCALITY), HOST)


def told_by(name: str, address: str) -> Local:
    """Return another commune whose first contact has an address."""
    contacts = (replace(LOCALITY.contacts[0], address=address), *LOCALITY.contacts[1:])
    told = replace(LOCALITY, contacts=contacts)
    return local(Place(replace(COMMUNE, name=name), PROVINCE, told), HOST)


def test_among_many_only_the_faulty_commune_is_refused() -> None:
    long = told_by("Xã Mẫu Dài", "n" * 200)
    lost = local(Place(replace(COMMUNE, province="38"), PROVINCE, LOCALITY), HOST)
    many = (GOOD, long, lost, told_by("Xã Mẫu Ba", "Xóm Ba"))
    made = tails(many, ASSETS)
    assert [one.value is not None for one in made] == [True, False, False, True]
    assert [{d.code for d in one.diagnostics} for one in made] == [
        set(),
        {"LEAF011"},
        {"LEAF005"},
        set(),
    ]
    (found, *_) = made[1].diagnostics
    assert "Xã Mẫu Dài, Tỉnh Cao Bằng, khung «Mặt sau: liên hệ»" in found.message
    assert " mm, từ chỗ «nnn" in found.message
    assert "«Viết di chúc" not in found.message


def test_a_fault_of_a_title_names_no_commune() -> None:
    long = with_panel("Trong 2", "Đoạn này dài quá khổ giấy.\n\n" * 40)
    made = body(Title(long, HOST), ASSETS)
    assert made.value is None
    (found, *_) = made.diagnostics
    assert found.message.startswith(
        "tờ gấp «Viết di chúc cho đúng», khung «Trong 2»: chữ tràn ra ngoài "
    )
    assert found.span.line == 38


def test_a_letter_that_bodies_do_not_hold_is_printed_the_plain_way() -> None:
    (made,) = tails((told_by("Xã Mẫu Tư", "Phố Жуков"),), ASSETS)
    assert made.diagnostics == ()
    assert made.value is not None
    assert made.value.tail is None
    assert plain(Title(PUBLICATION, HOST), made.value.local, ASSETS).value


def test_a_letter_that_no_typeface_has_is_refused() -> None:
    (made,) = tails((told_by("Xã Mẫu Tư", "ວຽງຈັນ"),), ASSETS)
    assert (made.value, {one.code for one in made.diagnostics}) == (None, {"LEAF021"})


def test_a_sheet_that_is_drawn_otherwise_has_no_body(tmp_path: Path) -> None:
    assets = tmp_path / "overrides"
    for part in ("leaflets", "assets/fonts"):
        shutil.copytree(ASSETS / part, assets / part)
    style = assets / "leaflets" / "to-gap.css"
    style.write_text(style.read_text("utf-8").replace("width: .37mm", "width: 3mm"))
    made = body(Title(PUBLICATION, HOST), assets)
    assert (made.value, made.diagnostics) == (None, ())


def test_a_sheet_in_another_language_has_no_body() -> None:
    made = body(Title(replace(PUBLICATION, language="en"), HOST), ASSETS)
    assert (made.value, made.diagnostics) == (None, ())


def test_of_no_commune_there_is_no_tail() -> None:
    assert tails((), ASSETS) == ()
    other = local(Place(COMMUNE, Province("38", "Tỉnh Thanh Hóa", "tỉnh")), HOST)
    (made,) = tails((other,), ASSETS)
    assert [one.code for one in made.diagnostics] == ["LEAF005"]
