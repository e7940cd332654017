"""What the commands that print share: who is meant, for whom, from when on."""

from __future__ import annotations

import re
import sys
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from bookcase.errors import UsageError
from bookcase.files import read_text, write_atomic
from bookcase.leaflets.sheet import Place

if TYPE_CHECKING:
    import argparse

    from bookcase.model.library import Library
    from bookcase.model.publication import Publication

ASSETS = Path("overrides")
_SITE = re.compile(r"""^site_url: *["']?(\S+?)["']?\s*$""", re.MULTILINE)


def add_place(parser: argparse.ArgumentParser) -> None:
    """Add ``--commune`` and ``--out``."""
    parser.add_argument("--commune", metavar="MÃ", help="mã năm số của xã, phường")
    parser.add_argument("--out", type=Path, metavar="TỆP", help="tệp ghi ra")


def add_host(parser: argparse.ArgumentParser) -> None:
    """Add ``--config`` and ``--host``."""
    parser.add_argument(
        "--config",
        type=Path,
        default=Path("mkdocs.yml"),
        metavar="TỆP",
        help="cấu hình trang, có site_url (mặc định: mkdocs.yml)",
    )
    parser.add_argument(
        "--host", metavar="TÊN_MIỀN", help="địa chỉ của trang, thay cho site_url"
    )


def add_day(parser: argparse.ArgumentParser) -> None:
    """Add ``--as-of``."""
    parser.add_argument(
        "--as-of", metavar="NGÀY", help="coi như hôm nay là ngày này, YYYY-MM-DD"
    )


def day_of(args: argparse.Namespace) -> date:
    """Return the day that was asked for, else today."""
    if not args.as_of:
        return date.today()  # noqa: DTZ011 - the day where the printer stands
    try:
        return date.fromisoformat(args.as_of)
    except ValueError:
        msg = f"«{args.as_of}» không phải một ngày viết theo YYYY-MM-DD"
        raise UsageError(msg) from None


def host_of(args: argparse.Namespace) -> str:
    """Return where the site is served, with its folder; empty when nobody says."""
    if args.host:
        return _host(f"//{args.host.partition('//')[2] or args.host}")
    text = read_text(args.config).value if args.config.is_file() else ""
    found = _SITE.search(text)
    return _host(found[1]) if found else ""


def _host(address: str) -> str:
    parts = urlsplit(address)
    return f"{parts.netloc}{parts.path}".rstrip("/")


def place_of(args: argparse.Namespace, library: Library) -> Place | None:
    """Return the commune that was asked for, if any."""
    if not args.commune:
        return None
    commune = library.lists.communes.get(args.commune)
    province = library.lists.provinces.get(commune.province) if commune else None
    if commune is None or province is None:
        msg = f"không có xã, phường, đặc khu mang mã «{args.commune}»"
        raise UsageError(msg)
    return Place(commune, province, library.localities.get(args.commune))


def publication_of(library: Library, name: str) -> Publication | None:
    """Find a publication by its id, its file, or a file name that no other has."""
    tail = name.replace("\\", "/").removesuffix("/")
    for one in library.publications:
        folder = f"{one.folder}/{one.name}"
        if name == one.id or f"/{tail}".endswith((f"/{one.path}", f"/{folder}")):
            return one
    named = [one for one in library.publications if one.name == name]
    return named[0] if len(named) == 1 else None


def need_publication(library: Library, name: str, content: Path) -> Publication:
    """Find a publication, or say which are nearest."""
    if found := publication_of(library, name):
        return found
    ids = [one.id for one in library.publications]
    ids += [one.id for one in library.works]
    near = get_close_matches(name, ids, n=3) or [one for one in ids if name in one][:3]
    hint = f"; có phải {', '.join(near)}?" if near and name else ""
    msg = f"không có ấn phẩm hoặc văn bản «{name}» trong {content}{hint}"
    raise UsageError(msg)


def put(data: bytes, out: Path | None) -> None:
    """Write a file, or to standard output when there is none."""
    if out is None:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    else:
        write_atomic(out, data)
