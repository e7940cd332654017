"""A site of one page, the search page, and the two ways to reach it."""

from __future__ import annotations

import shutil
from contextlib import nullcontext
from typing import TYPE_CHECKING

import pytest

from bookcase.build.hub.scripts import bring
from bookcase.pages.shell import policy
from bookcase.pages.templates import environment
from bookcase.search.index import merge
from bookcase.search.parts import part_of
from tests.server import serve
from tests.shared import ROOT
from tests.unit.search.invented import records

from .asked import about

if TYPE_CHECKING:
    from contextlib import AbstractContextManager
    from pathlib import Path


ASSETS = ROOT / "overrides" / "assets"
PAGE = f"""\
<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Tìm</title>
<link rel="icon" href="data:,">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="{policy()}">
<script src="assets/js/tu-sach.js"></script></head>
<body class="md-typeset"><main>%s</main></body></html>
"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Return a site of one page and the index of the invented records."""
    shutil.copytree(ASSETS / "js", tmp_path / "assets" / "js")
    bring(tmp_path)
    (tmp_path / "assets" / "css").mkdir()
    shutil.copy(ASSETS / "css" / "tim-kiem.css", tmp_path / "assets" / "css")
    held = environment(ROOT / "overrides" / "bookcase").get_template("search.html")
    (tmp_path / "tim-kiem.html").write_text(PAGE % held.render(root=""), "utf-8")
    everyday = {"<i>bụi cây</i>": "cây xanh"}
    merge([part_of(records())], tmp_path / "assets" / "tim-kiem", everyday, about())
    return tmp_path


@pytest.fixture(params=["http", "file"])
def address(request: pytest.FixtureRequest, site: Path) -> AbstractContextManager[str]:
    """Return how to reach the site."""
    return serve(site) if request.param == "http" else nullcontext(f"{site.as_uri()}/")
