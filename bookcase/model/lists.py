"""The closed lists: what types, issuers, subjects and audiences there are."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bookcase.model.places import Commune, FormerCommune, Province


@dataclass(frozen=True, slots=True)
class ActType:
    """A type of act; ``rank`` 1 stands highest, ``short`` is its abbreviation."""

    key: str
    name: str
    rank: int
    short: str = ""


@dataclass(frozen=True, slots=True)
class Issuer:
    """A body that makes law; ``until`` is the first day it no longer existed.

    ``suffix`` is what its acts' ids end in when it is not central and has no code of
    today (``hdnd-tinh-ha-giang``); ``names`` are further ways of writing it.
    """

    key: str
    name: str
    level: str = "central"
    names: tuple[str, ...] = ()
    start: date | None = None
    until: date | None = None
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class Term:
    """An entry of a plain closed list: a subject, an audience, a role.

    ``own`` is what a language calls itself.
    """

    key: str
    name: str
    own: str = ""


@dataclass(frozen=True, slots=True)
class Synonym:
    """Everyday words that readers search with, and the law's own words for them."""

    everyday: tuple[str, ...]
    law: str


@dataclass(frozen=True, slots=True)
class Phone:
    """A number that is called from anywhere in the country."""

    number: str
    name: str


@dataclass(frozen=True, slots=True)
class Occasion:
    """Something that happens to people, and what helps then.

    Attributes:
        key: Its name in addresses.
        name: What readers call it, in few words.
        icon: Its picture, see ``overrides/bookcase/icons.html``.
        about: One or two sentences.
        steps: What to do first, each in a sentence.
        subjects: Whatever is on these subjects belongs to it.
        first: Ids of the publications that help most, the best first.
        roles: Whom of one's commune to turn to.
        phones: Numbers for an emergency.
    """

    key: str
    name: str
    icon: str
    about: str
    steps: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    first: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    phones: tuple[Phone, ...] = ()


@dataclass(frozen=True, slots=True)
class Lists:
    """All closed lists, by key, in the order in which they are shown."""

    types: Mapping[str, ActType] = field(default_factory=dict)
    issuers: Mapping[str, Issuer] = field(default_factory=dict)
    subjects: Mapping[str, Term] = field(default_factory=dict)
    audiences: Mapping[str, Term] = field(default_factory=dict)
    roles: Mapping[str, Term] = field(default_factory=dict)
    languages: Mapping[str, Term] = field(default_factory=dict)
    provinces: Mapping[str, Province] = field(default_factory=dict)
    communes: Mapping[str, Commune] = field(default_factory=dict)
    former: tuple[FormerCommune, ...] = ()
    synonyms: tuple[Synonym, ...] = ()
    occasions: Mapping[str, Occasion] = field(default_factory=dict)
