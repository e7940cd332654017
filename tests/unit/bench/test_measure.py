"""Costs of programs, those of their descendants included."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from tests.bench import measure
from tests.bench.measure import MeasureError, Size

if TYPE_CHECKING:
    from pathlib import Path

BURN = "import time\nwhile time.process_time() < .2: pass"
HOLD = "held = b'x' * 150_000_000"
CHILD = "import subprocess, sys; subprocess.{how}([sys.executable, '-c', {code!r}])"


def python(code: str) -> list[str]:
    return [sys.executable, "-c", code]


def test_a_program_is_measured_with_what_it_said() -> None:
    cost = measure.run(python("print('xong')"))
    assert cost.output == "xong\n"
    assert 0 < cost.cpu < 5
    assert cost.wall > 0
    assert cost.peak > 1_000_000


def test_a_child_of_the_program_counts() -> None:
    cost = measure.run(python(CHILD.format(how="run", code=f"{BURN}\n{HOLD}")))
    assert cost.cpu > 0.2
    assert cost.peak > 150_000_000


@pytest.mark.skipif(sys.platform != "linux", reason="orphans are adopted on Linux only")
def test_a_child_that_outlives_the_program_counts() -> None:
    cost = measure.run(python(CHILD.format(how="Popen", code=f"{BURN}\n{HOLD}")))
    assert cost.cpu > 0.2
    assert cost.peak > 150_000_000


def test_the_working_folder_is_as_asked(tmp_path: Path) -> None:
    cost = measure.run(python("import os; print(os.getcwd())"), cwd=tmp_path)
    assert tmp_path.samefile(cost.output.strip())


def test_a_failure_is_raised_with_the_end_of_what_it_said() -> None:
    with pytest.raises(MeasureError, match=r"exit 3\nhỏng"):
        measure.run(python("import sys; sys.stderr.write('hỏng'); sys.exit(3)"))


def test_an_exit_code_may_be_fine() -> None:
    assert measure.run(python("import sys; sys.exit(1)"), fine=(0, 1)).output == ""


def test_a_folder_is_counted_with_what_is_below(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "b.html").write_bytes(b"12345")
    (tmp_path / "c.html").write_bytes(b"123")
    assert measure.size(tmp_path) == Size(2, 8)


def test_what_the_measuring_process_holds_is_not_counted() -> None:
    held = b"x" * 200_000_000
    assert measure.run(python("")).peak < 100_000_000 < len(held)
