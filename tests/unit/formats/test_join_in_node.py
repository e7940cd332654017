"""The browser joins a title and a commune to the byte as Python does."""

from __future__ import annotations

import json
import shutil
import subprocess
from base64 import b64decode
from dataclasses import replace
from pathlib import Path

import pytest

from bookcase.leaflets.body import body
from bookcase.leaflets.carried import body_script, tails_name, tails_script
from bookcase.leaflets.join import joined
from bookcase.leaflets.sheet import Place, local
from bookcase.leaflets.tails import tails
from bookcase.leaflets.trifold import Title
from tests.shared import ROOT
from tests.unit.leaflets.samples import (
    ASSETS,
    COMMUNE,
    HOST,
    LOCALITY,
    PROVINCE,
    PUBLICATION,
)

SCRIPT = ROOT / "bookcase" / "leaflets" / "browser" / "to-gap-loi.js"
NAMES = ("Xã Bảo Lạc", "Xã A & B <3> “Đ”", "Phường Nguyễn Thị Minh Khai Mẫu Dài 𠀀")
TITLES = ("Viết di chúc cho đúng", 'Quyền & "nghĩa vụ" <3')
CODES = ("01321", "01330", "09999")


def scripts() -> tuple[list[str], list[bytes], list[list[str]]]:
    """Return the script files, what Python joins of them, and the pairs."""
    bodies = {}
    for number, title in enumerate(TITLES):
        made = body(Title(replace(PUBLICATION, title=title), HOST), ASSETS).value
        assert made
        bodies[f"to-gap/bai-{number}"] = made
    places = [
        local(
            Place(
                replace(COMMUNE, code=code, name=name.replace("𠀀", "Ố")),
                PROVINCE,
                replace(LOCALITY, code=code) if code < "02" else None,
            ),
            HOST,
        )
        for code, name in zip(CODES, NAMES, strict=True)
    ]
    held = [one.value.tail for one in tails(places, ASSETS) if one.value]
    # A letter beyond the first plane is written as two in a file's information.
    own = {
        code: replace(tail, place=f"{name}, Tỉnh Cao Bằng")
        for code, name, tail in zip(CODES, NAMES, held, strict=True)
        if tail
    }
    packs: dict[str, dict[str, object]] = {}
    for code, tail in own.items():
        packs.setdefault(tails_name("04", code), {})[code] = tail
    files = [body_script(name, one) for name, one in bodies.items()]
    files += [tails_script(name, one) for name, one in packs.items()]  # type: ignore[arg-type]
    pairs = [[name, f"04/{code}"] for name in bodies for code in own]
    wanted = [joined(bodies[name], own[place[3:]]) for name, place in pairs]
    return files, wanted, pairs


@pytest.mark.skipif(shutil.which("node") is None, reason="Node.js is not installed")
def test_the_browser_joins_the_same_bytes() -> None:
    files, wanted, pairs = scripts()
    assert len(wanted) == len(TITLES) * len(NAMES)
    asked = {"script": str(SCRIPT), "files": files, "pairs": pairs}
    told = subprocess.run(  # noqa: S603 our own script
        ["node", str(Path(__file__).with_name("join_in_node.js"))],  # noqa: S607 the one on PATH
        input=json.dumps(asked),
        capture_output=True,
        text=True,
        check=False,
    )
    assert told.returncode == 0, told.stderr
    assert [b64decode(one) for one in json.loads(told.stdout)] == wanted
