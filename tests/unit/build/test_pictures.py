"""The pictures of shared pages: small, the same every time, drawn once."""

from __future__ import annotations

import io
import os
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from bookcase.build.rendering import pictures
from bookcase.build.rendering.pictures import KEPT, draw, share_picture, trim
from bookcase.pages.told.share import HEIGHT, WIDTH, SharePicture
from tests.shared import ROOT

if TYPE_CHECKING:
    from pathlib import Path

FONTS = ROOT / "overrides" / "assets" / "fonts"
LAW = SharePicture("a.png", "Luật số 01/2024/QH15", "Luật Hộ tịch", "Quốc hội")
LONG = SharePicture(
    "a.png",
    "Thông tư liên tịch số 01/2020/TTLT-BTP-BTC",
    "Quy định việc lập dự toán, quản lý, sử dụng và quyết toán kinh phí bảo đảm cho "
    "công tác phổ biến, giáo dục pháp luật, chuẩn tiếp cận pháp luật và hòa giải " * 3,
    "Bộ Tư pháp · Bộ Tài chính",
)
KHMER = SharePicture("a.png", "Hỏi đáp", "លេខទូរសព្ទបន្ទាន់", language="km")
HIGHLANDS = SharePicture("a.png", "Hỏi đáp", "Pui ƀơ̆ng sang", language="rad")


@pytest.mark.parametrize("picture", [LAW, LONG, KHMER, HIGHLANDS])
def test_a_picture_is_small_and_has_few_colours(picture: SharePicture) -> None:
    data = draw(picture, FONTS)
    assert len(data) <= 15_360
    with Image.open(io.BytesIO(data)) as image:
        assert (image.format, image.size) == ("PNG", (WIDTH, HEIGHT))
        assert image.mode == "P"
        assert len(image.getcolors() or ()) <= 16


def test_the_same_words_give_the_same_bytes_and_others_do_not() -> None:
    assert draw(LAW, FONTS) == draw(LAW, FONTS)
    assert draw(LAW, FONTS) != draw(LONG, FONTS)


def test_letters_of_another_script_are_not_boxes() -> None:
    boxes = SharePicture("a.png", "Hỏi đáp", "\ufffe" * 9, language="km")
    assert ink(KHMER) != ink(boxes)
    assert ink(HIGHLANDS) > 0


def ink(picture: SharePicture) -> int:
    with Image.open(io.BytesIO(draw(picture, FONTS))) as image:
        title = image.convert("L").crop((60, 140, WIDTH, 460))
        return sum(title.histogram()[:100])


def test_a_picture_is_drawn_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = share_picture(LAW, FONTS, tmp_path)
    monkeypatch.setattr(pictures, "draw", None)
    assert share_picture(LAW, FONTS, tmp_path) == first
    (kept,) = (tmp_path / KEPT).iterdir()
    assert kept.read_bytes() == first


def test_pictures_that_nobody_asks_for_are_forgotten_in_the_end(tmp_path: Path) -> None:
    folder = tmp_path / KEPT
    folder.mkdir()
    for number in range(105):
        path = folder / f"{number:03}.png"
        path.write_bytes(b"x")
        os.utime(path, (number, number))
    trim(tmp_path, 3)
    assert len(list(folder.iterdir())) == 105
    trim(tmp_path, 2)
    assert {path.name for path in folder.iterdir()} == {"103.png", "104.png"}
