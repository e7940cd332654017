"""What a build tells, and what it keeps for the next one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bookcase.build import roots
from bookcase.build.files import stamp
from bookcase.build.kept.signatures import NOT_TRUSTED, Known, signature, signatures
from bookcase.build.roots import CONTENT
from bookcase.build.state import DAY, OPTIONS
from bookcase.diagnostics import Diagnostic, Span

if TYPE_CHECKING:
    from bookcase.build.kept.ledger import Ledger
    from bookcase.build.outcome import BuildReport, Outcome
    from bookcase.build.renewal import Renewal
    from bookcase.build.request import BuildRequest
    from bookcase.build.roots import Roots
    from bookcase.build.state import Before

OUTCOME, LINKING, REPORT, HUB, BASE = "outcome", "linking", "report", "hub", "base"
ELSEWHERE = "elsewhere"
"""Names in the ledger."""


def told(made: Outcome, renewal: Renewal, moving: frozenset[str]) -> BuildReport:
    """Return the report of a build, with what was made and why."""
    return replace(
        made.report,
        found=(*made.findings.all, *_moving(moving)),
        quiet=made.findings.quiet,
        made=len(renewal.rows),
        why=renewal.reasons,
    )


def save(
    request: BuildRequest, ledger: Ledger, made: Outcome, report: BuildReport
) -> None:
    """Keep what the next build goes on from."""
    made.indexed.save(ledger)
    ledger.set_thing(OUTCOME, made.kept)
    ledger.set_thing(REPORT, replace(report, made=0, why={}, anew=False, index=None))
    ledger.set_value(OPTIONS, request.options)


def save_files(
    request: BuildRequest, before: Before, ledger: Ledger, files: Roots
) -> None:
    """Keep the files as they were found, and the day."""
    ledger.set_value(DAY, request.as_of.toordinal())
    if before.moved:
        roots.keep(ledger, files)


def changed_since(request: BuildRequest, before: Before) -> frozenset[str]:
    """Return the files of the content that changed while they were read."""
    if before.differ[CONTENT].added or before.differ[CONTENT].removed:
        now = signatures(request.content)
        return frozenset(p for p, told in now.items() if before.seen.get(p) != told)
    paths = before.differ[CONTENT].changed
    return frozenset(
        p for p in paths if before.seen[p] != signature(request.content / p)
    )


def distrusted(files: Roots, paths: frozenset[str]) -> Roots:
    """Return the files so that some of them will differ the next time."""
    content = {**files[CONTENT], **dict.fromkeys(paths, Known(NOT_TRUSTED, b"?"))}
    return {**files, CONTENT: content}


def _moving(paths: frozenset[str]) -> tuple[Diagnostic, ...]:
    what = "tệp thay đổi trong lúc dựng; trang có thể chưa theo bản mới"
    hint = "dựng lại khi đã lưu xong"
    return tuple(
        Diagnostic(Span(path), "FILE012", what, "warning", hint)
        for path in sorted(paths)
    )


def put_stamp(
    request: BuildRequest, before: Before, ledger: Ledger, report: BuildReport
) -> None:
    """Write the day that the site speaks of, if it is another than before."""
    if ledger.value(DAY) != request.as_of.toordinal():
        counted = counts(report)
        stamp.write(before.site.stage, request.as_of, counted, report.notices)


def counts(report: BuildReport) -> dict[str, int]:
    """Return what the stamp tells of the site."""
    return {
        "van-ban": report.works,
        "bai": report.publications,
        "xa": report.communes,
        "so-bo": report.register,
    }
