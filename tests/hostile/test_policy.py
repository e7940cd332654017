"""The content security policy stands on every page, and holds in a real browser."""

from __future__ import annotations

import re
import socket
from contextlib import nullcontext, suppress
from typing import TYPE_CHECKING

import pytest

from tests.server import serve

from .tiny import publication

if TYPE_CHECKING:
    from tests.browser import Browser

    from .tiny import Tiny

FIRST = re.compile(
    r'<head>\s*<meta http-equiv="Content-Security-Policy" content="([^"]+)">'
)
SMUGGLED = """\
<script>window.h4ck = 1</script>
<img src="x.png" onerror="window.h4ck = 2">
<a id="a" href="javascript:void(window.h4ck = 3)">a</a>
<iframe srcdoc="<script>parent.h4ck = 4</script>"></iframe>
<iframe src="data:text/html,<script>parent.h4ck = 5</script>"></iframe>
<object data="data:text/html,x"></object>
<style>body { opacity: 0.5 }</style>
<p id="p" style="opacity: 0.5">b</p>
<base href="https://evil.example/">
<img src="https://evil.example/h4ck.png">
<link rel="stylesheet" href="https://evil.example/h4ck.css">
<script src="https://evil.example/h4ck.js"></script>
<script src="data:text/javascript,window.h4ck=6"></script>
<svg><script>window.h4ck = 7</script></svg>
<form id="f" action="https://evil.example/h4ck"><input name="a"></form>
"""


def test_every_page_bears_the_policy_before_anything_else(tiny: Tiny) -> None:
    tiny.write(
        {"hoi-dap/bai.md": publication("chữ"), "trang.md": "---\ntitle: A\n---\n"}
    )
    built = tiny.build()
    pages = sorted(built.site.rglob("*.html"))
    assert built.site / "404.html" in pages
    assert built.site / "tim-kiem.html" in pages
    for path in pages:
        html = path.read_text(encoding="utf-8")
        found = FIRST.search(html)
        assert found, path
        assert "unsafe" not in found[1]
        assert html.count("Content-Security-Policy") == 1
        live = html.replace('<script type="application/ld+json">', "")  # no one runs it
        assert not re.search(r"<script(?![^>]*\bsrc=)|<style|\sstyle=|\son\w+=", live)


@pytest.mark.parametrize("scheme", ["http", "file"])
def test_what_got_into_a_page_does_not_run(
    tiny: Tiny, browser: Browser, scheme: str
) -> None:
    tiny.write({"hoi-dap/bai.md": publication("chữ")})
    site = tiny.build().site
    page = site / "hoi-dap/bai.html"
    html = page.read_text(encoding="utf-8")
    place = serve(site) if scheme == "http" else nullcontext(f"{site.as_uri()}/")
    with place as address, _listener() as evil:
        host = f"http://127.0.0.1:{evil.getsockname()[1]}"
        smuggled = SMUGGLED.replace("https://evil.example", host)
        page.write_text(html.replace("</main>", f"{smuggled}</main>"), encoding="utf-8")
        assert host in page.read_text(encoding="utf-8")
        browser.open(f"{address}hoi-dap/bai.html")
        browser.evaluate("document.getElementById('a').click()")
        browser.evaluate("document.getElementById('f').requestSubmit()")
        browser.evaluate("new Promise(done => setTimeout(done, 300))")
        assert browser.evaluate("typeof window.h4ck") == "undefined"
        assert browser.evaluate("location.href").startswith(address)
        opacity = "getComputedStyle(document.{}).opacity"
        assert browser.evaluate(opacity.format("body")) == "1"
        assert browser.evaluate(opacity.format("getElementById('p')")) == "1"
        assert browser.evaluate("document.baseURI").startswith(address)
        assert _asked(evil) == []


def _listener() -> socket.socket:
    """Listen as the smuggler's host would."""
    listener = socket.create_server(("127.0.0.1", 0))
    listener.settimeout(0.3)
    return listener


def _asked(listener: socket.socket) -> list[bytes]:
    """Return what was asked for; a browser may connect early without asking."""
    asked: list[bytes] = []
    while True:
        try:
            connection, _ = listener.accept()
        except TimeoutError:
            return asked
        with connection:
            connection.settimeout(0.3)
            with suppress(TimeoutError, ConnectionError):
                asked += filter(None, [connection.recv(200)])
