"""Work that is begun beside a process, and waited for when its answer is wanted."""

from __future__ import annotations

import os
from concurrent.futures import BrokenExecutor

import pytest

from bookcase.build.work.execute import beside


def test_it_is_done_in_a_process_of_its_own() -> None:
    with beside(2) as begin:
        first, second = begin(os.getpid), begin(os.getpid)
        assert len({first(), second(), os.getpid()}) == 3


def test_for_one_job_it_is_done_here() -> None:
    with beside(1) as begin:
        assert begin(os.getpid)() == os.getpid()


@pytest.mark.parametrize("jobs", [1, 2])
def test_it_sees_what_there_is_and_changes_none_of_it_but_for_one_job(
    jobs: int,
) -> None:
    seen = [4]

    def more() -> int:
        seen.append(5)
        return len(seen)

    with beside(jobs) as begin:
        assert begin(more)() == 2
    assert len(seen) == 3 - jobs


@pytest.mark.parametrize("jobs", [1, 2])
def test_what_it_raises_is_raised_when_it_is_waited_for(jobs: int) -> None:
    with beside(jobs) as begin:
        wait = begin(lambda: int("không"))
        with pytest.raises(ValueError, match="không"):
            wait()


def test_a_process_that_is_killed_is_told() -> None:
    with beside(2) as begin:
        wait = begin(lambda: os._exit(9))
        with pytest.raises(BrokenExecutor):
            wait()
