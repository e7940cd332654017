"""Legal documents in their folders: ``van-ban/<loại>/<năm>/<số-hiệu>/``."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Protocol

from bookcase.content.folder import (
    ATTACHMENTS,
    Folder,
    join,
    leaves,
    look,
    look_below,
    spot,
    text,
    unknown,
)
from bookcase.diagnostics import Diagnostic, Result, Span
from bookcase.metadata.effects import read_effects
from bookcase.metadata.reader import NO_KEYS
from bookcase.metadata.work import read_work

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from concurrent.futures import Executor
    from pathlib import Path

    from bookcase.metadata.keys import Keys
    from bookcase.model.act import Version, Work
    from bookcase.model.effects import Effect

    class Reader(Protocol):
        """Reads one work, see :func:`read_work_file`."""

        def __call__(self, path: str, keys: Keys) -> Result[Work]: ...  # noqa: D102


TOP = "van-ban"
DOCUMENT = "document.yml"
EFFECTS = "effects.yml"
_TEXT = re.compile(r"(?P<stem>[^.]+)(?:\.(?P<language>[a-z]{2,3}))?\.md")
_DAYS_UNREAD = frozenset({"META001", "META008", "META104", "META106"})
"""Where these were found, it is not known which files a work should have."""

_WHERE = "văn bản nằm ở van-ban/<loại>/<năm>/<số-hiệu>/document.yml"


def read_works(
    root: Path,
    keys: Keys,
    executor: Executor | None = None,
    chunksize: int = 256,
    read: Reader | None = None,
) -> Result[tuple[Work, ...]]:
    """Read every work, sorted by id; of two with one id the second is refused.

    Args:
        root: The content folder.
        keys: The closed lists.
        executor: Reads the works; none reads them here.
        chunksize: How many works an executor's task reads.
        read: Reads a work in place of :func:`read_work_file`.

    Finds:
        META506: an id that another work has, with both places.
    """
    found: list[Diagnostic] = []
    paths = [f"{folder}/{DOCUMENT}" for folder in work_folders(root, found)]
    one = partial(read, keys=keys) if read else partial(read_work_file, root, keys=keys)
    results: Iterable[Result[Work]] = (
        executor.map(one, paths, chunksize=chunksize) if executor else map(one, paths)
    )
    held: dict[str, Work] = {}
    for result in results:
        found.extend(result.diagnostics)
        work = result.value
        if not work.id:
            continue
        if work.id in held:
            found.append(_twice(work, held[work.id]))
        else:
            held[work.id] = work
    return Result(tuple(held[id_] for id_ in sorted(held)), tuple(found))


def work_folders(root: Path, found: list[Diagnostic]) -> Iterator[str]:
    """Yield the folder of every work, sorted, without looking into it.

    A ``document.yml`` higher up counts too: its own reading says where it belongs.
    """
    for type_ in _deeper(root, TOP, found):
        for year in _deeper(root, type_, found):
            inner = look(root, year, found)
            if DOCUMENT in inner.files:
                yield year
                continue
            found.extend(unknown(join(year, name), _WHERE) for name in inner.files)
            yield from (join(year, name) for name in inner.folders)


def read_work_file(root: Path, path: str, keys: Keys = NO_KEYS) -> Result[Work]:
    """Read one work with all that its folder holds; picklable.

    Args:
        root: The content folder.
        path: Its ``document.yml``, relative to the content folder.
        keys: The closed lists.

    Finds:
        META505: a folder without ``document.yml``; the value has no id.
        META502, META503, META508: see :func:`_match`.
    """
    folder = path.rpartition("/")[0]
    refused = leaves(root, path)
    if refused:
        return Result(read_work("", path).value, (refused,))
    found: list[Diagnostic] = []
    here = look(root, folder, found)
    if DOCUMENT not in here.files:
        empty = replace(read_work("", path).value, id="")
        return Result(empty, (*found, _no_document(folder)))
    source = text(root, path)
    read = read_work(source.value, path, keys)
    found += [*source.diagnostics, *read.diagnostics]
    matched = _match(root, read.value, here, keys)
    effects = _effects(root, folder, here, keys)
    if not any(one.code in _DAYS_UNREAD for one in read.diagnostics):
        found += matched.diagnostics
    found += effects.diagnostics
    found += _strangers(root, folder, here)
    work = replace(read.value, versions=matched.value, effects=effects.value)
    return Result(work, tuple(found))


def _deeper(root: Path, path: str, found: list[Diagnostic]) -> Iterator[str]:
    here = look(root, path, found)
    found.extend(unknown(join(path, name), _WHERE) for name in here.files)
    return (join(path, name) for name in here.folders)


def _effects(
    root: Path, folder: str, here: Folder, keys: Keys
) -> Result[tuple[Effect, ...]]:
    if EFFECTS not in here.files:
        return Result(())
    path = join(folder, EFFECTS)
    source = text(root, path)
    read = read_effects(source.value, path, keys)
    return Result(read.value, source.diagnostics + read.diagnostics)


def _match(
    root: Path, work: Work, here: Folder, keys: Keys
) -> Result[tuple[Version, ...]]:
    """Hold the rows of ``versions:`` against the Markdown files of the folder.

    Finds:
        META502: a row whose file is missing; the row is left out.
        META503: a file without a row.
        META508: a translation of no version, or into an unknown language.
    """
    found: list[Diagnostic] = []
    files = set(here.files)
    translations: dict[str, list[tuple[str, str]]] = {}
    rows = {version.stem for version in work.versions}
    for name in here.files:
        match = _TEXT.fullmatch(name)
        if not match:
            continue
        stem, language = match["stem"], match["language"]
        path = join(work.folder, name)
        if language:
            translations.setdefault(stem, []).append((language, path))
            found.extend(_translation(path, stem in rows, language, keys))
        elif stem not in rows:
            found.append(_no_row(path))
    kept = [
        replace(one, translations=tuple(translations.get(one.stem, ())))
        for one in work.versions
        if f"{one.stem}.md" in files
    ]
    found += [
        _no_file(root, work, one)
        for one in work.versions
        if f"{one.stem}.md" not in files
    ]
    return Result(tuple(kept), tuple(found))


def _strangers(root: Path, folder: str, here: Folder) -> Iterator[Diagnostic]:
    hint = "ảnh, biểu mẫu, tệp đã ký đặt trong attachments/; lời văn là tệp .md"
    for name in here.files:
        if name not in (DOCUMENT, EFFECTS) and not _TEXT.fullmatch(name):
            yield unknown(join(folder, name), hint)
    for name in here.folders:
        if name != ATTACHMENTS:
            yield unknown(join(folder, name), hint)
            continue
        links: list[Diagnostic] = []
        list(look_below(root, join(folder, name), links))
        yield from links


def _translation(
    path: str, known: object, language: str, keys: Keys
) -> Iterator[Diagnostic]:
    languages = keys.lists.get("languages")
    if not known:
        what = "bản dịch của một lời văn không có trong versions"
        hint = "tên tệp là tên lời văn gốc, dấu chấm, mã ngôn ngữ"
        yield Diagnostic(Span(path), "META508", what, hint=hint)
    if languages is not None and language not in languages:
        what = f"không rõ ngôn ngữ «{language}»"
        hint = "xem content/_data/languages.yml"
        yield Diagnostic(Span(path), "META508", what, hint=hint)


def _no_row(path: str) -> Diagnostic:
    what = "tệp lời văn không có dòng nào trong versions của document.yml"
    hint = "thêm dòng {from: …} trùng tên tệp, hoặc xóa tệp"
    return Diagnostic(Span(path), "META503", what, hint=hint)


def _no_file(root: Path, work: Work, version: Version) -> Diagnostic:
    what = f"versions có dòng cho {version.stem}.md nhưng không có tệp đó"
    hint = "thêm tệp vào cùng thư mục, hoặc bỏ dòng"
    return Diagnostic(spot(root, work.path, version.stem), "META502", what, hint=hint)


def _no_document(folder: str) -> Diagnostic:
    what = f"thư mục văn bản không có {DOCUMENT}"
    return Diagnostic(Span(folder), "META505", what, hint=_WHERE)


def _twice(work: Work, first: Work) -> Diagnostic:
    what = f"mã «{work.id}» đã có ở {first.path}; văn bản này không được đưa vào"
    hint = "xóa một bản; hai văn bản khác nhau thật thì thêm disambiguator: 2"
    return Diagnostic(Span(work.path), "META506", what, hint=hint)
