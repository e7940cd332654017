"""QR codes as ``data:`` addresses; each is as large as its box."""

from __future__ import annotations

from bookcase.leaflets.addresses import commune_address, drawn, page_address


def page_code(host: str, url: str) -> str:
    """Draw the address of a page of the site; nothing without a host."""
    return drawn(page_address(host, url))


def commune_code(host: str, commune: str) -> str:
    """Draw the short address of a commune's page; nothing without a host."""
    return drawn(commune_address(host, commune))
