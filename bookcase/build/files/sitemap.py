"""What search engines and browsers are told of the whole site.

Forms: https://www.sitemaps.org/protocol.html (at most 50,000 addresses a file), RFC
9309, OpenSearch 1.1. All of it names whole addresses, so a site that has none has none
of these files.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bookcase.pages.markup import text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date
    from pathlib import Path

MOST = 50_000
SEARCH = "tim-kiem.xml"
_SPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'


def write(
    site: Path,
    site_url: str,
    urls: Sequence[str],
    days: Mapping[str, date] | None = None,
) -> None:
    """Write an index of maps, the maps, ``robots.txt`` and how to search.

    Args:
        site: The folder of the site.
        site_url: The site's address with a slash at its end.
        urls: Addresses relative to the site's root.
        days: When what an address shows last changed; an address that ends in a slash
            speaks for all below it.
    """
    for theirs in ("sitemap.xml", "sitemap.xml.gz"):
        (site / theirs).unlink(missing_ok=True)
    if not site_url:
        return
    known, rows = days or {}, []
    for number, start in enumerate(range(0, len(urls), MOST), 1):
        part = [(url, _day(url, known)) for url in urls[start : start + MOST]]
        name = f"sitemap-{number}.xml"
        (site / name).write_text(_urlset(site_url, part), encoding="utf-8")
        last = max((day for _, day in part if day), default=None)
        rows.append(_row("sitemap", site_url + name, last))
    index = f'<sitemapindex xmlns="{_SPACE}">\n{"".join(rows)}</sitemapindex>\n'
    (site / "sitemap.xml").write_text(_HEAD + index, encoding="utf-8")
    (site / "robots.txt").write_text(
        f"User-agent: *\nAllow: /\n\nSitemap: {site_url}sitemap.xml\n", encoding="utf-8"
    )
    (site / SEARCH).write_text(_description(site_url), encoding="utf-8")


def _day(url: str, days: Mapping[str, date]) -> date | None:
    return days.get(url) or days.get(f"{url.rpartition('/')[0]}/")


def _urlset(site_url: str, urls: Sequence[tuple[str, date | None]]) -> str:
    rows = "".join(_row("url", site_url + url, day) for url, day in urls)
    return f'{_HEAD}<urlset xmlns="{_SPACE}">\n{rows}</urlset>\n'


def _row(tag: str, address: str, day: date | None) -> str:
    last = f"<lastmod>{day.isoformat()}</lastmod>" if day else ""
    return f"<{tag}><loc>{text(address)}</loc>{last}</{tag}>\n"


def _description(site_url: str) -> str:
    """Return how a browser may search the bookcase from its own field."""
    address = text(site_url)
    return (
        f'{_HEAD}<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">\n'
        "<ShortName>Tủ sách PL</ShortName>\n"
        "<Description>Tìm trong Tủ sách pháp luật điện tử quốc gia</Description>\n"
        "<InputEncoding>UTF-8</InputEncoding>\n<Language>vi</Language>\n"
        f'<Image type="image/svg+xml">{address}assets/images/bieu-tuong.svg</Image>\n'
        '<Url type="text/html" method="get"'
        f' template="{address}tim-kiem.html?q={{searchTerms}}"/>\n'
        f'<Url type="application/opensearchdescription+xml" rel="self"'
        f' template="{address}{SEARCH}"/>\n'
        "</OpenSearchDescription>\n"
    )
