"""Leaflets made by a pool of processes."""

from __future__ import annotations

from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from multiprocessing import get_context
from typing import TYPE_CHECKING

from bookcase.leaflets.jobs import LeafletJob, render

from .samples import ASSETS, COMMUNE, LOCALITY, MADE, PROVINCE, PUBLICATION

if TYPE_CHECKING:
    from pathlib import Path

JOB = LeafletJob(PUBLICATION, COMMUNE, PROVINCE, LOCALITY)
ADDRESS = "to-gap/viet-di-chuc/01321.pdf"


def test_another_process_makes_the_same_bytes(tmp_path: Path) -> None:
    with ProcessPoolExecutor(1, get_context("spawn")) as pool:
        made = pool.submit(render, JOB, ASSETS, tmp_path).result()
    assert (made.value, made.diagnostics) == (ADDRESS, ())
    assert (tmp_path / ADDRESS).read_bytes() == MADE.value


def test_a_second_time_makes_the_same_bytes(tmp_path: Path) -> None:
    render(JOB, ASSETS, tmp_path)
    assert (tmp_path / ADDRESS).read_bytes() == MADE.value


def test_no_file_is_written_for_what_failed(tmp_path: Path) -> None:
    empty = replace(JOB, publication=replace(PUBLICATION, body=""))
    made = render(empty, ASSETS, tmp_path)
    assert made.value == ""
    assert [one.code for one in made.diagnostics] == ["LEAF002"]
    assert list(tmp_path.iterdir()) == []
