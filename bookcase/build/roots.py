"""The folders that a site is made from, and the digest of what every page rests on."""

from __future__ import annotations

import hashlib
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import yaml

import bookcase
from bookcase.build.kept import signatures as files_
from bookcase.build.kept.signatures import (
    Known,
    Signature,
    digest_all,
    look,
    look_at,
    signatures,
)
from bookcase.build.request import tools

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bookcase.build.hub.engine import Hub
    from bookcase.build.kept.ledger import Ledger
    from bookcase.build.kept.signatures import Differences, Files

CONTENT, THEME, CODE, PLUGIN, CONFIG = "content", "theme", "code", "plugin", "config"
FILES = "files"
_PLUGIN = "bookcase_site"
_DIGEST = 16

Roots = dict[str, "Files"]
"""The files of each folder, by its name here."""


def folders(config: Path, content: Path) -> dict[str, Path]:
    """Return the folders that a site is made from."""
    return {
        CONTENT: content,
        THEME: theme_of(config),
        CODE: Path(bookcase.__file__).parent,
        PLUGIN: _plugin(),
    }


def theme_of(config: Path) -> Path:
    """Return the folder of templates and assets that a configuration names."""
    try:
        node = yaml.compose(config.read_text("utf-8"), yaml.SafeLoader)
    except (OSError, UnicodeDecodeError, yaml.YAMLError):
        node = None  # whoever reads all of it says what is wrong
    theme = _below(node, "theme")
    name = _below(theme, "custom_dir")
    told = name.value if isinstance(name, yaml.ScalarNode) else "overrides"
    return config.parent / str(told)


def _below(node: yaml.Node | None, key: str) -> yaml.Node | None:
    rows = node.value if isinstance(node, yaml.MappingNode) else ()
    return next((value for name, value in rows if name.value == key), None)


def _plugin() -> Path:
    found = find_spec(_PLUGIN)
    return Path(found.origin).parent if found and found.origin else Path("-")


def look_round(
    places: Mapping[str, Path], config: Path, old: Roots, now: int
) -> tuple[Roots, dict[str, Signature]]:
    """Return all files, of which only those that may differ were read.

    Returns:
        The files, and the signatures of the content as they were found.
    """
    seen = {name: signatures(place) for name, place in places.items()}
    roots = {
        name: look(place, seen[name], old.get(name, {}), now)
        for name, place in places.items()
    }
    roots[CONFIG] = look_at(config.parent, {}, (config.name,), now)
    return roots, seen[CONTENT]


def differences(old: Roots, new: Roots) -> dict[str, Differences]:
    """Compare all files with what they were."""
    return {
        name: files_.differences(old.get(name, {}), files)
        for name, files in new.items()
    }


def base_of(roots: Roots, hub: Hub) -> bytes:
    """Return the digest of what every page is made from."""
    total = hashlib.blake2b(digest_size=_DIGEST)
    templates = {p: k for p, k in roots[THEME].items() if p.startswith("bookcase/")}
    total.update(digest_all(roots[CODE]))
    total.update(digest_all(templates))
    told = (tools(), hub.site_url, hub.official, hub.pictures, hub.shells)
    total.update(repr(told).encode())
    return total.digest()


def kept(ledger: Ledger) -> Roots:
    """Return the files as the last build saw them."""
    held = ledger.value(FILES) or {}
    return {
        name: {path: Known(Signature(*told), digest) for path, told, digest in files}
        for name, files in held.items()
    }


def keep(ledger: Ledger, roots: Roots) -> None:
    """Keep the files as this build saw them, sorted by path."""
    held = {
        name: [
            (path, tuple(known.signature), known.digest)
            for path, known in sorted(files.items())
        ]
        for name, files in sorted(roots.items())
    }
    ledger.set_value(FILES, held)
