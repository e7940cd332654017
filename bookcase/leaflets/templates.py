"""The reader of the templates of everything printed, and the filters they use."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from bookcase.leaflets.typography import (
    bind,
    bind_end,
    fenced,
    place_name,
    set_html,
    title,
)

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path


@cache
def environment(templates: Path) -> Environment:
    """Return the reader of the templates in a folder."""
    made = Environment(
        loader=FileSystemLoader(templates),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {
        "bind": _bound,
        "run": _run,
        "place": place_name,
        "bind_end": bind_end,
        "bind_title": title,
        "day": _day,
    }
    return made


def _bound(text: str) -> Markup:
    return Markup(fenced(str(escape(bind(text)))))  # noqa: S704 - escaped


def _run(text: str) -> Markup:
    """Bind text that stands in an element of its own: fewer boxes, less to lay out."""
    return Markup(set_html(str(escape(text))))  # noqa: S704 - escaped


def _day(value: date) -> str:
    """Write a day as Vietnamese texts do: 01/07/2025."""
    return f"{value.day:02}/{value.month:02}/{value.year}"
