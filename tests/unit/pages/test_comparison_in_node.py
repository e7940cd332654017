"""The browser's half of comparisons says what the Python half says, to the letter."""

from __future__ import annotations

import json
import random
import shutil
import subprocess
from itertools import combinations
from typing import TYPE_CHECKING, Any

import pytest

from bookcase.history.diff import compare, words
from bookcase.legal.parser import parse
from bookcase.metadata import frontmatter
from bookcase.pages.compare.comparison import comparison_html, version_script
from tests.golden import cases
from tests.shared import ROOT, folder
from tests.unit.history.diff.shown import sides, texts

if TYPE_CHECKING:
    from pathlib import Path

    from bookcase.model.tree import LegalText

CORE = ROOT / "bookcase" / "pages" / "compare" / "browser" / "so-sanh-loi.js"
GOLDEN = ROOT / "tests" / "golden" / "diff"
LAW = ROOT / "content" / "van-ban" / "luat" / "2022" / "01-2022-qh15-mau"


BITS = ["khoản", "Điều", " ", "  ", "\n", "\t", ",", ";", "1,5", "2.000", "[^1]", "a_b"]
BITS += ["\u00a0", "e\u0301", "\U0001f33f", "²", "’", "–", "đ", "Đ"]


def read(path: Path) -> LegalText:
    """Read a version of the starter content."""
    source = frontmatter.split(path.read_text("utf-8"), path.name).value
    return parse(source.body).value


def wordings() -> list[tuple[str, str]]:
    """Return golden wordings, chance ones, real articles where they lie beside us."""
    made = [sides(case.given) for case in cases(GOLDEN / "words.md")]
    chance = random.Random(5)  # noqa: S311 not for secrets
    made += [
        ("".join(chance.choices(BITS, k=25)), "".join(chance.choices(BITS, k=25)))
        for _ in range(200)
    ]
    real = folder() / "corpus" / "article_changes.jsonl"
    if real.exists():
        rows = map(json.loads, real.read_text("utf-8").splitlines())
        made += [(row["old"], row["new"]) for row in rows]
    return made


def pairs() -> list[tuple[LegalText, LegalText]]:
    """Return golden texts, and every two versions of a law, both ways round."""
    made = [texts(case.given) for case in cases(GOLDEN / "units.md")]
    versions = [read(path) for path in sorted(LAW.glob("????-??-??.md"))]
    made += list(combinations(versions, 2))
    return made + [(new, old) for old, new in made]


@pytest.fixture(scope="module")
def answer() -> dict[str, Any]:
    """Return what Node says of everything."""
    node = shutil.which("node") or shutil.which("nodejs")
    if not node:
        pytest.skip("Node is missing: the browser's half is tried in Chromium only")
    scripts = [(version_script(old), version_script(new)) for old, new in pairs()]
    asked = {"core": str(CORE), "words": wordings(), "texts": scripts}
    said = subprocess.run(  # noqa: S603 our own script
        [node, str(ROOT / "tests" / "unit" / "pages" / "compare_in_node.js")],
        input=json.dumps(asked),
        capture_output=True,
        check=True,
        text=True,
        encoding="utf-8",
    )
    given: dict[str, Any] = json.loads(said.stdout)
    return given


def test_words_are_the_same(answer: dict[str, Any]) -> None:
    for (old, new), said in zip(wordings(), answer["words"], strict=True):
        assert said == [[one.sign, one.text] for one in words(old, new)]


def test_pages_are_the_same(answer: dict[str, Any]) -> None:
    for (old, new), said in zip(pairs(), answer["texts"], strict=True):
        ours = comparison_html(compare(old, new), old_url="cu.html", new_url="moi.html")
        assert said.split("\n") == ours.split("\n")
