"""Explainers, leaflets, handbooks and the rest, each in the folder of its kind."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bookcase.content.folder import (
    ATTACHMENTS,
    Folder,
    is_picture,
    join,
    leaves,
    look,
    look_below,
    spot,
    text,
    unknown,
)
from bookcase.diagnostics import Diagnostic, Result, Span
from bookcase.metadata.captions import read_captions
from bookcase.metadata.publication import HANDBOOK, read_chapter, read_publication
from bookcase.model.publication import FOLDERS, KIND_NAMES, PublicationKind

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bookcase.metadata.keys import Keys
    from bookcase.model.publication import Chapter, Publication

IN_YAML = (PublicationKind.QUIZ, PublicationKind.MEDIA, PublicationKind.COURSE)


def read_publications(root: Path, keys: Keys) -> Result[tuple[Publication, ...]]:
    """Read every publication, sorted by id; of two with one id the second is refused.

    Finds:
        META506: an id that another publication has, with both places.
    """
    found: list[Diagnostic] = []
    held: dict[str, Publication] = {}
    for folder, kind in FOLDERS.items():
        for one in _of_folder(root, folder, kind, keys, found):
            if one.id in held:
                found.append(_twice(one, held[one.id]))
            else:
                held[one.id] = one
    return Result(tuple(held[id_] for id_ in sorted(held)), tuple(found))


def _of_folder(
    root: Path, folder: str, kind: PublicationKind, keys: Keys, found: list[Diagnostic]
) -> Iterator[Publication]:
    ending = ".yml" if kind in IN_YAML else ".md"
    books = kind is PublicationKind.HANDBOOK
    here = look(root, folder, found)
    for name in here.files:
        path = join(folder, name)
        if name.endswith(ending) and not books:
            yield _read(root, path, keys, found)
        elif not is_picture(name):
            found.append(unknown(path, _hint(folder, kind, ending)))
    for name in here.folders:
        path = join(folder, name)
        if name == ATTACHMENTS:
            list(look_below(root, path, found))
        elif books:
            yield from _handbook(root, path, keys, found)
        else:
            found.append(unknown(path, _hint(folder, kind, ending)))


def _read(root: Path, path: str, keys: Keys, found: list[Diagnostic]) -> Publication:
    source = text(root, path)
    read = read_publication(source.value, path, keys)
    found += [*source.diagnostics, *read.diagnostics]
    return _captioned(root, read.value, found)


def _captioned(root: Path, one: Publication, found: list[Diagnostic]) -> Publication:
    """Read the captions of a recording; that they are missing a rule tells."""
    name = join(one.folder, one.recording.captions)
    there = one.recording.captions and (root / name).is_file()
    if not there or leaves(root, name):
        return one
    source = text(root, name)
    read = read_captions(source.value, name)
    found += [*source.diagnostics, *read.diagnostics]
    return replace(one, recording=replace(one.recording, cues=read.value))


def _handbook(
    root: Path, folder: str, keys: Keys, found: list[Diagnostic]
) -> Iterator[Publication]:
    """Read a handbook and its chapters.

    Finds:
        META505: a folder without ``handbook.yml``.
        META509: a chapter that is listed and missing, or there and not listed.
    """
    here = look(root, folder, found)
    if HANDBOOK not in here.files:
        what = f"thư mục sổ tay không có {HANDBOOK}"
        hint = f"thêm {HANDBOOK} với danh sách chương"
        found.append(Diagnostic(Span(folder), "META505", what, hint=hint))
        return
    path = join(folder, HANDBOOK)
    source = text(root, path)
    read = read_publication(source.value, path, keys)
    found += [*source.diagnostics, *read.diagnostics]
    listed = [one.path.rpartition("/")[2] for one in read.value.chapters]
    found += [
        _no_chapter(spot(root, path, name), name)
        for name in listed
        if name not in here.files
    ]
    found += _strangers(root, folder, here, listed)
    chapters = [
        _chapter(root, join(folder, name), found)
        for name in listed
        if name in here.files
    ]
    yield replace(read.value, chapters=tuple(chapters))


def _chapter(root: Path, path: str, found: list[Diagnostic]) -> Chapter:
    source = text(root, path)
    read = read_chapter(source.value, path)
    found += [*source.diagnostics, *read.diagnostics]
    return read.value


def _strangers(
    root: Path, folder: str, here: Folder, listed: list[str]
) -> Iterator[Diagnostic]:
    for name in here.files:
        path = join(folder, name)
        if name.endswith(".md") and name not in listed:
            what = f"chương không có trong chapters của {HANDBOOK}"
            hint = "thêm tên tệp vào chapters, hoặc xóa tệp"
            yield Diagnostic(Span(path), "META509", what, hint=hint)
        elif name not in listed and name != HANDBOOK and not is_picture(name):
            yield unknown(path, "trong sổ tay chỉ có các chương .md và hình")
    for name in here.folders:
        path = join(folder, name)
        if name != ATTACHMENTS:
            yield unknown(path, "trong sổ tay chỉ có các chương .md và hình")
            continue
        links: list[Diagnostic] = []
        list(look_below(root, path, links))
        yield from links


def _no_chapter(span: Span, name: str) -> Diagnostic:
    what = f"không có tệp chương «{name}»"
    return Diagnostic(span, "META509", what, hint="thêm tệp hoặc bỏ tên")


def _hint(folder: str, kind: PublicationKind, ending: str) -> str:
    if kind is PublicationKind.HANDBOOK:
        return f"mỗi sổ tay là một thư mục {folder}/<tên>/ có {HANDBOOK}"
    return f"{KIND_NAMES[kind]} là tệp {folder}/<tên>{ending}"


def _twice(one: Publication, first: Publication) -> Diagnostic:
    what = f"mã «{one.id}» đã có ở {first.path}; bài này không được đưa vào"
    return Diagnostic(Span(one.path), "META506", what, hint="sửa mã hoặc xóa một bài")
