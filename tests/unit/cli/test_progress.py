"""How far a build is, on a terminal and elsewhere."""

from __future__ import annotations

from io import StringIO

import pytest

from bookcase.cli.progress import Progress


class Terminal(StringIO):
    """Somewhere that a person watches."""

    def isatty(self) -> bool:
        """Say so."""
        return True


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """Give a clock that stands until it is set."""
    now = [0.0]
    monkeypatch.setattr("time.monotonic", lambda: now[0])
    return now


def test_a_terminal_has_one_line_that_moves(clock: list[float]) -> None:
    out = Terminal()
    told = Progress(out)
    clock[0] = 0.1
    told(24, 0.1)
    clock[0] = 30
    told(240, 0.25)
    told.end()
    moved = "\r\x1b[K"
    assert (
        out.getvalue() == f"{moved}… 240 trang, 25%, còn khoảng 1 phút 30 giây{moved}"
    )


def test_elsewhere_a_line_is_written_now_and_then(clock: list[float]) -> None:
    out = StringIO()
    told = Progress(out)
    for second in range(0, 90, 10):
        clock[0] = second
        told(second, 0)
    told.end()
    assert out.getvalue() == "… 30 trang\n… 60 trang\n"


def test_a_build_that_is_soon_done_says_nothing(clock: list[float]) -> None:
    out = StringIO()
    told = Progress(out)
    clock[0] = 3
    told(100, 1)
    told.end()
    assert out.getvalue() == ""
