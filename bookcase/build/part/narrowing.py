"""What a smaller bookcase holds, and where its links to the rest lead."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bookcase.errors import UsageError
from bookcase.pages.places.locality import commune_url

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bookcase.build.part.chosen import Part
    from bookcase.model.library import Library
    from bookcase.model.lists import Lists

_HREF = re.compile(r' href="([^":?#]+)(#[^"]*)?"')
_OF_ACT = 4
"""How many names lead to an act: ``van-ban/luat/2024/01-2024-qh15``."""


def narrowed(library: Library, part: Part) -> Library:
    """Return what belongs to a part; acts known by their facts only are left out.

    Raises:
        UsageError: There is no such province or subject.
    """
    if not part:
        return library
    lists = library.lists
    for key, known, what in (
        (part.province, lists.provinces, "tỉnh, thành phố có mã"),
        (part.subject, lists.subjects, "lĩnh vực có mã"),
    ):
        if key and key not in known:
            msg = f"không có {what} «{key}»"
            raise UsageError(msg)
    return replace(
        library,
        works=tuple(one for one in library.works if part.has(one, one.issued, lists)),
        publications=tuple(
            one for one in library.publications if part.has(one, one.published, lists)
        ),
        localities={
            code: one
            for code, one in library.localities.items()
            if _is_there(code, part, lists)
        },
        register=(),
        lists=_narrowed(lists, part),
    )


def _is_there(code: str, part: Part, lists: Lists) -> bool:
    commune = lists.communes.get(code)
    return not part.province or bool(commune and commune.province == part.province)


def _narrowed(lists: Lists, part: Part) -> Lists:
    if not part.province:
        return lists
    provinces = {part.province: lists.provinces[part.province]}
    communes = {k: v for k, v in lists.communes.items() if _is_there(k, part, lists)}
    return replace(lists, provinces=provinces, communes=communes)


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """What pages may link to and is not in this part of the bookcase.

    Attributes:
        national: The address of the site that has it, with a slash at its end; where
            nobody knows it, words stay and the link goes.
        names: Addresses without ``.html``: of acts, publications and places.
    """

    national: str
    names: frozenset[str]

    def led_there(self, html: str, url: str) -> str:
        """Return a page whose links to what is left out lead to the national site.

        Args:
            html: The page.
            url: Its address.
        """
        folder = posixpath.dirname(url)

        def led(found: re.Match[str]) -> str:
            goal = posixpath.normpath(posixpath.join(folder, found[1]))
            if not self._has(goal):
                return found[0]
            if not self.national:
                return ""
            rel = ' rel="noopener noreferrer external"'
            return f' href="{self.national}{goal}{found[2] or ""}"{rel}'

        return _HREF.sub(led, html)

    def _has(self, goal: str) -> bool:
        name = goal.removesuffix(".html")
        return (
            name in self.names
            or posixpath.dirname(name) in self.names
            or "/".join(name.split("/")[:_OF_ACT]) in self.names
        )


def elsewhere(whole: Library, library: Library, national: str) -> Elsewhere | None:
    """Return what was left out of a library; None where it is whole."""
    if whole is library:
        return None
    names = {*_names(whole)} - {*_names(library)}
    return Elsewhere(national, frozenset(names))


def _names(library: Library) -> Iterator[str]:
    yield from (work.folder for work in library.works)
    yield from (one.url.removesuffix(".html") for one in library.publications)
    yield from (f"dia-phuong/{code}" for code in library.lists.provinces)
    for commune in library.lists.communes.values():
        yield commune_url(commune).removesuffix(".html")
