"""The browser that the end-to-end tests drive."""

from __future__ import annotations

from contextlib import nullcontext
from typing import TYPE_CHECKING

import pytest

from .devtools import RefusedError
from .server import serve

if TYPE_CHECKING:
    from contextlib import AbstractContextManager
    from pathlib import Path

    from .browser import Browser

PAGE = """\
<!doctype html><html lang="vi"><meta charset="utf-8"><title>Thử</title>
<meta name="viewport" content="width=device-width">
<input id="q"><p id="said"></p><a href="sau.html">Trang sau</a>
<script>
q.oninput = () => { said.textContent = q.value.toUpperCase(); };
q.onkeydown = e => { if (e.key === 'Enter') said.textContent += '!'; };
</script>
"""
NEXT = """\
<!doctype html><meta charset="utf-8"><h1>Trang sau</h1>
<script>
const work = "fetch('http://b.invalid/y').catch(() => postMessage('xong'))";
const worker = new Worker(URL.createObjectURL(new Blob([work])));
worker.onmessage = e => { document.title = e.data; };
fetch('http://a.invalid/x').catch(() => {});
console.error('hỏng', 1);
throw Error('vỡ');
</script>
"""


@pytest.fixture(params=["http", "file"])
def address(
    request: pytest.FixtureRequest, tmp_path: Path
) -> AbstractContextManager[str]:
    """Return how to reach two small pages: over http, and from a folder."""
    (tmp_path / "dau.html").write_text(PAGE, encoding="utf-8")
    (tmp_path / "sau.html").write_text(NEXT, encoding="utf-8")
    if request.param == "http":
        return serve(tmp_path)
    return nullcontext(tmp_path.as_uri() + "/")


def test_a_reader_types_follows_a_link_and_looks(
    browser: Browser, address: AbstractContextManager[str], tmp_path: Path
) -> None:
    browser.requests.clear()
    browser.errors.clear()
    with address as base:
        browser.open(base + "dau.html")
        browser.type("#q", "đất đai")
        browser.press("Enter")
        assert browser.text("#said") == "ĐẤT ĐAI!"

        browser.click("a")
        browser.wait_for("h1")
        assert browser.evaluate("document.location.href") == base + "sau.html"
        browser.wait_until("document.title === 'xong'")

        browser.screenshot(tmp_path / "seen.png", 390, 800)

    size = (tmp_path / "seen.png").read_bytes()[16:24]
    assert size == (390).to_bytes(4) + (800).to_bytes(4)
    asked = {base + "sau.html", "http://a.invalid/x", "http://b.invalid/y"}
    assert asked <= set(browser.requests)
    assert "hỏng 1" in browser.errors
    assert any(error.startswith("Error: vỡ") for error in browser.errors)


def test_what_the_page_throws_is_said(browser: Browser) -> None:
    browser.open("data:text/html,<p>")
    with pytest.raises(RefusedError, match="nothing is not defined"):
        browser.evaluate("nothing.at.all")
    with pytest.raises(RefusedError, match=r"after 0.1 s still false: !!document"):
        browser.wait_for("#missing", timeout=0.1)
    with pytest.raises(RefusedError, match="ERR_NAME_NOT_RESOLVED"):
        browser.open("http://nowhere.invalid/")
