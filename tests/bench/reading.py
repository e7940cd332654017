"""Pages as their readers meet them: open to everyone, valid, light, soon there.

On the site of this project's content with an invented law of 400 articles in it, and
on 17 real laws where the shared files are. What looks at the pages comes from npm, is
locked in ``tests/npm``, and is installed when it is not there.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

from tests import npm, shared
from tests.bench import corpora, longlaw, measure, reading_axe, reading_lighthouse
from tests.bench.rows import Row
from tests.e2e.site import KINDS, build
from tests.test_scripts import SCRIPTS, THEME, unsound

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

ASSETS = shared.ROOT / "overrides" / "assets"
_PARTS = ("lines", "types", "valid", "axe", "lighthouse", "laws")


def run(only: str = "") -> Iterator[Row]:
    """Yield the figures.

    Args:
        only: The parts to take, with commas between; all when empty.

    Raises:
        MeasureError: npm is missing, or a part is not known.
    """
    wanted = only.split(",") if only else list(_PARTS)
    if strange := sorted(set(wanted) - set(_PARTS)):
        message = f"no part {', '.join(strange)}; there are: {', '.join(_PARTS)}"
        raise measure.MeasureError(message)
    if "lines" in wanted:
        yield from _lines()
    if "types" in wanted:
        yield _told(Row("type-errors", len(wrong := unsound(_npm("pages")))), wrong)
    if {"valid", "axe", "lighthouse"} & set(wanted):
        yield from _pages(_site(), wanted)
    if "laws" in wanted:
        yield from _laws()


def _lines() -> Iterator[Row]:
    """Yield how long the styles are, and our own scripts: the theme's, the twins."""
    styles = [file for one in ("css", "fonts") for file in (ASSETS / one).glob("*.css")]
    twins = [file for file in SCRIPTS if file not in THEME]
    yield _length("css-lines", styles)
    yield _length("js-lines", THEME)
    yield _length("js-engine-lines", twins)
    yield _length("js-lines-all", SCRIPTS)


def _length(name: str, files: Sequence[Path]) -> Row:
    lines = sum(len(file.read_text("utf-8").splitlines()) for file in files)
    return Row(name, lines, "", f"{len(files)} files")


def _pages(site: Path, wanted: Sequence[str]) -> Iterator[Row]:
    pages = (*KINDS, longlaw.page())
    if "valid" in wanted:
        yield _valid("valid", [site / page for page in pages])
    if "axe" in wanted:
        axe = _npm("pages") / "axe-core" / "axe.min.js"
        found = reading_axe.everywhere(site, KINDS, longlaw.page(), axe)
        yield _told(Row("axe", len(found)), found)
    if "lighthouse" in wanted:
        yield from reading_lighthouse.figures(site, _npm("bench"))


def _laws() -> Iterator[Row]:
    """Yield what is wrong with the pages of real laws."""
    if not shared.folder().exists():
        print(f"! SKIPPED real laws: no {shared.folder()}", file=sys.stderr)
        return
    content = corpora.laws()
    for hub in ("index.md", "huong-dan", "*.md"):
        for path in corpora.CONTENT.glob(hub):
            copy = shutil.copytree if path.is_dir() else shutil.copyfile
            if not (content / path.name).exists():
                copy(path, content / path.name)
    site = build(content, corpora.fresh_folder("reading-laws"), "--no-leaflets")
    pages = sorted(site.glob("van-ban/*/*/*.html"))
    yield _valid("laws-valid", pages)
    axe = _npm("pages") / "axe-core" / "axe.min.js"
    names = [page.relative_to(site).as_posix() for page in pages]
    found = reading_axe.once(site, names, axe)
    yield _told(Row("laws-axe", len(found)), found)


def _site() -> Path:
    content = corpora.fresh("corpus/reading")
    shutil.copytree(corpora.CONTENT, content)
    subprocess.run(
        [sys.executable, "-m", "tests.bench.longlaw", str(content)],
        check=True,
        cwd=shared.ROOT,
    )
    return build(content, corpora.fresh_folder("reading"), "--no-leaflets")


def _valid(name: str, pages: Sequence[Path]) -> Row:
    """Return how many errors the validator of the W3C has for some pages."""
    java = shutil.which("java")
    if not java:
        message = "java is missing: `sudo apt-get install default-jre-headless`"
        raise measure.MeasureError(message)
    jar = _npm("bench") / "vnu-jar" / "build" / "dist" / "vnu.jar"
    said = subprocess.run(
        [java, "-jar", jar, "--errors-only", "--format", "gnu", *pages],
        capture_output=True,
        text=True,
        check=False,
    )
    errors = said.stderr.splitlines()
    return _told(Row(f"{name}-errors", len(errors), "", f"{len(pages)} pages"), errors)


def _told(row: Row, lines: Sequence[str]) -> Row:
    """Say what is wrong beside the figure that only counts it."""
    for line in lines:
        print(f"  {line}", file=sys.stderr)
    return row


def _npm(name: str) -> Path:
    try:
        return npm.install(name)
    except npm.NpmError as error:
        raise measure.MeasureError(str(error)) from error
