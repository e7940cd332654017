"""Pages without content of their own: search, and what a build says of itself."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class StaticPage:
    """A page that a template alone makes."""

    url: str
    title: str
    template: str


STATIC = (
    StaticPage("tim-kiem.html", "Tìm trong tủ sách", "search.html"),
    StaticPage("lam-bai.html", "Làm bài kiểm tra", "lam-bai.html"),
    StaticPage("hoi-can-bo.html", "Gửi câu hỏi cho cán bộ", "hoi-can-bo.html"),
    StaticPage("gop-y.html", "Góp ý của bạn", "gop-y.html"),
    StaticPage("bao-sai-sot.html", "Báo sai sót", "bao-sai-sot.html"),
    StaticPage("ban-dung.html", "Bản dựng của tủ sách", "stamp.html"),
)
