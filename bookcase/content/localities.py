"""What communes keep: ``dia-phuong/<mã tỉnh>/<mã xã>.yml``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bookcase.content.folder import join, look, text, unknown
from bookcase.diagnostics import Diagnostic, Result, Span
from bookcase.metadata.locality import read_locality

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from bookcase.metadata.keys import Keys
    from bookcase.model.lists import Lists
    from bookcase.model.places import Locality

TOP = "dia-phuong"
_WHERE = "mỗi xã một tệp dia-phuong/<mã tỉnh>/<mã xã>.yml"


def read_localities(
    root: Path, lists: Lists, keys: Keys
) -> Result[Mapping[str, Locality]]:
    """Read every commune's file, by code.

    Finds:
        META506: a commune with two files; the first counts.
        META512: a commune in another province's folder.
    """
    found: list[Diagnostic] = []
    held: dict[str, Locality] = {}
    top = look(root, TOP, found)
    found.extend(unknown(join(TOP, name), _WHERE) for name in top.files)
    for province in top.folders:
        here = look(root, join(TOP, province), found)
        inner = (f"{TOP}/{province}/{name}" for name in here.folders)
        found.extend(unknown(path, _WHERE) for path in inner)
        for name in here.files:
            path = f"{TOP}/{province}/{name}"
            if not name.endswith(".yml"):
                found.append(unknown(path, _WHERE))
                continue
            one = _read(root, path, keys, found)
            found.extend(_misplaced(one, province, lists))
            if one.code in held:
                found.append(_twice(one, held[one.code]))
            else:
                held[one.code] = one
    return Result(held, tuple(found))


def _read(root: Path, path: str, keys: Keys, found: list[Diagnostic]) -> Locality:
    source = text(root, path)
    read = read_locality(source.value, path, keys)
    found += [*source.diagnostics, *read.diagnostics]
    return read.value


def _misplaced(one: Locality, province: str, lists: Lists) -> tuple[Diagnostic, ...]:
    commune = lists.communes.get(one.code)
    if commune is None or commune.province == province:
        return ()
    what = f"{commune.name} không thuộc tỉnh có mã {province}"
    hint = f"chuyển tệp sang {TOP}/{commune.province}/"
    return (Diagnostic(Span(one.path), "META512", what, hint=hint),)


def _twice(one: Locality, first: Locality) -> Diagnostic:
    what = f"xã «{one.code}» đã có tệp {first.path}; tệp này không được đưa vào"
    return Diagnostic(Span(one.path), "META506", what, hint="xóa một tệp")
