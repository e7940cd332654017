"""Comparing two versions as a reader does, over http and from a disk.

The pages are put into the shell of a page of the starter site, beside it.
"""

from __future__ import annotations

import shutil
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from markupsafe import Markup

from bookcase.content.loading import load
from bookcase.content.texts import version_text
from bookcase.history.diff import compare
from bookcase.legal.parser import parse
from bookcase.pages.compare import comparison as pages
from bookcase.pages.templates import environment
from tests.server import serve
from tests.shared import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bookcase.model.act import Version, Work
    from bookcase.model.tree import LegalText
    from tests.browser import Browser

NUMBER = "01/2022/QH15-MAU"
FOLDER = "van-ban/luat/2022/01-2022-qh15-mau"
READY = f"{FOLDER}/so-sanh--2022-10-01--2024-07-01.html"
ANY = f"{FOLDER}/so-sanh.html"
RESULT = "!document.querySelector('#ss-ket-qua').hidden"


@pytest.fixture(scope="module")
def compared(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a small site: the versions of one law, and what compares them."""
    folder = tmp_path_factory.mktemp("so-sanh")
    for part in ("assets", FOLDER):
        shutil.copytree(site / part, folder / part)
    content = ROOT / "content"
    works = load(content).value.works
    work = next(work for work in works if work.number == NUMBER)
    shell = (site / FOLDER / "2024-07-01.html").read_text("utf-8")
    for url, html in _contents(content, work):
        (folder / url).write_text(_filled(shell, html), "utf-8")
    for _, version in pages.comparable(work):
        script = pages.version_script(_text(content, version))
        (folder / pages.script_url(work, version)).write_text(script, "utf-8")
    return folder


def _contents(content: Path, work: Work) -> Iterator[tuple[str, str]]:
    env = environment(ROOT / "overrides" / "bookcase")
    root = "../" * pages.on_demand_url(work).count("/")
    for old, new in pages.neighbours(work):
        body = pages.comparison_html(
            compare(_text(content, old), _text(content, new)),
            old_url=f"{old.stem}.html",
            new_url=f"{new.stem}.html",
        )
        view = pages.comparison_view(work, work.title, old, new, Markup(body))  # noqa: S704 - escaped as it was written
        template = env.get_template("so-sanh-hai-ban.html")
        yield (
            pages.comparison_url(work, old, new),
            template.render(view=view, root=root),
        )
    chosen = pages.on_demand_view(work, work.title)
    template = env.get_template("so-sanh.html")
    yield pages.on_demand_url(work), template.render(view=chosen, root=root)


def _filled(shell: str, html: str) -> str:
    head, _, rest = shell.partition('<article class="md-content__inner md-typeset">')
    tail = rest[rest.index("</article>") :]
    return f'{head}<article class="md-content__inner md-typeset">{html}{tail}'


def _text(content: Path, version: Version) -> LegalText:
    source = version_text(content, version).value
    return parse(source.body).value


@pytest.fixture(params=["http", "file"])
def address(request: pytest.FixtureRequest, compared: Path) -> Iterator[str]:
    """Return how to reach the pages: over http, and by double click."""
    http = request.param == "http"
    with serve(compared) if http else nullcontext(f"{compared.as_uri()}/") as base:
        yield base


def test_any_two_versions_are_compared_on_demand(reader: Browser, address: str) -> None:
    reader.open(address + ANY)
    reader.wait_until(RESULT)
    assert "phiên chợ trao đổi đồ dùng" in reader.text("#ss-ket-qua")
    reader.evaluate(
        "(e => { e.value = '2022-10-01'; "
        "e.dispatchEvent(new Event('change', {bubbles: true})); })"
        "(document.querySelector('#ss-cu'))"
    )
    reader.wait_until("!!document.querySelector('#ss-ket-qua #ss-d5a')")
    assert reader.evaluate("location.search") == "?cu=2022-10-01&moi=2027-01-01"
    reader.click(".ss-tom a[href='#ss-d5a']")
    reader.wait_until("location.hash === '#ss-d5a'")
    assert reader.errors == []


def test_the_address_keeps_the_choice(reader: Browser, address: str) -> None:
    reader.open(f"{address}{ANY}?cu=2022-10-01&moi=2024-07-01")
    reader.wait_until(RESULT)
    made = reader.evaluate("document.querySelector('#ss-ket-qua').innerHTML")
    reader.open(address + READY)
    ready = reader.evaluate("document.querySelector('.ss-so-sanh').innerHTML")
    assert made.strip() == ready.strip()
    reader.open(f"{address}{ANY}?cu=../../x&moi=%3Cb%3E")
    reader.wait_until(RESULT)
    assert reader.evaluate("document.querySelector('#ss-moi').value") == "2027-01-01"
    assert reader.errors == []


def test_a_choice_against_the_order_of_time_is_told(
    reader: Browser, address: str
) -> None:
    said = "document.querySelector('#ss-tin').textContent"
    reader.open(f"{address}{ANY}?cu=2022-10-01&moi=2024-07-01")
    reader.wait_until(RESULT)
    reader.wait_until(f"{said} === 'Đã so sánh xong.'")
    reader.open(f"{address}{ANY}?cu=2024-07-01&moi=2022-10-01")
    reader.wait_until(RESULT)
    reader.wait_until(f"{said}.includes('phần ghi là thêm thực ra đã bị bỏ')")


def test_a_missing_version_is_told(
    reader: Browser, address: str, compared: Path
) -> None:
    script = compared / FOLDER / "2026-01-01.js"
    away = script.rename(script.with_suffix(".away"))
    try:
        reader.open(f"{address}{ANY}?cu=2026-01-01&moi=2027-01-01")
        reader.wait_until(
            "document.querySelector('#ss-tin').textContent.includes('Không đọc được')"
        )
    finally:
        away.rename(script)


def test_without_scripts_the_ready_comparisons_are_listed(
    reader: Browser, address: str
) -> None:
    reader.tab.command("Emulation.setScriptExecutionDisabled", value=True)
    reader.open(address + ANY)
    assert "liền nhau" in reader.text(".ss-san noscript")
    reader.click(f".ss-san a[href$='{READY.rpartition('/')[2]}']")
    reader.wait_until("!!document.querySelector('.ss-hai-ban')")
    assert "Người chăm vườn hộ" in reader.text("[id='ss-d3.k8a']")


@pytest.mark.parametrize("width", [320, 390, 1280])
@pytest.mark.parametrize("page", [READY, ANY])
def test_the_pages_are_open_to_everyone(
    reader: Browser, compared: Path, page: str, width: int
) -> None:
    checks = Path(__file__).with_name("checks.js").read_text(encoding="utf-8")
    reader.resize(width, 800)
    reader.open(f"{compared.as_uri()}/{page}")
    reader.wait_until("!!document.querySelector('.ss-dong')")
    assert reader.evaluate(f"{checks}; faults()") == []
    root = "document.documentElement"
    assert reader.evaluate(f"{root}.scrollWidth <= {root}.clientWidth")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("contrast", ["no-preference", "more"])
def test_what_changed_stands_out_without_colour(
    reader: Browser, compared: Path, scheme: str, contrast: str
) -> None:
    checks = Path(__file__).with_name("checks.js").read_text(encoding="utf-8")
    features = [
        {"name": "prefers-color-scheme", "value": scheme},
        {"name": "prefers-contrast", "value": contrast},
    ]
    reader.tab.command("Emulation.setEmulatedMedia", features=features)
    reader.open(f"{compared.as_uri()}/{READY}")
    least = 7 if contrast == "more" else 4.5
    assert reader.evaluate(f"{checks}; pale({least})") == []
    for tag, line in {"ins": "underline", "del": "line-through"}.items():
        style = f"getComputedStyle(document.querySelector('.ss-so-sanh {tag}'))"
        assert reader.evaluate(f"{style}.textDecorationLine") == line
