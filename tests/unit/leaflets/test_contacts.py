"""What the back panel says of a commune, and of the law behind a leaflet."""

from __future__ import annotations

from dataclasses import replace

from bookcase.leaflets.contacts import desk
from bookcase.leaflets.provisions import provisions
from bookcase.model.places import Contact, Locality
from bookcase.model.publication import Basis

from .samples import COMMUNE, CONTACTS, LOCALITY


def test_contacts_are_named_by_their_role_in_this_kind_of_commune() -> None:
    ward = replace(COMMUNE, kind="Phường")
    labels = [entry.label for entry in desk(LOCALITY, ward).entries]
    assert labels == ["Ủy ban nhân dân phường", "Công an phường", "Tổ hòa giải"]


def test_hours_that_repeat_are_said_once() -> None:
    made = desk(LOCALITY, COMMUNE)
    assert made.hours == "Giờ hành chính"
    assert [entry.details for entry in made.entries] == [
        ("Xóm Mẫu Hai",),
        ("Xóm Mẫu Hai", "Trực ngày và đêm"),
        ("Nông Văn Mẫu",),
    ]


def test_hours_are_not_lent_to_a_contact_that_has_none() -> None:
    silent = replace(LOCALITY, contacts=(*CONTACTS, Contact("women", phone="1")))
    made = desk(silent, COMMUNE)
    assert made.hours == ""
    assert made.entries[0].details == ("Xóm Mẫu Hai", "Giờ hành chính")
    assert made.entries[3].details == ()


def test_an_unknown_role_is_known_by_its_own_name() -> None:
    other = Locality("01321", (Contact("other", "Trạm Kiểm lâm Mẫu", "1"),))
    (entry,) = desk(other, COMMUNE).entries
    assert (entry.label, entry.details) == ("Trạm Kiểm lâm Mẫu", ())


def test_a_commune_without_contacts_has_an_empty_desk() -> None:
    assert desk(None, COMMUNE).entries == ()


def test_provisions_of_one_act_are_named_together() -> None:
    cites = (
        "khoản 2 Điều 9 Luật Mẫu số 1/2024/QH15",
        "Điều 58 Luật Mẫu số 1/2024/QH15",
        "Nghị định số 2/2024/NĐ-CP",
        "Điều 6 Luật Khác",
        "Điều 7a Luật Khác",
    )
    assert provisions(Basis(cite) for cite in cites) == (
        "khoản 2 Điều 9, Điều 58 Luật Mẫu số 1/2024/QH15",
        "Nghị định số 2/2024/NĐ-CP",
        "Điều 6, 7a Luật Khác",
    )


def test_provisions_stand_in_the_order_of_their_numbers() -> None:
    places = ("135", "7b", "khoản 10 Điều 9", "khoản 2 Điều 9", "9", "7", "135")
    cites = (one if " " in one else f"Điều {one}" for one in places)
    (made,) = provisions(Basis(f"{cite} Luật Mẫu") for cite in cites)
    assert made == (
        "Điều 7, Điều 7b, Điều 9, khoản 2 Điều 9, khoản 10 Điều 9, Điều 135 Luật Mẫu"
    )
