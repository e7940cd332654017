"""The frames of communes, laid out many at a time, and taken apart into tails."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from bookcase.diagnostics import Diagnostic, Result
from bookcase.leaflets import printer
from bookcase.leaflets.alphabet import alphabet
from bookcase.leaflets.faults import (
    Subject,
    foreign,
    misplaced,
    strange_letters,
    told,
)
from bookcase.leaflets.layout import source_letters
from bookcase.leaflets.overflow import problems
from bookcase.leaflets.setting import SIDES, STYLE, Setting
from bookcase.leaflets.sheet import frames_html, letters_html
from bookcase.leaflets.taking import Frames
from bookcase.leaflets.trifold import crowded

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from bookcase.leaflets.join import Tail
    from bookcase.leaflets.printer import Objects
    from bookcase.leaflets.sheet import Local


@dataclass(frozen=True, slots=True)
class Framed:
    """A commune's frames: what they show in the end, and their tail.

    Without a tail only the plain way can print them.
    """

    local: Local
    tail: Tail | None


def tails(locals_: Sequence[Local], assets: Path) -> tuple[Result[Framed | None], ...]:
    """Lay out the frames of communes, all in one document.

    Returns:
        For each commune its frames; None when there is an error.

    Finds:
        LEAF005: the commune lies in another province, or the locality is another's.
        LEAF010–LEAF013: see :func:`bookcase.leaflets.overflow.problems`.
        LEAF014: there is no room for the commune's notices beside its contacts.
        LEAF020–LEAF022: see :mod:`bookcase.leaflets.faults`.

    Raises:
        MachineError: WeasyPrint or a library that it needs is missing.
    """
    wrong = {at: (*misplaced(one.place),) for at, one in enumerate(locals_)}
    good = [one for at, one in enumerate(locals_) if not wrong[at]]
    made = iter(_framed(good, assets) if good else ())
    return tuple(
        Result(None, wrong[at]) if wrong[at] else next(made)
        for at in range(len(locals_))
    )


def _framed(locals_: Sequence[Local], assets: Path) -> list[Result[Framed | None]]:
    """Lay out; where something is wrong, each half again, until it is one commune's."""
    settings = _settings(locals_, assets)
    refused = settings[0].rendered.refused
    odd = settings[0].rendered.layout.pages != SIDES * len(locals_)
    if not odd and not refused and not any(_faults(one, assets) for one in settings):
        return _taken(settings[0].rendered.objects(), locals_, assets)
    if len(locals_) == 1:
        return [_refused(settings[0], locals_[0], assets)]
    half = len(locals_) // 2
    return _framed(locals_[:half], assets) + _framed(locals_[half:], assets)


def _settings(locals_: Sequence[Local], assets: Path) -> list[Setting]:
    """Lay out all; each commune is looked over by itself."""
    templates = assets / "leaflets"
    html = frames_html(locals_, templates)
    rendered = printer.render(html, assets, (STYLE,))
    settings = []
    for at, one in enumerate(locals_):
        own = html if len(locals_) == 1 else frames_html((one,), templates)
        source = source_letters(own)
        drawn = rendered.layout
        if len(locals_) > 1:
            drawn = drawn.part(1 + at * SIDES, SIDES)
        lost = problems(drawn, source)
        settings.append(Setting(own, source, rendered, lost))
    return settings


def _faults(setting: Setting, assets: Path) -> bool:
    strange = strange_letters(setting.source, Subject(), assets)
    return bool(setting.lost) or any(strange)


def _refused(setting: Setting, own: Local, assets: Path) -> Result[Framed | None]:
    """Tell what is wrong with one commune."""
    subject = Subject(place=own.place)
    found: list[Diagnostic] = [
        *crowded(setting.lost, own),
        *(told(one, subject) for one in setting.measured(assets)),
        *strange_letters(setting.source, subject, assets),
        *foreign((), setting.rendered.refused, subject),
    ]
    return Result(None, tuple(found))


def _taken(
    objects: Objects, locals_: Sequence[Local], assets: Path
) -> list[Result[Framed | None]]:
    if strange := tuple(foreign(objects.fonts, (), Subject(place=locals_[0].place))):
        return [Result(None, strange) for _ in locals_]
    frames = Frames(objects.pdf, known_glyphs(assets))
    return [
        Result(Framed(one, frames.tail(at, one.place.name)), ())
        for at, one in enumerate(locals_)
    ]


@cache
def known_glyphs(assets: Path) -> Mapping[str, frozenset[int]]:
    """Return the glyphs that every body holds, by the names of fonts."""
    html = letters_html(alphabet(), assets / "leaflets")
    return printer.render(html, assets, (STYLE,)).objects().glyphs
