"""Parts of leaflets: a body for each title, frames for each commune; made or kept.

A part is kept under the digest of its own words, of our templates, typefaces and
program. What has an error is not kept, so its findings are told each time.
"""

from __future__ import annotations

import json
from dataclasses import astuple, dataclass, field, replace
from functools import partial
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bookcase import leaflets
from bookcase.build.printing.cache import digest, folder_digest
from bookcase.build.work.execute import AHEAD, InProcess, in_order
from bookcase.diagnostics import Diagnostic, Result, Span, has_errors
from bookcase.files import write_atomic
from bookcase.leaflets.body import body
from bookcase.leaflets.carried import body_of, body_record, tail_of, tail_record
from bookcase.leaflets.tails import Framed, tails

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from concurrent.futures import Executor

    from bookcase.leaflets.join import Body
    from bookcase.leaflets.sheet import Local
    from bookcase.leaflets.trifold import Title

    Progress = Callable[[str, int, int], None]
    Told = Callable[[int], None]

TOGETHER = 24
"""How many communes are laid out in one document."""
_TOOLS = ("weasyprint", "pydyf", "segno", "markdown", "nh3")


@dataclass(frozen=True, slots=True)
class Shop:
    """Where parts are made, and where they are kept.

    Attributes:
        theme: The folder ``overrides``.
        pool: Who makes them.
        jobs: How many processes the pool has.
        cache: The folder in which they are kept; None keeps nothing.
        ours: The digest of what every part is made from beside its own words.
        told: Is told what is counted, how many are done, and of how many.
    """

    theme: Path
    pool: Executor
    jobs: int
    cache: Path | None
    ours: str
    told: Progress = field(default=lambda _what, _done, _of: None)

    def workers(self, pieces: int) -> Executor:
        """Return who makes so many pieces; for one, no process is worth starting."""
        return self.pool if pieces > 1 else InProcess()

    def lacks(self, key: str) -> bool:
        """Tell whether a part must be made."""
        return self.cache is None or not (self.cache / f"{key}.json").is_file()

    def read(self, key: str) -> dict[str, Any] | None:
        """Return what was kept; None where the file is damaged."""
        try:
            return dict(json.loads(self._path(key).read_bytes()))
        except (OSError, ValueError):
            return None

    def keep(
        self, key: str, record: dict[str, Any], found: tuple[Diagnostic, ...]
    ) -> None:
        """Keep a part and what was found in it."""
        if self.cache is not None:
            whole = {**record, "found": [astuple(one) for one in found]}
            data = json.dumps(whole, ensure_ascii=False).encode()
            write_atomic(self._path(key), data)

    def drop_all_but(self, keys: Iterable[str]) -> None:
        """Remove what belongs to nothing any more."""
        known = {f"{key}.json" for key in keys}
        for path in self.cache.glob("*.json") if self.cache else ():
            if path.name not in known:
                path.unlink(missing_ok=True)

    def _path(self, key: str) -> Path:
        return (self.cache or Path()) / f"{key}.json"


def shop(
    theme: Path,
    pool: Executor,
    jobs: int,
    cache: Path | None,
    told: Progress = lambda _what, _done, _of: None,
) -> Shop:
    """Open a shop; the digest is taken of what lies in the folders now."""
    package = Path(leaflets.__file__).parent
    files = (*_files(package), *_files(theme / "leaflets"))
    fonts = folder_digest((theme / "assets" / "fonts",))
    held = [(path.name, path.read_bytes()) for path in files]
    return Shop(
        theme, pool, jobs, cache, digest(held, fonts, *map(version, _TOOLS)), told
    )


def title_key(title: Title, shop: Shop) -> str:
    """Return the digest of all that a title's body is made from."""
    return digest(replace(title, as_of=None), shop.ours)


def local_key(local: Local, shop: Shop) -> str:
    """Return the digest of all that a commune's frames are made from."""
    return digest(local, shop.ours)


def bodies(
    titles: Sequence[Title], shop: Shop, told: Told = lambda _: None
) -> Iterator[Result[Body | None]]:
    """Yield the body of each title, see :func:`bookcase.leaflets.body.body`."""
    keys = [title_key(one, shop) for one in titles]
    lacking = [shop.lacks(key) for key in keys]
    missing = [one for one, lack in zip(titles, lacking, strict=True) if lack]
    work = partial(body, assets=shop.theme)
    pool = shop.workers(len(missing))
    made = in_order(pool, work, missing, AHEAD * shop.jobs)
    for at, (one, key) in enumerate(zip(titles, keys, strict=True)):
        held = None if lacking[at] else shop.read(key)
        if held is not None:
            result = _body_of(held)
        else:
            result = next(made) if lacking[at] else work(one)
            if not has_errors(result.diagnostics):
                record = body_record(result.value) if result.value else None
                shop.keep(key, {"body": record}, result.diagnostics)
        told(at + 1)
        yield result


def framed(
    locals_: Sequence[Local], shop: Shop, told: Told = lambda _: None
) -> Iterator[Result[Framed | None]]:
    """Yield the frames of each commune, see :func:`bookcase.leaflets.tails.tails`."""
    keys = [local_key(one, shop) for one in locals_]
    lacking = [shop.lacks(key) for key in keys]
    made = _laid_out([locals_[at] for at, lack in enumerate(lacking) if lack], shop)
    for at, (own, key) in enumerate(zip(locals_, keys, strict=True)):
        held = None if lacking[at] else shop.read(key)
        if held is not None:
            result = _framed_of(held, own)
        else:
            result = next(made) if lacking[at] else tails((own,), shop.theme)[0]
            if result.value:
                shop.keep(key, _record(result.value), result.diagnostics)
        told(at + 1)
        yield result


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.iterdir() if path.is_file())


def _laid_out(locals_: Sequence[Local], shop: Shop) -> Iterator[Result[Framed | None]]:
    starts = range(0, len(locals_), TOGETHER)
    groups = (locals_[at : at + TOGETHER] for at in starts)
    pool = shop.workers(len(starts))
    work = partial(tails, assets=shop.theme)
    for made in in_order(pool, work, groups, AHEAD * shop.jobs):
        yield from made


def _record(made: Framed) -> dict[str, Any]:
    """Write frames down; what the commune itself tells is known, but for notices."""
    tail = tail_record(made.tail) if made.tail else None
    return {"tail": tail, "notices": len(made.local.notices)}


def _body_of(record: dict[str, Any]) -> Result[Body | None]:
    held = record["body"]
    return Result(body_of(held) if held else None, _found(record))


def _framed_of(record: dict[str, Any], own: Local) -> Result[Framed | None]:
    local = replace(own, notices=own.notices[: record["notices"]])
    held = record["tail"]
    return Result(Framed(local, tail_of(held) if held else None), _found(record))


def _found(record: dict[str, Any]) -> tuple[Diagnostic, ...]:
    return tuple(Diagnostic(Span(*span), *rest) for span, *rest in record["found"])
