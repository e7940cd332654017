"""Find and run a headless Chromium: Debian's package, no download of our own.

``python -m tests.chromium`` prints which browser would be used, or the cure.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

NAMES = ("chromium", "google-chrome", "google-chrome-stable", "chromium-browser")
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
    "--lang=vi",
    # Whatever a page asks of another machine fails here, and is still in `requests`.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
    "--remote-debugging-port=0",
)


class ChromiumError(Exception):
    """The browser is missing, or did not start."""


def find() -> str:
    """Return the path of a Chromium that runs: BOOKCASE_BROWSER, or one on PATH.

    Raises:
        ChromiumError: There is none; the message says the cure.
    """
    for name in filter(None, (os.environ.get("BOOKCASE_BROWSER"), *NAMES)):
        path = shutil.which(name)
        if path and _runs(path):
            return path
    message = (
        "no Chromium found: `sudo apt-get install chromium` on Debian; on Ubuntu, "
        "where that is a snap, Google Chrome; or name a browser in BOOKCASE_BROWSER"
    )
    raise ChromiumError(message)


def _runs(path: str) -> bool:
    """Tell a browser from Ubuntu's stub, which only names the snap."""
    command = [path, "--version"]
    said = subprocess.run(command, capture_output=True, check=False)  # noqa: S603 ours
    return said.returncode == 0


@contextmanager
def run() -> Iterator[str]:
    """Run a browser with a fresh profile while the block runs.

    Yields:
        The address of its DevTools web socket.
    """
    with TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        log = Path(profile, "stderr.log")
        command = [find(), *FLAGS, f"--user-data-dir={profile}", "about:blank"]
        with (
            log.open("wb") as stderr,
            subprocess.Popen(command, stderr=stderr) as process,  # noqa: S603 ours
        ):
            try:
                yield _address(Path(profile, "DevToolsActivePort"), log)
            finally:
                process.terminate()


def _address(port_file: Path, log: Path, timeout: float = 30) -> str:
    """Wait for the browser to say where it listens."""
    deadline = time.monotonic() + timeout
    while time.monotonic() < deadline:
        if port_file.exists() and len(lines := port_file.read_text().split()) > 1:
            return f"ws://127.0.0.1:{lines[0]}{lines[1]}"
        time.sleep(0.02)
    message = f"Chromium did not start: {log.read_text(errors='replace')[-2000:]}"
    raise ChromiumError(message)


if __name__ == "__main__":
    try:
        sys.stdout.write(f"{find()}\n")
    except ChromiumError as error:
        sys.exit(str(error))
