"""Explainers, leaflets, scripts, quizzes and the rest: front matter or YAML."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, cast

from bookcase.diagnostics import Diagnostic, Result
from bookcase.metadata import frontmatter, yamlfile
from bookcase.metadata.captions import seconds
from bookcase.metadata.reader import NO_KEYS, read_row
from bookcase.metadata.scope import scope
from bookcase.metadata.tables.publication import BY_KIND, CHAPTER, PUBLICATION
from bookcase.model.publication import (
    FOLDERS,
    KIND_NAMES,
    Basis,
    Chapter,
    Doing,
    Lesson,
    Moment,
    Option,
    Publication,
    PublicationKind,
    Question,
    Recording,
    Review,
    ReviewState,
    Step,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bookcase.metadata.frontmatter import Source
    from bookcase.metadata.keys import Keys
    from bookcase.metadata.rows import Row
    from bookcase.model.places import Scope

HANDBOOK = "handbook.yml"

QuestionType = Literal["single", "multiple", "true-false", "order", "case"]


def read_publication(text: str, path: str, keys: Keys = NO_KEYS) -> Result[Publication]:
    """Read a publication; a handbook's chapters are named only, and read on their own.

    Args:
        text: The file's text.
        path: Its path relative to the content folder, which gives kind and address.
        keys: The closed lists.

    Finds:
        META210: the id is not the folder's name, a hyphen and the file's name.
        META211: the kind is not the folder's.
        META213: a translation does not say into which language.
    """
    source = _source(text, path)
    whole = yamlfile.whole(source.diagnostics)
    folder, name = address(path)
    kind = FOLDERS.get(folder, PublicationKind.NOTICE)
    read = read_row(
        BY_KIND.get(kind, PUBLICATION), source.value.fields, keys, whole=whole
    )
    row = read.value
    place = scope(row.row("scope"), keys)
    made = _publication(row, source.value, path, kind, place.value)
    found = [*source.diagnostics, *read.diagnostics, *place.diagnostics]
    found += _faults(row, f"{folder}-{name}", kind)
    return Result(made, tuple(found))


def read_chapter(text: str, path: str) -> Result[Chapter]:
    """Read a chapter of a handbook."""
    source = frontmatter.split(text, path)
    whole = yamlfile.whole(source.diagnostics)
    read = read_row(CHAPTER, source.value.fields, whole=whole)
    name = path.rpartition("/")[2].removesuffix(".md")
    title = read.value.text("title") or name
    body, line = source.value.body, source.value.body_line
    return Result(
        Chapter(name, title, body, path, line),
        source.diagnostics + read.diagnostics,
    )


def address(path: str) -> tuple[str, str]:
    """Return the folder and the name that a publication's path gives it.

    >>> address("so-tay/hoa-giai/handbook.yml")
    ('so-tay', 'hoa-giai')
    """
    folder, _, rest = path.partition("/")
    rest = rest.removesuffix(f"/{HANDBOOK}")
    return folder, rest.removesuffix(".md").removesuffix(".yml")


def _source(text: str, path: str) -> Result[Source]:
    if path.endswith(".md"):
        return frontmatter.split(text, path)
    tree = yamlfile.read(text, path)
    return Result(frontmatter.Source(tree.value), tree.diagnostics)


def _faults(row: Row, right: str, kind: PublicationKind) -> Iterator[Diagnostic]:
    if row.text("id") and row.text("id") != right:
        what = f"mã «{row.text('id')}» không khớp tên thư mục và tên tệp"
        hint = f"mã của tệp này là «{right}»"
        yield Diagnostic(row.at("id"), "META210", what, hint=hint)
    if row.text("kind") and row.text("kind") != kind:
        what = f"loại «{row.text('kind')}» không phải loại của thư mục này"
        hint = f"thư mục này chứa loại «{kind}» ({KIND_NAMES[kind]})"
        yield Diagnostic(row.at("kind"), "META211", what, hint=hint)
    if row.text("translation_of") and row.text("language") in ("", "vi"):
        what = "bản dịch chưa ghi là tiếng gì"
        hint = "ghi language, ví dụ language: km; xem content/_data/languages.yml"
        yield Diagnostic(row.at("translation_of"), "META213", what, hint=hint)


def _publication(
    row: Row, source: Source, path: str, kind: PublicationKind, place: Scope
) -> Publication:
    folder, name = address(path)
    return Publication(
        id=row.text("id") or f"{folder}-{name}",
        kind=kind,
        title=row.text("title") or name,
        folder=folder,
        name=name,
        path=path,
        summary=row.text("summary"),
        compiled_by=row.text("compiled_by"),
        responsible=row.text("responsible"),
        published=row.day("published"),
        valid_until=row.day("valid_until"),
        legal_basis=tuple(
            _basis(one) for one in row.rows("legal_basis") if one.text("cite")
        ),
        audience=row.texts("audience"),
        subjects=row.texts("subjects"),
        scope=place,
        language=row.text("language") or "vi",
        translation_of=row.text("translation_of"),
        everywhere=row.flag("everywhere"),
        review=_review(row.row("review")),
        body=source.body,
        body_line=source.body_line,
        chapters=_listed(row, path),
        questions=_questions(row),
        pass_mark=row.number("pass_mark"),
        minutes=row.number("minutes"),
        of=row.text("of"),
        steps=tuple(_step(one) for one in row.rows("steps") if one.text("of")),
        lessons=tuple(_lesson(one) for one in row.rows("lessons")),
        recording=_recording(row),
    )


def _step(row: Row) -> Step:
    chapter = row.text("chapter").removesuffix(".md")
    return Step(row.text("of"), chapter, row.number("minutes"), row.text("note"))


def _lesson(row: Row) -> Lesson:
    return Lesson(
        title=row.text("title"),
        minutes=row.number("minutes"),
        aims=row.texts("aims"),
        prepare=row.texts("prepare"),
        doings=tuple(
            Doing(one.text("text"), one.number("minutes")) for one in row.rows("doings")
        ),
        ask=row.texts("ask"),
        quiz=row.text("quiz"),
    )


def _recording(row: Row) -> Recording:
    return Recording(
        file=row.text("media"),
        poster=row.text("poster"),
        captions=row.text("captions"),
        parts=tuple(
            Moment(int(seconds(one.text("at"))), one.text("title"))
            for one in row.rows("parts")
            if one.text("at")
        ),
        transcript=row.text("transcript"),
    )


def _listed(row: Row, path: str) -> tuple[Chapter, ...]:
    """Name a handbook's chapters, yet to be read."""
    folder = path.rpartition("/")[0]
    return tuple(
        Chapter(name.removesuffix(".md"), "", "", f"{folder}/{name}")
        for name in row.texts("chapters")
    )


def _basis(row: Row) -> Basis:
    pin = row.text("pin").removeprefix("sha256:")
    return Basis(row.text("cite"), pin, row.day("written_on"), row.line)


def _asked(row: Row | None) -> Basis | None:
    return _basis(row) if row and row.text("cite") else None


def _review(row: Row | None) -> Review:
    if row is None:
        return Review()
    state = cast("ReviewState", row.text("state") or "draft")
    return Review(state, row.text("by"), row.day("on"))


def _questions(row: Row) -> tuple[Question, ...]:
    return tuple(_question(one) for one in row.rows("questions") if one.text("type"))


def _question(row: Row) -> Question:
    return Question(
        id=row.text("id"),
        type=cast("QuestionType", row.text("type")),
        text=row.text("text"),
        options=tuple(
            Option(one.text("text"), one.flag("correct")) for one in row.rows("options")
        ),
        answer=row.maybe("answer"),
        explanation=row.text("explanation"),
        basis=_asked(row.row("basis")),
        questions=_questions(row),
        line=row.line,
    )
