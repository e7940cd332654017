"""The style sheets as they are sent: few, and each whole.

A sheet holds what it imports, and the faces that its pages need at once; the sheet of
all pages holds the theme's too. So a slow line is asked for little, and no text moves
when its face comes.
"""

from __future__ import annotations

import base64
import posixpath
import re
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.structure.files import File, Files

from bookcase_site.lean import lean

if TYPE_CHECKING:
    from collections.abc import Callable

    from mkdocs.config.defaults import MkDocsConfig

    Read = Callable[[str], bytes]

EVERYWHERE = "assets/css/bookcase.css"
"""The sheet of all pages."""
_THEME = re.compile(r"assets/stylesheets/.*\.css")
_MAIN = re.compile(r"assets/stylesheets/main\.\w+\.min\.css")
_OURS = re.compile(r"assets/css/[\w-]+\.css")
_FACES = re.compile(r"assets/fonts/[\w-]+\.css")
_IMPORT = re.compile(r'@import url\("([^"]*)"\);\n?')
_FACE = re.compile(r'(?<=font-display: block;)(\s*src: )url\("([^":]*)"\)')
_URL = re.compile(r'url\("(?!data:)([^"]*)"\)')


def ready(files: Files, config: MkDocsConfig) -> Files:
    """Return the files of the site: its sheets whole, and without what these hold."""
    places = {file.src_uri: Path(str(file.abs_src_path)) for file in files}
    inside: set[str] = set()

    def read(uri: str) -> bytes:
        inside.add(uri)
        return places[uri].read_bytes()

    made = {
        uri: _theme(places) * (uri == EVERYWHERE) + whole(uri, read)
        for uri in filter(_OURS.fullmatch, places)
    }
    gone = {uri for uri in inside if not _OURS.fullmatch(uri)}
    return Files(
        [
            File.generated(config, uri, content=made[uri]) if uri in made else file
            for file in files
            if (uri := file.src_uri) not in gone and not _left(uri)
        ]
    )


def whole(uri: str, read: Read) -> str:
    """Return a sheet with what it imports, and with the faces needed at once, inside.

    Args:
        uri: Its address in the site.
        read: Gives what stands at an address.
    """
    home = posixpath.dirname(uri)

    def imported(found: re.Match[str]) -> str:
        at = posixpath.normpath(posixpath.join(home, found[1]))
        way = posixpath.relpath(posixpath.dirname(at), home)
        return _URL.sub(lambda one: f'url("{way}/{one[1]}")', whole(at, read))

    def face(found: re.Match[str]) -> str:
        data = read(posixpath.normpath(posixpath.join(home, found[2])))
        held = base64.b64encode(data).decode()
        return f'{found[1]}url("data:font/woff2;base64,{held}")'

    return _IMPORT.sub(imported, _FACE.sub(face, read(uri).decode()))


def _theme(places: dict[str, Path]) -> str:
    main = next(uri for uri in places if _MAIN.fullmatch(uri))
    return lean(places[main].read_text("utf-8"))


def _left(uri: str) -> bool:
    """Tell what no page asks for any more."""
    return bool(_THEME.fullmatch(uri) or _FACES.fullmatch(uri))
