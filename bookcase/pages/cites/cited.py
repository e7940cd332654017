"""Citations on a page of law: links in the text, and the acts that it names.

A provision of a held act is linked where it stands. A whole act, and one whose text is
not held, is a line of *Văn bản được dẫn* at the end of the page. Whether a unit of
another act is there only the page of that act knows, so :class:`Citing` keeps what a
page has and what it leads to, in few letters, for :mod:`bookcase.build.backlinks`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from bookcase.citations.acts import TYPE, numbered
from bookcase.citations.resolve import Found
from bookcase.pages.law.document import state_badges
from bookcase.pages.markup import day
from bookcase.pages.view import Link

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bookcase.citations.known import Acts
    from bookcase.citations.resolve import Resolved
    from bookcase.pages.catalog import Catalog
    from bookcase.pages.view import Badge

NOT_ANYWHERE = "chưa rõ: số này không có trong tủ sách hay danh mục văn bản đã biết"
_TITLE = re.compile("«(.+?)»")


@dataclass(frozen=True, slots=True)
class CitedAct:
    """A line of the list of acts that a text names.

    Attributes:
        anchor: Its id on the page.
        link: What it is called, our page of it, else the official one.
        facts: Its days.
        badges: Its state, where its text is held.
        reason: Why it leads nowhere.
        candidates: What an ambiguous name may mean.
    """

    anchor: str
    link: Link
    facts: str = ""
    badges: tuple[Badge, ...] = ()
    reason: str = ""
    candidates: tuple[Link, ...] = ()


class Row(NamedTuple):
    """A provision that a page leads to, and the unit and line that say so."""

    page: str
    unit: str
    by: str
    line: int


class Citing(NamedTuple):
    """What a page of law has, and what it leads to, in few letters.

    Attributes:
        url: Its address.
        path: The file of its text; empty where another page reports what is found.
        work: Its act.
        main: Whether it is the page by which its act is found.
        whole: Whether all of the text is there: annexes of codified acts are not.
        ids: The units on it, with a space before and behind each.
        out: Provisions of other pages, a :class:`Row` a line.
        own: The same of its own provisions; the page is left empty.
    """

    url: str
    path: str
    work: str
    main: bool
    whole: bool
    ids: str
    out: str
    own: str


def packed(rows: Iterable[Row]) -> str:
    """Write rows as lines, each once."""
    return "\n".join(dict.fromkeys("\t".join(map(str, row)) for row in rows))


def unpacked(lines: str) -> Iterator[Row]:
    """Yield the rows that were written as lines."""
    for line in lines.split("\n") if lines else ():
        page, unit, by, number = line.split("\t")
        yield Row(page, unit, by, int(number))


def way(url: str, page: str) -> str:
    """Return the shortest way from a page to another address of the site.

    >>> way("van-ban/luat/2024/a.html", "van-ban/luat/2022/b.html")
    '../2024/a.html'
    """
    goal, here = url.split("/"), page.split("/")[:-1]
    same = 0
    while same < min(len(goal) - 1, len(here)) and goal[same] == here[same]:
        same += 1
    return "../" * (len(here) - same) + "/".join(goal[same:])


class CitedActs:
    """The acts that a page names, each once, in the order in which it names them."""

    def __init__(self, acts: Acts, catalog: Catalog) -> None:
        """Begin with none."""
        self._acts, self._catalog = acts, catalog
        self._found: dict[str, CitedAct] = {}

    def anchor(self, cited: Resolved, text: str) -> str:
        """Return the id of a citation's act on the page.

        Args:
            cited: What the citation leads to.
            text: The words among which it stands.
        """
        key = cited.work or " ".join(cited.candidates) or _name(cited, text)
        known = self._found.get(key)
        if known is None:
            anchor = f"vb-{len(self._found) + 1}"
            self._found[key] = known = self._entry(anchor, cited, text)
        elif known.reason == NOT_ANYWHERE and "/" not in known.link.label:
            self._found[key] = replace(known, link=Link(_name(cited, text)))
        return known.anchor

    @property
    def entries(self) -> tuple[CitedAct, ...]:
        """Return the list so far."""
        return tuple(self._found.values())

    def _entry(self, anchor: str, cited: Resolved, text: str) -> CitedAct:
        if cited.status is Found.AMBIGUOUS:
            links = tuple(map(self._catalog.link, cited.candidates))
            why = "có thể là một trong các văn bản sau"
            return CitedAct(
                anchor, Link(_name(cited, text)), reason=why, candidates=links
            )
        known = self._acts.by_id.get(cited.work)
        if known is None:
            said = NOT_ANYWHERE if cited.work else cited.reason
            return CitedAct(anchor, Link(_name(cited, text)), reason=said)
        parts = [f"ban hành {day(known.issued)}" if known.issued else ""]
        parts += [f"hiệu lực từ {day(known.effective)}" if known.effective else ""]
        facts = " · ".join(filter(None, parts))
        work, link = self._catalog.works.get(known.id), self._catalog.link(known.id)
        state = self._catalog.states.get(known.id)
        badges = state_badges(work, self._catalog, state) if work and state else ()
        return CitedAct(anchor, link, facts, tuple(badges))


def _name(cited: Resolved, text: str) -> str:
    """Return what a text calls the act of a citation.

    The first provisions of a list have their act behind the last.
    """
    words = text[cited.start : cited.end]
    if found := TYPE.search(words):
        return words[found.start() :]
    behind = (one for one in numbered(text) if one.end > cited.start)
    if one := next((one for one in behind if one.id == cited.work), None):
        return text[one.start : one.end]
    titled = _TITLE.search(cited.reason)
    return titled[1] if titled else words
