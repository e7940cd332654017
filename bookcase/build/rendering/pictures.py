"""Draw the pictures of shared pages: few colours, our faces, one look for all.

A picture is drawn once for its words; what was drawn before is taken from the cache.
"""

from __future__ import annotations

import hashlib
import io
from functools import lru_cache
from typing import TYPE_CHECKING

import PIL
from PIL import Image, ImageDraw, ImageFont

from bookcase.files import write_atomic
from bookcase.pages.told.share import HEIGHT, WIDTH

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bookcase.pages.told.share import SharePicture

KEPT = "chia-se"
"""The folder in the cache."""
MOST = 15_360
"""How many bytes a picture may have."""
LOOK = 2
"""Counts the looks of these pictures: another look, other pictures."""
NAME = "Tủ sách pháp luật điện tử quốc gia"

_PAPER, _INK = (252, 249, 243), (28, 24, 22)
_RED, _GOLD, _WHITE = (138, 28, 28), (214, 168, 60), (255, 255, 255)
_MARGIN, _BAND, _HEAD = 80, 96, 150
_SIZES = (64, 54, 46, 40, 36, 34)
_LINE, _MOST_LINES = 1.26, 4
_MEASURE = 100

_REGULAR, _BOLD = "BeVietnamPro-Regular.ttf", "BeVietnamPro-ExtraBold.ttf"
_SEMI = "BeVietnamPro-SemiBold.ttf"
_OF_SCRIPT = (
    (0x1780, 0x17FF, "NotoSansKhmer-Bold.ttf"),
    (0xAA00, 0xAA5F, "NotoSansCham-Regular.ttf"),
    (0xAA80, 0xAADF, "NotoSansTaiViet-Regular.ttf"),
)
_LATIN = frozenset({"rad", "jra", "bdq", "sed", "kpm", "hmn"})
_LATIN_FACE = "NotoSans-Bold.ttf"


def share_picture(picture: SharePicture, fonts: Path, cache: Path | None) -> bytes:
    """Return a picture as PNG, drawn or as it was kept.

    Args:
        picture: What stands on it.
        fonts: The folder of our faces.
        cache: The folder of what is kept from build to build; None keeps nothing.
    """
    if cache is None:
        return draw(picture, fonts)
    path = cache / KEPT / f"{_key(picture, fonts)}.png"
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        data = b""
    if not data:
        data = draw(picture, fonts)
        write_atomic(path, data)
    return data


def trim(cache: Path, wanted: int) -> None:
    """Forget the pictures of words that were long changed, when they are many.

    Args:
        cache: The folder of what is kept from build to build.
        wanted: How many pictures the site has.
    """
    folder = cache / KEPT
    held = sorted(folder.glob("*.png")) if folder.is_dir() else []
    if len(held) > 2 * wanted + 100:
        held.sort(key=lambda path: path.stat().st_mtime_ns)
        for path in held[: len(held) - wanted]:
            path.unlink(missing_ok=True)


def _key(picture: SharePicture, fonts: Path) -> str:
    words = (picture.kind, picture.title, picture.note, picture.language)
    total = hashlib.blake2b(repr(words).encode(), digest_size=16)
    total.update(_tools(fonts))
    return total.hexdigest()


@lru_cache(maxsize=2)
def _tools(fonts: Path) -> bytes:
    total = hashlib.blake2b(f"{LOOK} {PIL.__version__}".encode(), digest_size=16)
    for path in sorted(fonts.glob("*.ttf")):
        total.update(hashlib.sha256(path.read_bytes()).digest())
    return total.digest()


def draw(picture: SharePicture, fonts: Path) -> bytes:
    """Draw a picture; its title as large as fits the picture and the file."""
    data = b""
    for start in range(len(_SIZES)):
        data = _drawn(picture, fonts, _SIZES[start:])
        if len(data) <= MOST:
            break
    return data


def _drawn(picture: SharePicture, fonts: Path, sizes: tuple[int, ...]) -> bytes:
    """Draw first all letters as shades, then each part in its colours."""
    shades = Image.new("L", (WIDTH, HEIGHT))
    pen = ImageDraw.Draw(shades)
    pen.fontmode = "L"
    wide = WIDTH - 2 * _MARGIN
    kind = _font(fonts / _SEMI, 34)
    pen.text((_MARGIN, 84), _clipped(picture.kind, kind, wide), 255, kind)
    _title(pen, picture, fonts / _face(picture), sizes)
    small = _font(fonts / _REGULAR, 28)
    band = HEIGHT - _BAND
    pen.text((_MARGIN, band - 64), _clipped(picture.note, small, wide), 255, small)
    pen.text((_MARGIN, band + 30), NAME, 255, _font(fonts / _SEMI, 30))
    return _coloured(shades)


def _title(
    pen: ImageDraw.ImageDraw, picture: SharePicture, face: Path, sizes: tuple[int, ...]
) -> None:
    """Write the title in the first of some sizes in which it fits."""
    wide, room = WIDTH - 2 * _MARGIN, HEIGHT - _BAND - 84 - _HEAD
    measure = _font(face, _MEASURE)
    words = picture.title[:400].split()
    widths = [measure.getlength(f"{word} ") / _MEASURE for word in words]
    for size in sizes:
        lines = list(_lines(words, widths, wide / size))
        most = min(int(room / (size * _LINE)), _MOST_LINES)
        if len(lines) <= most:
            break
    if len(lines) > most:
        lines = [*lines[: most - 1], f"{lines[most - 1]} …"]
    font = _font(face, size)
    for number, line in enumerate(lines):
        pen.text((_MARGIN, _HEAD + number * size * _LINE), line, 255, font)


def _lines(words: list[str], widths: list[float], wide: float) -> Iterator[str]:
    """Yield lines of words that are not wider, in widths of the measure's letters."""
    held: list[str] = []
    used = 0.0
    for word, width in zip(words, widths, strict=True):
        if held and used + width > wide:
            yield " ".join(held)
            held, used = [], 0.0
        held.append(word)
        used += width
    yield " ".join(held)


def _clipped(words: str, font: ImageFont.FreeTypeFont, wide: int) -> str:
    if font.getlength(words) <= wide:
        return words
    while words and font.getlength(f"{words} …") > wide:
        words = words.rpartition(" ")[0]
    return f"{words} …"


def _face(picture: SharePicture) -> str:
    for low, high, name in _OF_SCRIPT:
        if any(low <= ord(letter) <= high for letter in picture.title):
            return name
    return _LATIN_FACE if picture.language in _LATIN else _BOLD


@lru_cache(maxsize=64)
def _font(path: Path, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(path, size)


def _coloured(shades: Image.Image) -> bytes:
    """Give each part of a picture of shades its colours; return it as PNG."""
    tables, colours = _tables()
    band = HEIGHT - _BAND
    made = Image.new("P", (WIDTH, HEIGHT))
    parts = ((0, _HEAD), (_HEAD, band - 70), (band - 70, band), (band, HEIGHT))
    for (top, bottom), table in zip(parts, tables, strict=True):
        part = shades.crop((0, top, WIDTH, bottom)).point(table)
        made.paste(part, (0, top))
    pen = ImageDraw.Draw(made)
    pen.rectangle((0, 0, 24, band), _RED_AT)
    pen.rectangle((0, band - 6, WIDTH, band - 1), _GOLD_AT)
    made.putpalette(colours)
    out = io.BytesIO()
    made.save(out, "PNG", compress_level=6)
    return out.getvalue()


_RED_AT, _GOLD_AT = 4, 7


@lru_cache(maxsize=1)
def _tables() -> tuple[tuple[list[int], ...], bytes]:
    """Return which colour each shade becomes, part by part, and all colours.

    Two steps lead to a colour: letters are smooth enough, files half as large.
    """
    ink = [_mixed(_PAPER, _INK, step / 2) for step in range(3)]
    red = [_mixed(_PAPER, _RED, step / 2) for step in range(1, 3)]
    white = [_mixed(_RED, _WHITE, step / 2) for step in range(1, 3)]
    places = ((0, 3, 4), (0, 1, 2), (0, 1, 2), (_RED_AT, 5, 6))
    tables = tuple([at[round(one * 2 / 255)] for one in range(256)] for at in places)
    colours = [*ink, *red, *white, _GOLD]
    return tables, bytes(part for colour in colours for part in colour)


def _mixed(
    ground: tuple[int, int, int], colour: tuple[int, int, int], share: float
) -> tuple[int, ...]:
    return tuple(
        round(low + (high - low) * share)
        for low, high in zip(ground, colour, strict=True)
    )
