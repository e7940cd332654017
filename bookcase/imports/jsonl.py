"""Import a file of records, or one plain text, into a content folder."""

from __future__ import annotations

import lzma
import os
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from typing import TYPE_CHECKING

from bookcase.diagnostics import Diagnostic, Span
from bookcase.files import inside, read_text, write_atomic
from bookcase.imports import stated
from bookcase.imports.convert import Converted, convert
from bookcase.imports.lookup import Lookup, make_lookup
from bookcase.imports.plain import read_plain
from bookcase.imports.record import read_record
from bookcase.imports.report import DocumentReport, ImportReport, Outcome

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from bookcase.model.lists import Lists

Read = tuple[Converted | None, tuple[Diagnostic, ...]]
_CHUNK = 16
_READ = (".txt", ".jsonl", ".jsonl.xz")


def import_file(
    source: Path,
    into: Path,
    *,
    jobs: int = 1,
    lists: Lists,
    topics: Mapping[int, str] | None = None,
) -> ImportReport:
    """Import ``.jsonl``, ``.jsonl.xz`` or ``.txt`` into a content folder.

    Existing files of the same bytes are left alone, so that importing twice changes
    nothing. The second of two records with one id is refused.

    Args:
        source: The file.
        into: The content folder; it is made where it is missing.
        jobs: Worker processes; 0 means one for each processor.
        lists: The closed lists, for types and issuers.
        topics: Numbers of the codification's subjects → keys of ours.

    Finds:
        IMP004: a file that is none of these, such as a PDF.
        IMP201: a record whose id another record of this file has already.
        IMP202: a record whose id a work in the folder has, from another source.
        IMP203: a path that would lead out of the content folder.
    """
    lookup = make_lookup(lists, topics or {})
    writer = _Writer(into)
    rows = tuple(writer.row(read) for read in _converted(source, lookup, jobs))
    stated.write(into, writer.stated)
    return ImportReport(rows)


def _converted(source: Path, lookup: Lookup, jobs: int) -> Iterator[Read]:
    name = source.name
    if not name.endswith(_READ):
        yield None, (_not_read(name),)
        return
    if name.endswith(".txt"):
        record = read_plain(read_text(source).value, name)
        yield convert(record, lookup), ()
        return
    work = partial(_convert_line, lookup=lookup, path=name)
    lines = _lines(source)
    workers = jobs or os.cpu_count() or 1
    if workers == 1:
        yield from map(work, lines)
        return
    with ProcessPoolExecutor(workers) as pool:
        yield from pool.map(work, lines, chunksize=_CHUNK)


def _not_read(name: str) -> Diagnostic:
    what = f"không nhập được tệp «{name}»: chỉ nhận {', '.join(_READ)}"
    hint = "chuyển tệp PDF, DOCX sang .txt (chẳng hạn bằng pdftotext) rồi nhập lại"
    return Diagnostic(Span(name, 1), "IMP004", what, "error", hint)


def _lines(source: Path) -> Iterator[tuple[int, str]]:
    opened = lzma.open if source.name.endswith(".xz") else open
    with opened(source, "rt", encoding="utf-8", errors="replace") as file:
        for number, line in enumerate(file, start=1):
            if line.strip():
                yield number, line


def _convert_line(numbered: tuple[int, str], *, lookup: Lookup, path: str) -> Read:
    number, line = numbered
    read = read_record(line, path, number)
    if read.value is None:
        return None, read.diagnostics
    return convert(read.value, lookup), read.diagnostics


class _Writer:
    """Writes converted records, each id once."""

    def __init__(self, into: Path) -> None:
        self.into = into
        self.seen: dict[str, str] = {}
        self.stated: list[str] = []

    def row(self, read: Read) -> DocumentReport:
        """Write one record's files and return its row."""
        made, found = read
        if made is None:
            return DocumentReport("", "", "", "refused", diagnostics=found)
        refusal = self._refusal(made)
        if refusal:
            return _row(made, "refused", (*found, *made.diagnostics, refusal))
        self.seen[made.id] = f"bản ghi {made.record} (dòng {made.span.line})"
        self.stated += [stated.row(one) for one in made.stated]
        return _row(made, self._write(made.files), (*found, *made.diagnostics))

    def _refusal(self, made: Converted) -> Diagnostic | None:
        if first := self.seen.get(made.id):
            return _clash(made, first)
        paths = [self.into / path for path in made.files]
        if not all(inside(self.into, path) for path in paths):
            what = f"đường dẫn của «{made.id}» ra ngoài thư mục nội dung"
            return Diagnostic(made.span, "IMP203", what)
        kept = paths[0]
        if kept.is_file() and (other := _other_source(kept, made)):
            return _clash(made, f"văn bản đã có từ {other}", "IMP202")
        return None

    def _write(self, files: Mapping[str, str]) -> Outcome:
        outcome: Outcome = "same"
        for path, text in files.items():
            place, data = self.into / path, text.encode()
            if not place.exists():
                outcome = "new"
            elif place.read_bytes() == data:
                continue
            elif outcome == "same":
                outcome = "changed"
            write_atomic(place, data)
        return outcome


def _other_source(kept: Path, made: Converted) -> str:
    """Return the source of a work that is there already, where it is another one."""
    new = _source_line(next(iter(made.files.values())))
    old = _source_line(read_text(kept).value)
    return (old or "nguồn không rõ") if new != old else ""


def _source_line(text: str) -> str:
    lines: Iterable[str] = text.splitlines()
    return next((one.strip() for one in lines if one.startswith("  - {url:")), "")


def _clash(made: Converted, other: str, code: str = "IMP201") -> Diagnostic:
    what = f"bản ghi {made.record} có cùng mã «{made.id}» với {other}; không ghi đè"
    hint = "nếu là hai văn bản khác nhau, thêm disambiguator: 2 vào một văn bản"
    span = Span(made.span.path, made.span.line)
    return Diagnostic(span, code, what, "error", hint)


def _row(
    made: Converted, outcome: Outcome, found: tuple[Diagnostic, ...]
) -> DocumentReport:
    return DocumentReport(
        made.record,
        made.id,
        made.kind,
        outcome,
        made.letters,
        made.removed,
        made.noted,
        made.repairs,
        made.guesses,
        made.units,
        made.moved,
        made.unmapped,
        found,
    )
