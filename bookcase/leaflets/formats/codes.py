"""QR codes as ``data:`` addresses; each is as large as its box."""

from __future__ import annotations

import segno


def page_code(host: str, url: str) -> str:
    """Draw the address of a page of the site; nothing without a host."""
    return code(f"https://{_bare(host)}/{url}") if host else ""


def commune_code(host: str, commune: str) -> str:
    """Draw the short address of a commune's page; capitals make fewer, larger dots."""
    return code(f"HTTPS://{_bare(host).upper()}/X/{commune}.HTML") if host else ""


def code(address: str) -> str:
    """Draw an address."""
    made = segno.make(address, error="m", micro=False)
    return made.svg_data_uri(border=0, omitsize=True)


def _bare(host: str) -> str:
    return host.removeprefix("https://").strip("/")
