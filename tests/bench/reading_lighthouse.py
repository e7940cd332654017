"""Ask Lighthouse about pages, as a slow phone meets them over http."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from statistics import median
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from tests import chromium
from tests.bench import longlaw, measure
from tests.bench.rows import Row
from tests.e2e.site import COMMUNE
from tests.server import serve

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

PAGES = {
    "home": "index.html",
    "shelf": "ke/loai/thong-tu-7.html",
    "law": longlaw.page(),
    "explainer": "hoi-dap/dang-ky-khai-sinh.html",
    "search": "tim-kiem.html?q=khai%20sinh",
    "locality": COMMUNE,
    "quiz": "trac-nghiem/hop-dong-lao-dong.html",
}
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
TIMES = 3
"""Performance is a matter of luck on a busy machine: the median of so many runs."""
_FLAGS = (
    *("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic"),
    *("--no-first-run", "--disable-background-networking", "--disable-sync"),
    "--disable-component-update",
)


def figures(site: Path, modules: Path) -> Iterator[Row]:
    """Yield the scores of each page, and what a long law costs a phone."""
    with serve(site, packed=True) as base:
        for name, page in PAGES.items():
            reports = [_report(f"{base}{page}", modules) for _ in range(TIMES)]
            for category in CATEGORIES:
                scores = [one["categories"][category]["score"] for one in reports]
                score = round(100 * median(scores))
                yield Row(f"{name}.{category}", score, "", _lost(reports[0], category))
            if name == "law":
                yield from _weight(reports)


def _weight(reports: list[dict[str, Any]]) -> Iterator[Row]:
    for figure, audit, unit, one in (
        ("interactive", "interactive", "s", 1000),
        ("shift", "cumulative-layout-shift", "", 1),
        ("sent", "total-byte-weight", "KB", 1000),
    ):
        values = [report["audits"][audit]["numericValue"] / one for report in reports]
        yield Row(f"law.{figure}", median(values), unit)


def _lost(report: Mapping[str, Any], category: str) -> str:
    """Return which audits a page does not pass in full."""
    if category == "performance":
        return ""
    audits = report["audits"]
    names = [one["id"] for one in report["categories"][category]["auditRefs"]]
    return ", ".join(name for name in names if audits[name]["score"] not in (1, None))


def _report(url: str, modules: Path) -> dict[str, Any]:
    node = shutil.which("node")
    if not node:
        message = "node is missing: `sudo apt-get install nodejs` on Debian"
        raise measure.MeasureError(message)
    program = modules / "lighthouse" / "cli" / "index.js"
    with TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        flags = " ".join((*_FLAGS, f"--user-data-dir={profile}"))
        said = subprocess.run(
            [
                *(node, program, url, "--output=json", "--quiet", "--locale=en"),
                f"--chrome-flags={flags}",
                f"--only-categories={','.join(CATEGORIES)}",
            ],
            capture_output=True,
            text=True,
            check=False,
            env={**os.environ, "CHROME_PATH": chromium.find()},
        )
    if said.returncode:
        raise measure.MeasureError(said.stderr[-2000:])
    report: dict[str, Any] = json.loads(said.stdout)
    return report
