"""The templates that print page records: Jinja, escaping by default."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape
from markupsafe import Markup

from bookcase.pages import links, markup
from bookcase.pages.law.called import words_before
from bookcase.pages.law.lawtext import CLASSES

if TYPE_CHECKING:
    from pathlib import Path

    from bookcase.pages.view import When


def environment(folder: Path) -> Environment:
    """Return the environment for the templates in a folder.

    A name that a template prints and the record does not have is an error.
    """
    env = Environment(
        loader=FileSystemLoader(str(folder)),
        autoescape=select_autoescape(default=True, default_for_string=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,  # or the disk is asked for each page and each piece of it
    )
    env.globals["links"] = links
    env.globals["unit_words"] = words_before(CLASSES)
    env.filters["day"] = markup.day
    env.filters["days"] = _days
    return env


def _days(days: When | None) -> Markup:
    return Markup(markup.when_attributes(days))  # noqa: S704 - dates only
