"""How each of the ten tasks ends on a phone, as small pictures for the documentation.

``scripts/task-pictures SITE`` takes them again of a site that was built with its
leaflets.
"""

from __future__ import annotations

import sys
import time
from base64 import b64decode
from pathlib import Path

from tests.browser import Browser
from tests.guidepictures import keep
from tests.shared import ROOT
from tests.tasks import PHONE, TASKS, Walk

FOLDER = ROOT / "docs" / "muoi-viec"
_SETTLED = 0.6
"""How long a page is given to come to rest, in seconds."""


def main(site: Path) -> None:
    """Do all tasks, and take a picture of where each ends."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with Browser.start() as browser:
        browser.tab.command("Browser.setDownloadBehavior", behavior="deny")
        for name, task in TASKS.items():
            task(Walk(browser, f"{site.resolve().as_uri()}/"))
            time.sleep(_SETTLED)
            browser.resize(*PHONE)
            shot = browser.tab.command("Page.captureScreenshot", format="png")["data"]
            keep(FOLDER / f"{name}.webp", b64decode(shot))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
