"""The starter site, built once, and the two ways to reach it."""

from __future__ import annotations

import csv
import shutil
from contextlib import nullcontext
from typing import TYPE_CHECKING

import pytest

from tests.server import serve
from tests.shared import ROOT

from .site import build

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.browser import Browser


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the starter site, without its leaflets."""
    folder = tmp_path_factory.mktemp("tu-sach")
    return build(ROOT / "content", folder, "--no-leaflets")


@pytest.fixture(scope="session")
def few(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the starter site with its leaflets, of some communes only."""
    folder = tmp_path_factory.mktemp("to-gap")
    content = folder / "content"
    shutil.copytree(ROOT / "content", content)
    told = {path.stem for path in content.glob("dia-phuong/*/*.yml")}
    for name, code in (("communes", "code"), ("former-communes", "successor")):
        path = content / "_data" / f"{name}.csv"
        with path.open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        some = [row for row in rows if row[code] in told or row[code] < "02"]
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, rows[0].keys(), lineterminator="\n")
            writer.writeheader()
            writer.writerows(some)
    return build(content, folder, url="https://tusach.example.vn/")


@pytest.fixture(params=["http", "file"])
def address(request: pytest.FixtureRequest, site: Path) -> Iterator[str]:
    """Return how to reach the site: over http, and by double click."""
    reached = (
        serve(site) if request.param == "http" else nullcontext(f"{site.as_uri()}/")
    )
    with reached as base:
        yield base


@pytest.fixture
def reader(browser: Browser) -> Iterator[Browser]:
    """Return the browser as a new reader has it: nothing asked, nothing wrong yet."""
    browser.resize(1280, 800)
    browser.requests.clear()
    browser.errors.clear()
    yield browser
    browser.tab.command("Emulation.setScriptExecutionDisabled", value=False)
    browser.tab.command("Emulation.setEmulatedMedia", features=[], media="")


@pytest.fixture
def disk(reader: Browser, site: Path) -> Iterator[str]:
    """Return the address of the site on a disk, for a reader whose device is empty."""
    base = f"{site.as_uri()}/"
    reader.open(f"{base}hoc.html")
    reader.evaluate("localStorage.clear()")
    yield base
    assert reader.errors == []
    assert [one for one in reader.requests if not one.startswith((base, "data:"))] == []
