"""The acts that a citation may lead to: those held, and those of the register."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bookcase.citations.acts import name_key
from bookcase.citations.titles import Titles
from bookcase.model.ids import NO_DATE, SPECIMEN, fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from bookcase.model.act import Work
    from bookcase.model.library import Library

_DATED = re.compile(r"(.+)-(?:\d{4}-\d\d-\d\d|khong-ro-ngay)(?:-.+)?")
_PLACED = re.compile(r"(.+?)-(?:hdnd-|ubnd-|)(?:tinh|xa)-[a-z0-9-]+")
_LAW_NUMBER = re.compile(r"(?:luat|bo-luat|phap-lenh|nghi-quyet)(-\d+-\d{4}-\D+\d+)")
_LAWS = {"luat": "luat ", "bo-luat": "bo luat "}
_SAID_ALONE = ("luat ", "bo luat ", "phap lenh ", "hien phap", "bl")
"""How titles begin that are a name; *Nghị định về …* only describes."""
_TWICE, _LAWYERS = "luat luat ", "luat luat su"
"""A register's title may say its type twice; only the law on lawyers does rightly."""
_SHORTEST, _LONGEST = 3, 9
"""How many initials of a title people write for it: *Luật BHYT*, *BLTTHS*."""


@dataclass(frozen=True, slots=True)
class Known:
    """An act as citations know it; dates and address are empty where not told."""

    id: str
    title: str = ""
    issued: date | None = None
    effective: date | None = None
    held: bool = False
    item_id: str = ""

    @property
    def specimen(self) -> bool:
        """Tell whether it is an invented example."""
        return self.id.startswith(SPECIMEN)


@dataclass(frozen=True, slots=True)
class Acts:
    """All acts that a citation may lead to.

    Attributes:
        by_id: Each act.
        by_name: Acts by folded title with its type, the earliest first.
        heads: Ids by their part that a number alone gives, where the whole id has a
            day or a place behind it; of laws also by the number without a type.
        titles: What :func:`bookcase.citations.scan.find` looks for.
    """

    by_id: Mapping[str, Known] = field(default_factory=dict)
    by_name: Mapping[str, tuple[Known, ...]] = field(default_factory=dict)
    heads: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    titles: Titles = field(default_factory=lambda: Titles(()))

    @property
    def whole_ids(self) -> Mapping[str, str]:
        """Return the whole ids of those local acts that no other act could be."""
        return {head: ids[0] for head, ids in self.heads.items() if len(ids) == 1}


def acts_of(library: Library) -> Acts:
    """Return the acts of a library and of its register."""
    known = {
        one.id: Known(one.id, one.title, one.issued, one.effective, item_id=one.item_id)
        for one in library.register
    }
    known |= {
        one.id: Known(one.id, one.title, one.issued, _first_day(one), held=True)
        for one in library.works
    }
    by_name = _by_name((name, known[id_]) for name, id_ in _names(library))
    said = {name for name in by_name if name.startswith(_SAID_ALONE)}
    short = {_key("", one) for work in library.works for one in work.short_titles}
    return Acts(known, by_name, _heads(known), Titles(said | (short & by_name.keys())))


def _first_day(work: Work) -> date | None:
    return min((one.start for one in work.versions if one.start), default=None)


def _by_name(rows: Iterable[tuple[str, Known]]) -> dict[str, tuple[Known, ...]]:
    named: dict[str, dict[str, Known]] = {}
    for name, act in rows:
        named.setdefault(name, {})[act.id] = act
    return {
        name: tuple(sorted(acts.values(), key=lambda one: str(one.issued or "")))
        for name, acts in named.items()
    }


def _names(library: Library) -> Iterator[tuple[str, str]]:
    """Yield the folded names of all acts: titles, everyday names, initials."""
    types = library.lists.types
    acts = [*((one, one.short_titles) for one in library.works)]
    rows = [(one.id, one.type, one.title, short) for one, short in acts]
    rows += [(one.id, one.type, one.title, ()) for one in library.register]
    for id_, type_, title, short in rows:
        word = types[type_].name if type_ in types else ""
        for name in filter(None, (title, *short)):
            key = _key(word, name)
            yield key, id_
            if key.startswith(_TWICE) and not key.startswith(_LAWYERS):
                yield key.removeprefix("luat "), id_
        if type_ == "hien-phap":
            yield "hien phap", id_
        if title and type_ in _LAWS:
            yield from ((name, id_) for name in _initials(_key(word, title), type_))


def _key(word: str, title: str) -> str:
    """Return the key of a title, which may begin with its type already."""
    plain = fold(title)  # a title may be misprinted: Luât
    typed = plain.startswith((f"{fold(word)} ", "luat ", "bo luat "))
    return name_key("" if typed else word, title)


def _initials(key: str, type_: str) -> Iterator[str]:
    """Yield what people write for a law by its first letters.

    >>> list(_initials("bo luat to tung hinh su", "bo-luat"))
    ['bo luat tths', 'bltths']
    """
    begins = _LAWS[type_]
    words = key.removeprefix(begins).split()
    letters = "".join(word[0] for word in words)
    if len(words) > _LONGEST:
        return
    if len(letters) >= _SHORTEST:
        yield begins + letters
    if type_ == "bo-luat":
        yield f"bl{letters}"


def _heads(known: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Lead from the id that a number alone makes to the whole ids it may mean."""
    found: dict[str, list[str]] = {}
    for id_ in known:
        for pattern in (_DATED, _PLACED):
            if head := pattern.fullmatch(id_):
                found.setdefault(head[1], []).append(id_)
                break
        if law := _LAW_NUMBER.fullmatch(id_):
            found.setdefault(law[1], []).append(id_)
    return {head: tuple(sorted(ids)) for head, ids in found.items()}


def head_of(id_: str) -> str:
    """Return an id without the day that was not told.

    >>> head_of("nghi-quyet-25-nq-cp-khong-ro-ngay")
    'nghi-quyet-25-nq-cp'
    """
    return id_.removesuffix(f"-{NO_DATE}")
