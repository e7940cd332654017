"""The page that lists all relations of a work, where its own page cannot."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bookcase.pages.document import has_relations_page, relations_url

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bookcase.pages.catalog import Catalog
    from bookcase.pages.view import Group, Link


@dataclass(frozen=True, slots=True)
class RelationsPage:
    """All relations of one work; ``back`` leads to its page."""

    url: str
    title: str
    back: Link
    groups: tuple[Group, ...]


def relations_pages(catalog: Catalog) -> Iterator[RelationsPage]:
    """Yield a page for each work with a group too long for its own page."""
    for work in catalog.library.works:
        groups = catalog.groups(work)
        if has_relations_page(groups):
            back = catalog.link(work.id)
            title = f"Văn bản liên quan: {back.label}"
            yield RelationsPage(relations_url(work), title, back, groups)
