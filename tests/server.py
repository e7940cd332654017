"""A plain web server on this machine, for tests that open the site over http."""

from __future__ import annotations

import gzip
from contextlib import contextmanager
from functools import lru_cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_PACKED = {".html", ".css", ".js", ".svg", ".xml", ".json", ".txt"}
"""Kinds of file that any web server sends compressed."""


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 the base's name
        """Print nothing: a test's output is its own."""


class _Packing(_Quiet):
    """As web servers are set up: connections stay, texts are sent compressed."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        if path.suffix not in _PACKED or not path.is_file():
            super().do_GET()
            return
        body = _packed(path)
        self.send_response(200)
        kind = self.guess_type(str(path))
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "max-age=600")
        self.end_headers()
        self.wfile.write(body)


@lru_cache(maxsize=256)
def _packed(path: Path) -> bytes:
    return gzip.compress(path.read_bytes(), 6)


@contextmanager
def serve(folder: Path, *, packed: bool = False) -> Iterator[str]:
    """Serve a folder while the block runs; yield its address, ending with a slash.

    Args:
        folder: The site.
        packed: Whether to serve as web servers do, texts compressed; the folder must
            not change meanwhile.
    """
    kind = _Packing if packed else _Quiet
    handler = partial(kind, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()
            thread.join()
