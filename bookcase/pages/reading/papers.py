"""What a site offers to print, to read aloud and to send, and what it is like."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from bookcase.pages.view import Link

_KB = 1000


class Picture(NamedTuple):
    """A picture of a first side; width and height are in points of the picture."""

    url: str
    width: int
    height: int


class Paper(NamedTuple):
    """A file to print.

    Attributes:
        shelf: Under which heading it is listed: *Tờ gấp*, *Áp phích*, …
        name: What it is: *Tờ gấp A4*, *Chữ lớn*, …
        title: The publication, and its page.
        url: The file, relative to the site's root.
        pages: How many pages it has.
        size: How many bytes.
        picture: Its first side.
        body: The name of the script that holds the title's body, where a commune's own
            sheet can be joined from it; else empty.
    """

    shelf: str
    name: str
    title: Link
    url: str
    pages: int
    size: int
    picture: Picture
    body: str = ""

    @property
    def said(self) -> str:
        """Return what a reader wants to know before loading it."""
        return f"PDF, {self.pages} trang, {round(self.size / _KB)} KB"


@dataclass(frozen=True, slots=True)
class Aloud:
    """The script for loudspeakers: how long it takes, its paragraphs, its file."""

    duration: str
    paragraphs: tuple[str, ...]
    url: str


@dataclass(frozen=True, slots=True)
class Texted:
    """The text message, with marks on its letters and without, and its file."""

    parts: tuple[str, ...]
    plain: tuple[str, ...]
    url: str


@dataclass(frozen=True, slots=True)
class Said:
    """What is said of a publication away from paper."""

    aloud: Aloud | None = None
    texted: Texted | None = None


NOTHING_SAID = Said()


@dataclass(frozen=True, slots=True)
class Shelf:
    """A heading, and the papers under it."""

    name: str
    papers: tuple[Paper, ...]


@dataclass(frozen=True, slots=True)
class PapersPage:
    """The page of all that a commune may print, for readers without scripts."""

    url: str
    title: str
    shelves: tuple[Shelf, ...]


class Code(NamedTuple):
    """A QR code as a ``data:`` address, and the page it leads to."""

    title: Link
    image: str


@dataclass(frozen=True, slots=True)
class BoardPage:
    """A sheet of QR codes for a notice board; a script adds the commune's own."""

    url: str
    title: str
    codes: tuple[Code, ...]


BOARD_URL = "bang-tin.html"
BOARD_TITLE = "Bảng tin pháp luật"
PAPERS_URL = "ban-in.html"
PAPERS_TITLE = "Tờ gấp, áp phích, sổ tay để in"
SHELVES = ("Tờ gấp", "Áp phích", "Sổ tay", "Biểu mẫu")
"""What the page of a commune lists, in this order."""


def shelves(papers: tuple[Paper, ...]) -> tuple[Shelf, ...]:
    """Sort papers by their headings; those of no heading are left out."""
    made = (
        Shelf(name, tuple(one for one in papers if one.shelf == name))
        for name in SHELVES
    )
    return tuple(shelf for shelf in made if shelf.papers)


def listed(papers: tuple[Paper, ...]) -> dict[str, object]:
    """Return what a script lists on the pages of communes that chose nothing."""
    return {
        "shelves": [
            [shelf.name, [_listed(one) for one in shelf.papers]]
            for shelf in shelves(papers)
        ]
    }


def _listed(one: Paper) -> list[object]:
    return [
        one.title.label,
        one.url,
        one.body,
        one.said,
        list(one.picture),
        one.title.lang,
    ]


def papers_page(papers: tuple[Paper, ...]) -> PapersPage:
    """Return the page of all papers."""
    return PapersPage(PAPERS_URL, PAPERS_TITLE, shelves(papers))
