"""What an act is called where one cites it: type, number, day, issuer and title.

Laws and ordinances go by their title and number, all others by all of these (Decree
78/2025/NĐ-CP on the form of legal documents). The page gives these words, and those
that stand before the numbers of units, to its script, which puts a citation together.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bookcase.model.tree import Kind
from bookcase.pages.view import label_of

if TYPE_CHECKING:
    from datetime import date

    from bookcase.model.act import Work
    from bookcase.pages.catalog import Catalog

_BY_TITLE = frozenset({"hien-phap", "bo-luat", "luat", "phap-lenh"})
_NAMES = ("Bộ luật", "Luật", "Điều lệ", "Quy chế", "Quy chuẩn", "Danh mục", "Chương")
"""What keeps its capital where a title begins with it: it is a name, not a verb."""
_TWO_DIGITS = 3

_BEFORE = {
    Kind.CAPITAL: "mục",
    Kind.ROMAN: "mục",
    Kind.CLAUSE: "khoản",
    Kind.SUBCLAUSE: "khoản",
    Kind.POINT: "điểm",
    Kind.SUBPOINT: "tiết",
    Kind.ITEM: "mục",
}


def called(work: Work, catalog: Catalog) -> str:
    """Return the words by which an act is cited.

    *Luật Hộ tịch số 60/2014/QH13*; *Nghị định số 123/2015/NĐ-CP ngày 15 tháng 11 năm
    2015 của Chính phủ quy định chi tiết …*. What is not known is not said.
    """
    type_name = catalog.type_name(work.type)
    if work.type in _BY_TITLE:
        return label_of(type_name, work.number, work.title)
    said = f"số {work.number}" if work.number else ""
    when = _written_out(work.issued) if work.issued else ""
    issuers = ", ".join(map(catalog.issuer_name, work.issuers))
    by = f"của {issuers}" if issuers else ""
    return " ".join(filter(None, (type_name, said, when, by, _title(work, type_name))))


def words_before(classes: dict[Kind, str]) -> str:
    """Return what stands before a unit's number, by the class of its element.

    ``k khoản|d điểm``: what a page tells its script.

    Args:
        classes: The class of the element of each kind of unit.
    """
    return "|".join(f"{classes[kind]} {word}" for kind, word in _BEFORE.items())


def _title(work: Work, type_name: str) -> str:
    """Return a title as it stands within a sentence."""
    title = work.title
    if title.lower().startswith(f"{type_name.lower()} "):
        title = title[len(type_name) + 1 :]
    if title.startswith(_NAMES) or title.isupper():
        return title
    return title[:1].lower() + title[1:]


def _written_out(day: date) -> str:
    """Write a day as acts do: a nought before days to 9, and January and February."""
    month = f"{day.month:02}" if day.month < _TWO_DIGITS else f"{day.month}"
    return f"ngày {day.day:02} tháng {month} năm {day.year}"
