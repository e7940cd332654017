"""A pinned provision is held against every version of its act."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from bookcase.history.stale import Standing, ended, judge
from bookcase.history.status import State, Status
from bookcase.legal.address import find
from bookcase.legal.parser import parse
from bookcase.legal.words import pin_of
from bookcase.model.act import Version, Work

if TYPE_CHECKING:
    from bookcase.model.tree import LegalText

TEXTS = {
    "2020.md": "###### Điều 1. Một\n\n1. Cũ.\n\n2. Giữ nguyên.\n\n###### Điều 2. Hai\n",
    "2024.md": "###### Điều 1. Một\n\n1. Mới.\n\n2. Giữ nguyên.\n\n"
    "###### Điều 2. (được bãi bỏ)\n",
    "2027.md": "###### Điều 1. Một\n\n1. Mới.\n\n2. (được bãi bỏ)\n\n"
    "###### Điều 2. (được bãi bỏ)\n",
}
WORK = Work(
    "mau-luat",
    "1/2020/QH15-MAU",
    "luat",
    "Luật Thử",
    "van-ban/luat/2020/1",
    versions=tuple(
        Version(date(int(name[:4]), 1, 1), "as-enacted", path=name) for name in TEXTS
    ),
)
TODAY = date(2026, 11, 24)


def text(version: Version) -> LegalText:
    return parse(TEXTS[version.path]).value


def pinned(unit: str, name: str) -> str:
    found = find(parse(TEXTS[name]).value, unit)
    assert found
    return pin_of(found.words)


@pytest.mark.parametrize(
    ("unit", "written", "standing", "since"),
    [
        ("d1.k2", "2020.md", Standing.SAME, None),
        ("d1.k1", "2024.md", Standing.SAME, None),
        ("d1.k1", "2020.md", Standing.CHANGED, date(2024, 1, 1)),
        ("d1", "2020.md", Standing.CHANGED, date(2024, 1, 1)),
        ("d2", "2020.md", Standing.REPEALED, date(2024, 1, 1)),
        ("", "", Standing.CHANGED, date(2024, 1, 1)),
    ],
)
def test_each_provision_stands_as_its_versions_say(
    unit: str, written: str, standing: Standing, since: date | None
) -> None:
    pin = pinned(unit, written) if unit else pinned("act", "2020.md")
    verdict = judge(WORK, (unit,) if unit else (), pin, TODAY, text)
    assert (verdict.standing, verdict.since) == (standing, since)
    assert verdict.stale is (standing is not Standing.SAME)


def test_a_known_change_to_come_is_told_beforehand() -> None:
    verdict = judge(WORK, ("d1.k2",), pinned("d1.k2", "2020.md"), TODAY, text)
    assert (verdict.next_day, verdict.next_standing) == (
        date(2027, 1, 1),
        Standing.REPEALED,
    )


def test_what_no_version_has_never_existed() -> None:
    assert judge(WORK, ("d9",), "0" * 16, TODAY, text).standing is Standing.NEVER
    assert judge(WORK, ("d9",), "", TODAY, text).standing is Standing.NEVER


def test_what_is_not_pinned_is_not_called_stale() -> None:
    verdict = judge(WORK, ("d1.k1",), "", TODAY, text)
    assert verdict.standing is Standing.UNPINNED
    assert not verdict.stale


def test_words_that_no_version_ever_said_count_as_changed() -> None:
    verdict = judge(WORK, ("d1.k1",), "f" * 16, TODAY, text)
    assert verdict.standing is Standing.CHANGED
    assert verdict.before is None


def test_what_was_repealed_before_it_was_pinned_went_on_its_own_day() -> None:
    pin = pinned("d2", "2024.md")

    verdict = judge(WORK, ("d2",), pin, date(2027, 6, 1), text)

    assert (verdict.standing, verdict.since) == (Standing.REPEALED, date(2024, 1, 1))


def test_what_was_pinned_to_words_to_come_has_no_day_ahead() -> None:
    pin = pinned("d1.k1", "2024.md")

    verdict = judge(WORK, ("d1.k1",), pin, date(2021, 1, 1), text)

    assert (verdict.standing, verdict.since) == (Standing.CHANGED, None)


def test_an_act_that_has_ended_ends_what_rests_on_it() -> None:
    verdict = judge(WORK, ("d1.k2",), pinned("d1.k2", "2020.md"), TODAY, text)
    over = Status(State.ENDED, ends=date(2026, 1, 1))
    assert ended(verdict, over, TODAY).standing is Standing.ENDED
    coming = Status(State.IN_FORCE, ends=date(2027, 1, 1))
    assert ended(verdict, coming, TODAY) == verdict


def test_another_sign_at_the_end_of_an_item_is_no_change() -> None:
    pin = pin_of("2. Giữ nguyên;")
    assert judge(WORK, ("d1.k2",), pin, TODAY, text).standing is Standing.SAME
    pin = pin_of("2. Giữ nguyên")
    assert judge(WORK, ("d1.k2",), pin, TODAY, text).standing is Standing.CHANGED
