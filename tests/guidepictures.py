"""Pictures of real pages for the guide, kept small.

``scripts/guide-pictures SITE`` takes them again of a site that was built.
"""

from __future__ import annotations

import io
import sys
import time
from base64 import b64decode
from pathlib import Path

from PIL import Image

from tests.browser import Browser
from tests.shared import ROOT

FOLDER = ROOT / "content" / "huong-dan" / "hinh"
MOST = 30_000
"""How many bytes a picture may have."""
SHOTS = (
    ("trang-chu", "index.html", 390, 640, ""),
    ("van-ban", "van-ban/luat/2022/01-2022-qh15-mau.html", 1100, 700, ""),
    ("tim-kiem", "tim-kiem.html?q=dang+ky+khai+sinh", 1100, 700, ""),
    ("xa", "dia-phuong/04/01321.html", 390, 640, ""),
)
"""Name, page, width and height in points, and what is done first."""


def main(site: Path) -> None:
    """Take all pictures."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with Browser.start() as browser:
        for name, page, width, height, script in SHOTS:
            browser.resize(width, height)
            browser.open(f"{site.resolve().as_uri()}/{page}")
            browser.evaluate("document.fonts.ready.then(() => 0)")
            if script:
                browser.evaluate(script)
            time.sleep(1)
            shot = browser.tab.command("Page.captureScreenshot", format="png")["data"]
            keep(FOLDER / f"{name}.webp", b64decode(shot))


def keep(path: Path, png: bytes) -> None:
    """Save a picture as small as it stays readable."""
    with Image.open(io.BytesIO(png)) as image:
        picture = image.convert("RGB")
    wide = 300 if picture.width < 600 else 720
    picture = picture.resize((wide, round(picture.height * wide / picture.width)))
    for quality in (60, 45, 30, 20):
        picture.save(path, "WEBP", quality=quality, method=6)
        if path.stat().st_size <= MOST:
            return


if __name__ == "__main__":
    main(Path(sys.argv[1]))
