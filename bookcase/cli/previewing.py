"""The server behind ``bookcase serve``: pages, what is wrong with them, and news."""

from __future__ import annotations

import json
import queue
import threading
from contextlib import contextmanager
from html import escape
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from mimetypes import guess_type
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from bookcase.build.preview import concerning

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from bookcase.build.preview import Preview
    from bookcase.diagnostics import Diagnostic

OWN = "/_xem-truoc/"
"""Where the server's own files are; no page of a bookcase is there."""
_SCRIPT = """\
const moi = new EventSource("/_xem-truoc/su-kien");
moi.onmessage = (tin) => {
  const doi = JSON.parse(tin.data);
  const day = decodeURIComponent(location.pathname).slice(1) || "index.html";
  if (doi.includes("*") || doi.includes(day)) location.reload();
};
"""
_STYLE = """\
.xem-truoc { position: fixed; inset: auto 0 0 0; max-height: 40vh; overflow: auto;
  background: #fff7e0; color: #222; border-top: 3px solid #b35900; padding: .6rem 1rem;
  font: 16px/1.5 sans-serif; z-index: 99; }
.xem-truoc li { margin: .2rem 0; }
"""
_FILES = {"tai-lai.js": _SCRIPT, "bang.css": _STYLE}
_LEVELS = {"error": "Lỗi", "warning": "Lưu ý", "info": "Cho biết"}
_ALIVE = 15
"""Seconds after which a silent connection is told that it is not forgotten."""


class Board:
    """What is known of the site now, and who waits for news of it."""

    def __init__(self, preview: Preview, site: Path) -> None:
        """Begin with nothing known."""
        self._preview, self._site = preview, site
        self._waiting: set[queue.Queue[list[str]]] = set()
        self.found: tuple[Diagnostic, ...] = ()
        self.hastened: dict[str, tuple[Diagnostic, ...]] = {}

    def file(self, url: str) -> Path | None:
        """Return the file of an address: made ahead, or of the site."""
        for folder in (self._preview.ahead, self._site):
            path = (folder / url).resolve()
            if path.is_relative_to(folder.resolve()) and path.is_file():
                return path
        return None

    def wrong(self, url: str) -> tuple[Diagnostic, ...]:
        """Return what is wrong with a page."""
        known = concerning(url, self.found)
        own = self.hastened.get(url)
        own = self._preview.found(url) if own is None else own
        return tuple(sorted({*own, *(one for one in known if one not in own)}))

    def tell(self, urls: Iterable[str]) -> None:
        """Tell all who wait which pages are new."""
        told = sorted(urls)
        for one in tuple(self._waiting):
            one.put(told)

    @contextmanager
    def news(self) -> Iterator[queue.Queue[list[str]]]:
        """Give a queue of news for as long as somebody listens."""
        own: queue.Queue[list[str]] = queue.Queue()
        self._waiting.add(own)
        try:
            yield own
        finally:
            self._waiting.discard(own)


def served(board: Board, address: tuple[str, int]) -> ThreadingHTTPServer:
    """Return a server of the site, already listening, not yet answering."""

    class Handler(_Handler):
        shown = board

    server = ThreadingHTTPServer(address, Handler)
    server.daemon_threads = True
    return server


def in_background(server: ThreadingHTTPServer) -> None:
    """Let a server answer until the program ends."""
    threading.Thread(target=server.serve_forever, daemon=True).start()


class _Handler(BaseHTTPRequestHandler):
    shown: Board

    def do_GET(self) -> None:
        """Answer with a file, or with the news as they come."""
        url = unquote(urlsplit(self.path).path)
        if url == f"{OWN}su-kien":
            self._news()
        elif url.startswith(OWN):
            name = url.removeprefix(OWN)
            self._answer(_FILES.get(name, "").encode(), guess_type(name)[0])
        else:
            name = url.lstrip("/") or "index.html"
            self._page(f"{name}index.html" if name.endswith("/") else name)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - as named there
        """Say nothing of each request."""

    def _page(self, url: str) -> None:
        path = self.shown.file(url)
        if path is None:
            self.send_error(HTTPStatus.NOT_FOUND, "Not found")
            return
        data = path.read_bytes()
        if url.endswith(".html"):
            data = with_panel(data.decode(), self.shown.wrong(url)).encode()
        self._answer(data, guess_type(url)[0])

    def _answer(self, data: bytes, kind: str | None) -> None:
        self.send_response(HTTPStatus.OK)
        text = kind in {"text/html", "text/css", "text/javascript"}
        charset = "; charset=utf-8" if text else ""
        self.send_header("Content-Type", f"{kind or 'text/plain'}{charset}")
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(data)

    def _news(self) -> None:
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        with self.shown.news() as news:
            try:
                self.wfile.write(b": xin cho\n\n")
                self.wfile.flush()
                while True:
                    self.wfile.write(_event(news))
                    self.wfile.flush()
            except OSError:
                return


def _event(news: queue.Queue[list[str]]) -> bytes:
    try:
        return f"data: {json.dumps(news.get(timeout=_ALIVE))}\n\n".encode()
    except queue.Empty:
        return b": van con\n\n"


def with_panel(html: str, found: Iterable[Diagnostic]) -> str:
    """Add to a page what is wrong with it, and the script that waits for news."""
    rows = "".join(map(_row, found))
    panel = f'<aside class="xem-truoc"><ul>{rows}</ul></aside>' if rows else ""
    links = (
        f'<link rel="stylesheet" href="{OWN}bang.css">'
        f'<script src="{OWN}tai-lai.js" defer></script>'
    )
    body, end, rest = html.rpartition("</body>")
    return f"{body}{panel}{links}{end}{rest}" if end else f"{rest}{panel}{links}"


def _row(one: Diagnostic) -> str:
    hint = f" → {escape(one.hint)}" if one.hint else ""
    return (
        f"<li><b>{_LEVELS[one.level]}</b> {escape(str(one.span))}:"
        f" {escape(one.message)} ({one.code}){hint}</li>"
    )
