"""The corpora that builds are measured on, each made by a program of its own.

Generated ones are made afresh each time. The real one, this project's content with the
shared corpus imported beside it, rests on an import that is kept under its digest: of
the corpus, the closed lists and the importer.
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
KEPT = WORK
"""Where programs are kept that benches install."""
CONTENT = shared.ROOT / "content"
LISTS = "_data"
_RECORDS = "corpus/documents.jsonl.xz"
_IMPORTER = ("errors.py", "files.py", "imports", "legal", "metadata", "model")


def fresh(name: str) -> Path:
    """Return a folder of ours that is not there: what was there is removed."""
    folder = WORK / name
    shutil.rmtree(folder, ignore_errors=True)
    folder.parent.mkdir(parents=True, exist_ok=True)
    return folder


def fresh_folder(name: str) -> Path:
    """Return an empty folder of ours."""
    folder = fresh(name)
    folder.mkdir()
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
    imported = _imported(records, jobs)
    folder = fresh("corpus/real")
    shutil.copytree(imported, folder)
    others = shutil.ignore_patterns(LISTS)
    shutil.copytree(CONTENT, folder, ignore=others, dirs_exist_ok=True)
    return folder


def laws() -> Path:
    """Return the closed lists with the 17 laws that questions are labelled with."""
    folder = fresh("corpus/laws")
    shutil.copytree(CONTENT / LISTS, folder / LISTS)
    _import(_laws(), folder)
    return folder


def real_with_laws(jobs: int) -> Path:
    """Return the real content, and beside it the 17 laws."""
    folder = real(jobs)
    if folder is None:
        message = f"no real corpus in {shared.folder()}"
        raise measure.MeasureError(message)
    _import(_laws(), folder)
    return folder


def large(jobs: int, articles: int) -> Path:
    """Return the real content and the 17 laws, filled up with generated acts."""
    folder = real_with_laws(jobs)
    had = _articles(folder)
    made = generated("content", (articles - had) // _ARTICLES_EACH + 1, 7)
    shutil.copytree(made / "van-ban", folder / "van-ban", dirs_exist_ok=True)
    return folder


_ARTICLES_EACH = 20
"""Articles of a generated act, at the least."""


def _articles(folder: Path) -> int:
    texts = (path.read_text("utf-8") for path in folder.rglob("*.md"))
    return sum(text.count("\n###### ") for text in texts)


def _laws() -> Path:
    return shared.folder() / "corpus" / "queries" / "laws.jsonl"


def _import(records: Path, folder: Path) -> None:
    command = [sys.executable, "-m", "bookcase", "import", str(records)]
    where = ["--content", str(folder), "--into", str(folder)]
    measure.run([*command, *where], shared.ROOT, fine=(0, 1))


def _imported(records: Path, jobs: int) -> Path:
    """Return the closed lists with all real documents imported beside them."""
    folder = WORK / f"imported-{_digest(records)}"
    if not folder.exists():
        for old in WORK.glob("imported-*"):
            shutil.rmtree(old)
        begun = fresh("importing")
        shutil.copytree(CONTENT / LISTS, begun / LISTS)
        command = [sys.executable, "-m", "bookcase", "import", str(records)]
        where = ["--content", str(begun), "--into", str(begun), "--jobs", str(jobs)]
        cost = measure.run([*command, *where], shared.ROOT, fine=(0, 1))
        if not cost.output.strip():  # it sums up what it did when it comes to its end
            message = f"bookcase import did not end: {cost.errors}"
            raise measure.MeasureError(message)
        begun.rename(folder)
    return folder


def _digest(records: Path) -> str:
    digest = hashlib.sha256(records.read_bytes())
    for path in _inputs():
        digest.update(str(path.relative_to(shared.ROOT)).encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def _inputs() -> Iterator[Path]:
    yield from _files(CONTENT / LISTS)
    for name in _IMPORTER:
        yield from _files(shared.ROOT / "bookcase" / name)


def _files(path: Path) -> Iterator[Path]:
    if path.is_file():
        yield path
        return
    for one in sorted(path.rglob("*")):
        if one.is_file() and "__pycache__" not in one.parts:
            yield one
