"""A legal document: the work, and its versions."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from bookcase.model.effects import Effect
from bookcase.model.places import Scope
from bookcase.model.relations import Relation

TextState = Literal["as-enacted", "consolidated", "codified"]
Made = Literal["by-machine", "by-hand", "official"]


@dataclass(frozen=True, slots=True)
class Signer:
    """Who signed, and as what."""

    name: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class Gazette:
    """The issue of the official gazette that published the act."""

    number: str
    date: date | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """Where the text was taken from.

    ``file`` is the file itself, relative to the work's folder, where it is kept beside
    the text.
    """

    url: str = ""
    sha256: str = ""
    signed: bool = False
    note: str = ""
    file: str = ""


@dataclass(frozen=True, slots=True)
class UnitPhase:
    """Provisions of an act that enter into force on a day of their own.

    ``line`` is where the record says so.
    """

    at: tuple[str, ...]
    start: date
    line: int = field(default=1, compare=False)


@dataclass(frozen=True, slots=True)
class Ends:
    """When and why the whole act ceased; ``on`` is the first day without force.

    ``line`` is where the record says so.
    """

    on: date | None
    by: str = ""
    reason: str = ""
    line: int = field(default=1, compare=False)


@dataclass(frozen=True, slots=True)
class Version:
    """The text of a work from one day on.

    Attributes:
        start: The first day, None when the day is not known (file ``goc.md``) or when
            the text is codified.
        text: What kind of text it is; ``codified`` is today's wording out of the
            electronic codification, and stands for no particular day.
        made: Who made a consolidated text.
        by: Ids of the works whose effects it includes.
        official: Number or id of the official consolidated text.
        checked_by: The two people who checked a text made by hand.
        seen_on: Month in which a codified text was seen, ``2025-11``.
        complete: False when parts of the act are known to be missing.
        path: Its Markdown file, relative to the content folder, with ``/``.
        translations: ``(language, path)`` of each translation.
    """

    start: date | None
    text: TextState = "as-enacted"
    made: Made | None = None
    by: tuple[str, ...] = ()
    official: str = ""
    checked_by: tuple[str, ...] = ()
    seen_on: str = ""
    complete: bool = True
    path: str = ""
    translations: tuple[tuple[str, str], ...] = ()

    @property
    def stem(self) -> str:
        """Return the file's name without ending: the version's name in addresses."""
        return self.path.rpartition("/")[2].removesuffix(".md")


@dataclass(frozen=True, slots=True)
class Work:
    """A legal document's identity, dates and relations: everything but its text.

    ``folder`` is relative to the content folder and is also the page's address without
    ``.html``. ``title`` is empty when the source gives none.
    """

    id: str
    number: str
    type: str
    title: str
    folder: str
    short_titles: tuple[str, ...] = ()
    issuers: tuple[str, ...] = ()
    signers: tuple[Signer, ...] = ()
    issued: date | None = None
    gazette: Gazette | None = None
    scope: Scope = Scope()
    subjects: tuple[str, ...] = ()
    source: tuple[Source, ...] = ()
    relations: tuple[Relation, ...] = ()
    versions: tuple[Version, ...] = ()
    phases: tuple[UnitPhase, ...] = ()
    effects: tuple[Effect, ...] = ()
    ends: Ends | None = None
    consolidates: str = ""
    merges: tuple[str, ...] = ()
    disambiguator: int | None = None
    specimen: bool = False

    @property
    def path(self) -> str:
        """Return the path of its ``document.yml``."""
        return f"{self.folder}/document.yml"

    @property
    def url(self) -> str:
        """Return the address of its page, relative to the site's root."""
        return f"{self.folder}.html"
