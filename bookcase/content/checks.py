"""Whether what records say of each other is true: the library held against itself."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bookcase.diagnostics import Diagnostic, Span
from bookcase.metadata import suggest
from bookcase.metadata.fields import ID
from bookcase.model.ids import SPECIMEN

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bookcase.model.act import Work
    from bookcase.model.library import Library

_ID = re.compile(ID)


def check(
    library: Library, spot: Callable[[str, str], Span] = lambda path, _: Span(path)
) -> Iterator[Diagnostic]:
    """Check every reference between records that is written as an id.

    Args:
        library: The library.
        spot: Finds where a word stands in a file.

    Finds:
        META507: a work that is neither held nor in the register (a warning).
        META511: a publication that is not held.
    """
    works = {work.id for work in library.works}
    works |= {entry.id for entry in library.register}
    types = tuple(f"{key}-" for key in library.lists.types)
    for target, span in _works_named(library):
        is_id = _ID.fullmatch(target) and target.startswith((SPECIMEN, *types))
        if is_id and target not in works:
            where = span if span.line > 1 else spot(span.path, target)
            yield _no_work(target, where)
    yield from _publications(library, spot)


def _works_named(library: Library) -> Iterator[tuple[str, Span]]:
    for work in library.works:
        yield from _named_by(work)
    for stated in library.stated:  # its other end is by nature an act not held
        yield stated.target, Span("_data/relations.yml")


def _named_by(work: Work) -> Iterator[tuple[str, Span]]:
    for relation in work.relations:
        yield relation.target, Span(work.path, relation.line)
    for effect in work.effects:
        yield effect.on, Span(f"{work.folder}/effects.yml", effect.line)
    others = [work.consolidates, *work.merges]
    others += [id_ for one in work.versions for id_ in (*one.by, one.official)]
    others += [work.ends.by] if work.ends else []
    for target in others:
        yield target, Span(work.path)


def _publications(
    library: Library, spot: Callable[[str, str], Span]
) -> Iterator[Diagnostic]:
    known = {one.id: one.title for one in library.publications}
    named = [
        (target, one.path)
        for one in library.publications
        for target in (
            one.of,
            *(step.of for step in one.steps),
            *(lesson.quiz for lesson in one.lessons),
        )
    ]
    named += [
        (target, one.path)
        for one in library.localities.values()
        for target in one.leaflets
    ]
    named += [(one.translation_of, one.path) for one in library.publications]
    named += [
        (target, "_data/situations.yml")
        for one in library.lists.occasions.values()
        if not known.keys().isdisjoint(one.first)  # else nobody wrote for it yet
        for target in one.first
    ]
    for target, path in named:
        if target and target not in known:
            what = f"không có ấn phẩm nào mang mã «{target}»"
            hint = suggest.meant(target, known) or "sửa mã hoặc bỏ đi"
            yield Diagnostic(spot(path, target), "META511", what, hint=hint)


def _no_work(target: str, span: Span) -> Diagnostic:
    what = f"văn bản «{target}» không có trong tủ sách, cũng không có trong sổ đăng ký"
    hint = "kiểm tra mã; văn bản chưa có thì viết trích dẫn bằng chữ thay cho mã"
    return Diagnostic(span, "META507", what, "warning", hint)
