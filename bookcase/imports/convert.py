"""Convert one record: text and facts to the two files of a work."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from bookcase.diagnostics import Diagnostic
from bookcase.imports import conserve, yamlout
from bookcase.imports.draft import letters
from bookcase.imports.letters import read_letters
from bookcase.imports.merged import Merged, read_merged
from bookcase.imports.noise import remove_noise
from bookcase.imports.structure import read_structure
from bookcase.imports.structured import Structured, read_literally
from bookcase.imports.tally import APART
from bookcase.imports.works import Signed, make_work
from bookcase.imports.wraps import join_wraps
from bookcase.legal.render import render
from bookcase.metadata.yamlwrite import scalar
from bookcase.model.tree import Frame, Framed, Kind, Paragraph, Quote, Unit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from bookcase.diagnostics import Span
    from bookcase.imports.draft import Draft, Guess
    from bookcase.imports.lookup import Lookup
    from bookcase.imports.record import Record
    from bookcase.model.act import Work
    from bookcase.model.relations import StatedRelation
    from bookcase.model.tree import Block

_HEAD = 20


@dataclass(frozen=True, slots=True)
class Converted:
    """A record as files (path below the content folder → text), and its report.

    ``work`` is the act's record, with the path of its one version.
    """

    record: str
    span: Span
    kind: str
    work: Work
    files: Mapping[str, str]
    stated: tuple[StatedRelation, ...]
    letters: int
    removed: Mapping[str, int]
    noted: Mapping[str, int]
    repairs: Mapping[str, int]
    guesses: tuple[Guess, ...]
    units: Mapping[str, int]
    moved: int
    unmapped: tuple[str, ...]
    diagnostics: tuple[Diagnostic, ...] = field(default=())

    @property
    def id(self) -> str:
        """Return the id of the act."""
        return self.work.id


def convert(record: Record, lookup: Lookup) -> Converted:
    """Convert a record.

    Finds:
        IMP101: letters would have been lost; the text was taken over without structure.
        IMP102: the number is none; the work counts as one without a number.
        IMP103: a consolidated text does not say what it is, or what it merges.
    """
    draft = read_letters(record.kind, record.number, record.text)
    draft = join_wraps(remove_noise(draft))
    read, found = _proven(record, draft)
    stamps = tuple(one.text for one in draft.removed if one.noted)
    merged = _merged(draft)
    if not record.number:
        record = replace(record, number=merged.number)
    signed = Signed(read.signers, stamps, _signature(read), merged)
    made = make_work(record, _head(draft), signed, lookup)
    if record.number and not made.work.number:
        what = f"«{record.number}» không có chữ số; coi như văn bản không số"
        found.append(Diagnostic(record.span, "IMP102", what, "warning"))
    if record.kind == "consolidated":
        found += _untold(made.work, record.span)
    return Converted(
        record=record.id,
        span=record.span,
        kind=record.kind,
        work=made.work,
        files=_files(made.work, read, lookup.names.get(made.work.type, record.type)),
        stated=made.stated,
        letters=sum(len(letters(line.text)) for line in draft.source),
        removed=_removed(draft, noted=False),
        noted=_removed(draft, noted=True),
        repairs=_repairs(draft, made.repairs),
        guesses=(*draft.guesses, *read.guesses, *made.guesses),
        units=count_units(read.text.blocks),
        moved=read.moved,
        unmapped=made.unmapped,
        diagnostics=tuple(found),
    )


def _head(draft: Draft) -> tuple[str, ...]:
    """Return the first lines; codified texts begin with Điều 1 and say nothing."""
    lines = () if draft.kind == "codified" else draft.lines[:_HEAD]
    return tuple(line.text for line in lines)


def _merged(draft: Draft) -> Merged:
    if draft.kind != "consolidated":
        return Merged()
    return read_merged([line.text for line in draft.lines])


def _untold(work: Work, span: Span) -> Iterator[Diagnostic]:
    """Yield a finding where a consolidated text leaves open what it is."""
    told = {
        "ngày xác thực": work.issued,
        "văn bản được hợp nhất": work.consolidates,
        "văn bản sửa đổi, bổ sung": work.merges,
    }
    lacking = [name for name, value in told.items() if not value]
    if lacking:
        what = f"văn bản hợp nhất «{work.number}» không cho biết {', '.join(lacking)}"
        hint = "người biên tập ghi vào issued, consolidates, merges của document.yml"
        yield Diagnostic(span, "IMP103", what, "warning", hint)


def _signature(read: Structured) -> tuple[str, ...]:
    return tuple(
        block.text
        for frame in read.text.blocks
        if isinstance(frame, Framed) and frame.frame is Frame.SIGNATURE
        for block in frame.blocks
        if isinstance(block, Paragraph)
    )


def _files(work: Work, read: Structured, type_name: str) -> dict[str, str]:
    title = work.title or f"{type_name} số {work.number}".removesuffix(" số ")
    head = f"---\ntitle: {scalar(title, flow=False)}\n---\n"
    return {
        work.path: yamlout.document(work),
        work.versions[0].path: head + render(read.text),
    }


def _repairs(draft: Draft, numbers: tuple[str, ...]) -> dict[str, int]:
    counts = Counter({one.what: one.count for one in draft.repairs})
    counts.update(f"số, ký hiệu: {one}" for one in numbers)
    return dict(counts)


def _proven(record: Record, draft: Draft) -> tuple[Structured, list[Diagnostic]]:
    """Read the structure, and fall back to plain paragraphs where letters are lost."""
    read = read_structure(draft)
    lines = read.order if read.moved else draft.source
    source = conserve.source_letters(lines, draft.removed)
    place = conserve.first_difference(source, conserve.tree_letters(read.text))
    if place is None:
        return read, []
    what = f"chữ bị mất khi nhận cấu trúc, gần «{source[place : place + 40]}»"
    hint = "văn bản được giữ thành các đoạn thường; người biên tập đặt lại cấu trúc"
    return read_literally(draft), [
        Diagnostic(record.span, "IMP101", what, "error", hint)
    ]


def _removed(draft: Draft, *, noted: bool) -> dict[str, int]:
    counts: Counter[str] = Counter()
    for one in draft.removed:
        if one.noted is noted:
            counts[one.what] += len(letters(one.text))
    return dict(counts)


def count_units(blocks: Iterable[Block]) -> dict[str, int]:
    """Count units outside quotes by kind, and the quotes.

    ``article`` are those outside attached regulations, annexes and forms; the others
    are ``article_apart``; ``quoted_article`` those inside quotes.
    """
    return dict(Counter(_names(blocks, apart=False, quoted=False)))


def _names(blocks: Iterable[Block], *, apart: bool, quoted: bool) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Quote):
            if not quoted:
                yield "quote"
            yield from _names(block.blocks, apart=apart, quoted=True)
        elif isinstance(block, Unit):
            inside = apart or block.kind in APART
            if not quoted:
                away = block.kind is Kind.ARTICLE and apart
                yield "article_apart" if away else str(block.kind)
            elif block.kind is Kind.ARTICLE:
                yield "quoted_article"
            yield from _names(block.blocks, apart=inside, quoted=quoted)
