"""A build from beginning to end: what differs, what is due, the site in its place."""

from __future__ import annotations

import hashlib
import shutil
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

from bookcase.build import roots, stamp
from bookcase.build.cited import linking
from bookcase.build.context import BuildConfig
from bookcase.build.edits import make_few
from bookcase.build.engine import HubRequest
from bookcase.build.engine import held as held_by
from bookcase.build.hold import held, recover, stage_of
from bookcase.build.hub import hub_key, hub_of
from bookcase.build.keys import sources
from bookcase.build.ledger import Ledger
from bookcase.build.publish import finish, outputs_of, publish
from bookcase.build.reading import dates_in, read_library
from bookcase.build.renewal import CITED, Ground, Renewal
from bookcase.build.roots import CONTENT
from bookcase.build.signatures import (
    NOT_TRUSTED,
    Known,
    digest_all,
    signature,
    signatures,
)
from bookcase.build.site import BuildReport, Frame, counts, in_index, make_all
from bookcase.build.state import (
    DATES,
    DAY,
    OPTIONS,
    RESTED,
    edited,
    is_quick,
    look,
    stands,
)
from bookcase.build.texts import held_text, lacking_rows
from bookcase.build.watch import differing
from bookcase.diagnostics import Diagnostic, Span, has_errors
from bookcase.errors import MachineError, UsageError
from bookcase.history.rests import rests
from bookcase.pages.catalog import catalog
from bookcase.rules.run import check_hub, check_texts

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bookcase.build.cited import Linking
    from bookcase.build.hub import SavedHub
    from bookcase.build.ledger import Begun
    from bookcase.build.request import BuildRequest
    from bookcase.build.roots import Roots
    from bookcase.build.site import Outcome
    from bookcase.build.state import Before
    from bookcase.model.library import Library
    from bookcase.pages.catalog import Catalog

DAMAGED = "tệp trong thư mục trang đã mất hoặc bị sửa"
_OUTCOME, _LINKING, _REPORT, _HUB = "outcome", "linking", "report", "hub"
_BASE, _BEGUN = "base", "begun"


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
            return _build(request, stage, ledger)
        except OSError as error:
            message = f"máy báo lỗi: {error.filename or ''} {error.strerror}".strip()
            raise MachineError(message) from error
        finally:
            shutil.rmtree(stage, ignore_errors=True)


def _build(request: BuildRequest, stage: Path, ledger: Ledger) -> BuildReport:
    recover(request.site)
    finish(request.site, stage, ledger)
    if request.clean:
        ledger.clear()
    stage.mkdir(parents=True, exist_ok=True)
    before = look(request, stage, ledger)
    if stands(request, before, ledger):
        return _standing(request, before, ledger)
    owners = edited(before, ledger) if is_quick(request, before, ledger) else None
    if owners:
        return _few(request, before, ledger, owners)
    return _all(request, before, ledger)


def _standing(request: BuildRequest, before: Before, ledger: Ledger) -> BuildReport:
    """Leave the site as it is, but for the day."""
    report: BuildReport = ledger.thing(_REPORT)
    if has_errors(report.found) and not request.keep_going:
        return replace(report, refused=True)
    if not before.moved and ledger.value(DAY) == request.as_of.toordinal():
        return report
    _put_stamp(request, before, ledger, report)
    with ledger.whole():
        _save_files(request, before, ledger, before.roots)
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
    last: Outcome = ledger.thing(_OUTCOME)
    known: Linking = ledger.thing(_LINKING)
    hub: SavedHub = ledger.thing(_HUB)
    frame = _frame(request, before, hub)
    renewal = Renewal(ledger, before.site.stage, _ground(before, hub), ledger.keys())
    made = make_few(frame, last, known, renewal, owners)
    moving = _changed_since(request, before)
    report = _told(made, renewal, moving)
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
        _save(request, ledger, made, report)
        _save_files(request, before, ledger, _distrusted(before.roots, moving))
        publish(before.site, ledger, gone)
    finish(request.site, before.site.stage, ledger)
    return report


def _all(request: BuildRequest, before: Before, ledger: Ledger) -> BuildReport:
    """Make what is due when anything may have changed."""
    content, files = request.content, before.roots[CONTENT]
    loaded = read_library(content, files, ledger)
    library = loaded.value
    found = {*loaded.diagnostics, *check_hub(content, library)}
    if has_errors(tuple(found)) and not request.keep_going:
        found.update(check_texts(content, library))
        return BuildReport(found=tuple(sorted(found)), refused=True)
    hub = _hub(request, before, library)
    seen = _catalog(request, hub, library)
    known = linking(seen)
    ground = _ground(before, hub)
    forced = dict(_forced(before, known, ledger))
    renewal = Renewal(
        ledger,
        before.site.stage,
        ground._replace(forced=forced, new_base=ledger.value(_BASE) != ground.base),
        ledger.keys(),
        _begun(request, before, ground, ledger),
    )
    hub.put(before.site.stage)
    made = make_all(_frame(request, before, hub), library, known, renewal)
    beside = (*sorted(found), *made.findings.beside)
    made = made._replace(findings=replace(made.findings, beside=beside))
    moving = _changed_since(request, before)
    report = _told(made, renewal, moving)
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
        ledger.set_thing(_LINKING, known)
        ledger.set_thing(_HUB, hub)
        ledger.set_value(_BASE, ground.base)
        ledger.set_value(RESTED, sorted(_rested(seen)))
        ledger.set_value(DATES, dates_in(known))
        _save(request, ledger, made, report)
        _save_files(request, before, ledger, _distrusted(before.roots, moving))
        publish(before.site, ledger, before.site.there.keys() - belongs)
    finish(request.site, before.site.stage, ledger)
    return report


def _told(made: Outcome, renewal: Renewal, moving: frozenset[str]) -> BuildReport:
    """Return the report of a build, with what was made and why."""
    found = tuple(sorted({*made.findings.all, *_moving(moving)}))
    return replace(
        made.report, found=found, made=len(renewal.rows), why=renewal.reasons
    )


def _save(
    request: BuildRequest, ledger: Ledger, made: Outcome, report: BuildReport
) -> None:
    """Keep what the next build goes on from."""
    made.indexed.save(ledger)
    ledger.set_thing(_OUTCOME, made.kept)
    ledger.set_thing(_REPORT, replace(report, made=0, why={}))
    ledger.set_value(OPTIONS, request.options)


def _save_files(
    request: BuildRequest, before: Before, ledger: Ledger, files: Roots
) -> None:
    """Keep the files as they were found, and the day."""
    ledger.set_value(DAY, request.as_of.toordinal())
    if before.moved:
        roots.keep(ledger, files)


def _changed_since(request: BuildRequest, before: Before) -> frozenset[str]:
    """Return the files of the content that changed while they were read."""
    if before.differ[CONTENT].added or before.differ[CONTENT].removed:
        now = signatures(request.content)
        return frozenset(p for p, told in now.items() if before.seen.get(p) != told)
    paths = before.differ[CONTENT].changed
    return frozenset(
        p for p in paths if before.seen[p] != signature(request.content / p)
    )


def _distrusted(files: Roots, paths: frozenset[str]) -> Roots:
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


def _frame(request: BuildRequest, before: Before, hub: SavedHub) -> Frame:
    index_damaged = any(path.startswith("assets/") for path in before.damaged)
    return Frame(
        _config(request, before.site.stage, hub),
        hub.hub,
        before.site,
        anew=index_damaged,
        progress=request.progress,
    )


def _config(request: BuildRequest, stage: Path, hub: SavedHub) -> BuildConfig:
    return BuildConfig(
        content=request.content,
        site=stage,
        theme=hub.hub.theme,
        as_of=request.as_of,
        site_url=hub.hub.site_url,
        official=hub.hub.official,
        jobs=request.jobs,
        leaflets=request.leaflets,
        allow_stale=request.allow_stale,
        cache=request.kept,
        previous=request.previous,
    )


def _ground(before: Before, hub: SavedHub) -> Ground:
    differ = before.differ[CONTENT]
    base = roots.base_of(before.roots, hub.hub)
    return Ground(base, sources(before.roots[CONTENT]), differ.all)


def _hub(request: BuildRequest, before: Before, library: Library) -> SavedHub:
    out = before.site.stage / "khung"
    asked = HubRequest(request.config, request.content, out, held_by(library))
    key = hub_key(asked, request.engine, before.roots)
    return hub_of(request.kept, request.engine, key, asked)


def _catalog(request: BuildRequest, hub: SavedHub, library: Library) -> Catalog:
    resting = rests(request.content, library, request.as_of)
    return catalog(library, request.as_of, hub.hub.official, resting)


def _forced(
    before: Before, known: Linking, ledger: Ledger
) -> Iterator[tuple[str, str]]:
    """Yield the pages that must be made whatever their keys say, and why."""
    last: Linking | None = ledger.thing(_LINKING)
    differ = differing(last, known) if last else frozenset()
    if differ:
        for url, facts in ledger.facts():
            if not differ.isdisjoint(facts):
                yield url, CITED
    for path in before.damaged:
        yield path, DAMAGED


def _begun(
    request: BuildRequest, before: Before, ground: Ground, ledger: Ledger
) -> Begun:
    """Return what a killed build made for this very state of all files, if one did."""
    token = hashlib.blake2b(ground.base, digest_size=16)
    token.update(digest_all(before.roots[CONTENT]))
    token.update(request.as_of.isoformat().encode())
    if ledger.value(_BEGUN) == token.digest():
        return ledger.begun()
    shutil.rmtree(before.site.stage)
    before.site.stage.mkdir()
    with ledger.whole():
        ledger.end()
        ledger.set_value(_BEGUN, token.digest())
    return {}


def _rested(seen: Catalog) -> Iterator[str]:
    """Yield the texts that more than pages rest on: what publications cite is judged.

    An act's words follow from those of the acts that change it, and so on.
    """
    waiting = {one.aim.work for rows in seen.rests.values() for one in rows}
    done: set[str] = set()
    while waiting:
        id_ = waiting.pop()
        done.add(id_)
        waiting |= {by for by, _ in seen.effects.get(id_, ())} - done
        work = seen.works.get(id_)
        yield from (one.path for one in work.versions) if work else ()
