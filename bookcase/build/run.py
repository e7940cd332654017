"""A build from beginning to end: what differs, what is due, the site in its place."""

from __future__ import annotations

import shutil
import sqlite3
from concurrent.futures import BrokenExecutor
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

from bookcase.build import stamp
from bookcase.build.edits import make_few
from bookcase.build.hold import forget, held, recover, stage_of
from bookcase.build.ledger import DAMAGED, Ledger
from bookcase.build.outcome import BuildReport
from bookcase.build.part import elsewhere, narrowed
from bookcase.build.publish import MOVES, empty, finish, outputs_of, publish
from bookcase.build.reading import dates_in, read_library
from bookcase.build.renewal import Renewal
from bookcase.build.roots import CODE, CONTENT
from bookcase.build.saving import (
    BASE,
    ELSEWHERE,
    HUB,
    LINKING,
    OUTCOME,
    REPORT,
    changed_since,
    distrusted,
    save,
    save_files,
    told,
)
from bookcase.build.setting import (
    begun_before,
    forced_by,
    frame_of,
    ground_of,
    hub_for,
    known_for,
    rested_on,
)
from bookcase.build.site import counts, in_index, make_all
from bookcase.build.state import DATES, DAY, OPTIONS, RESTED, edited, is_quick, look
from bookcase.build.texts import held_text, lacking_rows
from bookcase.diagnostics import has_errors
from bookcase.errors import MachineError, UsageError
from bookcase.rules.run import check_hub, check_texts

if TYPE_CHECKING:
    from pathlib import Path

    from bookcase.build.cited import Linking
    from bookcase.build.hub import SavedHub
    from bookcase.build.outcome import Outcome
    from bookcase.build.part import Elsewhere
    from bookcase.build.request import BuildRequest
    from bookcase.build.state import Before


def build(request: BuildRequest) -> BuildReport:
    """Bring a site to what the content says; its state before stays until then.

    Raises:
        UsageError: There is no configuration, or none that can be used.
        MachineError: The disk is full, or something cannot be read.
    """
    if not request.config.is_file():
        message = f"không có tệp cấu hình {request.config}"
        raise UsageError(message)
    held_text.cache_clear()
    lacking_rows.cache_clear()
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
        return _all(request, before, ledger)
    owners = edited(before, ledger) if before.differ[CONTENT] else frozenset()
    if owners is None:
        return _all(request, before, ledger)
    empty(stage)
    if not owners:
        return _standing(request, before, ledger)
    return _few(request, before, ledger, owners)


def _standing(request: BuildRequest, before: Before, ledger: Ledger) -> BuildReport:
    """Leave the site as it is, but for the day."""
    report: BuildReport = ledger.thing(REPORT)
    if has_errors(report.found) and not request.keep_going:
        return replace(report, refused=True)
    if not before.moved and ledger.value(DAY) == request.as_of.toordinal():
        return report
    _put_stamp(request, before, ledger, report)
    with ledger.whole():
        save_files(request, before, ledger, before.roots)
        publish(before.site, ledger, ())
    finish(request.site, before.site.stage, ledger)
    return report


def _put_stamp(
    request: BuildRequest, before: Before, ledger: Ledger, report: BuildReport
) -> None:
    if ledger.value(DAY) != request.as_of.toordinal():
        stamp.write(before.site.stage, request.as_of, counts(report))


def _few(
    request: BuildRequest, before: Before, ledger: Ledger, owners: frozenset[str]
) -> BuildReport:
    """Make what is due when nothing but texts of some acts has changed."""
    last: Outcome = ledger.thing(OUTCOME)
    known: Linking = ledger.thing(LINKING)
    hub: SavedHub = ledger.thing(HUB)
    missing: Elsewhere | None = ledger.thing(ELSEWHERE)
    frame = frame_of(request, before, hub, missing)
    ground = ground_of(before, hub, missing)
    renewal = Renewal(ledger, before.site.stage, ground, ledger.keys())
    made = make_few(frame, last, known, renewal, owners)
    moving = changed_since(request, before)
    report = told(made, renewal, moving)
    if has_errors(report.found) and not request.keep_going:
        return replace(report, refused=True)
    _put_stamp(request, before, ledger, report)
    followed = made.followed
    gone = set(last.indexed.files - made.indexed.files)
    gone |= set(last.further) - set(made.further)
    with ledger.whole():
        ledger.put(renewal.rows.values())
        if followed:
            ledger.drop(set(last.further) - set(made.further))
            ledger.set_mends(sorted(followed.mends.items()))
        save(request, ledger, made, report)
        save_files(request, before, ledger, distrusted(before.roots, moving))
        publish(before.site, ledger, gone)
    finish(request.site, before.site.stage, ledger)
    return report


def _all(request: BuildRequest, before: Before, ledger: Ledger) -> BuildReport:
    """Make what is due when anything may have changed."""
    content, files = request.content, before.roots[CONTENT]
    loaded = read_library(content, files, ledger)
    whole = loaded.value
    library = narrowed(whole, request.part)
    found = {*loaded.diagnostics, *check_hub(content, whole)}
    if has_errors(tuple(found)) and not request.keep_going:
        found.update(check_texts(content, whole))
        return BuildReport(found=tuple(sorted(found)), refused=True)
    hub = hub_for(request, before, library)
    known = known_for(request, hub, whole, library)
    missing = elsewhere(whole, library, hub.hub.site_url)
    ground = ground_of(before, hub, missing)
    forced = dict(forced_by(before, known, ledger))
    renewal = Renewal(
        ledger,
        before.site.stage,
        ground._replace(forced=forced, new_base=ledger.value(BASE) != ground.base),
        ledger.keys(),
        begun_before(request, before, ground, ledger),
    )
    hub.put(before.site.stage)
    frame = frame_of(request, before, hub, missing)
    made = make_all(frame, whole, known, renewal)
    beside = (*sorted(found), *made.findings.beside)
    made = made._replace(findings=replace(made.findings, beside=beside))
    moving = changed_since(request, before)
    report = replace(told(made, renewal, moving), anew=True)
    if has_errors(report.found) and not request.keep_going:
        return replace(report, refused=True)
    belongs = {*renewal.planned, *hub.files, *made.indexed.files}
    belongs |= outputs_of(before.site.stage).keys()
    with ledger.whole():
        ledger.put(renewal.rows.values())
        ledger.drop(renewal.before.keys() - renewal.planned.keys())
        ledger.set_reads(sorted(renewal.reads))
        ledger.set_mends(sorted(made.followed.mends.items()) if made.followed else ())
        ledger.drop_parts(frozenset(in_index(made.words, made.dated)))
        ledger.set_thing(LINKING, known)
        ledger.set_thing(HUB, hub)
        ledger.set_thing(ELSEWHERE, missing)
        ledger.set_value(BASE, ground.base)
        ledger.set_value(RESTED, sorted(rested_on(known.catalog)))
        ledger.set_value(DATES, dates_in(known))
        save(request, ledger, made, report)
        save_files(request, before, ledger, distrusted(before.roots, moving))
        publish(before.site, ledger, before.site.there.keys() - belongs)
    finish(request.site, before.site.stage, ledger)
    forget(request.ledger.parent, request.ledger, request.site)
    return report
