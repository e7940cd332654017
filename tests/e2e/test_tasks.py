"""Ten tasks and two more, done by a stranger on a phone: four clicks at most each."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.shared import ROOT
from tests.tasks import LEAFLET_TASK, TASKS, Walk

if TYPE_CHECKING:
    from pathlib import Path

    from tests.browser import Browser

MOST = 4
HEAVIEST = 40 * 1024
TOLD = ROOT / "docs" / "muoi-viec.md"


@pytest.mark.parametrize("name", [one for one in TASKS if one != LEAFLET_TASK])
def test_a_task_is_done_in_four_clicks(
    reader: Browser, address: str, name: str
) -> None:
    walk = Walk(reader, address)
    TASKS[name](walk)
    assert len(walk.steps) <= MOST, walk.steps
    assert sum(one.startswith("?") for one in walk.steps) <= 1
    assert reader.errors == []
    assert not [one for one in reader.requests if not own(one, address)]


def test_the_leaflet_of_a_commune_takes_four_clicks(
    reader: Browser, few: Path, tmp_path: Path
) -> None:
    reader.tab.command(
        "Browser.setDownloadBehavior", behavior="allow", downloadPath=str(tmp_path)
    )
    walk = Walk(reader, f"{few.as_uri()}/")
    TASKS[LEAFLET_TASK](walk)
    assert len(walk.steps) <= MOST, walk.steps
    assert reader.errors == []


def test_each_task_is_written_down_with_its_picture() -> None:
    told = TOLD.read_text("utf-8")
    for name in TASKS:
        picture = TOLD.parent / "muoi-viec" / f"{name}.webp"
        assert f"muoi-viec/{name}.webp" in told
        assert picture.stat().st_size <= HEAVIEST


def own(request: str, address: str) -> bool:
    """Tell whether a request stays within the site."""
    return request.startswith((address, "blob:", "data:"))
