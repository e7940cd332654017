"""What search is told of pages."""

from __future__ import annotations

import pytest

from bookcase.build.rendering.records import plain


@pytest.mark.parametrize(
    ("html", "said"),
    [
        ("chưa phải <a href='x'>vợ chồng</a>. <b>Điều 9</b>,", None),
        ("<p>một</p><p>hai</p>", "một hai"),
        ("<ul><li>một</li><li>hai</li></ul>", "một hai"),
        ("một<br>hai &amp; ba", "một hai & ba"),
        ("<td>một</td><th scope='col'>hai</th>", "một hai"),
        ("<picture>một</picture>", "một"),
    ],
)
def test_only_blocks_part_words(html: str, said: str | None) -> None:
    expected = said or "chưa phải vợ chồng. Điều 9,"
    assert " ".join(plain(html).split()) == expected
