"""Whom a commune's back panel names, and how."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bookcase.model.places import Commune, Contact, Locality

_LABELS = {
    "people-committee": "Ủy ban nhân dân {kind}",
    "police": "Công an {kind}",
    "health": "Trạm Y tế",
    "judicial-officer": "Công chức tư pháp - hộ tịch",
    "mediation": "Tổ hòa giải",
    "legal-aid": "Trợ giúp pháp lý",
    "women": "Hội Phụ nữ {kind}",
}

_OTHER = "Liên hệ khác"
_FEW = 3
_KINDS = ("xã", "phường", "đặc khu")

EMERGENCY = (
    ("113", "Công an"),
    ("114", "Chữa cháy, cứu nạn"),
    ("115", "Cấp cứu y tế"),
    ("111", "Bảo vệ trẻ em"),
)
"""The numbers that answer everywhere, and what for."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One contact: what it is, its telephone, and the lines below.

    ``named`` tells that the label is the contact's own name.
    """

    label: str
    phone: str
    details: tuple[str, ...]
    named: bool = False


@dataclass(frozen=True, slots=True)
class Desk:
    """The contacts of a commune.

    ``hours`` are those of every entry that does not say its own; empty when each
    entry says its own, or says none.
    """

    entries: tuple[Entry, ...] = ()
    hours: str = ""

    @property
    def callable(self) -> bool:
        """Tell whether anyone can be called; where nobody can, there is room to write.

        So many entries without a telephone leave no room, and tell where to go.
        """
        return len(self.entries) > _FEW or any(one.phone for one in self.entries)


def labels() -> tuple[str, ...]:
    """Return all labels that are not a contact's own name."""
    made = (label.format(kind=kind) for label in _LABELS.values() for kind in _KINDS)
    return (*made, _OTHER)


def desk(locality: Locality | None, commune: Commune) -> Desk:
    """Return what the back panel shows; nothing when the commune told us nothing."""
    held = locality.contacts if locality else ()
    shared = _shared_hours(held)
    return Desk(tuple(_entry(one, commune, shared) for one in held), shared)


def _shared_hours(contacts: tuple[Contact, ...]) -> str:
    """Find the hours said most often, when nobody is silent and they repeat."""
    hours = [contact.hours for contact in contacts]
    most = max(hours, key=hours.count, default="")
    return most if all(hours) and hours.count(most) > 1 else ""


def _entry(contact: Contact, commune: Commune, shared: str) -> Entry:
    label = _LABELS.get(contact.role, "").format(kind=commune.kind.lower())
    hours = "" if contact.hours == shared else contact.hours
    name = contact.name if label else ""
    details = (name, contact.address, contact.email, hours)
    return Entry(
        label or contact.name or _OTHER,
        contact.phone,
        tuple(filter(None, details)),
        named=not label and bool(contact.name),
    )
