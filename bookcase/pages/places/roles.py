"""Whom of one's commune to ask about a matter."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bookcase.model.lists import Lists

DEFAULT_ROLES = ("judicial-officer", "legal-aid")
"""Whom to ask where nothing is known of the matter."""


def roles_for(subjects: Iterable[str], lists: Lists) -> tuple[str, ...]:
    """Return whom to ask about some subjects: keys of roles, who knows most first.

    The occasions of these subjects tell (``_data/situations.yml``).
    """
    wanted = frozenset(subjects)
    found = dict.fromkeys(
        role
        for one in lists.occasions.values()
        if not wanted.isdisjoint(one.subjects)
        for role in one.roles
    )
    return (*found,) or DEFAULT_ROLES
