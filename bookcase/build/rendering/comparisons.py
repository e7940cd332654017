"""Render what compares versions: runs in workers."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from markupsafe import Markup

from bookcase.build.rendering.texts import held_text
from bookcase.history.diff import compare
from bookcase.pages.compare.compared import ReadyPage
from bookcase.pages.compare.comparison import comparison_html, version_script
from bookcase.pages.law.unitnotes import causes

if TYPE_CHECKING:
    from jinja2 import Environment

    from bookcase.build.rendering.context import Context
    from bookcase.pages.compare.compared import ChoicePage, TextScript


def comparison(
    context: Context, env: Environment, page: ReadyPage | ChoicePage, root: str
) -> str:
    """Return the content of a page that compares versions."""
    if not isinstance(page, ReadyPage):
        return env.get_template("so-sanh.html").render(view=page.view, root=root)
    read = partial(held_text, context.content)
    old, new = read(page.old), read(page.new)
    body = comparison_html(
        compare(old.text, new.text),
        causes(page.changes, new, read, root),
        old_url=_name(page.old),
        new_url=_name(page.new),
    )
    view = replace(page.view, body=Markup(body))  # noqa: S704 - escaped as it was written
    return env.get_template("so-sanh-hai-ban.html").render(view=view, root=root)


def script(context: Context, page: TextScript) -> str:
    """Return the script that holds a version's text."""
    notice = f"/* {page.notice.replace('*/', '* /')} */\n" if page.notice else ""
    return notice + version_script(held_text(context.content, page.path).text)


def _name(path: str) -> str:
    """Return the page of a version as seen from the pages beside it."""
    return path.rpartition("/")[2].removesuffix(".md") + ".html"
