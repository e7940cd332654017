"""Hub pages and shells, kept by the digest of what the engine makes them from."""

from __future__ import annotations

import hashlib
import pickle
import shutil
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING

from bookcase.build.hub import scripts, wording
from bookcase.build.hub.engine import NONE, Hub, HubRequest, find_engine
from bookcase.build.kept.signatures import digest_all
from bookcase.build.publishing.publish import outputs_of
from bookcase.content.hub import is_own
from bookcase.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from bookcase.build.kept.signatures import Known

FOLDER = "khung"
_KEPT = 4
"""How many states of the hub are kept, the last used first."""
_DIGEST = 16
_MADE_FROM = ("theme", "code", "plugin", "config")
_NOT_OURS = ("sitemap.xml", "sitemap.xml.gz")
"""What an engine says of the site's pages: it knows few of them."""


@dataclass(frozen=True, slots=True)
class SavedHub:
    """A hub, where its files lie, and what it is known by."""

    hub: Hub
    folder: Path
    key: str

    @property
    def files(self) -> tuple[str, ...]:
        """Return the files that the hub adds to a site."""
        return tuple(sorted(outputs_of(self.folder)))

    def put(self, stage: Path) -> None:
        """Copy the hub's files into a stage."""
        shutil.copytree(self.folder, stage, dirs_exist_ok=True)


def hub_key(engine: str, roots: Mapping[str, Mapping[str, Known]]) -> str:
    """Return the digest of all that an engine makes the hub from.

    Args:
        engine: Its name.
        roots: The files of the content, the theme, the programs, the configuration.
    """
    own = {path: known for path, known in roots["content"].items() if is_own(path)}
    total = hashlib.blake2b(digest_size=_DIGEST)
    for files in (own, *(roots[name] for name in _MADE_FROM)):
        total.update(digest_all(files))
    told = (engine, *map(_version, (engine, "material")))
    total.update(repr(told).encode())
    return total.hexdigest()


def _version(package: str) -> str:
    name = {"material": "mkdocs-material"}.get(package, package)
    try:
        return version(name)
    except PackageNotFoundError:
        return ""


def take_hub(cache: Path | None, key: str) -> SavedHub | None:
    """Return the hub that was kept under a key; a damaged one counts as none."""
    if cache is None:
        return None
    folder = cache / FOLDER / key
    try:
        hub = pickle.loads((folder / "khung.pickle").read_bytes())  # noqa: S301 - ours
    except (OSError, pickle.UnpicklingError, EOFError, AttributeError, ImportError):
        return None
    if not isinstance(hub, Hub):
        return None
    (folder / "khung.pickle").touch()
    return SavedHub(hub, folder / "tep", key)


def last_hub(cache: Path | None) -> SavedHub:
    """Return the hub that was used last, for a build without an engine.

    Raises:
        UsageError: None is kept.
    """
    for folder in _by_age(cache / FOLDER) if cache else ():
        if saved := take_hub(cache, folder.name):
            return saved
    msg = "chưa có khung trang nào được giữ: dựng một lần bằng mkdocs trước đã"
    raise UsageError(msg)


def make_hub(cache: Path, key: str, engine: str, request: HubRequest) -> SavedHub:
    """Let an engine make the hub, and keep it.

    The request's folder is where it is made first.
    """
    shutil.rmtree(request.out, ignore_errors=True)
    request.out.mkdir(parents=True)
    hub = find_engine(engine)(request)
    for name in _NOT_OURS:
        (request.out / name).unlink(missing_ok=True)
    wording.write_all(hub.theme, request.out)
    scripts.bring(request.out)
    folder = cache / FOLDER / key
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    request.out.rename(folder / "tep")
    (folder / "khung.pickle").write_bytes(pickle.dumps(hub))
    for old in _by_age(cache / FOLDER)[_KEPT:]:
        shutil.rmtree(old, ignore_errors=True)
    return SavedHub(hub, folder / "tep", key)


def _by_age(folder: Path) -> list[Path]:
    held = [path.parent for path in folder.glob("*/khung.pickle")]
    return sorted(held, key=lambda one: (one / "khung.pickle").stat().st_mtime_ns)[::-1]


def hub_of(cache: Path, engine: str, key: str, request: HubRequest) -> SavedHub:
    """Return the hub as kept, else as the engine makes it."""
    if engine == NONE:
        return take_hub(cache, key) or last_hub(cache)
    return take_hub(cache, key) or make_hub(cache, key, engine, request)
