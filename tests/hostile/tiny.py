"""Tiny content folders, and sites built from them by the command line in a second."""

from __future__ import annotations

import shutil
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from io import StringIO
from typing import TYPE_CHECKING

from bookcase.cli import main
from tests.shared import ROOT

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

LAW = "van-ban/luat/2024/01-2024-qh15-mau"
"""The folder of the one act."""

CONFIG = f"""\
site_name: Tủ sách thử
docs_dir: content
site_dir: site
use_directory_urls: false
theme:
  name: material
  custom_dir: {ROOT / "overrides"}
  language: vi
  font: false
extra_css: [assets/css/bookcase.css]
extra_javascript: [assets/ban-dung.js, assets/js/bookcase.js]
plugins:
  - bookcase-site
"""
TABLES = {
    "provinces": "01,Thành phố Mẫu,thành phố,21.0,105.0\n",
    "communes": "00004,01,Phường Mẫu,phường,2.97,21.0,105.8\n",
    "former-communes": "",
}

WORK = """\
id: mau-luat-01-2024-qh15-mau
number: 01/2024/QH15-MAU
type: luat
title: Luật Mẫu
issuers: [quoc-hoi]
issued: 2024-01-02
versions:
  - {from: 2024-07-01, text: as-enacted}
specimen: true
"""
TEXT = """\
---
title: Luật Mẫu
---

###### Điều 1. Phạm vi

1. Khoản một.
"""
INDEX = "---\ntitle: Trang chủ\n---\n\n# Trang chủ\n\nXin chào.\n"


def head(name: str, kind: str = "qa", **more: str) -> str:
    """Return the fields that every publication needs, as YAML; ``more`` replaces."""
    fields = {
        "id": name,
        "kind": kind,
        "title": "Bài thử",
        "summary": "Một bài để thử.",
        "compiled_by": "Tổ thử",
        "responsible": "Người Thử",
        **more,
    }
    return "".join(f"{key}: {value}\n" for key, value in fields.items())


def publication(body: str, **more: str) -> str:
    """Return the text of ``hoi-dap/bai.md`` with this body."""
    return f"---\n{head('hoi-dap-bai', **more)}---\n\n{body}\n"


@dataclass(frozen=True, slots=True)
class Built:
    """What came of a build: exit code, what was said, and the site."""

    code: int
    said: str
    site: Path

    def page(self, url: str) -> str:
        """Return the HTML of a page."""
        return (self.site / url).read_text(encoding="utf-8")


@dataclass(frozen=True, slots=True)
class Tiny:
    """A folder with a content folder, a configuration, and a place for the site."""

    place: Path

    @property
    def content(self) -> Path:
        """Return the content folder."""
        return self.place / "content"

    @property
    def site(self) -> Path:
        """Return where the site goes."""
        return self.place / "site"

    def write(self, files: Mapping[str, str | bytes]) -> None:
        """Write files of the content, by their paths in it."""
        for name, text in files.items():
            path = self.content / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode() if isinstance(text, str) else text)

    def build(self, *flags: str, jobs: int = 1) -> Built:
        """Build by the command line; leaflets are left out."""
        with redirect_stdout(StringIO()) as out, redirect_stderr(StringIO()) as err:
            code = main([*self.command(jobs), *flags])
        return Built(code, out.getvalue() + err.getvalue(), self.site)

    def command(self, jobs: int = 1) -> list[str]:
        """Return the arguments of a build of this folder."""
        return [
            "build",
            f"--content={self.content}",
            f"--site={self.site}",
            f"--config={self.place / 'mkdocs.yml'}",
            f"--jobs={jobs}",
            "--as-of=2026-11-24",
            "--no-leaflets",
        ]


def make(place: Path) -> Tiny:
    """Make a folder that builds without a finding: one page, one act, one commune."""
    tiny = Tiny(place)
    data = tiny.content / "_data"
    data.mkdir(parents=True)
    for path in (ROOT / "content/_data").glob("*.yml"):
        shutil.copyfile(path, data / path.name)
    for name, rows in TABLES.items():
        source = ROOT / "content/_data" / f"{name}.csv"
        first = source.read_text(encoding="utf-8").partition("\n")[0]
        tiny.write({f"_data/{name}.csv": f"{first}\n{rows}"})
    (data / "relations.yml").unlink(missing_ok=True)
    (place / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
    tiny.write({"index.md": INDEX, f"{LAW}/document.yml": WORK})
    tiny.write({f"{LAW}/2024-07-01.md": TEXT})
    return tiny
