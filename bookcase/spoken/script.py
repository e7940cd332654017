"""A script for the commune's loudspeakers: short sentences, everything in words.

An announcer reads it at first sight: about three syllables a second, with a breath
after each sentence and a pause after each paragraph.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bookcase.diagnostics import Diagnostic, Result, Span
from bookcase.model.publication import PublicationKind
from bookcase.spoken.plain import Said, blocks, lowered, stopped
from bookcase.spoken.reading import spoken

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bookcase.model.publication import Publication

PACE = 3.0
"""Syllables a second."""

BREATH, PAUSE = 0.4, 0.8
"""Seconds after a sentence, and more after a paragraph."""

_LONG, _TOO_LONG = 24, 40
"""Syllables from which a sentence is parted, and from which it is found fault with."""

_END = re.compile(r"(?:(?<=[.!?…])|(?<=[.!?…][”\"’)]))\s+(?=[“\"‘(]?[A-ZÀ-ỸĐ])")
_SYLLABLE = re.compile(r"[^\W\d_]+")
_ORDINALS = (
    "Thứ nhất", "Thứ hai", "Thứ ba", "Thứ tư", "Thứ năm", "Thứ sáu", "Thứ bảy",
    "Thứ tám", "Thứ chín", "Thứ mười",
)  # fmt: skip
_LAW = r"((?:Bộ luật|Luật|Pháp lệnh) [A-ZĐ][^.;:()“”\d]*?)"
_NUMBERED = re.compile(_LAW + r",? (?:số )?\d+/((?:19|20)\d\d)/(?:UBTV)?QH\d+(?:-MAU)?")
_NAMED = re.compile(_LAW + r"(?<! năm)(?<! đến)(?<! từ) ((?:19|20)\d\d)(?![\w/]|\.\d)")
_SEEN = re.compile(r"\b(?:bảng|danh sách|khung|hình) (?:dưới đây|bên dưới|sau đây)")
_BRACKETS = re.compile(r" \((?![\d)])([^()]*?)[….]*\)")
_MINUTE, _ROUND = 60, 5


@dataclass(frozen=True, slots=True)
class Script:
    """What is read aloud: paragraphs of sentences, and the publication they are of."""

    source: Publication
    paragraphs: tuple[tuple[str, ...], ...]

    @property
    def sentences(self) -> int:
        """Return how many sentences there are."""
        return sum(map(len, self.paragraphs))

    @property
    def syllables(self) -> int:
        """Return how many syllables are read."""
        return sum(syllables(one) for held in self.paragraphs for one in held)

    @property
    def seconds(self) -> int:
        """Return how long the reading takes."""
        pauses = self.sentences * BREATH + len(self.paragraphs) * PAUSE
        return round(self.syllables / PACE + pauses)


def syllables(text: str) -> int:
    """Count syllables: Vietnamese writes each as a word of its own.

    >>> syllables("ki-lô-mét vuông")
    4
    """
    return len(_SYLLABLE.findall(text))


def script(
    publication: Publication, others: Iterable[Publication] = (), place: str = ""
) -> Result[Script]:
    """Write the script of a publication.

    Args:
        publication: What it is about. A broadcast is read as it stands.
        others: Where a broadcast made of it (``of``) may be; that one wins.
        place: The commune whose loudspeakers read, if known.

    Finds:
        SPEAK001: the publication has no words to read.
        SPEAK002: a sentence is too long for one breath.
        SPEAK003: nobody has told us how an abbreviation or a sign is said.
    """
    own = [
        one
        for one in others
        if one.of == publication.id and one.kind is PublicationKind.BROADCAST
    ]
    source = own[0] if own else publication
    told = blocks(source)
    if not told:
        what = f"«{publication.title}» không có lời văn để đọc"
        span = Span(publication.path)
        return Result(Script(publication, ()), (Diagnostic(span, "SPEAK001", what),))
    parts: list[tuple[str, ...]]
    if source.kind is PublicationKind.BROADCAST:
        parts = [(one.text,) for one in told]
    else:
        parts = [*_opening(source, place), *_grouped(told), *_closing(source)]
    return _read(source, parts)


def _read(source: Publication, parts: list[tuple[str, ...]]) -> Result[Script]:
    """Write all out in words, in short sentences."""
    paragraphs, unknown = [], list[str]()
    for part in parts:
        sentences: list[str] = []
        for text in part:
            said = spoken(_for_ear(unicodedata.normalize("NFC", text)))
            unknown += said.unknown
            sentences += _sentences(said.text)
        paragraphs.append(tuple(sentences))
    made = Script(source, tuple(filter(None, paragraphs)))
    found = (*_long(made, source), *_strange(unknown, source))
    return Result(made, found)


def as_text(made: Script) -> str:
    """Return the script as a file: its length, where it is from, what is read."""
    source = made.source
    head = [
        source.title,
        (
            f"Thời lượng đọc: khoảng {duration(made.seconds)} ({made.syllables} tiếng,"
            f" {made.sentences} câu)"
        ),
    ]
    if source.compiled_by:
        head.append(f"Biên soạn: {source.compiled_by}")
    if source.review.state != "approved":
        head.append("Bài chưa được thẩm định; chưa phát.")
    body = [" ".join(sentences) for sentences in made.paragraphs]
    return "\n".join(head) + "\n\n" + "\n\n".join(body) + "\n"


def duration(seconds: int) -> str:
    """Say a length of time, to five seconds.

    >>> duration(199)
    '3 phút 20 giây'
    """
    minutes, rest = divmod(-(-seconds // _ROUND) * _ROUND, _MINUTE)
    said = [f"{minutes} phút"] if minutes else []
    return " ".join([*said, *([f"{rest} giây"] if rest or not said else [])])


def _opening(publication: Publication, place: str) -> Iterator[tuple[str, ...]]:
    here = f"Đây là hệ thống truyền thanh {place}." if place else ""
    said = (
        "Kính chào bà con.",
        here,
        f"Hôm nay, xin gửi tới bà con: {stopped(publication.title)}",
    )
    yield tuple(filter(None, said))
    if publication.summary:
        yield (f"Nội dung chính: {stopped(lowered(publication.summary))}",)


def _closing(publication: Publication) -> Iterator[tuple[str, ...]]:
    acts = dict.fromkeys(_act(one.cite) for one in publication.legal_basis)
    if len(acts) == 1:
        yield (f"Nội dung vừa rồi dựa theo {''.join(acts)}.", "Xin cảm ơn bà con.")
    elif acts:
        yield ("Nội dung vừa rồi dựa theo các văn bản sau.", *(f"{a}." for a in acts))
    if len(acts) != 1:
        yield ("Xin cảm ơn bà con.",)


def _for_ear(text: str) -> str:
    """Name laws by their years, as people do, and point at nothing that is seen."""
    named = _NAMED.sub(r"\1 năm \2", _NUMBERED.sub(r"\1 năm \2", text))
    return _aside(_SEEN.sub("danh sách đọc sau đây", named))


def _aside(text: str) -> str:
    """Say what stands in brackets between commas; a telephone's area stays.

    >>> _aside("Có giấy cũ (giấy giao đất…): xét. Mang căn cước (nếu có).")
    'Có giấy cũ, giấy giao đất: xét. Mang căn cước, nếu có.'
    """
    said = _BRACKETS.sub(r", \1,", text)
    return re.sub(r",\s*(?=[,.;:!?…]|$)", "", said)


def _act(cite: str) -> str:
    """Take the articles off: nobody remembers them by ear."""
    return re.sub(r"^(?:.*? )?Điều \d+\w* (?:của )?", "", cite)


def _grouped(told: tuple[Said, ...]) -> Iterator[tuple[str, ...]]:
    """Put headings before what they head, and what announces a list before the list."""
    held: list[str] = []
    last = "heading"
    for one in told:
        ends = last == "text" and not held[-1].endswith(":")
        if held and (ends or one.kind == "heading" or _after_list(last, one.kind)):
            yield tuple(held)
            held = []
        held.append(stopped(_numbered(one)))
        last = one.kind
    if held:
        yield tuple(held)


def _after_list(last: str, now: str) -> bool:
    return now == "text" and last in {"item", "step", "row"}


def _numbered(one: Said) -> str:
    if one.kind == "step" and one.number <= len(_ORDINALS):
        return f"{_ORDINALS[one.number - 1]}, {lowered(one.text)}"
    if one.kind in {"item", "row"}:
        return one.text[:1].upper() + one.text[1:]
    return one.text


def _sentences(text: str) -> Iterator[str]:
    for sentence in _END.split(text):
        one = sentence.strip()
        if syllables(one) > _LONG:
            yield from _parted(one)
        elif one:
            yield one[:1].upper() + one[1:]


def _parted(sentence: str) -> Iterator[str]:
    """Part a long sentence where it has semicolons."""
    pieces = [piece.strip() for piece in sentence.split(";")]
    for piece in filter(None, pieces):
        yield stopped(piece[:1].upper() + piece[1:])


def _long(made: Script, source: Publication) -> Iterator[Diagnostic]:
    for sentence in (one for held in made.paragraphs for one in held):
        if (count := syllables(sentence)) > _TOO_LONG:
            start = " ".join(sentence.split()[:8])
            what = f"câu dài {count} tiếng, khó đọc một hơi: «{start} …»"
            hint = f"tách thành các câu không quá {_TOO_LONG} tiếng"
            yield Diagnostic(Span(source.path), "SPEAK002", what, "warning", hint)


def _strange(unknown: list[str], source: Publication) -> Iterator[Diagnostic]:
    for one in dict.fromkeys(unknown):
        kind = "chữ viết tắt" if one.isalpha() else "dấu"
        told = "; đọc từng chữ cái" if one.isalpha() else ""
        what = f"không biết đọc {kind} «{one}»{told}"
        hint = "viết đầy đủ bằng chữ trong bài"
        yield Diagnostic(Span(source.path), "SPEAK003", what, "warning", hint)
