"""A machine that fails a build: a clear word, the last good site, nothing half done."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
import time
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bookcase.build.publishing import publish
from bookcase.build.rendering import pages
from bookcase.build.request import BuildRequest
from bookcase.build.run import build
from bookcase.errors import MachineError
from tests.hostile.tiny import LAW, TEXT, Tiny

from .test_killed import _children, _state, _until

if TYPE_CHECKING:
    from collections.abc import Callable

FILE = f"{LAW}/2024-07-01.md"
SECOND = 10**9


def request(tiny: Tiny, now: int = 0) -> BuildRequest:
    return BuildRequest(
        config=tiny.place / "mkdocs.yml",
        content=tiny.content,
        site=tiny.site,
        as_of=date(2026, 11, 24),
        now=now or time.time_ns(),
        leaflets=False,
    )


def save(tiny: Tiny, words: str) -> None:
    tiny.write({FILE: TEXT.replace("Khoản một", words)})


def page(tiny: Tiny) -> str:
    return (tiny.site / f"{LAW}.html").read_text("utf-8")


def stands(tiny: Tiny, before: dict[str, bytes]) -> None:
    assert _state(tiny.site) == before
    assert [*tiny.place.glob(".site*")] == []


def test_a_full_disk_is_told_and_the_site_stands(
    tiny: Tiny, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(request(tiny))
    before = _state(tiny.site)
    save(tiny, "Khoản mới")

    def full(path: Path, html: str) -> int:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(html[:40], "utf-8")
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(path))

    with monkeypatch.context() as patched:
        patched.setattr(pages, "_write", full)
        with pytest.raises(MachineError, match="No space left"):
            build(request(tiny))
    stands(tiny, before)
    build(request(tiny))
    assert "Khoản mới" in page(tiny)


def test_a_file_that_cannot_grow_is_told_by_the_command(tiny: Tiny) -> None:
    assert tiny.build().code == 0
    before = _state(tiny.site)
    limited = (
        "import resource,sys;resource.setrlimit(resource.RLIMIT_FSIZE,(30000,30000));"
        "from bookcase.cli import main;sys.exit(main(sys.argv[1:]))"
    )
    command = [sys.executable, "-c", limited, *tiny.command(), "--clean"]
    made = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - ours
    assert made.returncode == 2
    assert made.stderr.startswith("bookcase: ")
    assert "Traceback" not in made.stderr
    stands(tiny, before)


def test_a_file_that_cannot_be_read_is_a_finding_and_the_site_stands(
    tiny: Tiny, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(request(tiny))
    before = _state(tiny.site)
    save(tiny, "Khoản mới")
    read = Path.read_bytes

    def refused(path: Path) -> bytes:
        if path.name == "2024-07-01.md":
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
        return read(path)

    with monkeypatch.context() as patched:
        patched.setattr(Path, "read_bytes", refused)
        report = build(request(tiny))
    assert report.refused
    assert ("FILE002", FILE) in {(one.code, one.span.path) for one in report.found}
    stands(tiny, before)
    build(request(tiny))
    assert "Khoản mới" in page(tiny)


def test_a_killed_worker_ends_the_build_and_the_site_stands(tiny: Tiny) -> None:
    for number in range(60):
        folder = tiny.content / "van-ban" / "luat" / "2024" / f"{number + 100}-mau"
        tiny.write({f"{folder.relative_to(tiny.content)}/2024-07-01.md": TEXT * 200})
        record = (tiny.content / LAW / "document.yml").read_text("utf-8")
        name = f"{number + 100}-2024-qh15-mau"
        (folder / "document.yml").write_text(
            record.replace("01-2024-qh15-mau", name).replace(
                "01/2024", f"{number + 100}/2024"
            ),
            "utf-8",
        )
        folder.rename(folder.with_name(name))
    assert tiny.build().code == 0
    before = _state(tiny.site)
    process = subprocess.Popen(  # noqa: S603 - ours
        [sys.executable, "-m", "bookcase", *tiny.command(2), "--clean"],
        stderr=subprocess.PIPE,
        text=True,
    )
    assert _until(lambda: len(_children(process.pid)) > 1)
    os.kill(_children(process.pid)[0], signal.SIGKILL)
    said = process.communicate(timeout=60)[1]
    assert process.returncode == 2, said
    assert "một tiến trình dựng trang dừng đột ngột" in said
    stands(tiny, before)


def test_a_clock_that_jumps_hides_no_change(tiny: Tiny) -> None:
    path = tiny.content / FILE
    build(request(tiny))
    told = path.stat()
    save(tiny, "Khoản hai")  # as many bytes, in the same file, at the same time
    os.utime(path, ns=(told.st_atime_ns, told.st_mtime_ns))
    build(request(tiny, told.st_mtime_ns + SECOND))
    assert "Khoản hai" in page(tiny)
    for words, moved in (("Khoản ba", 3600), ("Khoản bốn", -7200)):
        save(tiny, words)
        when = told.st_mtime_ns + moved * SECOND
        os.utime(path, ns=(when, when))
        build(request(tiny, told.st_mtime_ns))
        assert words in page(tiny)


def test_a_file_that_changes_while_it_is_read_is_read_again(tiny: Tiny) -> None:
    build(request(tiny))
    save(tiny, "Khoản hai")
    saved = (tiny.content / FILE).read_text("utf-8")

    def meanwhile(_made: int, _share: float) -> None:
        save(tiny, "Khoản ba")

    report = build(replace(request(tiny), progress=meanwhile))
    assert [one.code for one in report.found] == ["FILE012"]
    (tiny.content / FILE).write_text(saved, "utf-8")
    assert build(request(tiny)).found == ()
    assert "Khoản hai" in page(tiny)


def test_moves_that_were_begun_are_ended_by_the_next_build(
    tiny: Tiny, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(9):
        tiny.write(
            {f"huong-dan/{number}.md": f"---\ntitle: Trang {number}\n---\n\nA\n"}
        )
    build(request(tiny))
    save(tiny, "Khoản mới")
    move = publish._move  # noqa: SLF001 - where it may be killed

    def killed(place: Path, stage: Path, paths: list[str]) -> None:
        move(place, stage, paths[:1])
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(publish, "_move", killed)
        with pytest.raises(KeyboardInterrupt):
            build(request(tiny))
    assert build(request(tiny)).made == 0
    assert "Khoản mới" in page(tiny)
    assert [*tiny.place.glob(".site*")] == []


DAMAGE: dict[str, Callable[[bytes], bytes]] = {
    "cut short": lambda data: data[: len(data) // 2],
    "overwritten": lambda data: b"x" * len(data),
    "empty": lambda _: b"",
}


@pytest.mark.parametrize("how", DAMAGE)
def test_a_damaged_ledger_counts_as_none(tiny: Tiny, how: str) -> None:
    build(request(tiny))
    before = _state(tiny.site)
    ledger = request(tiny).ledger
    ledger.write_bytes(DAMAGE[how](ledger.read_bytes()))
    assert build(request(tiny)).made > 0
    assert _state(tiny.site) == before


def test_the_ledger_of_a_site_that_is_no_more_is_removed(tiny: Tiny) -> None:
    other = replace(request(tiny), site=tiny.place / "other")
    build(other)
    (tiny.place / "other").rename(tiny.place / "away")
    assert other.ledger.exists()
    build(request(tiny))
    assert not other.ledger.exists()
    assert request(tiny).ledger.exists()
