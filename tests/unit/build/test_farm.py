"""Pages made by other processes that a real scheduler knows, one of which dies."""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING

import pytest

from bookcase.build.work.farm import Farm
from bookcase.errors import MachineError, UsageError
from tests.hostile.tiny import make
from tests.shared import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

WAIT = 60


@contextmanager
def running(*command: str) -> Iterator[subprocess.Popen[bytes]]:
    process = subprocess.Popen(  # noqa: S603 - ours
        [sys.executable, "-m", *command],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield process
    finally:
        process.kill()
        process.wait()


def until(done: Callable[[], object]) -> None:
    deadline = time.monotonic() + WAIT
    while not done():
        assert time.monotonic() < deadline
        time.sleep(0.01)


def files(site: Path) -> dict[str, bytes]:
    return {
        path.relative_to(site).as_posix(): path.read_bytes()
        for path in site.rglob("*")
        if path.is_file()
    }


def test_a_build_ends_well_when_one_of_two_workers_is_killed(tmp_path: Path) -> None:
    tiny = make(tmp_path)
    for kind in ("luat", "nghi-dinh", "thong-tu"):
        name = f"van-ban/{kind}"
        shutil.copytree(
            ROOT / "content" / name, tiny.content / name, dirs_exist_ok=True
        )
    told = tmp_path / "scheduler.json"
    known = ("--scheduler-file", str(told))
    alone = tiny.command()
    site = f"--site={tmp_path / 'alone'}"
    with ExitStack() as stack:
        scheduler = ("distributed.cli.dask_scheduler", "--port", "0", "--no-dashboard")
        stack.enter_context(running(*scheduler, *known))
        until(told.exists)
        worker = ("distributed.cli.dask_worker", *known, "--no-nanny", "--no-dashboard")
        local = ("--local-directory", str(tmp_path / "dask"), "--nthreads", "1")
        first = stack.enter_context(running(*worker, *local))
        stack.enter_context(running(*worker, *local))
        address = told.read_text("utf-8").partition('"address": "')[2].partition('"')[0]
        build = stack.enter_context(
            running("bookcase", *alone, f"--scheduler={address}")
        )
        stage = tmp_path / ".site.dang-dung"
        until(lambda: len([*stage.rglob("van-ban/*/*/*.html")]) > 3)
        first.kill()
        assert build.wait(WAIT) == 0
    with running("bookcase", *alone, site) as process:
        assert process.wait(WAIT) == 0
    made = files(tiny.site)
    assert made == files(tmp_path / "alone")
    assert len([name for name in made if name.startswith("van-ban/")]) > 50


def test_a_scheduler_that_is_not_there_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bookcase.build.work.farm._PATIENCE", 1)
    farm = Farm("tcp://127.0.0.1:9", tmp_path)
    with pytest.raises(MachineError, match="không có bộ điều phối"), farm.executor():
        pass


def test_without_dask_the_cure_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with (
        pytest.raises(UsageError, match="pip install"),
        Farm("tcp://x:1", tmp_path).executor(),
    ):
        pass
