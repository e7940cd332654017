"""``bookcase serve``: the site on this machine, made anew at each save."""

from __future__ import annotations

import gc
import queue
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from watchdog.events import FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.polling import PollingObserver

from bookcase.build.preview import FOLDER, Preview
from bookcase.build.request import BuildRequest
from bookcase.build.roots import theme_of
from bookcase.cli.build import today
from bookcase.cli.common import SELDOM, add_content, tell
from bookcase.cli.previewing import Board, in_background, served
from bookcase.errors import BookcaseError, UsageError

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable

    from watchdog.events import FileSystemEvent
    from watchdog.observers.api import BaseObserver

NAME = "serve"
HELP = "xem trang trên máy này, tự dựng lại khi lưu"
_SETTLES = 0.03
"""Seconds in which a program that saves may still be writing."""
_LOOKED_AT = frozenset({"opened", "closed_no_write"})
"""What happens to a file that is only read."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's own arguments."""
    add_content(parser)
    parser.add_argument(
        "--config",
        type=Path,
        default=Path("mkdocs.yml"),
        metavar="TỆP",
        help="cấu hình trang (mặc định: mkdocs.yml)",
    )
    parser.add_argument("--jobs", type=int, default=1, help="số tiến trình cùng làm")
    parser.add_argument("--as-of", metavar="NGÀY", help="tính tình trạng đến ngày này")
    parser.add_argument("--leaflets", action="store_true", help="in cả tờ gấp")
    parser.add_argument(
        "--address", default="127.0.0.1:8000", metavar="MÁY:CỔNG", help="nơi xem trang"
    )


def run(args: argparse.Namespace) -> int:
    """Build, show, and build again at each save, until interrupted."""
    gc.set_threshold(SELDOM)
    request = _request(args)
    preview = Preview(request, time.time_ns)
    board = Board(preview, request.site)
    changes: queue.Queue[str] = queue.Queue()
    observer = watching(request, changes)
    tell("Đang dựng lần đầu …")
    try:
        rebuild(preview, board)
        in_background(served(board, _address(args.address)))
        tell(f"Xem trang tại http://{args.address}/ (dừng: Ctrl+C)")
        while True:
            follow(preview, board, saved(changes), request)
    except KeyboardInterrupt:
        return 0
    finally:
        observer.stop()


def _request(args: argparse.Namespace) -> BuildRequest:
    request = BuildRequest(
        config=args.config,
        content=args.content,
        site=args.content,
        as_of=today(args.as_of),
        now=time.time_ns(),
        jobs=max(args.jobs, 1),
        keep_going=True,
        leaflets=args.leaflets,
    )
    return replace(request, site=request.kept / FOLDER / "site")


def _address(words: str) -> tuple[str, int]:
    host, _, port = words.rpartition(":")
    if not port.isdigit():
        msg = f"«{words}» không phải địa chỉ; viết như 127.0.0.1:8000"
        raise UsageError(msg)
    return host or "127.0.0.1", int(port)


def watching(request: BuildRequest, changes: queue.Queue[str]) -> BaseObserver:
    """Begin to watch what the site is made from."""
    places = {request.content, theme_of(request.config)}
    for kind in (Observer, PollingObserver):
        observer: BaseObserver = kind()
        for place in places:
            observer.schedule(_Told(changes), str(place.resolve()), recursive=True)
        observer.schedule(_Told(changes), str(request.config.resolve().parent))
        try:
            observer.start()
        except OSError:  # so many folders cannot be watched
            continue
        return observer
    msg = "máy không theo dõi được thư mục nội dung"
    raise UsageError(msg)


class _Told(FileSystemEventHandler):
    """Puts the paths of what was changed into a queue."""

    def __init__(self, changes: queue.Queue[str]) -> None:
        """Take the queue."""
        self._changes = changes

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Note a change."""
        if event.event_type in _LOOKED_AT or event.is_directory:
            return
        for path in (event.src_path, event.dest_path):
            if path:
                self._changes.put(str(path))


def saved(changes: queue.Queue[str]) -> frozenset[str]:
    """Wait for changes; return those that came together."""
    found = {changes.get()}
    time.sleep(_SETTLES)
    while not changes.empty():
        found.add(changes.get_nowait())
    return frozenset(found)


def follow(
    preview: Preview, board: Board, paths: frozenset[str], request: BuildRequest
) -> None:
    """Show what was saved: the pages of texts at once, then all that follows."""
    content = str(request.content.resolve()) + "/"
    own = {path.removeprefix(content) for path in paths if _counts(path, content)}
    others = {path for path in paths if _matters(path, content, request)}
    if not own and not others:
        return
    if not others:
        board.hastened |= preview.hasten(own)
        if board.hastened:
            board.tell(board.hastened)
    rebuild(preview, board)


def _counts(path: str, content: str) -> bool:
    """Tell files of the content from those that programs write beside them."""
    name = path.rpartition("/")[2]
    return path.startswith(content) and not name.startswith(".") and name[-1:] != "~"


def _matters(path: str, content: str, request: BuildRequest) -> bool:
    theme = str(theme_of(request.config).resolve()) + "/"
    config = str(request.config.resolve())
    return not path.startswith(content) and (path == config or path.startswith(theme))


def rebuild(preview: Preview, board: Board) -> None:
    """Bring the site to what is saved, and tell which pages are new."""
    try:
        report = preview.build()
    except BookcaseError as error:
        tell(f"bookcase: {error}")
        return
    new: Iterable[str] = report.why if report.made < _ALL else ("*",)
    shown = {url: board.wrong(url) for url in board.hastened}
    board.found = report.found
    preview.settle()
    board.hastened = {}
    told = {url for url in new if url not in shown}
    told |= {url for url, wrong in shown.items() if board.wrong(url) != wrong}
    if told:
        board.tell(told)
    tell(f"✓ dựng {report.made} trang")


_ALL = 500
"""When more pages are new, all are said to be."""
