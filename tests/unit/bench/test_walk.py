"""The walker over a built site."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.walk import BROKEN, DUPLICATE, FRAGMENT, Fault, Walk, main, walk

if TYPE_CHECKING:
    from pathlib import Path

LAW = '<h2 id="d1">Điều 1</h2><p id="d1.k1">1. …</p><img src="../a.png">'


def site(folder: Path, **pages: str) -> Path:
    """Make a site of a law with a picture, and pages named without their ending."""
    (folder / "luat").mkdir()
    (folder / "a.png").touch()
    (folder / "luat" / "một.html").write_text(LAW, "utf-8")
    for name, body in pages.items():
        text = f"<!doctype html><title>t</title><body>{body}"
        (folder / f"{name}.html").write_text(text, "utf-8")
    return folder


def faults(folder: Path, **pages: str) -> tuple[Fault, ...]:
    return walk(site(folder, **pages), jobs=1).faults


def test_a_sound_site_has_no_faults_and_is_counted(tmp_path: Path) -> None:
    links = (
        "<a href='luat/m%E1%BB%99t.html#d1.k1'>khoản 1</a> <a href=#x id=x>đây</a>"
        '<a href="luat/một.html?q=1">điều</a> <a href="#">đầu trang</a> <a href="">'
        '<img srcset="a.png 1x, ./a.png 2x"> <a href="https://vbpl.vn/x#y">nơi khác</a>'
        '<a href="mailto:a@b.vn"> <a href="//c.vn/"> <a HREF="index.html#x">'
    )
    assert walk(site(tmp_path, index=links)) == Walk(pages=2, links=5, faults=())


@pytest.mark.parametrize(
    "link",
    ["khong-co.html", "luat/", "luat", "../ngoai.html", "/luat/một.html", "Index.html"],
)
def test_a_link_to_no_file_is_broken(tmp_path: Path, link: str) -> None:
    found = faults(tmp_path, index=f'<a href="{link}">x</a>')
    assert found == (Fault("index.html", BROKEN, link),)


def test_pictures_and_scripts_are_looked_at_too(tmp_path: Path) -> None:
    found = faults(
        tmp_path, index='<img src=b.png srcset="c.png 2x"><script src="d.js">'
    )
    assert [fault.target for fault in found] == ["b.png", "c.png", "d.js"]


def test_a_fragment_must_be_an_id_of_the_page_it_names(tmp_path: Path) -> None:
    link = '<a href="luat/một.html#d2">x</a> <a href="#d1">y</a>'
    assert faults(tmp_path, index=link) == (
        Fault("index.html", FRAGMENT, "#d1"),
        Fault("index.html", FRAGMENT, "luat/một.html#d2"),
    )


def test_an_id_stands_once_on_a_page(tmp_path: Path) -> None:
    found = faults(tmp_path, index="<p id=a><p id='a'><p id=\"b\">", trang="<p id=a>")
    assert found == (Fault("index.html", DUPLICATE, "a"),)


@pytest.mark.parametrize(
    "body",
    [
        "<!-- <a href='x.html'> -->",
        "<script>s = '<a href=\"x.html\">'</script>",
        "<style>/* <i id=a><i id=a> */</style>",
        "<p>viết &lt;a href=x.html&gt; hoặc href=\"x.html\" id='a' id='a'</p>",
        "<p title='<a href=x.html>' data-id=a data-href=\"x.html\">",
        "<p title='xem id=a'><p id=a>",
    ],
)
def test_what_only_looks_like_a_link_is_none(tmp_path: Path, body: str) -> None:
    assert faults(tmp_path, index=body) == ()


def test_a_tag_after_a_script_is_still_seen(tmp_path: Path) -> None:
    body = "<script>1 < 2</script><a href='x.html'>"
    assert faults(tmp_path, index=body) == (Fault("index.html", BROKEN, "x.html"),)


def test_the_page_for_lost_addresses_links_from_the_root(tmp_path: Path) -> None:
    folder = site(tmp_path, index="")
    (folder / "404.html").write_text(
        '<a href="/index.html"><a href="/x.html">', "utf-8"
    )
    assert walk(folder, jobs=1).faults == (Fault("404.html", BROKEN, "/x.html"),)


def test_the_command_prints_faults_or_counts(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = str(site(tmp_path, index='<a href="x.html">'))
    assert main([folder, "--jobs=1"]) == 1
    assert capsys.readouterr().out == "index.html: broken-link x.html\n"
    assert main([folder, "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {
        "pages": 2,
        "links": 2,
        "broken-link": 1,
        "missing-fragment": 0,
        "duplicate-id": 0,
    }
