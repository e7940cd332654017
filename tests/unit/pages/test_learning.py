"""Courses, teacher's sheets, recordings, and the page that leads to them."""

from __future__ import annotations

from dataclasses import replace

from bookcase.model.publication import (
    Chapter,
    Cue,
    Lesson,
    Moment,
    Publication,
    PublicationKind,
    Recording,
    Step,
)
from bookcase.pages.catalog import catalog
from bookcase.pages.reading.learning import (
    SHOWN,
    LearningPage,
    TeacherPage,
    course_of,
    learning_pages,
)
from bookcase.pages.reading.media import player_of
from bookcase.pages.sidefile import SideFile
from bookcase.pages.view import Link
from tests.unit.pages.samples import DAY, library, question

from .test_quiz import QUIZ

BOOK = Publication(
    id="so-tay-sach",
    kind=PublicationKind.HANDBOOK,
    title="Sách",
    folder="so-tay",
    name="sach",
    path="so-tay/sach/handbook.yml",
    summary="Tóm tắt.",
    chapters=(Chapter("mot", "Chương một", "", "so-tay/sach/mot.md"),),
)
COURSE = Publication(
    id="khoa-hoc-moi",
    kind=PublicationKind.COURSE,
    title="Khóa mới",
    folder="khoa-hoc",
    name="moi",
    path="khoa-hoc/moi.yml",
    steps=(
        Step(BOOK.id, "mot", 20, "Đọc kỹ."),
        Step(BOOK.id),
        Step(QUIZ.id),
        Step("hoi-dap-khong-co"),
    ),
    lessons=(Lesson("Buổi 1", quiz=QUIZ.id), Lesson("Buổi 2")),
)
FILM = Publication(
    id="da-phuong-tien-phim",
    kind=PublicationKind.MEDIA,
    title="Phim",
    folder="da-phuong-tien",
    name="phim",
    path="da-phuong-tien/phim.yml",
    recording=Recording(
        file="attachments/phim.mp4",
        captions="attachments/phim.vtt",
        parts=(Moment(65, "Giữa"),),
        cues=(Cue(0.5, 2, "Chào."),),
    ),
)
HELD = catalog(library(publications=(BOOK, COURSE, QUIZ, FILM)), DAY)


def test_a_step_leads_to_its_publication_or_to_one_chapter() -> None:
    course = course_of(COURSE, HELD)
    assert course
    chapter, book, quiz, lost = course.steps
    assert chapter.link == Link("Chương một", "so-tay/sach/mot.html")
    assert (chapter.kind, chapter.minutes, chapter.note) == (
        "Sổ tay: Sách",
        20,
        "Đọc kỹ.",
    )
    assert (book.link.url, book.note) == ("so-tay/sach.html", "Tóm tắt.")
    assert (quiz.link.url, quiz.minutes) == ("trac-nghiem/mau.html", 10)
    assert (lost.link.label, lost.link.url) == ("hoi-dap-khong-co", "")
    assert course.minutes == 30


def test_a_sheet_names_the_quiz_to_set() -> None:
    course = course_of(COURSE, HELD)
    assert course
    first, second = course.sheets
    assert first.quiz
    assert (first.quiz.url, first.quiz_name) == ("trac-nghiem/mau.html", "mau")
    assert (second.quiz, second.quiz_name) == (None, "")


def test_the_page_of_learning_lists_some_and_leads_to_all() -> None:
    asked = tuple(question(f"hoi-{number}") for number in range(SHOWN + 1))
    held = catalog(library(publications=(COURSE, QUIZ, *asked)), DAY)
    hub, teacher, script = learning_pages(held)
    assert isinstance(hub, LearningPage)
    assert [one.title for one in hub.shelves] == [
        "Khóa học",
        "Trắc nghiệm",
        "Hỏi và đáp",
    ]
    assert hub.shelves[0].items[0].link.note == "4 bước"
    assert hub.shelves[1].items[0].link.note == "6 câu, 10 phút"
    assert hub.shelves[1].more is None
    more = hub.shelves[2].more
    assert more
    assert (more.label, more.url) == (
        f"Xem tất cả {SHOWN + 1} mục",
        "ke/chuyen-muc/hoi-dap.html",
    )
    assert isinstance(teacher, TeacherPage)
    assert [one.title for one in teacher.given] == ["Bài mẫu"]
    assert teacher.given[0].quiz.count == 6
    assert isinstance(script, SideFile)


def test_the_page_of_learning_lists_what_is_in_vietnamese() -> None:
    other = replace(question("km"), language="km")
    held = catalog(library(publications=(question("vi"), other)), DAY)
    hub = next(iter(learning_pages(held)))
    assert isinstance(hub, LearningPage)
    (shelf,) = hub.shelves
    assert [one.link.url for one in shelf.items] == [question("vi").url]
    assert shelf.more


def test_a_film_is_played_with_its_lines() -> None:
    player = player_of(FILM)
    assert player
    assert (player.element, player.type) == ("video", "video/mp4")
    assert player.url == "da-phuong-tien/attachments/phim.mp4"
    assert player.captions == "da-phuong-tien/attachments/phim.vtt"
    assert player.parts[0].time == "1:05"
    assert player.lines[0] == (0.5, 2, "0:00", "Chào.")


def test_what_lies_elsewhere_is_led_to_and_what_is_not_there_is_not_played() -> None:
    away = replace(FILM, recording=Recording(file="https://example.vn/phim"))
    player = player_of(away)
    assert player
    assert (player.element, player.away) == ("", "https://example.vn/phim")
    assert player_of(replace(FILM, recording=Recording())) is None
