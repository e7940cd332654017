"""What a reader does in a browser: open, wait, type, click, look."""

from __future__ import annotations

import base64
import json
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from websockets.sync.client import connect

from .chromium import run
from .devtools import RefusedError, Tab

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

KEYS = {
    "Enter": (13, "\r"),
    "Tab": (9, ""),
    "Escape": (27, ""),
    "ArrowDown": (40, ""),
    "ArrowUp": (38, ""),
    "Backspace": (8, ""),
}
PHONE = 600
"""Viewports narrower than this, in CSS pixels, behave as a phone's."""


class Browser:
    """One tab of a headless Chromium; sizes are CSS pixels, times seconds."""

    def __init__(self, tab: Tab) -> None:
        """Act on a tab."""
        self.tab = tab
        self.resize(1280, 800)

    @classmethod
    @contextmanager
    def start(cls) -> Iterator[Browser]:
        """Run a browser with a fresh profile while the block runs."""
        # A ping now and then draws from ``random``, under the feet of other tests.
        with (
            run() as address,
            connect(address, max_size=None, proxy=None, ping_interval=None) as socket,
        ):
            yield cls(Tab(socket))

    @property
    def requests(self) -> list[str]:
        """Every address asked for so far, by the page, its frames and workers."""
        return self.tab.requests

    @property
    def errors(self) -> list[str]:
        """Every error in the console so far: exceptions, refusals, failed loads."""
        return self.tab.errors

    def open(self, url: str) -> None:
        """Go to an address (http or file) and wait until it has loaded."""
        self.tab.navigate(url)

    def evaluate(self, expression: str) -> Any:  # noqa: ANN401 whatever JSON the page answers
        """Return the value of a JavaScript expression; a promise is awaited."""
        return self.tab.evaluate(expression)

    def wait_until(self, expression: str, timeout: float = 10) -> None:
        """Wait until a JavaScript expression is true, across a change of page too."""
        deadline = time.monotonic() + timeout
        while True:
            try:
                if self.evaluate(expression):
                    return
                last = "false"
            except RefusedError as error:  # the page is just changing
                last = str(error)
            if time.monotonic() > deadline:
                message = f"after {timeout} s still {last}: {expression}"
                raise RefusedError(message)
            time.sleep(0.03)

    def wait_for(self, selector: str, timeout: float = 10) -> None:
        """Wait until something on the page matches a CSS selector and is visible."""
        self.wait_until(f"!!{_find(selector)}?.getClientRects().length", timeout)

    def text(self, selector: str) -> str:
        """Return the text, as shown, of the first match."""
        self.wait_for(selector)
        return str(self.evaluate(f"{_find(selector)}.innerText"))

    def click(self, selector: str) -> None:
        """Press the mouse in the middle of the first match, scrolled into view."""
        self.wait_for(selector)
        x, y = self.evaluate(
            f"(e => {{e.scrollIntoView({{block: 'center', behavior: 'instant'}});"
            "const r = e.getClientRects()[0];"
            f"return [r.x + r.width / 2, r.y + r.height / 2]}})({_find(selector)})"
        )
        for event in ("mouseMoved", "mousePressed", "mouseReleased"):
            self.tab.command(
                "Input.dispatchMouseEvent",
                type=event,
                x=x,
                y=y,
                button="none" if event == "mouseMoved" else "left",
                clickCount=int(event != "mouseMoved"),
            )

    def type(self, selector: str, text: str) -> None:
        """Click into the first match and type, one key at a time."""
        self.click(selector)
        for letter in text:
            self._key(letter, 0, letter)

    def press(self, key: str) -> None:
        """Press a key: a letter, or one of KEYS by its name, such as ``Enter``."""
        self._key(key, *KEYS.get(key, (0, key)))

    def resize(self, width: int, height: int) -> None:
        """Set the viewport; a narrow one is a phone's."""
        self.tab.command(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=height,
            deviceScaleFactor=1,
            mobile=width < PHONE,
        )

    def screenshot(self, path: Path, width: int, height: int) -> None:
        """Save what is seen in a viewport of this size as a PNG."""
        self.resize(width, height)
        data = self.tab.command("Page.captureScreenshot", format="png")["data"]
        path.write_bytes(base64.b64decode(data))

    def _key(self, key: str, code: int, text: str) -> None:
        for event in ("keyDown", "keyUp"):
            self.tab.command(
                "Input.dispatchKeyEvent",
                type=event,
                key=key,
                windowsVirtualKeyCode=code,
                text=text if event == "keyDown" else "",
            )


def _find(selector: str) -> str:
    return f"document.querySelector({json.dumps(selector)})"
