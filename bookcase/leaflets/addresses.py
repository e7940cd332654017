"""The addresses that QR codes hold, and the codes as ``data:`` addresses."""

from __future__ import annotations

from functools import lru_cache

import segno

SHORT = "X"
"""The folder of the short addresses; each leads on to a commune's page."""


def page_address(host: str, url: str) -> str:
    """Return the whole address of a page; empty without a host.

    Args:
        host: Where the site is served, with the folder when it is not at the root.
        url: The page, relative to the site's root.
    """
    return f"https://{_bare(host)}/{url}" if host else ""


def short_url(commune: str) -> str:
    """Return the short address of a commune's page, relative to the site's root.

    Capitals and digits alone make a code of fewer and so of larger dots. The file is
    named in capitals too: many servers tell them from small letters.
    """
    return f"{SHORT}/{commune}.HTML"


def commune_address(host: str, commune: str) -> str:
    """Return the whole short address of a commune's page; empty without a host.

    Letters of a host may be of either size, those of a folder may not.
    """
    if not host:
        return ""
    name, slash, folder = _bare(host).partition("/")
    return f"HTTPS://{name.upper()}{slash}{folder}/{short_url(commune)}"


@lru_cache(maxsize=64)
def drawn(address: str) -> str:
    """Draw an address as large as its box; nothing for none."""
    if not address:
        return ""
    code = segno.make(address, error="m", micro=False)
    return code.svg_data_uri(border=0, omitsize=True)


def _bare(host: str) -> str:
    return host.removeprefix("https://").strip("/")
