"""A smaller bookcase: of one province, one subject, or what is new.

States, relations and links follow from all acts, whatever is left out: only pages are
fewer. What a page links to that is not there is a reference to the national site.
"""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bookcase.errors import UsageError
from bookcase.pages.locality import commune_url

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from bookcase.model.act import Work
    from bookcase.model.library import Library
    from bookcase.model.lists import Lists
    from bookcase.model.places import Scope
    from bookcase.model.publication import Publication

_HREF = re.compile(r' href="([^":?#]+)(#[^"]*)?"')
_OF_ACT = 4
"""How many names lead to an act: ``van-ban/luat/2024/01-2024-qh15``."""


@dataclass(frozen=True, slots=True)
class Part:
    """Which part of the bookcase is built; what is empty leaves nothing out.

    Attributes:
        province: The code of a province: what holds elsewhere only is left out.
        subject: The key of a subject that acts and publications must have.
        since: The day since which they were issued or published.
    """

    province: str = ""
    subject: str = ""
    since: date | None = None

    def __bool__(self) -> bool:
        """Tell whether anything is left out."""
        return bool(self.province or self.subject or self.since)

    def has(self, one: Work | Publication, day: date | None, lists: Lists) -> bool:
        """Tell whether an act or a publication belongs, which came on a day."""
        if self.province and not _holds_in(one.scope, self.province, lists):
            return False
        if self.subject and self.subject not in one.subjects:
            return False
        return self.since is None or day is None or day >= self.since


WHOLE = Part()


def _holds_in(scope: Scope, province: str, lists: Lists) -> bool:
    commune = lists.communes.get(scope.code)
    return not scope.code or province in {scope.code, commune and commune.province}


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
