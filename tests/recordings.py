"""Make the recordings among the specimens: ``python -m tests.recordings``.

A maintainer runs it when their words change, and commits what it writes. It needs
``espeak-ng`` and ``ffmpeg``. The film shows what its captions say; the captions of what
is spoken are written here, since nobody knows beforehand how long a voice takes.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import wave
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from bookcase.metadata.captions import read_captions
from tests.shared import ROOT

FOLDER = ROOT / "content" / "da-phuong-tien" / "attachments"
FONT = ROOT / "overrides" / "assets" / "fonts" / "BeVietnamPro-SemiBold.ttf"
SIZE = (640, 360)
FILM = "khi-nha-bi-chay"
SPOKEN = "nghe-nhanh-khai-sinh"
WORDS = (
    "Khai sinh cho con: ba điều cần nhớ.",
    "Một. Đi đăng ký trong sáu mươi ngày, kể từ ngày con sinh ra.",
    "Hai. Đến Ủy ban nhân dân xã, nơi cha hoặc mẹ đang cư trú, kể cả nơi tạm trú.",
    "Ba. Đi đúng hạn thì không mất tiền.",
)
"""What the piece of sound says, a line a caption."""
_PAUSE = 0.4


def film() -> None:
    """Make the silent film: what each caption says, as long as it stands."""
    cues = read_captions((FOLDER / f"{FILM}.vtt").read_text("utf-8"), FILM).value
    each = cues[0].end - cues[0].start
    with tempfile.TemporaryDirectory() as place:
        for at, cue in enumerate(cues):
            picture = _drawn(cue.text.rpartition("] ")[2], at)
            picture.save(f"{place}/{at}.png")
            if not at:
                picture.save(FOLDER / f"{FILM}.webp", quality=60)
        told = f"-framerate 1/{each:g} -i {place}/%d.png -r 5 -c:v libx264 -crf 30"
        _ffmpeg(f"{told} -preset veryslow -pix_fmt yuv420p", f"{FILM}.mp4")


def sound() -> None:
    """Let a voice speak the words, and write the captions."""
    lines, now = ["WEBVTT"], 0.0
    with tempfile.TemporaryDirectory() as place:
        whole = Path(place) / "whole.wav"
        with wave.open(str(whole), "wb") as out:
            for at, words in enumerate(WORDS):
                piece = f"{place}/{at}.wav"
                _run(["espeak-ng", "-v", "vi", "-s", "135", "-w", piece, words])
                with wave.open(piece) as spoken:
                    rate, frames = spoken.getframerate(), spoken.getnframes()
                    if not at:
                        out.setparams(spoken.getparams())
                    out.writeframes(spoken.readframes(frames))
                out.writeframes(bytes(2 * int(rate * _PAUSE)))
                end = now + frames / rate
                lines.append(f"\n{_clock(now)} --> {_clock(end)}\n{words}")
                now = end + _PAUSE
        _ffmpeg(f"-i {whole} -ac 1 -c:a libmp3lame -b:a 24k", f"{SPOKEN}.mp3")
    (FOLDER / f"{SPOKEN}.vtt").write_text("\n".join(lines) + "\n", "utf-8")


def _drawn(words: str, at: int) -> Image.Image:
    picture = Image.new("RGB", SIZE, "#641313")
    pen, font = ImageDraw.Draw(picture), ImageFont.truetype(str(FONT), 40)
    rows = [""]
    for word in words.split():
        longer = f"{rows[-1]} {word}".strip()
        if pen.textlength(longer, font) > SIZE[0] - 100:
            rows.append(word)
        else:
            rows[-1] = longer
    pen.multiline_text(
        (SIZE[0] / 2, SIZE[1] / 3),
        "\n".join(rows),
        "#fff",
        font,
        anchor="mm",
        align="center",
        spacing=14,
    )
    pen.rectangle((0, SIZE[1] - 10, SIZE[0] * (at + 1) / 5, SIZE[1]), "#f2d9a2")
    return picture


def _clock(seconds: float) -> str:
    minutes, left = divmod(seconds, 60)
    return f"00:{int(minutes):02}:{left:06.3f}"


def _ffmpeg(told: str, name: str) -> None:
    exact = "-fflags +bitexact -flags +bitexact -movflags +faststart"
    _run(
        ["ffmpeg", "-y", "-v", "error", *f"{told} {exact}".split(), str(FOLDER / name)]
    )


def _run(command: list[str]) -> None:
    subprocess.run(command, check=True)  # noqa: S603 - our own words


if __name__ == "__main__":
    film()
    sound()
    sys.exit(0)
