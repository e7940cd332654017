"""Of the theme's sheet, pages get the rules that they can match."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path

import pytest

from bookcase_site.lean import KEPT, lean
from bookcase_site.styles import whole

THEME = Path(str(files("material"))) / "templates" / "assets" / "stylesheets"


@pytest.fixture(scope="module")
def sheet() -> str:
    """Return the theme's sheet, made lean."""
    (path,) = THEME.glob("main.*.min.css")
    return lean(path.read_text("utf-8"))


@pytest.mark.parametrize(
    ("css", "left"),
    [
        ("p{a:b}.md-nav p{a:b}", "p{a:b}"),
        (".md-nav,.md-typeset h1{a:b}", ".md-typeset h1{a:b}"),
        ("[data-md-x=a] p{a:b}[dir=rtl] p{a:b}[dir=ltr] p{a:b}", "[dir=ltr] p{a:b}"),
        ("@media print{.md-nav{a:b}p{a:b}}", "@media print{p{a:b}}"),
        ("@media print{.md-nav{a:b}}", ""),
        ("@keyframes x{0%{a:b}to{a:b}}p{a:b}", "p{a:b}"),
        (':root{--md-x:url("data:;{}")}p{a:b}', "p{a:b}"),
        (
            ':root{--md-x:url("a;b")}p{c:var(--md-x)}',
            ':root{--md-x:url("a;b")}p{c:var(--md-x)}',
        ),
        (":root{--md-x:1;--md-y:var(--md-x)}", ""),
        ("p:not(.md-nav,.x){a:b}", ""),
        ("p:not(a,b){a:b}", "p:not(a,b){a:b}"),
        ('@charset "UTF-8";p{a:b}', "p{a:b}"),
    ],
)
def test_a_rule_stays_when_pages_have_what_it_names(css: str, left: str) -> None:
    assert lean(css) == left


def test_the_theme_is_a_fifth_and_still_whole(sheet: str) -> None:
    (path,) = THEME.glob("main.*.min.css")
    assert len(sheet) < path.stat().st_size / 4
    assert set(re.findall(r"\.([a-z][\w-]*)[^{}]*\{", sheet)) <= KEPT | {"min"}
    assert sheet.count("{") == sheet.count("}")
    for rule in (".md-typeset h1{", ".md-grid{", "html{", ".md-typeset summary:after{"):
        assert rule in sheet


def test_every_variable_that_is_used_is_there(sheet: str) -> None:
    ours = {"--md-text-font", "--md-code-font", "--md-typeset-a-color"}
    known = set(re.findall(r"(--md-[\w-]+):", sheet)) | ours
    assert set(re.findall(r"var\((--md-[\w-]+)\)", sheet)) <= known


FACE = '@font-face { font-display: %s;\n  src: url("%s") format("woff2"); }'


@pytest.mark.parametrize(
    ("kind", "held"),
    [("block", "data:font/woff2;base64,YWJj"), ("swap", "../fonts/a.woff2")],
)
def test_a_sheet_holds_what_it_imports_and_the_faces_needed_at_once(
    kind: str, held: str
) -> None:
    site = {
        "assets/css/x.css": '@import url("../fonts/f.css");\np { a: b }',
        "assets/fonts/f.css": FACE % (kind, "a.woff2"),
        "assets/fonts/a.woff2": "abc",
    }
    css = whole("assets/css/x.css", lambda uri: site[uri].encode())
    assert css == f"{FACE % (kind, held)}p {{ a: b }}"
