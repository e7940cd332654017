"""What scripts read of places: names of today and before, and what communes tell.

In ``assets/xa/``::

    muc-luc.js   names of provinces, and the first key of each file of names
    ten-N.js     names, in the order of their keys
    tinh-NN.js   what the communes of a province tell their people

A key is the folded name, then where the place is. A name is a line of fields: what the
place is and what it is called; its former district; the number of its province in the
list; the communes of today, each with its province and, if it is another, its name.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from typing import TYPE_CHECKING

from bookcase.pages.places.localacts import local_acts
from bookcase.pages.places.locality import contacts, notices_from
from bookcase.pages.sidefile import SideFile, as_script

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bookcase.model.lists import Lists
    from bookcase.model.places import FormerCommune
    from bookcase.pages.catalog import Catalog
    from bookcase.pages.places.localacts import LocalAct

FOLDER = "assets/xa"
TABLE = "diaPhuong"
"""The table of the page that the files fill."""
SIZE = 5000
"""Letters in a file of names: few, for a phone asks for two or three of them."""
KINDS = {
    "Xã ": "x",
    "Phường ": "p",
    "Thị trấn ": "t",
    "Thị Trấn ": "t",
    "Đặc khu ": "k",
}
_LONG = 24
"""Letters of a first key that tell one file from another: two words have fewer."""
_MOST = 3
"""How many acts are told of a place."""


def place_scripts(catalog: Catalog) -> Iterator[SideFile]:
    """Yield the files."""
    yield from name_scripts(catalog.library.lists)
    yield from _told(catalog)


def name_scripts(lists: Lists) -> Iterator[SideFile]:
    """Yield the names in files, then the directory."""
    names = [one.name for one in lists.provinces.values()]
    names = [*dict.fromkeys((*names, *(one.province for one in lists.former)))]
    rows = sorted({*_today(lists, names), *_before(lists, names)})
    firsts: list[str] = []
    held: list[str] = []
    for key, line in rows:
        if held and sum(map(len, held)) + len(line) > SIZE:
            yield _names(len(firsts) - 1, held)
            held = []
        if not held:
            firsts.append(key[:_LONG])
        held.append(line)
    if held:
        yield _names(len(firsts) - 1, held)
    codes = [*lists.provinces]
    yield _file("muc-luc", [codes, names, "|".join(firsts)])


def _names(number: int, lines: list[str]) -> SideFile:
    return _file(f"ten-{number}", "|".join(lines))


def _file(name: str, value: object) -> SideFile:
    return SideFile(f"{FOLDER}/{name}.js", as_script(TABLE, name, value))


def _today(lists: Lists, names: list[str]) -> Iterator[tuple[str, str]]:
    for one in lists.communes.values():
        known = lists.provinces.get(one.province)
        if known is None:
            continue
        province = known.name
        key = folded(f"{_split(one.name)[1]} {province}")
        where = names.index(province)
        yield key, f"{_named(one.name)}~~{where}~{one.province}/{one.code}"


def _before(lists: Lists, names: list[str]) -> Iterator[tuple[str, str]]:
    parts: dict[tuple[str, str, str, str], list[FormerCommune]] = defaultdict(list)
    for old in lists.former:
        parts[old.code, old.name, old.district, old.province].append(old)
    number = {name: at for at, name in enumerate(names)}
    for (_, name, district, province), rows in parts.items():
        rows.sort(key=lambda one: not one.main)
        held = (lists.communes.get(one.successor) for one in rows)
        heirs = [one for one in held if one]  # a part of the bookcase has few
        if not heirs:
            continue
        to = ";".join(f"{one.province}/{one.code}{_named(one.name)}" for one in heirs)
        key = folded(f"{_split(name)[1]} {district} {province}")
        yield key, f"{_named(name)}~{district}~{number[province]}~{to}"


def _split(name: str) -> tuple[str, str]:
    """Return a letter for what a place is, and its bare name."""
    for kind, letter in KINDS.items():
        if name.startswith(kind):
            return letter, name.removeprefix(kind)
    return "-", name


def _named(name: str) -> str:
    return "".join(_split(name))


def folded(text: str) -> str:
    """Return a text without accents and signs.

    >>> folded("Đa Phúc, Huyện Sóc Sơn")
    'da phuc huyen soc son'
    """
    plain = unicodedata.normalize("NFD", text.lower()).replace("đ", "d")
    return " ".join(
        "".join(
            one if one.isalnum() else " "
            for one in plain
            if not unicodedata.combining(one)
        ).split()
    )


def _told(catalog: Catalog) -> Iterator[SideFile]:
    """Yield for each province what its communes tell."""
    lists, acts = catalog.library.lists, local_acts(catalog)
    found: dict[str, dict[str, object]] = defaultdict(dict)
    for commune in lists.communes.values():
        found[commune.province][commune.code] = {
            "ten": commune.name,
            **_facts(commune.code, catalog),
            **_acts(acts.of_commune(commune.code)),
        }
    for code, province in lists.provinces.items():
        of_all = _acts(acts.whole.get(code, ()))
        told = {"ten": province.name, "xa": found[code], **of_all}
        yield _file(f"tinh-{code}", told)


def _facts(code: str, catalog: Catalog) -> Mapping[str, object]:
    """Return what a commune's own file tells; nothing where it has none."""
    locality = catalog.library.localities.get(code)
    if locality is None:
        return {}
    told = {
        "goi": [
            [one.key, one.role, one.name, one.phone, one.email]
            for one in contacts(locality, catalog.library.lists)
        ],
        "bao": [
            [one.title, one.text, str(one.start or ""), str(one.until or "")]
            for one, _ in notices_from(locality.notices, catalog.as_of)
        ],
        "loa": [[one.days, one.time] for one in locality.broadcasts],
        "mau": locality.specimen,
    }
    return {key: value for key, value in told.items() if value}


def _acts(acts: tuple[LocalAct, ...]) -> Mapping[str, object]:
    """Return the newest acts that have not ended, with their states by day."""
    told = [
        [
            one.link.label,
            one.link.url,
            one.note,
            [
                [
                    badge.name,
                    badge.css,
                    str((badge.days and badge.days.since) or ""),
                    str((badge.days and badge.days.until) or ""),
                ]
                for badge in one.badges
            ],
        ]
        for one in acts
        if not one.ended
    ]
    return {"vb": told[:_MOST], "so": len(told)} if told else {}
