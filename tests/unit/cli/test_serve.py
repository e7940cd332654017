"""The preview: what is saved is shown at once, with what is wrong with it."""

from __future__ import annotations

import json
import queue
import threading
import time
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from http.client import HTTPConnection
from typing import TYPE_CHECKING

import pytest

from bookcase.build.preview import Preview, concerning
from bookcase.build.request import BuildRequest
from bookcase.cli.previewing import Board, in_background, served, with_panel
from bookcase.cli.serve import follow, rebuild, saved, watching
from bookcase.diagnostics import Diagnostic, Span
from tests.hostile.tiny import LAW, TEXT, Tiny, make

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PAGE = f"{LAW}.html"
FILE = f"{LAW}/2024-07-01.md"


class Shown:
    """A tiny bookcase on show."""

    def __init__(self, tiny: Tiny) -> None:
        """Build it and begin to answer."""
        self.tiny = tiny
        self.request = BuildRequest(
            config=tiny.place / "mkdocs.yml",
            content=tiny.content,
            site=tiny.site,
            as_of=date(2026, 11, 24),
            now=0,
            keep_going=True,
            leaflets=False,
        )
        self.preview = Preview(self.request, time.time_ns)
        self.board = Board(self.preview, tiny.site)
        rebuild(self.preview, self.board)
        self.server = served(self.board, ("127.0.0.1", 0))
        in_background(self.server)

    def get(self, url: str) -> str:
        """Return what the server answers."""
        asked = HTTPConnection("127.0.0.1", self.server.server_address[1], timeout=20)
        asked.request("GET", f"/{url}")
        answer = asked.getresponse()
        assert answer.status == 200
        return answer.read().decode()

    @contextmanager
    def news(self) -> Iterator[Iterator[list[str]]]:
        """Give the news as a browser gets them."""
        asked = HTTPConnection("127.0.0.1", self.server.server_address[1], timeout=20)
        asked.request("GET", "/_xem-truoc/su-kien")
        answer = asked.getresponse()
        assert answer.readline() == b": xin cho\n"
        lines = iter(answer.readline, b"")
        yield (json.loads(line[6:]) for line in lines if line[:6] == b"data: ")
        asked.close()

    def save(self, text: str) -> frozenset[str]:
        """Save the one text, and return what a watcher would tell."""
        self.tiny.write({FILE: text})
        return frozenset({str((self.tiny.content / FILE).resolve())})


@pytest.fixture
def shown(tmp_path: Path) -> Iterator[Shown]:
    """Show a tiny bookcase."""
    one = Shown(make(tmp_path))
    yield one
    one.server.shutdown()
    one.server.server_close()


def test_a_saved_text_is_shown_before_the_build_is_done(shown: Shown) -> None:
    paths = shown.save(TEXT.replace("Khoản một", "Khoản mới"))
    made = shown.preview.hasten({FILE})
    assert made == {PAGE: ()}
    assert "Khoản một" in (shown.tiny.site / PAGE).read_text("utf-8")
    ahead = shown.get(PAGE)
    assert "Khoản mới" in ahead
    with shown.news() as news:
        follow(shown.preview, shown.board, paths, shown.request)
        assert next(news) == [PAGE]
    assert shown.get(PAGE) == ahead
    assert "Khoản mới" in (shown.tiny.site / PAGE).read_text("utf-8")
    assert not shown.preview.ahead.exists()


def test_what_is_wrong_with_a_text_stands_on_its_page(shown: Shown) -> None:
    assert "xem-truoc" not in shown.get(PAGE).partition("_xem-truoc")[0]
    paths = shown.save(
        TEXT.replace("###### Điều 1.", "###### Điều 1\n\n###### Điều 1.")
    )
    follow(shown.preview, shown.board, paths, shown.request)
    page = shown.get(PAGE)
    assert '<aside class="xem-truoc">' in page
    assert f"{FILE}:7" in page
    follow(shown.preview, shown.board, shown.save(TEXT), shown.request)
    assert '<aside class="xem-truoc">' not in shown.get(PAGE)


def test_a_record_that_is_saved_waits_for_the_build(shown: Shown) -> None:
    record = shown.tiny.content / LAW / "document.yml"
    words = record.read_text("utf-8").replace("title: Luật Mẫu", "title: Luật Khác")
    record.write_text(words, "utf-8")
    assert shown.preview.hasten({f"{LAW}/document.yml"}) == {}
    with shown.news() as news:
        changed = frozenset({str(record.resolve())})
        follow(shown.preview, shown.board, changed, shown.request)
        assert PAGE in next(news)
    assert "Luật Khác" in shown.get(PAGE)


def test_what_programs_write_beside_a_file_is_no_change(shown: Shown) -> None:
    folder = shown.tiny.content.resolve() / LAW
    others = frozenset({str(folder / ".2024-07-01.md.swp"), str(folder / "a.md~")})
    with shown.news() as news:
        follow(shown.preview, shown.board, others, shown.request)
        shown.board.tell(["het"])
        assert next(news) == ["het"]


def test_files_are_watched(shown: Shown) -> None:
    changes: queue.Queue[str] = queue.Queue()
    observer = watching(shown.request, changes)
    try:
        found: list[frozenset[str]] = []
        waiting = threading.Thread(target=lambda: found.append(saved(changes)))
        waiting.start()
        (path,) = shown.save(f"{TEXT}\n")
        waiting.join(20)
    finally:
        observer.stop()
    assert path in found[0]


def test_nothing_outside_the_site_is_answered(shown: Shown) -> None:
    asked = HTTPConnection("127.0.0.1", shown.server.server_address[1], timeout=20)
    asked.request("GET", "/../mkdocs.yml")
    assert asked.getresponse().status == 404


def test_a_finding_is_told_where_its_file_is_shown() -> None:
    def one(path: str) -> Diagnostic:
        return Diagnostic(Span(path), "X001", "sai")

    found = [one(f"{LAW}/document.yml"), one(FILE), one("hoi-dap/a.md"), one(LAW[:-1])]
    assert [d.span.path for d in concerning(PAGE, found)] == [
        f"{LAW}/document.yml",
        FILE,
    ]
    assert concerning("hoi-dap/a.html", found) == (found[2],)
    panel = with_panel("<body>a</body>", [replace(found[2], message="<b>")])
    assert "&lt;b&gt;" in panel
    assert panel.endswith("</body>")
