"""The theme's page cut at its slots, and the policy that guards it."""

from __future__ import annotations

import pytest

from bookcase.errors import UsageError
from bookcase.pages.shell import cut, mark, policy, secured

PAGE = (
    f"<html><head><title>{mark('title')}</title></head>"
    f"<body><script>run()</script>{mark('content')}</body></html>"
)


def test_a_shell_is_filled_and_escapes_all_but_the_content() -> None:
    html = cut(PAGE).fill(
        title='A <b> & "c"', description="", address="", content="<p>x</p>"
    )
    assert "<title>A &lt;b&gt; &amp; &quot;c&quot;</title>" in html
    assert "<p>x</p></body>" in html


def test_a_template_that_drops_the_content_is_refused() -> None:
    with pytest.raises(UsageError, match="thiếu chỗ cho: content"):
        cut(f"<head></head>{mark('title')}")


def test_no_inline_script_may_run() -> None:
    html = secured("<head></head><script>a()</script>")
    assert "sha256-" not in html
    assert "unsafe-inline" not in html


def test_what_the_theme_keeps_for_its_scripts_is_left_out() -> None:
    idle = """
    <input class="md-toggle" data-md-toggle="drawer" type="checkbox" id="__drawer">
    <label class="md-overlay" for="__drawer"></label>
    <div data-md-component="skip">
      <a href="#x" class="md-skip">
        Tới</a>
    </div>
    <div data-md-component="announce">
    </div>
    <div class="md-dialog" data-md-component="dialog">
      <div class="md-dialog__inner md-typeset"></div>
    </div>"""
    html = secured(f"<head></head><body>{idle}<main><p>x</p></main></body>")
    assert html.endswith("<body><main><p>x</p></main></body>")


def test_the_policy_lets_in_nothing_by_default() -> None:
    assert policy().startswith("default-src 'none'; script-src 'self'; ")


def test_the_weight_of_a_shell_is_what_it_adds() -> None:
    shell = cut(PAGE)
    html = shell.fill(title="", description="", address="", content="")
    assert shell.weight == len(html.encode())
