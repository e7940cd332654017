"""Provinces and communes, today's and former, and what a locality tells its people."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

Area = Literal["central", "province", "commune"]
FormerKind = Literal["province", "district", "commune"]
Ring = tuple[tuple[int, int], ...]
"""Points around an area, each once, in units of the map (see pages/places/atlas.py)."""


@dataclass(frozen=True, slots=True)
class Province:
    """A province or centrally run city; ``code`` has two digits.

    ``shape`` are its outlines, the largest first; empty where nobody drew them.
    """

    code: str
    name: str
    kind: str
    lat: float | None = None
    lon: float | None = None
    shape: tuple[Ring, ...] = ()


@dataclass(frozen=True, slots=True)
class Commune:
    """A commune, ward or special zone; ``code`` has five digits, area is in km²."""

    code: str
    province: str
    name: str
    kind: str
    area: float | None = None
    lat: float | None = None
    lon: float | None = None


@dataclass(frozen=True, slots=True)
class FormerCommune:
    """A commune as it was before 1 July 2025, and one that it went to.

    ``main`` is False for a lesser part of a divided commune. Former codes live on and
    name other places today, so a former unit is never known by its code alone.
    """

    code: str
    name: str
    district: str
    province: str
    successor: str
    main: bool


@dataclass(frozen=True, slots=True)
class FormerPlace:
    """A former unit that a local act was made for."""

    kind: FormerKind
    code: str
    name: str


@dataclass(frozen=True, slots=True)
class Scope:
    """Where something applies; ``code`` is always today's code, empty when central."""

    level: Area = "central"
    code: str = ""
    former: tuple[FormerPlace, ...] = ()


@dataclass(frozen=True, slots=True)
class Contact:
    """Somebody to turn to; ``role`` is a key of the closed list of roles."""

    role: str
    name: str = ""
    phone: str = ""
    email: str = ""
    address: str = ""
    hours: str = ""


@dataclass(frozen=True, slots=True)
class Notice:
    """A commune's own notice; ``until`` is the first day it is no longer shown."""

    title: str
    text: str
    start: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Broadcast:
    """When the commune's loudspeakers read: days and time in words."""

    days: str
    time: str


@dataclass(frozen=True, slots=True)
class Locality:
    """What a commune keeps in its own file.

    ``leaflets`` are publication ids; ``all_leaflets`` means every one.
    """

    code: str
    contacts: tuple[Contact, ...] = ()
    leaflets: tuple[str, ...] = ()
    all_leaflets: bool = False
    notices: tuple[Notice, ...] = ()
    broadcasts: tuple[Broadcast, ...] = ()
    specimen: bool = False
    path: str = ""
