"""Citations as readers meet them: links, the box with a provision, who cites it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from .site import LAW
from .test_every_page import CHECKS, opened

if TYPE_CHECKING:
    from pathlib import Path

    from tests.browser import Browser

DECREE = "van-ban/nghi-dinh/2022/05-2022-nd-cp-mau.html"
AWAY = ".article a[href*='01-2022-qh15-mau.html#d']"
BACK = ".bk-ghi > a[href*='/dan-chieu.html#']"
SHOWN = "!!document.querySelector('.td-hop:not([hidden]) .td-noi')?.innerText"
HIDDEN = "document.querySelector('.td-hop').hidden"
BOX = (
    "(({left, right, top, bottom}) => [left, right, top, bottom])"
    "(document.querySelector('.td-hop').getBoundingClientRect())"
)
TABBED = "['td-noi', 'td-cuoi'].some(one => document.activeElement.closest(`.${one}`))"


def aim(reader: Browser, selector: str) -> tuple[float, float]:
    """Return the place of a link on the screen, scrolled to the middle."""
    reader.wait_for(selector)
    x, y = reader.evaluate(
        f"(e => {{e.scrollIntoView({{block: 'center', behavior: 'instant'}});"
        "const r = e.getClientRects()[0]; return [r.x + 5, r.y + r.height / 2]})"
        f"(document.querySelector({selector!r}))"
    )
    return float(x), float(y)


def hover(reader: Browser, selector: str) -> None:
    """Rest the mouse on a link."""
    x, y = aim(reader, selector)
    reader.tab.command("Input.dispatchMouseEvent", type="mouseMoved", x=x, y=y)


def tap(reader: Browser, selector: str) -> None:
    """Touch a link with a finger."""
    x, y = aim(reader, selector)
    command: Any = reader.tab.command
    command(
        "Input.dispatchTouchEvent", type="touchStart", touchPoints=[{"x": x, "y": y}]
    )
    command("Input.dispatchTouchEvent", type="touchEnd", touchPoints=[])


def test_a_provision_of_another_act_is_shown_in_place(
    reader: Browser, address: str
) -> None:
    opened(reader, address + DECREE)
    hover(reader, AWAY)
    reader.wait_until(SHOWN)
    unit = reader.evaluate(f"document.querySelector({AWAY!r}).hash.slice(1)")
    shown = reader.text(".td-noi p:last-child")
    assert reader.text(".td-ten").endswith("Luật Vườn cộng đồng")
    assert "bản có hiệu lực từ 01/01/2026" in reader.text(".td-ghi")
    opened(reader, address + LAW)
    assert shown in reader.evaluate(f"document.getElementById({unit!r}).innerText")
    assert reader.errors == []


def test_without_scripts_a_citation_leads_to_the_provision(
    reader: Browser, address: str
) -> None:
    reader.tab.command("Emulation.setScriptExecutionDisabled", value=True)
    reader.open(address + DECREE)
    reader.click(AWAY)
    reader.wait_until("location.pathname.endsWith('01-2022-qh15-mau.html')")
    reader.wait_for("p:target, section:target")


def test_the_box_opens_by_focus_and_is_no_trap(reader: Browser, site: Path) -> None:
    opened(reader, f"{site.as_uri()}/{DECREE}")
    reader.evaluate(f"document.querySelector({AWAY!r}).focus({{focusVisible: true}})")
    reader.wait_until(SHOWN)
    assert reader.evaluate("document.activeElement.getAttribute('aria-expanded')")
    reader.press("Escape")
    assert reader.evaluate(HIDDEN)
    assert reader.evaluate(f"document.activeElement.matches({AWAY!r})")
    reader.evaluate("document.activeElement.blur()")
    reader.evaluate(f"document.querySelector({AWAY!r}).focus({{focusVisible: true}})")
    reader.wait_until(SHOWN)
    reader.press("Tab")
    assert reader.evaluate(TABBED)
    for _ in range(12):
        reader.press("Tab")
    assert reader.evaluate(HIDDEN)
    assert not reader.evaluate(TABBED)


def test_a_tap_shows_and_the_link_inside_leads_on(reader: Browser, site: Path) -> None:
    reader.resize(390, 844)
    command: Any = reader.tab.command
    command("Emulation.setTouchEmulationEnabled", enabled=True)
    try:
        opened(reader, f"{site.as_uri()}/{DECREE}")
        tap(reader, AWAY)
        reader.wait_until(SHOWN)
        left, right, _, bottom = reader.evaluate(BOX)
        assert (left, right) == (0, 390)
        assert bottom == pytest.approx(844, abs=1)
        assert reader.evaluate("location.pathname").endswith(DECREE)
        tap(reader, ".td-cuoi a")
        reader.wait_until("location.pathname.endsWith('01-2022-qh15-mau.html')")
    finally:
        command("Emulation.setTouchEmulationEnabled", enabled=False)


def test_who_cites_an_article_unfolds_by_a_tap_too(reader: Browser, site: Path) -> None:
    reader.resize(390, 844)
    command: Any = reader.tab.command
    command("Emulation.setTouchEmulationEnabled", enabled=True)
    try:
        opened(reader, f"{site.as_uri()}/{LAW}")
        tap(reader, BACK)
        reader.wait_for(".dc-noi a")
        assert reader.evaluate(HIDDEN)
    finally:
        command("Emulation.setTouchEmulationEnabled", enabled=False)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("width", "height"), [(390, 844), (1280, 900)])
def test_the_box_stays_on_the_screen_and_is_open_to_everyone(
    reader: Browser, site: Path, width: int, height: int, scheme: str
) -> None:
    features = [{"name": "prefers-color-scheme", "value": scheme}]
    reader.tab.command("Emulation.setEmulatedMedia", features=features)
    reader.resize(width, height)
    opened(reader, f"{site.as_uri()}/{DECREE}")
    hover(reader, AWAY)
    reader.wait_until(SHOWN)
    left, right, top, bottom = reader.evaluate(BOX)
    assert 0 <= left < right <= width
    assert 0 <= top < bottom <= height + 1
    assert reader.evaluate(f"{CHECKS}; faults()") == []
    assert reader.evaluate(f"{CHECKS}; pale(4.5)") == []
    wide = reader.evaluate("document.documentElement.scrollWidth")
    assert wide <= width
    features.append({"name": "prefers-reduced-motion", "value": "reduce"})
    reader.tab.command("Emulation.setEmulatedMedia", media="print", features=features)
    display = "getComputedStyle(document.querySelector('.td-hop')).display"
    assert reader.evaluate(display) == "none"


def test_a_provision_of_the_same_text_and_a_term_are_shown(
    reader: Browser, site: Path
) -> None:
    own = ".bk-luat p > a:not([class])[href^='#d']:not(p[id] > :first-child)"
    opened(reader, f"{site.as_uri()}/{LAW}")
    for selector in (own, ".bk-luat a.tu"):
        unit = reader.evaluate(f"document.querySelector({selector!r}).hash.slice(1)")
        hover(reader, selector)
        reader.wait_until(SHOWN)
        line = f"document.getElementById({unit!r}).textContent"
        shown = "document.querySelector('.td-noi').textContent"
        assert reader.evaluate(f"{shown}.includes({line}.trim().slice(0, 40))")
        reader.press("Escape")
    assert not [
        one for one in reader.requests if one.endswith("html") and LAW not in one
    ]


def test_an_act_that_is_not_held_shows_its_line_of_the_list(
    reader: Browser, site: Path
) -> None:
    opened(reader, f"{site.as_uri()}/{LAW}")
    hover(reader, "a[href='#vb-1']")
    reader.wait_until(SHOWN)
    assert reader.text(".td-ten") == "Văn bản được dẫn"
    reader.click("a[href='#vb-1']")
    reader.wait_until("document.querySelector('.bk-dan details').open")


def test_who_cites_an_article_unfolds_in_place(reader: Browser, address: str) -> None:
    opened(reader, address + LAW)
    reader.click(BACK)
    reader.wait_for(".dc-noi a")
    assert "Nghị định" in reader.text(".dc-noi")
    away = reader.evaluate("document.querySelector('.dc-noi a').href")
    reader.click(BACK)
    reader.wait_until("!document.querySelector('.dc-noi').checkVisibility()")
    reader.open(str(away))
    assert reader.errors == []


def test_who_cites_an_article_is_a_page_without_scripts(
    reader: Browser, site: Path
) -> None:
    reader.tab.command("Emulation.setScriptExecutionDisabled", value=True)
    reader.open(f"{site.as_uri()}/{LAW}")
    said = reader.text(BACK)
    reader.click(BACK)
    reader.wait_for("section:target")
    count = reader.evaluate("document.querySelectorAll('section:target li').length")
    assert "Được dẫn chiếu bởi" in said
    assert count > 0


@pytest.mark.parametrize(
    "asked",
    [
        "{hoi: 'd1', so: 'x'}",
        "{hoi: '<img src=x>', so: 1}",
        "{hoi: 'noi-dung', so: 1}",
        "{dap: 1, noi: {ten: 'x', ghi: '', html: '<p>x</p>'}}",
        "null",
    ],
)
def test_messages_of_another_shape_are_not_heard(
    reader: Browser, site: Path, asked: str
) -> None:
    opened(reader, f"{site.as_uri()}/{DECREE}")
    heard = reader.evaluate(f"""new Promise((resolve) => {{
      const frame = document.createElement('iframe');
      frame.src = '../../luat/2022/01-2022-qh15-mau.html';
      let heard = 0;
      addEventListener('message', (event) => {{
        if (event.source === frame.contentWindow) heard++;
      }});
      frame.onload = () => {{
        frame.contentWindow.postMessage({asked}, '*');
        window.postMessage({asked}, '*');
        setTimeout(() => resolve(heard), 300);
      }};
      document.body.append(frame);
    }})""")
    assert heard == 0
    assert reader.evaluate(HIDDEN)


def test_a_link_to_no_unit_is_left_alone(reader: Browser, site: Path) -> None:
    opened(reader, f"{site.as_uri()}/{LAW}")
    for href in ("#chu-thich-%", "#noi-dung", "so-sanh.html#ss-d1", "#"):
        reader.evaluate(f"""(() => {{
          const link = document.createElement('a');
          link.href = {href!r};
          document.querySelector('.article p').replaceChildren(link);
          link.textContent = 'bè';
          link.dispatchEvent(new PointerEvent('pointerover', {{bubbles: true}}));
        }})()""")
    reader.evaluate("new Promise((done) => setTimeout(done, 500))")
    assert reader.evaluate(HIDDEN)
    assert reader.errors == []


def test_only_plain_html_comes_out_of_a_frame(reader: Browser, site: Path) -> None:
    opened(reader, f"{site.as_uri()}/{DECREE}")
    reader.evaluate("""addEventListener('message', (event) => {
      if (event.data.hoi || !event.data.noi) return;
      event.data.noi.html = '<p onclick="x()" style="color:red" class="k">a</p>'
        + '<script>window.hit = 1<' + '/script><img src=x onerror="window.hit = 1">'
        + '<a href="javascript:window.hit = 1">b</a><iframe src="x"></iframe>';
    }, true)""")
    hover(reader, AWAY)
    reader.wait_until(SHOWN)
    html = reader.evaluate("document.querySelector('.td-noi').innerHTML")
    assert "hit" not in html
    assert "onclick" not in html
    assert reader.evaluate("window.hit === undefined")
