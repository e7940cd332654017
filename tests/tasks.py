"""Ten tasks and two more, as a new reader does them: on a phone, from the first page.

``tests/e2e/test_tasks.py`` holds that each is done in four clicks at most, a search
being one; ``scripts/task-pictures`` draws how each ends, for ``docs/muoi-viec.md``.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from .browser import Browser

PHONE = (390, 844)
LEAFLET_TASK = "to-gap"
"""The one that needs a site with its leaflets."""
MARK = "data-cham"
"""What the tests write on the element that a step is about."""
_FIND = """((words, within) => {
  const name = (one) => one.innerText || one.getAttribute('aria-label') || '';
  const said = (one) => name(one).replace(/\\s+/g, ' ').trim();
  const ways = `${within} :is(a, button, summary, label)`;
  const fit = [...document.querySelectorAll(ways)]
    .filter((one) => one.checkVisibility() && said(one).includes(words));
  fit.sort((a, b) => said(a).length - said(b).length);
  for (const one of document.querySelectorAll('[data-cham]')) delete one.dataset.cham;
  fit[0]?.setAttribute('data-cham', '');
  return fit.length > 0;
})"""
_MARK = """((element, nth) => {
  for (const one of document.querySelectorAll('[data-cham]')) delete one.dataset.cham;
  const one = document.querySelectorAll(element)[nth];
  if (!one?.getClientRects().length) return false;
  one.setAttribute('data-cham', '');
  return true;
})"""
_ANSWERS = (
    "#dang-lam fieldset > label:first-of-type input,"
    " #dang-lam .bk-xep li:first-child button:last-child"
)
"""The first answer to each question; where there is an order, what changes it."""
_COVERED = """(() => {
  const one = document.querySelector('[data-cham]');
  one.scrollIntoView({block: 'center', behavior: 'instant'});
  const {x, y, width, height} = one.getClientRects()[0];
  const top = document.elementFromPoint(x + width / 2, y + height / 2);
  return one.contains(top) || top.contains(one) ? '' : top.outerHTML.slice(0, 200);
})()"""


class Walk:
    """A reader on the way; ``steps`` are what was clicked, typed or searched for."""

    def __init__(
        self, reader: Browser, address: str, size: tuple[int, int] = PHONE
    ) -> None:
        """Begin at the first page, knowing nothing, keeping nothing."""
        self.reader = reader
        self.address = address
        self.steps: list[str] = []
        reader.resize(*size)
        reader.open(f"{address}index.html")
        reader.evaluate("localStorage.clear()")
        reader.open(f"{address}index.html")

    def tap(self, words: str, within: str = "main") -> None:
        """Tap what says these words; the shortest of all that do."""
        self._tap(words, within)
        self.steps.append(words)

    def act(self, words: str, within: str = "main") -> None:
        """Tap what is part of the task itself, such as an answer: it leads nowhere."""
        self._tap(words, within)

    def search(self, words: str) -> None:
        """Search from the first page."""
        self.write("#tim-o-nha", words)
        self._sent(words)

    def write(self, field: str, words: str) -> None:
        """Type into a field."""
        self.reader.type(field, words)

    def pick(self, element: str, nth: int = 0) -> None:
        """Choose an answer, which is part of the task itself."""
        self._mark(element, nth)
        self.reader.click(f"[{MARK}]")

    def sees(self, words: str, within: str = "main") -> None:
        """Wait until what is shown holds some words."""
        shown = f"document.querySelector({json.dumps(within)})?.innerText ?? ''"
        plain = f"({shown}).replace(/\\s+/g, ' ')"
        self.reader.wait_until(f"{plain}.includes({json.dumps(words)})")

    def on(self, address: str) -> None:
        """Wait until a page has come whose address holds this."""
        held = f"location.href.includes({json.dumps(address)})"
        self.reader.wait_until(f"document.readyState === 'complete' && {held}")

    def show(self, element: str) -> None:
        """Scroll to what the task is about, as a reader does."""
        self.reader.wait_for(element)
        found = f"document.querySelector({json.dumps(element)})"
        self.reader.evaluate(
            f"{found}.scrollIntoView({{block: 'center', behavior: 'instant'}})"
        )

    def asks(self, expression: str) -> Any:  # noqa: ANN401 whatever JSON the page answers
        """Return what a JavaScript expression says of the page."""
        return self.reader.evaluate(expression)

    def _sent(self, words: str) -> None:
        """Press Enter after what is searched for, and wait for what is found."""
        self.reader.press("Enter")
        self.steps.append(f"? {words}")
        self.sees("kết quả", "#tim-kiem")
        self.reader.wait_for("a.tk-link")

    def _find(self, words: str, within: str) -> None:
        """Mark what says these words, when it is there."""
        find = f"{_FIND}({json.dumps(words)}, {json.dumps(within)})"
        self.reader.wait_until(find)

    def _mark(self, element: str, nth: int = 0) -> None:
        """Mark one of those that match, when it is there."""
        self.reader.wait_until(f"{_MARK}({json.dumps(element)}, {nth})")

    def _tap(self, words: str, within: str) -> None:
        self._find(words, within)
        covered = self.asks(_COVERED)
        assert not covered, f"{words} is covered by {covered}"
        self.reader.click(f"[{MARK}]")


def local_act(walk: Walk) -> None:
    """What the commune itself has laid down: its rules for the shed of tools."""
    walk.write("#xa-ten", "dam thuy")
    walk.tap("Xã Đàm Thủy", ".bk-xa")
    walk.tap("Quy chế sử dụng kho dụng cụ", "#noi-toi-o")
    walk.on("02-2026-qd-ubnd-mau-xa-01501")
    walk.sees("Việc mượn dụng cụ không mất tiền")


def before_and_now(walk: Walk) -> None:
    """What a law said before it was amended, and says now."""
    walk.search("luat vuon cong dong")
    walk.tap("Luật Vườn cộng đồng", "#tim-kiem")
    walk.on("01-2022-qh15-mau")
    walk.tap("Các bản", ".bk-lich-su")
    walk.tap("So với bản trước", ".bk-ban")
    walk.on("so-sanh--2024-07-01--2026-01-01")
    walk.show("main ins")


def expired(walk: Walk) -> None:
    """Whether a circular still holds, and what took its place."""
    walk.search("thong tu lien tich 02/2014")
    walk.tap("kinh phí cho tủ sách lưu động", "#tim-kiem")
    walk.on("02-2014-ttlt-btp-btc-mau")
    walk.sees("Hết hiệu lực")
    walk.tap("07/2023/TT-BNNPTNT-MAU", ".bk-bao")
    walk.on("07-2023-tt-bnnptnt-mau")


def police(walk: Walk) -> None:
    """The telephone of the police of a commune whose former name one knows."""
    walk.write("#xa-ten", "hong tri")
    walk.sees("nay thuộc Xã Bảo Lạc", ".bk-xa")
    walk.tap("Xã Hồng Trị", ".bk-xa")
    walk.sees("Công an, 0200 000 0202", "#noi-toi-o")
    walk.show("#noi-toi-o a[href='tel:02000000202']")


def what_comes(walk: Walk) -> None:
    """What changes in law next month."""
    walk.tap("Xem cả lịch", ".bk-moi")
    walk.on("lich-hieu-luc")
    walk.sees("15/12/2026")
    walk.sees("Tiếp tục có hiệu lực: khoản 1 Điều 17")


def everyday_words(walk: Walk) -> None:
    """A question in everyday words, without accents."""
    walk.search("con moi sinh lam giay khai sinh o dau")
    walk.tap("Đăng ký khai sinh cho con", "#tim-kiem")
    walk.on("hoi-dap/dang-ky-khai-sinh.html")
    walk.sees("60 ngày kể từ ngày sinh")


def citation(walk: Walk) -> None:
    """The official citation of a point, copied."""
    walk.search("luat vuon cong dong dieu 7")
    walk.tap("Điều 7. Các hành vi bị nghiêm cấm", "#tim-kiem")
    walk.on("01-2022-qh15-mau")
    walk.show("#d7\\.k1\\.a, #d7\\._\\.a, #d7 .point")
    walk.tap("a)", "#d7")
    walk.tap("Chép trích dẫn", "dialog")
    walk.sees("Đã chép: điểm a", "body")


def quiz(walk: Walk) -> None:
    """A quiz, and its result on paper."""
    walk.tap("Học và hỏi, trắc nghiệm")
    walk.tap("Ký hợp đồng lao động: bạn đã sẵn sàng?")
    walk.on("trac-nghiem/hop-dong-lao-dong.html")
    walk.tap("Làm như bài kiểm tra")
    walk.on("lam-bai.html")
    walk.write("#ho-ten", "Nguyễn Thị Thí Dụ")
    walk.act("Bắt đầu làm bài")
    walk.reader.wait_for("#dang-lam fieldset")
    for nth in range(
        walk.asks("document.querySelectorAll('#dang-lam fieldset').length")
    ):
        walk.pick(_ANSWERS, nth)
    walk.act("Nộp bài")
    walk.sees("Đúng", "#diem")
    walk.asks("window.print = () => { window.printed = true; }")
    walk.tap("In phiếu", "#ket-qua")
    assert walk.asks("window.printed")


def report(walk: Walk) -> None:
    """A fault in a clause, reported."""
    walk.search("luat vuon cong dong dieu 4")
    walk.tap("Điều 4. Nguyên tắc lập", "#tim-kiem")
    walk.on("01-2022-qh15-mau")
    walk.tap("2.", "#d4")
    walk.tap("Báo sai sót", "dialog")
    walk.on("bao-sai-sot.html")
    told = walk.asks("document.querySelector('#bao-don-vi').value")
    assert told.startswith("khoản 2 Điều 4 Luật Vườn cộng đồng"), told


def english(walk: Walk) -> None:
    """A reader of English finds the page for them."""
    walk.tap("English", "header")
    walk.on("en/index.html")
    walk.sees("The law itself is in Vietnamese")


def khmer(walk: Walk) -> None:
    """A reader of Khmer finds what there is in Khmer."""
    walk.tap("ភាសាខ្មែរ")
    walk.on("ngon-ngu.html#km")
    walk.tap("លេខទូរសព្ទបន្ទាន់", "#km")
    walk.on("so-khan-cap-km.html")
    walk.sees("113")


def leaflet(walk: Walk) -> None:
    """The leaflet on land titles, with the names and numbers of one's commune."""
    walk.tap("Đất đai, sổ đỏ", ".bk-viec")
    walk.tap("Làm sổ đỏ lần đầu")
    walk.on("to-gap/giay-chung-nhan-dat-dai.html")
    walk.write("#tim-xa", "bao lac cao bang")
    walk.reader.press("Enter")
    walk.tap("Xã Bảo Lạc, Tỉnh Cao Bằng", "form[data-bai]")
    walk.sees("Đã tạo tờ gấp của Xã Bảo Lạc", "form[data-bai]")


TASKS: Mapping[str, Callable[[Walk], None]] = {
    "van-ban-cua-xa": local_act,
    "truoc-va-nay": before_and_now,
    "het-hieu-luc": expired,
    "so-dien-thoai": police,
    "sap-thay-doi": what_comes,
    "hoi-bang-loi-thuong": everyday_words,
    "trich-dan": citation,
    "trac-nghiem": quiz,
    "bao-sai-sot": report,
    "english": english,
    "khmer": khmer,
    LEAFLET_TASK: leaflet,
}
"""Each task by its name, which its picture bears too."""
