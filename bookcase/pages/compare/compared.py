"""The pages and scripts that compare the versions of an act, as a build plans them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup

from bookcase.pages.compare.comparison import (
    comparable,
    comparison_url,
    comparison_view,
    neighbours,
    on_demand_url,
    on_demand_view,
    script_url,
)
from bookcase.pages.law.banners import disclaimer
from bookcase.pages.law.changes import changes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bookcase.model.act import Work
    from bookcase.pages.catalog import Catalog
    from bookcase.pages.compare.comparison import ComparisonView, OnDemandView
    from bookcase.pages.law.changes import Change


@dataclass(frozen=True, slots=True)
class ReadyPage:
    """The comparison of two neighbours; ``view`` still lacks its body.

    ``old`` and ``new`` are their files, ``changes`` what lies between them.
    """

    url: str
    view: ComparisonView
    old: str
    new: str
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class ChoicePage:
    """The page where any two versions are chosen."""

    url: str
    view: OnDemandView


@dataclass(frozen=True, slots=True)
class TextScript:
    """The script that gives that page a version's text; ``notice`` opens it."""

    url: str
    path: str
    notice: str


ComparedPage = ReadyPage | ChoicePage | TextScript


def compared_pages(work: Work, catalog: Catalog) -> Iterator[ComparedPage]:
    """Yield what compares the versions of an act; nothing for a single one."""
    versions = comparable(work)
    if len(versions) < 2:  # noqa: PLR2004 - two are compared
        return
    label = catalog.link(work.id).label
    for old, new in neighbours(work):
        made = changes(work, new, catalog)
        yield ReadyPage(
            url=comparison_url(work, old, new),
            view=comparison_view(work, label, old, new, Markup()),
            old=old.path,
            new=new.path,
            changes=tuple(change for change in made if change.new == new.path),
        )
    yield ChoicePage(on_demand_url(work), on_demand_view(work, label))
    for _, version in versions:
        notice = disclaimer(version, catalog)
        yield TextScript(script_url(work, version), version.path, notice)
