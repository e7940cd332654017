"""The corpora that builds are measured on, each made by a program of its own.

Generated ones are made afresh each time. The real one, this project's content with the
shared corpus imported into it, is kept under its digest: of the corpus, the content and
the importer.
"""

from __future__ import annotations

import hashlib
import shutil
import sys
from typing import TYPE_CHECKING

from tests import shared
from tests.bench import measure

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

WORK = shared.ROOT / ".cache" / "bench"
CONTENT = shared.ROOT / "content"
_RECORDS = "corpus/documents.jsonl.xz"
_IMPORTER = ("errors.py", "files.py", "imports", "legal", "metadata", "model")


def fresh(name: str) -> Path:
    """Return a folder of ours that is not there: what was there is removed."""
    folder = WORK / name
    shutil.rmtree(folder, ignore_errors=True)
    folder.parent.mkdir(parents=True, exist_ok=True)
    return folder


def generated(form: str, size: int, seed: int) -> Path:
    """Make a generated corpus in one of the forms of :mod:`tests.bench.gen`."""
    folder = fresh(f"corpus/{form}")
    options = [form, str(folder), "--size", str(size), "--seed", str(seed)]
    measure.run([sys.executable, "-m", "tests.bench.gen", *options], shared.ROOT)
    return folder


def real(jobs: int) -> Path | None:
    """Return the content with all real documents; None when they are not here."""
    records = shared.folder() / _RECORDS
    if not records.exists():
        return None
    folder = WORK / f"real-{_digest(records)}"
    if not folder.exists():
        for old in WORK.glob("real-*"):
            shutil.rmtree(old)
        begun = fresh("importing")
        shutil.copytree(CONTENT, begun)
        _import(records, begun, jobs)
        begun.rename(folder)
    return folder


def _import(records: Path, folder: Path, jobs: int) -> None:
    command = [sys.executable, "-m", "bookcase", "import", str(records)]
    where = ["--content", str(folder), "--into", str(folder), "--jobs", str(jobs)]
    measure.run([*command, *where], shared.ROOT, fine=(0, 1))


def _digest(records: Path) -> str:
    digest = hashlib.sha256(records.read_bytes())
    for path in _inputs():
        digest.update(str(path.relative_to(shared.ROOT)).encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def _inputs() -> Iterator[Path]:
    yield from _files(CONTENT)
    for name in _IMPORTER:
        yield from _files(shared.ROOT / "bookcase" / name)


def _files(path: Path) -> Iterator[Path]:
    if path.is_file():
        yield path
        return
    for one in sorted(path.rglob("*")):
        if one.is_file() and "__pycache__" not in one.parts:
            yield one
