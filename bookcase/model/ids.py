"""How works and places are named: ASCII, short, and never depending on other records.

An id depends on its own record only, so that importing one act never renames another.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from bookcase.model.places import Scope

NO_NUMBER = "khong-so"
NO_DATE = "khong-ro-ngay"
NO_YEAR = "khong-ro-nam"
SPECIMEN = "mau-"
SPECIMEN_NUMBER = "-MAU"

_D = str.maketrans({"đ": "d", "Đ": "D", "Ð": "D", "ð": "d"})
_YEAR = re.compile(r"(?<=[/-])(?:19|20)\d\d(?!\d)")  # never the serial number
_LEGISLATURE = re.compile(r"(?:QH|HĐNN|UBTVQH)\s?\d", re.IGNORECASE)
_NOT_SLUG = re.compile(r"[^a-z0-9]+")


def fold(text: str) -> str:
    """Take the marks off every letter and lower its case; đ, Đ and Eth become d."""
    plain = unicodedata.normalize("NFD", text.translate(_D))
    return "".join(c for c in plain if not unicodedata.combining(c)).lower()


def slug(text: str) -> str:
    """Make an ASCII name of letters, digits and single hyphens."""
    return _NOT_SLUG.sub("-", fold(text)).strip("-")


def has_own_year(number: str) -> bool:
    """Tell whether a number names its year or its legislature."""
    return bool(_YEAR.search(number) or _LEGISLATURE.search(number))


def place_suffix(scope: Scope, issuer_suffix: str = "") -> str:
    """Return what a local act's id ends in, empty for a central one.

    ``issuer_suffix`` is used where the issuer no longer exists.
    """
    if issuer_suffix:
        return issuer_suffix
    if scope.level == "province":
        return f"tinh-{scope.code}"
    if scope.level == "commune":
        return f"xa-{scope.code}"
    return ""


def work_tail(
    number: str,
    issued: date | None,
    suffix: str = "",
    disambiguator: int | None = None,
) -> str:
    """Return a work's id without its type: also the name of its folder.

    >>> work_tail("25/2008/QH12", None)
    '25-2008-qh12'
    """
    day = issued.isoformat() if issued else NO_DATE
    if not any(c.isdigit() for c in number):
        parts = [NO_NUMBER, day]
    elif has_own_year(number):
        parts = [slug(number)]
    else:
        parts = [slug(number), day]
    if suffix:
        parts.append(suffix)
    if disambiguator is not None:
        parts.append(str(disambiguator))
    return "-".join(parts)


def work_id(type_: str, tail: str, *, specimen: bool = False) -> str:
    """Join a work's type and the rest of its id."""
    return f"{SPECIMEN if specimen else ''}{type_}-{tail}"


def work_folder(type_: str, number: str, issued: date | None, tail: str) -> str:
    """Return a work's folder below ``content/``.

    >>> work_folder("luat", "25/2008/QH12", None, "25-2008-qh12")
    'van-ban/luat/2008/25-2008-qh12'
    """
    found = _YEAR.search(number)
    year = found[0] if found else str(issued.year) if issued else NO_YEAR
    return f"van-ban/{type_}/{year}/{tail}"
