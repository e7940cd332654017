"""Explainers, leaflets, quizzes and scripts whose legal basis is not what it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bookcase.diagnostics import Diagnostic, Level, Span
from bookcase.history.aims import Aimed
from bookcase.history.diff import words
from bookcase.history.stale import Standing

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from bookcase.history.aims import Aim
    from bookcase.history.rests import Rest
    from bookcase.model.library import Library
    from bookcase.model.publication import Basis

_LONGEST = 60
_SHOWN = 4
_LOOK = "đọc lại bài theo lời văn mới, sửa bài, rồi chạy «bookcase pin {path}»"
_DONE = {
    Standing.CHANGED: ("PIN001", "đã thay đổi"),
    Standing.REPEALED: ("PIN002", "đã bị bãi bỏ"),
    Standing.ENDED: ("PIN002", "thuộc văn bản đã hết hiệu lực"),
}
_WILL = {
    Standing.CHANGED: "sẽ thay đổi",
    Standing.REPEALED: "sẽ bị bãi bỏ",
    Standing.ENDED: "thuộc văn bản sẽ hết hiệu lực",
}


def check(
    library: Library, rests: Mapping[str, tuple[Rest, ...]]
) -> Iterator[Diagnostic]:
    """Yield what is wrong with the bases of all publications.

    Args:
        library: The library.
        rests: What each publication rests on, on the day of the check.

    Finds:
        PIN001: the words of a basis have changed since the publication was written.
        PIN002: a basis has been repealed, or its act has ended.
        PIN003: no version of the act ever had the provision.
        PIN004: a basis leads to no act, to several, or to more than one it may mean.
        PIN005: a basis that is held is not pinned yet.
        PIN006: a basis will change on a known day.
    """
    numbers = {work.id: work.number for work in library.works if work.number}
    for publication in library.publications:
        for rest in rests.get(publication.id, ()):
            span = Span(publication.path, rest.basis.line)
            told = unclear(rest.basis.cite, rest.aim, span)
            yield from (told or _standing(rest, span, numbers))


def unclear(cite: str, aim: Aim, span: Span) -> tuple[Diagnostic, ...]:
    """Say that a basis leads to no one act, nothing where it does."""
    those = ", ".join(aim.candidates)
    if aim.aimed is Aimed.AMBIGUOUS:
        what = f"căn cứ «{cite}» có thể là nhiều văn bản: {those}"
        return _told(span, "warning", what, "ghi thêm số hiệu hoặc năm")
    if aim.aimed is Aimed.SEVERAL:
        what = f"căn cứ «{cite}» nêu nhiều văn bản: {those}"
        return _told(span, "warning", what, "mỗi văn bản viết thành một dòng")
    if aim.aimed is Aimed.NOWHERE:
        what = f"căn cứ «{cite}» không nêu văn bản nào"
        return _told(span, "warning", what, "viết như: khoản 1 Điều 5 Luật … số …")
    if aim.aimed is Aimed.UNKNOWN:
        what = f"căn cứ «{cite}» là văn bản mà tủ sách và danh mục chưa có"
        return _told(span, "info", what, "kiểm tra lại số hiệu")
    return ()


def _told(span: Span, level: Level, what: str, hint: str) -> tuple[Diagnostic, ...]:
    return (Diagnostic(span, "PIN004", what, level, hint),)


def never(basis: Basis, aim: Aim, span: Span) -> Diagnostic:
    """Say that an act has no provision of that name."""
    what = f"căn cứ «{basis.cite}»: chưa bản nào của {aim.work} có quy định này"
    level: Level = "error" if basis.pin else "warning"
    return Diagnostic(span, "PIN003", what, level, "kiểm tra lại điều, khoản, điểm")


def _standing(
    rest: Rest, span: Span, numbers: Mapping[str, str]
) -> Iterator[Diagnostic]:
    verdict, cite = rest.verdict, rest.basis.cite
    if verdict.standing is Standing.NEVER:
        yield never(rest.basis, rest.aim, span)
        return
    if verdict.standing is Standing.UNPINNED and rest.aim.aimed is Aimed.HELD:
        what = f"căn cứ «{cite}» chưa được ghim vào lời văn"
        hint = "chạy «bookcase pin» để ghim; không ghim thì không biết khi nó thay đổi"
        yield Diagnostic(span, "PIN005", what, "info", hint)
    if done := _DONE.get(verdict.standing):
        code, did = done
        since, by = _since(verdict.since), _by(rest.by, numbers)
        what = f"căn cứ «{cite}» {did}{since}{by}{_how(rest)}"
        yield Diagnostic(span, code, what, "warning", _LOOK.format(path=span.path))
    elif verdict.next_standing and (will := _WILL.get(verdict.next_standing)):
        since, by = _since(verdict.next_day), _by(rest.next_by, numbers)
        what = f"căn cứ «{cite}» {will}{since}{by}"
        hint = "chuẩn bị sửa bài trước ngày đó"
        yield Diagnostic(span, "PIN006", what, "info", hint)


def _since(day: date | None) -> str:
    return f" từ ngày {day:%d/%m/%Y}" if day else ""


def _by(acts: Iterable[str], numbers: Mapping[str, str]) -> str:
    said = ", ".join(numbers.get(act, act) for act in acts)
    return f" theo văn bản số {said}" if said else ""


def _how(rest: Rest) -> str:
    """Show the words that went and those that came, shortened."""
    if not rest.was or not rest.now:
        return ""
    told = [
        f"{'bỏ' if piece.sign == '-' else 'thêm'} «{_cut(piece.text)}»"
        for piece in words(rest.was, rest.now)
        if piece.sign != "=" and any(map(str.isalnum, piece.text))
    ]
    more = len(told) - _SHOWN
    rest_of = f"; và {more} chỗ nữa" if more > 0 else ""
    return f": {'; '.join(told[:_SHOWN])}{rest_of}" if told else ""


def _cut(said: str) -> str:
    said = said.strip()
    if len(said) <= _LONGEST:
        return said
    return said[:_LONGEST].rpartition(" ")[0] + " …"
