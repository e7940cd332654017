"""Scripts for loudspeakers and text messages: as files, and for the pages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bookcase.diagnostics import Diagnostic, Span
from bookcase.files import write_atomic
from bookcase.model.publication import PublicationKind
from bookcase.pages.reading.papers import NOTHING_SAID, Aloud, Said, Texted
from bookcase.pages.reading.translations import VIETNAMESE
from bookcase.spoken.script import as_text, duration, script
from bookcase.spoken.sms import digest, message, more_at

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from bookcase.model.library import Library
    from bookcase.model.publication import Publication

_SPOKEN = (PublicationKind.LEAFLET, PublicationKind.BROADCAST)
_SENT = (PublicationKind.LEAFLET, PublicationKind.SMS)


@dataclass(frozen=True, slots=True)
class Sayings:
    """What each publication's page shows, by its id, and what was found."""

    by_id: Mapping[str, Said]
    found: tuple[Diagnostic, ...]

    def of(self, publication: Publication) -> Said:
        """Return what a publication's page shows."""
        return self.by_id.get(publication.id, NOTHING_SAID)


def say_all(library: Library, site: Path, host: str) -> Sayings:
    """Write what is read aloud and sent, in Vietnamese: its frames and numbers are.

    Finds:
        What :func:`bookcase.spoken.script.script` finds.
    """
    said, found = dict[str, Said](), list[Diagnostic]()
    for one in library.publications:
        if one.language != VIETNAMESE:
            continue
        aloud = _aloud(one, library, site, found) if one.kind in _SPOKEN else None
        texted = _texted(one, library, site, host) if one.kind in _SENT else None
        if aloud or texted:
            said[one.id] = Said(aloud, texted)
    return Sayings(said, tuple(found))


def _aloud(
    one: Publication, library: Library, site: Path, found: list[Diagnostic]
) -> Aloud | None:
    made = script(one, library.publications)
    if made.value.source is one:
        found += made.diagnostics
    if not made.value.paragraphs:
        return None
    url = f"{one.folder}/{one.name}/bai-doc.txt"
    write_atomic(site / url, as_text(made.value).encode())
    paragraphs = tuple(" ".join(held) for held in made.value.paragraphs)
    return Aloud(duration(made.value.seconds), paragraphs, url)


def _texted(one: Publication, library: Library, site: Path, host: str) -> Texted | None:
    address = more_at(one, library.publications, host)
    words = digest(one, library.publications, address)
    span = Span(one.path)
    marked = message(words, span).value.parts
    plain = message(words, span, tones=False).value.parts
    if not marked and not plain:
        return None
    url = f"{one.folder}/{one.name}/tin-nhan.txt"
    lines = ("Có dấu:", *marked, "", "Không dấu:", *plain, "")
    write_atomic(site / url, "\n".join(lines).encode())
    return Texted(marked, plain, url)
