"""HTML laid out and looked over: what the plain sheet and the joined one share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bookcase.leaflets import printer
from bookcase.leaflets.layout import source_letters
from bookcase.leaflets.overflow import problems, with_room
from bookcase.leaflets.printer import UA

if TYPE_CHECKING:
    from pathlib import Path

    from bookcase.leaflets.overflow import Problem
    from bookcase.leaflets.printer import Rendered

SIDES = 2
STYLE = "leaflets/to-gap.css"
PRESS, GREY = "leaflets/to-gap-nha-in.css", "leaflets/to-gap-den-trang.css"
"""Laid over it for a printing house, and for one black ink."""
_UNBOUNDED = "leaflets/phong-to.css"


@dataclass(frozen=True, slots=True)
class Setting:
    """Two sides as they were laid out, what they should show, and what is wrong."""

    html: str
    source: dict[str, str]
    rendered: Rendered
    lost: tuple[Problem, ...]

    def measured(self, assets: Path) -> tuple[Problem, ...]:
        """Say how much room is missing: lay out again, on a page without an end."""
        if not self.lost:
            return ()
        free = printer.render(self.html, assets, (STYLE, _UNBOUNDED))
        return with_room(self.lost, self.rendered.layout, free.layout)


def setting(
    html: str, assets: Path, variant: str = UA, styles: tuple[str, ...] = (STYLE,)
) -> Setting:
    """Lay out two sides, and perhaps a page behind them that is not looked at."""
    rendered = printer.render(html, assets, styles, variant)
    source = source_letters(html)
    lost = problems(rendered.layout.part(1, SIDES), source)
    return Setting(html, source, rendered, lost)
