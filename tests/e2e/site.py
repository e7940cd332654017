"""The site as a stranger builds it, and which pages stand for all of it."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

from tests.shared import ROOT

if TYPE_CHECKING:
    from pathlib import Path

AS_OF = "2026-11-24"
LAW = "van-ban/luat/2022/01-2022-qh15-mau.html"
CIRCULAR = "van-ban/thong-tu/2023/07-2023-tt-bnnptnt-mau.html"
COMMUNE = "dia-phuong/04/01321.html"
LEAFLET = "to-gap/dang-ky-khai-sinh"
KINDS = (
    "index.html",
    "tim-kiem.html",
    "ban-dung.html",
    "lich-hieu-luc.html",
    "huong-dan/index.html",
    "ke/index.html",
    "ke/loai/thong-tu-7.html",
    "ke/chuyen-muc/hoi-dap.html",
    LAW,
    "van-ban/luat/2022/01-2022-qh15-mau/2026-01-01.en.html",
    "van-ban/luat/2022/01-2022-qh15-mau/so-sanh.html",
    "van-ban/luat/2022/01-2022-qh15-mau/so-sanh--2024-07-01--2026-01-01.html",
    "van-ban/luat/2022/01-2022-qh15-mau/dan-chieu.html",
    "van-ban/luat/2025/03-2025-qh15-mau.html",
    CIRCULAR,
    "van-ban/quyet-dinh/2026/02-2026-qd-ubnd-mau-xa-01501.html",
    "van-ban/van-ban-hop-nhat/2024/01-vbhn-vpqh-mau-2024-07-22.html",
    "hoi-dap/dang-ky-khai-sinh.html",
    "so-tay/hoa-giai-vien-co-so.html",
    "so-tay/hoa-giai-vien-co-so/03-tien-hanh-mot-vu-viec.html",
    "trac-nghiem/hop-dong-lao-dong.html",
    "khoa-hoc/hoa-giai-vien-moi.html",
    "da-phuong-tien/khi-nha-bi-chay.html",
    "da-phuong-tien/nghe-nhanh-khai-sinh.html",
    "hoc.html",
    "lam-bai.html",
    "cham-bai.html",
    "hoi-can-bo.html",
    "gop-y.html",
    f"{LEAFLET}.html",
    "en/index.html",
    "ngon-ngu.html",
    "theo-doi.html",
    "hoi-dap/so-khan-cap-km.html",
    "bieu-mau/giay-de-nghi-hoa-giai.html",
    "dia-phuong/index.html",
    "dia-phuong/04.html",
    COMMUNE,
)
"""A page of each kind."""


def build(content: Path, folder: Path, *options: str, url: str = "") -> Path:
    """Build content into a folder, cache and all; return the site."""
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    theme = f"custom_dir: {ROOT / 'overrides'}"
    config = folder / "mkdocs.yml"
    settings = f"site_url: {url}\n{settings}" if url else settings
    config.write_text(settings.replace("custom_dir: overrides", theme), "utf-8")
    command = [sys.executable, "-m", "bookcase", "build", "--quiet", *options]
    command += ["--content", str(content), "--config", str(config)]
    command += ["--site", str(folder / "site"), "--as-of", AS_OF]
    made = subprocess.run(  # noqa: S603 - our own command
        command, cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert made.returncode == 0, made.stderr
    return folder / "site"
