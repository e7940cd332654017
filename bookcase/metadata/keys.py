"""What the closed lists allow, small enough to be handed to a worker process."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bookcase.model.lists import Lists


@dataclass(frozen=True, slots=True)
class Keys:
    """The keys of the closed lists.

    Attributes:
        lists: The names of each list's entries by key; a list that is not here is not
            checked.
        suffixes: What ids of acts end in, by issuer, where the issuer has its own.
    """

    lists: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    suffixes: Mapping[str, str] = field(default_factory=dict)


def keys(lists: Lists) -> Keys:
    """Take the keys out of the closed lists; an empty list is not checked."""
    named: dict[str, dict[str, str]] = {
        "types": {key: one.name for key, one in lists.types.items()},
        "issuers": {key: one.name for key, one in lists.issuers.items()},
        "subjects": {key: one.name for key, one in lists.subjects.items()},
        "audiences": {key: one.name for key, one in lists.audiences.items()},
        "roles": {key: one.name for key, one in lists.roles.items()},
        "languages": {key: one.name for key, one in lists.languages.items()},
        "provinces": {key: one.name for key, one in lists.provinces.items()},
        "communes": {key: one.name for key, one in lists.communes.items()},
    }
    return Keys(
        {name: entries for name, entries in named.items() if entries},
        {key: one.suffix for key, one in lists.issuers.items() if one.suffix},
    )
