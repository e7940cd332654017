"""Builds that are killed or meet: the site is always a whole one, and nothing stays."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.hostile.tiny import INDEX, Tiny

if TYPE_CHECKING:
    from collections.abc import Callable

WAIT = 60


def _start(tiny: Tiny, *flags: str, jobs: int = 2) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "bookcase", *tiny.command(jobs), *flags]
    return subprocess.Popen(command, stderr=subprocess.DEVNULL)  # noqa: S603 - ours


def _until(done: Callable[[], object]) -> bool:
    deadline = time.monotonic() + WAIT
    while time.monotonic() < deadline:
        if done():
            return True
        time.sleep(0.002)
    return False


def _state(site: Path) -> dict[str, bytes]:
    return {
        path.relative_to(site).as_posix(): path.read_bytes()
        for path in site.rglob("*")
        if path.is_file()
    }


def _made(tiny: Tiny) -> set[str]:
    return {
        name
        for folder in tiny.place.glob(".site.*")
        for _, _, names in os.walk(folder)  # folders may go meanwhile
        for name in names
        if name.endswith(".html")
    }


STAGES: dict[str, Callable[[Tiny], object]] = {
    "when its folder is there": lambda tiny: [*tiny.place.glob(".site.*")],
    "when the first page is written": _made,
    "when the library writes its pages": lambda tiny: "00004.html" in _made(tiny),
}


@pytest.mark.parametrize("stage", STAGES)
def test_a_killed_build_leaves_the_site_and_the_next_cleans_up(
    tiny: Tiny, stage: str
) -> None:
    assert tiny.build().code == 0
    before = _state(tiny.site)
    tiny.write({"index.md": INDEX.replace("Xin chào", "Chào lần hai")})
    process = _start(tiny, "--clean")
    reached = _until(lambda: STAGES[stage](tiny) or process.poll() is not None)
    workers = _children(process.pid)
    process.send_signal(signal.SIGKILL)
    process.wait()
    assert reached
    if process.returncode == -signal.SIGKILL:
        assert _state(tiny.site) == before
    assert _until(lambda: not any(map(_runs, workers)))
    assert tiny.build().code == 0
    assert "Chào lần hai" in (tiny.site / "index.html").read_text(encoding="utf-8")
    assert [*tiny.place.glob(".site*")] == []


def test_a_build_interrupted_by_a_person_leaves_nothing(tiny: Tiny) -> None:
    assert tiny.build().code == 0
    before = _state(tiny.site)
    process = _start(tiny, "--clean", jobs=1)
    assert _until(lambda: [*tiny.place.glob(".site.*/*")])
    process.send_signal(signal.SIGINT)
    process.wait()
    assert _state(tiny.site) == before
    assert [*tiny.place.glob(".site*")] == []


def test_a_site_moved_aside_when_the_build_was_killed_comes_back(tiny: Tiny) -> None:
    assert tiny.build().code == 0
    tiny.site.rename(tiny.place / ".site.killed.old")
    (tiny.content / "index.md").write_text("---\ntitle: [\n---\n", encoding="utf-8")
    assert tiny.build().code == 1
    (tiny.content / "index.md").write_text(INDEX, encoding="utf-8")
    assert tiny.build().code == 0
    assert [*tiny.place.glob(".site*")] == []


def test_builds_at_once_end_in_one_good_site(tiny: Tiny) -> None:
    assert tiny.build().code == 0
    alone = _state(tiny.site)
    processes = [_start(tiny, "--clean", jobs=1) for _ in range(3)]
    assert [process.wait() for process in processes] == [0, 0, 0]
    assert _state(tiny.site) == alone
    assert [*tiny.place.glob(".site*")] == []


def _children(pid: int) -> list[int]:
    found = Path(f"/proc/{pid}/task/{pid}/children")
    return [int(one) for one in found.read_text().split()] if found.exists() else []


def _runs(pid: int) -> bool:
    state = Path(f"/proc/{pid}/stat")
    return state.exists() and ") Z" not in state.read_text()
