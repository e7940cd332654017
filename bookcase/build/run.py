"""A build from beginning to end: what differs, what is due, the site in its place.

What makes pages is loaded only when any are due: it takes longer to load than to see
that nothing has changed.
"""

from __future__ import annotations

import shutil
import sqlite3
from concurrent.futures import BrokenExecutor
from contextlib import closing
from dataclasses import replace
from importlib import import_module
from typing import TYPE_CHECKING, Protocol, cast

from bookcase.build.kept.ledger import DAMAGED, Ledger
from bookcase.build.publishing.hold import held, recover, stage_of
from bookcase.build.publishing.publish import MOVES, empty, finish, publish
from bookcase.build.roots import CODE, CONTENT
from bookcase.build.saving import REPORT, put_stamp, save_files
from bookcase.build.state import DAY, OPTIONS, edited, is_quick, look
from bookcase.diagnostics import has_errors
from bookcase.errors import MachineError, UsageError

if TYPE_CHECKING:
    from pathlib import Path

    from bookcase.build.outcome import BuildReport
    from bookcase.build.request import BuildRequest
    from bookcase.build.state import Before


class _Remaking(Protocol):
    """What :mod:`bookcase.build.remaking` does."""

    def everything(
        self, request: BuildRequest, before: Before, ledger: Ledger
    ) -> BuildReport: ...


class _Edits(Protocol):
    """What :mod:`bookcase.build.edits` does."""

    def few(
        self,
        request: BuildRequest,
        before: Before,
        ledger: Ledger,
        owners: frozenset[str],
    ) -> BuildReport: ...


def _remaking() -> _Remaking:
    return cast("_Remaking", import_module("bookcase.build.remaking"))


def _edits() -> _Edits:
    return cast("_Edits", import_module("bookcase.build.edits"))


def build(request: BuildRequest) -> BuildReport:
    """Bring a site to what the content says; its state before stays until then.

    Raises:
        UsageError: There is no configuration, or none that can be used.
        MachineError: The disk is full, or something cannot be read.
    """
    if not request.config.is_file():
        message = f"không có tệp cấu hình {request.config}"
        raise UsageError(message)
    with (
        held(request.ledger.with_suffix(".khoa"), request.waits),
        closing(Ledger(request.ledger)) as ledger,
    ):
        stage = stage_of(request.site)
        try:
            return _whole(request, stage, ledger)
        except OSError as error:
            message = f"máy báo lỗi: {error.filename or ''} {error.strerror}".strip()
            raise MachineError(message) from error
        except BrokenExecutor as error:
            message = "một tiến trình dựng trang dừng đột ngột; có thể máy hết bộ nhớ"
            raise MachineError(message) from error
        finally:
            if ledger.value(MOVES) is None:  # else the next build ends the moves
                shutil.rmtree(stage, ignore_errors=True)


def _whole(request: BuildRequest, stage: Path, ledger: Ledger) -> BuildReport:
    """Build; once more from the beginning where the ledger turns out to be damaged."""
    try:
        return _build(request, stage, ledger)
    except (sqlite3.DatabaseError, *DAMAGED):
        ledger.begin_anew()
        return _build(request, stage, ledger)


def _build(request: BuildRequest, stage: Path, ledger: Ledger) -> BuildReport:
    recover(request.site)
    finish(request.site, stage, ledger)
    if request.clean:
        ledger.clear()
    stage.mkdir(parents=True, exist_ok=True)
    before = look(request, stage, ledger)
    last = ledger.value(OPTIONS) or ((), ())
    if before.differ[CODE] or last[0] != request.options[0]:
        ledger.clear()  # what another program kept is not to be read
    if not is_quick(request, before, ledger):
        return _remaking().everything(request, before, ledger)
    owners = edited(before, ledger) if before.differ[CONTENT] else frozenset()
    if owners is None:
        return _remaking().everything(request, before, ledger)
    empty(stage)
    if not owners:
        return _standing(request, before, ledger)
    return _edits().few(request, before, ledger, owners)


def _standing(request: BuildRequest, before: Before, ledger: Ledger) -> BuildReport:
    """Leave the site as it is, but for the day."""
    report: BuildReport = ledger.thing(REPORT)
    if has_errors(report.found) and not request.keep_going:
        return replace(report, refused=True)
    if not before.moved and ledger.value(DAY) == request.as_of.toordinal():
        return report
    put_stamp(request, before, ledger, report)
    with ledger.whole():
        save_files(request, before, ledger, before.roots)
        publish(before.site, ledger, ())
    finish(request.site, before.site.stage, ledger)
    return report
