"""From the words of a source to the keys of the closed lists."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bookcase.model.ids import fold

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bookcase.model.lists import Lists

_ISSUED_BY = re.compile(r".*\bngày\s+\d{1,2}/\d{1,2}/\d{4}\s+của\s+(.*)", re.DOTALL)
_APART = re.compile(r"(?:\s|,|\bva\b)+")
_NOT_LETTER = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Issuers:
    """The keys found in some words, and what is left of the words."""

    keys: tuple[str, ...]
    rest: str = ""


@dataclass(frozen=True, slots=True)
class Lookup:
    """Finds keys by folded names; an empty list finds nothing.

    ``topics`` maps the numbers of the codification's subjects to our own.
    """

    types: Mapping[str, str] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    issuers: tuple[tuple[re.Pattern[str], str], ...] = ()
    topics: Mapping[int, str] = field(default_factory=dict)
    suffixes: Mapping[str, str] = field(default_factory=dict)

    def type_key(self, words: str) -> str | None:
        """Return the key of a type of act: ``Nghị định`` is ``nghi-dinh``."""
        return self.types.get(fold(words))

    def find_issuers(self, words: str) -> Issuers:
        """Find the bodies named in some words, in the order in which they stand.

        The codification's words may hold the end of a title before them: “… ngày
        07/07/2021 của Bộ …”; only what stands behind counts.
        """
        found = _ISSUED_BY.fullmatch(words)
        rest = _plain(found[1] if found else words)
        places: dict[int, str] = {}
        for pattern, key in self.issuers:
            for match in pattern.finditer(rest):
                places.setdefault(match.start(), key)
            rest = pattern.sub(lambda one: "," * len(one[0]), rest)
        keys = tuple(dict.fromkeys(places[at] for at in sorted(places)))
        return Issuers(keys, _APART.sub(" ", rest).strip())

    def subject(self, topic: str) -> str | None:
        """Return the subject of a topic's number in the codification: ``4.3``."""
        chapter = topic.split(".", 1)[0]
        return self.topics.get(int(chapter)) if chapter.isdigit() else None

    def suffix(self, issuers: tuple[str, ...]) -> str:
        """Return what the id of an act of these issuers ends in; empty if central."""
        return next((self.suffixes[key] for key in issuers if key in self.suffixes), "")


def make_lookup(lists: Lists, topics: Mapping[int, str]) -> Lookup:
    """Make a lookup from the closed lists; longer names are looked for first."""
    names = {
        _plain(name): key
        for key, issuer in lists.issuers.items()
        for name in (issuer.name, *issuer.names)
    }
    ordered = sorted(names.items(), key=lambda pair: (-len(pair[0]), pair[0]))
    return Lookup(
        {fold(one.name): key for key, one in lists.types.items()},
        {key: one.name for key, one in lists.types.items()},
        tuple((_pattern(name), key) for name, key in ordered),
        topics,
        {key: one.suffix for key, one in lists.issuers.items() if one.suffix},
    )


def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![a-z]){re.escape(name)}(?![a-z])")


def _plain(words: str) -> str:
    """Fold words, and level what stands between them (“Văn hóa - Thông tin”)."""
    return _NOT_LETTER.sub(" ", fold(words)).strip()
