"""A smaller bookcase: of one province, one subject, or what is new.

States, relations and links follow from all acts, whatever is left out: only pages are
fewer. What a page links to that is not there is a reference to the national site.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from bookcase.model.act import Work
    from bookcase.model.lists import Lists
    from bookcase.model.places import Scope
    from bookcase.model.publication import Publication


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
