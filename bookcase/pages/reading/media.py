"""A recording as its page plays it: file, captions, parts, lines with their times."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bookcase.model.publication import Publication

PLAYED = {
    ".mp4": ("video", "video/mp4"),
    ".webm": ("video", "video/webm"),
    ".mp3": ("audio", "audio/mpeg"),
    ".ogg": ("audio", "audio/ogg"),
}
"""What a page plays: the element, and the type that browsers know it by."""


class Line(NamedTuple):
    """What is said at a time: from and to in seconds, from as it is shown."""

    start: float
    end: float
    time: str
    text: str


@dataclass(frozen=True, slots=True)
class Player:
    """A recording; addresses are relative to the site's root.

    ``element`` is *video* or *audio*, empty where the recording lies elsewhere (it is
    only led to, by ``away``) or nowhere. ``parts`` have no end of their own.
    """

    element: str = ""
    type: str = ""
    url: str = ""
    away: str = ""
    poster: str = ""
    captions: str = ""
    parts: tuple[Line, ...] = ()
    lines: tuple[Line, ...] = ()


def player_of(publication: Publication) -> Player | None:
    """Return what plays a publication; None where there is nothing to play."""
    held = publication.recording
    if not held.file:
        return None
    if held.file.startswith("https:"):
        return Player(away=held.file)
    element, type_ = PLAYED.get(f".{held.file.rpartition('.')[2].lower()}", ("", ""))
    return Player(
        element=element,
        type=type_,
        url=_address(publication, held.file),
        poster=_address(publication, held.poster),
        captions=_address(publication, held.captions),
        parts=tuple(_parts(publication)),
        lines=tuple(
            Line(cue.start, cue.end, clock(cue.start), cue.text) for cue in held.cues
        ),
    )


def clock(seconds: float) -> str:
    """Write a time as players do.

    >>> clock(65.5), clock(3600)
    ('1:05', '1:00:00')
    """
    minutes, left = divmod(int(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    if hours:
        return f"{hours}:{minutes:02}:{left:02}"
    return f"{minutes}:{left:02}"


def _parts(publication: Publication) -> Iterator[Line]:
    for one in publication.recording.parts:
        yield Line(one.at, one.at, clock(one.at), one.title)


def _address(publication: Publication, name: str) -> str:
    return f"{publication.folder}/{name}" if name else ""
