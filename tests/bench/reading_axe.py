"""Ask axe about pages as all kinds of readers see them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tests.browser import Browser

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

WIDTHS = (320, 390, 1280)
LOOKS: Mapping[str, Mapping[str, str]] = {
    "light": {},
    "dark": {"prefers-color-scheme": "dark"},
    "contrast": {"prefers-contrast": "more"},
    "dark contrast": {"prefers-color-scheme": "dark", "prefers-contrast": "more"},
}
RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa")
KEPT = "tu-sach-hien-thi"
"""Where a device keeps what a reader has set."""
_ASK = """axe.run(document, {
  runOnly: %s, resultTypes: ['violations'], iframes: false,
}).then(({ violations }) => violations.flatMap(({ id, nodes }) =>
  nodes.map(({ target, failureSummary }) => `${id} ${target}: ${failureSummary}`)))"""
_UNFOLD = """document.querySelectorAll('main details').forEach(d => { d.open = true; });
for (const one of document.querySelectorAll('.article'))
  one.style.contentVisibility = 'visible'; // as a reader has it who is there
document.fonts.ready.then(() => 0)"""


def violations(browser: Browser, url: str, axe: str) -> list[str]:
    """Return a line for each place on a page where axe finds something wrong.

    Args:
        browser: As the reader has it: width, colours.
        url: The page.
        axe: The program.
    """
    browser.open(url)
    browser.evaluate(_UNFOLD)
    browser.evaluate(f"{axe}; 0")
    return [" ".join(one.split()) for one in browser.evaluate(_ASK % json.dumps(RULES))]


def everywhere(site: Path, pages: Sequence[str], long: str, axe: Path) -> list[str]:
    """Return what axe finds on pages in every width, look and size of text.

    Args:
        site: The site's folder.
        pages: A page of each kind.
        long: A page on which axe takes a minute: it is asked in two looks only.
        axe: The program's file.
    """
    program = axe.read_text("utf-8")
    found: list[str] = []
    with Browser.start() as browser:
        for said, few in _states(browser, site):
            for page in (*pages, long) if few else pages:
                url = f"{site.as_uri()}/{page}"
                found += [
                    f"{said} {page}: {one}" for one in violations(browser, url, program)
                ]
    return found


def once(site: Path, pages: Sequence[str], axe: Path) -> list[str]:
    """Return what axe finds on pages of a phone."""
    program = axe.read_text("utf-8")
    with Browser.start() as browser:
        browser.resize(390, 844)
        return [
            f"{page}: {one}"
            for page in pages
            for one in violations(browser, f"{site.as_uri()}/{page}", program)
        ]


def _states(browser: Browser, site: Path) -> Iterator[tuple[str, bool]]:
    """Put the browser into each state; yield its name, and whether it is a main one."""
    for size in (100, 200):
        browser.open(f"{site.as_uri()}/index.html")
        kept = json.dumps({"co": str(size)})
        browser.evaluate(f"localStorage.setItem('{KEPT}', {json.dumps(kept)})")
        for width in WIDTHS:
            browser.resize(width, 800)
            for look, wished in LOOKS.items():
                if size > 100 and look != "light":  # size changes no colour
                    continue
                features = [
                    {"name": key, "value": value} for key, value in wished.items()
                ]
                browser.tab.command("Emulation.setEmulatedMedia", features=features)
                main = size == 100 and (width, look) in {(390, "light"), (1280, "dark")}
                yield f"{width} px, {size} %, {look}", main
