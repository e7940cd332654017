"""A unit is cited so that our own reader of citations is led back to it."""

from __future__ import annotations

import lzma
import random
import re
import shutil
from datetime import date
from html import escape
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from bookcase.citations.context import Context
from bookcase.citations.known import acts_of
from bookcase.citations.places import place_of
from bookcase.citations.resolve import resolve
from bookcase.citations.scan import find
from bookcase.content.loading import load
from bookcase.content.texts import version_text
from bookcase.imports.convert import convert
from bookcase.imports.lookup import make_lookup
from bookcase.imports.record import read_record
from bookcase.legal.parser import parse
from bookcase.pages.catalog import Catalog, catalog
from bookcase.pages.law.called import called, words_before
from bookcase.pages.law.lawtext import CLASSES, law_html
from tests.shared import ROOT, need
from tests.unit.imports.examples import LISTS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bookcase.citations.known import Acts
    from bookcase.model.act import Work
    from tests.browser import Browser

UNREAD = re.compile(
    r"(?:.+ )?(?:Phụ lục|Quy chế) (?![IVXLC]+ |\d+ |.* Quy)"
    r"|.*mục \w+ (?:mục|khoản|điểm) |.*Mẫu (?:số )?[IVX]+\."
)
"""What is named as people name it, and our reader does not read: an annex without a
number, the text issued with an act as a whole, a *mục* within another or in a khoản, a
form with a Roman number."""
DAY = date(2026, 11, 24)
CONTENT = ROOT / "content"
SCRIPTS = ROOT / "overrides" / "assets" / "js"
EVERY = 97
UNITS = 200
PAGE = """<!doctype html><html lang="vi"><meta charset="utf-8">
<script src="{scripts}/tu-sach.js"></script><main class="md-typeset">
<h1>{title}</h1><div class="bk-luat" data-goi="{title}" data-chu="{words}">{law}</div>
</main><script src="{scripts}/trich-dan.js" defer></script>
<script src="{scripts}/luat.js" defer></script>"""
CITED = """[...document.querySelectorAll('.bk-luat :is(section, p)[id]')].map(unit => {
  const link = [...unit.querySelectorAll('a')].find(a => a.hash === '#' + unit.id);
  if (!link) return null;
  link.click();
  const box = [...document.querySelectorAll('dialog[open]')].pop();
  const words = box.querySelector('.bk-phu').textContent;
  box.close();
  return [unit.id, words];
}).filter(Boolean)"""


class Said(NamedTuple):
    """A unit, how its page cites it, and what else the page has."""

    work: str
    unit: str
    words: str
    ids: frozenset[str]


def cited(reader: Browser, content: Path, folder: Path) -> Iterator[Said]:
    """Open all texts of a folder; yield how each of their units is cited."""
    library = load(content).value
    seen = catalog(library, DAY)
    for work in library.works:
        for version in work.versions:
            page = folder / f"{work.id}-{version.stem}.html"
            page.write_text(html(content, work, version.path, seen), "utf-8")
            reader.open(page.as_uri())
            rows = reader.evaluate(CITED)
            ids = frozenset(unit for unit, _ in rows)
            for unit, words in rows:
                yield Said(work.id, unit, words, ids)


def html(content: Path, work: Work, path: str, seen: Catalog) -> str:
    """Return a page with a text, as far as its script needs it."""
    source = version_text(content, next(v for v in work.versions if v.path == path))
    law = law_html(parse(source.value.body).value).html
    title, words = escape(called(work, seen)), escape(words_before(CLASSES))
    return PAGE.format(title=title, words=words, law=law, scripts=SCRIPTS.as_uri())


def led_back(said: Said, acts: Acts) -> bool:
    """Tell whether our reader of citations finds the unit by the words."""
    text = f"theo {said.words}"
    found = next(iter(find(text, acts.titles)), None)
    if found is None:
        return False
    to = resolve(found, Context(day=DAY), acts)
    return to.work == said.work and place_of(to.unit, said.ids) == said.unit


def test_every_unit_of_the_specimens(reader: Browser, tmp_path: Path) -> None:
    acts = acts_of(load(CONTENT).value)
    all_ = list(cited(reader, CONTENT, tmp_path))
    lost = [(one.unit, one.words) for one in all_ if not led_back(one, acts)]
    assert [one for one in lost if not UNREAD.match(one[1])] == []
    assert len(all_) > 500
    assert len(lost) < len(all_) / 20
    said = {one.unit: one.words for one in all_ if one.work.startswith("mau-luat-01")}
    law = "Luật Vườn cộng đồng số 01/2022/QH15-MAU"
    assert said["d9.k1.a"] == f"điểm a khoản 1 Điều 9 {law}"
    assert said["d14.k1-2-1"] == f"khoản 1.2.1 Điều 14 {law}"


def test_units_of_real_acts(reader: Browser, tmp_path: Path) -> None:
    source, content = need("corpus/documents.jsonl.xz"), tmp_path / "content"
    shutil.copytree(CONTENT / "_data", content / "_data")
    lookup = make_lookup(LISTS, {})
    with lzma.open(source, "rt", encoding="utf-8") as file:
        for line in islice(file, 0, None, EVERY):
            read = read_record(line, source.name, 1)
            assert read.value is not None
            for path, text in convert(read.value, lookup).files.items():
                (content / path).parent.mkdir(parents=True, exist_ok=True)
                (content / path).write_text(text, "utf-8")
    acts = acts_of(load(content).value)
    all_ = [
        one
        for one in cited(reader, content, tmp_path)
        if "~" not in one.unit and not one.work.startswith("khac-")
    ]
    sample = random.Random(8).sample(all_, UNITS)  # noqa: S311 - a sample, no secret
    lost = [(one.unit, one.words) for one in sample if not led_back(one, acts)]
    assert [one for one in lost if not UNREAD.match(one[1])] == []
    assert len(lost) < UNITS / 20
