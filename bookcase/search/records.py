"""What can be found: one record for each article, document head, section or entry."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

_ARTICLE = re.compile(r"#(?:[^#]*\.)?d([0-9]+[a-z]*)$")


@dataclass(frozen=True, slots=True)
class Dated:
    """What makes a page one of another day's text, with what differs in it only.

    Attributes:
        of: The address of the page with the text of today.
        start: The first day on which the other text stood, or will.
        instead: Which records of that page it has otherwise, or has not: counted from
            the page's own, which is 0.
    """

    of: str
    start: date
    instead: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Record:
    """One thing that a reader may look for, and where it stands.

    The records of a page follow one another, and the first is the page's own.

    Attributes:
        url: From the root of the site, with ``#unit``; or a full ``https:`` address.
        number: The document's number; empty where it has none.
        title: ``Điều 5. Tên``; for a page's own record the same as ``parent``.
        parent: The title of the document or publication.
        text: What is searched besides the title, one paragraph a line.
        group: Under which heading it is shown: ``van-ban``, ``gioi-thieu`` …
        kind: The key of its type.
        status: The key of the document's state; empty for what has none.
        names: Other names of the document, in its own record only.
        dated: In a page's own record, that the page is of another day's text. Such
            pages come after all others.
    """

    url: str
    number: str
    title: str
    parent: str
    text: str
    group: str
    kind: str
    status: str
    names: tuple[str, ...] = ()
    dated: Dated | None = None

    @property
    def page(self) -> str:
        """Return the address without the unit."""
        return self.url.partition("#")[0]

    @property
    def unit(self) -> str:
        """Return the unit; nothing for a page's own record."""
        return self.url.partition("#")[2]

    @property
    def article(self) -> str:
        """Return the number of the article that this record is, or nothing."""
        found = _ARTICLE.search(self.url)
        return found[1] if found else ""
