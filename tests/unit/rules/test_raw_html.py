"""HTML of an editor's is refused; code that shows HTML is not HTML."""

from __future__ import annotations

from bookcase.markdown import raw_html, to_html

TEXT = "Chữ `<mã>`.\n\n```yaml\nid: 1\n<b>chữ</b>\n```\n"


def test_code_within_fences_is_shown_as_it_is() -> None:
    assert raw_html(TEXT) == ()
    assert "id: 1\n&lt;b&gt;chữ&lt;/b&gt;\n" in to_html(TEXT, lambda _: None)


def test_html_beside_a_fence_is_refused_all_the_same() -> None:
    assert raw_html(f'{TEXT}\n<div class="x">chữ</div>\n') == (
        '<div class="x">chữ</div>\n',
    )
