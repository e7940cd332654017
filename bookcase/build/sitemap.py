"""The map of the site for search engines; MkDocs knows only its own pages.

Form: https://www.sitemaps.org/protocol.html (at most 50,000 addresses a file).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bookcase.pages.markup import text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

MOST = 50_000
_SPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'


def write(site: Path, site_url: str, urls: Sequence[str]) -> None:
    """Write ``sitemap.xml``, and parts beside it when the site is large.

    Args:
        site: The folder of the site.
        site_url: The site's address with a slash at its end; without it nothing is
            written, for a map of relative addresses means nothing.
        urls: Addresses relative to the site's root.
    """
    for theirs in ("sitemap.xml", "sitemap.xml.gz"):
        (site / theirs).unlink(missing_ok=True)
    if not site_url:
        return
    parts = [urls[start : start + MOST] for start in range(0, len(urls), MOST)]
    if len(parts) <= 1:
        (site / "sitemap.xml").write_text(_urlset(site_url, urls), encoding="utf-8")
        return
    names = [f"sitemap-{number}.xml" for number in range(1, len(parts) + 1)]
    for name, part in zip(names, parts, strict=True):
        (site / name).write_text(_urlset(site_url, part), encoding="utf-8")
    rows = "".join(
        f"<sitemap><loc>{text(site_url + n)}</loc></sitemap>\n" for n in names
    )
    index = f'{_HEAD}<sitemapindex xmlns="{_SPACE}">\n{rows}</sitemapindex>\n'
    (site / "sitemap.xml").write_text(index, encoding="utf-8")


def _urlset(site_url: str, urls: Sequence[str]) -> str:
    rows = "".join(f"<url><loc>{text(site_url + url)}</loc></url>\n" for url in urls)
    return f'{_HEAD}<urlset xmlns="{_SPACE}">\n{rows}</urlset>\n'
