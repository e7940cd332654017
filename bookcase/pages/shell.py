"""The theme's page around ours: rendered once for each depth, then only filled in.

A shell is the whole contract with the theme. The engine renders the theme's own
template with marks in place of title, description, address and content, and
:func:`cut` takes the result apart at the marks.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bookcase.errors import UsageError
from bookcase.pages.markup import text

if TYPE_CHECKING:
    from collections.abc import Mapping

SLOTS = ("title", "description", "address", "content", "head")
_MARK = "\x01"
_IDLE = re.compile(
    r'\s*<(?:input class="md-toggle"[^>]*>|label class="md-overlay"[^>]*></label>'
    r'|div class="md-dialog"[^>]*>\s*<div[^>]*></div>\s*</div>'
    r'|div data-md-component="(?:skip|announce)">\s*(?:<a [^>]*>[^<]*</a>\s*)?</div>)'
)
"""What the theme's page holds for nothing but its own scripts."""
_HEAD = re.compile(r"(<head>\s*)", re.IGNORECASE)
_END = "</head>"


def mark(slot: str) -> str:
    """Return what the engine prints where a slot shall be."""
    return f"{_MARK}{slot}{_MARK}"


@dataclass(frozen=True, slots=True)
class Shell:
    """A page cut at its slots: text, slot name, text, slot name, …, text."""

    parts: tuple[str, ...]

    def fill(
        self,
        *,
        title: str,
        description: str,
        address: str,
        content: str,
        head: str = "",
    ) -> str:
        """Return the page. Everything but ``content`` and ``head`` is escaped here.

        ``head`` is what only this page has at the end of its head.
        """
        values = {
            "title": text(title),
            "description": text(description),
            "address": text(address),
            "content": content,
            "head": head,
        }
        parts = list(self.parts)
        parts[1::2] = [values[name] for name in parts[1::2]]
        return "".join(parts)

    @property
    def weight(self) -> int:
        """Return the bytes that the shell itself adds to a page."""
        return sum(len(part.encode()) for part in self.parts[::2])


Shells = tuple[Shell, ...]
"""One shell a depth: the number of ``/`` in a page's address is the index."""


def cut(html: str) -> Shell:
    """Cut a rendered page at its marks, and at the end of its head.

    Raises:
        UsageError: the theme's template dropped the title or the content.
    """
    marked = secured(html).replace(_END, mark("head") + _END, 1)
    parts = tuple(marked.split(_MARK))
    missing = {"title", "content"} - set(parts[1::2])
    if missing or not set(parts[1::2]) <= set(SLOTS):
        msg = f"khuôn trang của giao diện thiếu chỗ cho: {', '.join(sorted(missing))}"
        raise UsageError(msg)
    return Shell(parts)


def secured(html: str) -> str:
    """Add a content security policy that lets in only the site's own files.

    No page holds a script or style of its own, so none is let in, whoever wrote it.
    Holds from ``file://`` too (a ``meta`` element). What the theme has in a page for
    its own scripts alone, which are not sent, is left out.
    """
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy()}">'
    return _HEAD.sub(lambda found: found[1] + meta, _IDLE.sub("", html), count=1)


UNLISTED = '<meta name="robots" content="noindex">'
"""Asks search engines to leave a page out: what it says stands on another."""


def policy() -> str:
    """Return the policy.

    ``connect-src`` serves no page: the preview asks its server, and programs that judge
    a site ask for its ``robots.txt``, from within a page.
    """
    rules: Mapping[str, str] = {
        "default-src": "'none'",
        "script-src": "'self'",
        "style-src": "'self'",
        "img-src": "'self' data:",
        "font-src": "'self' data:",
        "media-src": "'self'",
        "frame-src": "'self'",
        "connect-src": "'self'",
        "base-uri": "'none'",
        "form-action": "'self'",
    }
    return "; ".join(f"{name} {value}" for name, value in rules.items())
