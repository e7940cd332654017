"""Invented records to search in, and the whole starter content cut at its articles."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from bookcase.search.records import Dated, Record
from tests.shared import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

LAW = "van-ban/luat/dat-vuon"
_ARTICLE = re.compile(r"^###### (?=Điều )", re.MULTILINE)


def page(
    name: str,
    number: str,
    title: str,
    *articles: tuple[str, str],
    group: str = "van-ban",
) -> Iterator[Record]:
    """Yield the record of a page and of its articles, numbered from 1."""
    url = f"van-ban/{name}.html"
    state = "con-hieu-luc" if number else ""
    yield Record(url, number, title, title, "", group, "luat", state)
    for order, (heading, text) in enumerate(articles, 1):
        unit = f"{url}#d{order}"
        head = f"Điều {order}. {heading}"
        yield Record(unit, number, head, title, text, group, "luat", state)


def records() -> tuple[Record, ...]:
    """Return three laws, a decree and an explainer that nobody has ever enacted."""
    return (
        *page(
            "luat/dat-vuon",
            "01/2024/QH15-MAU",
            "Luật Đất vườn",
            ("Phạm vi điều chỉnh", "Luật này quy định về đất vườn của hộ gia đình."),
            (
                "Đăng ký đất vườn",
                """1. Người có đất vườn nộp hồ sơ đăng ký tại xã.
2. Hồ sơ đăng ký gồm đơn và sơ đồ thửa vườn.""",
            ),
        ),
        *page(
            "luat/cay-xanh",
            "31/2024/QH15-MAU",
            "Luật Cây xanh",
            ("Trồng cây", "Mỗi nhà trồng ít nhất một cây; cây chết thì trồng lại."),
            ("Chặt cây", "Chặt cây trái phép bị phạt 500.000 đồng theo Điều 2."),
        ),
        *page(
            "nghi-dinh/dat-vuon",
            "05/2024/NĐ-CP-MAU",
            "Nghị định quy định chi tiết Luật Đất vườn số 01/2024/QH15-MAU",
            ("Hồ sơ", "Hồ sơ theo Luật Đất vườn số 01/2024/QH15-MAU gồm hai bản."),
        ),
        *page(
            "luat/<b>la</b>",
            "",
            'Luật <img src="x"> & "Lạ"',
            ("<script>Lạ</script>", "Chữ <b>lạ</b> vẫn chỉ là chữ."),
        ),
        *page("bai/khai-sinh", "", "Đăng ký khai sinh cho con", group="bai"),
    )


def earlier() -> Iterator[Record]:
    """Yield what the law said of registration before, and an article that went."""
    start = date(2024, 7, 1)
    head, *_ = page("luat/dat-vuon", "01/2024/QH15-MAU", "Luật Đất vườn")
    url = f"{LAW}/{start}.html"
    yield replace(head, url=url, dated=Dated(f"{LAW}.html", start, (2,)))
    for number, said in ((2, "Đăng ký đất vườn tại huyện"), (3, "Lệ phí đăng ký")):
        yield replace(head, url=f"{url}#d{number}", title=f"Điều {number}. {said}")


def starter() -> Iterator[Record]:
    """Yield a record for each article and each page of the starter content."""
    for path in sorted((ROOT / "content").rglob("*.md")):
        name = path.relative_to(ROOT).with_suffix(".html").as_posix()
        head, *articles = _ARTICLE.split(path.read_text("utf-8"))
        found = re.search(r"^title: *(.*)$", head, re.MULTILINE)
        title = found[1] if found else path.stem
        yield Record(name, path.parent.name, title, title, head, "van-ban", "", "")
        for order, article in enumerate(articles, 1):
            first, _, text = article.partition("\n")
            url = f"{name}#d{order}"
            yield Record(url, path.parent.name, first, title, text, "van-ban", "", "")
