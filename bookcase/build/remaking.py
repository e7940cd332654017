"""Making what is due when anything may have changed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bookcase.build.edits import forget_texts
from bookcase.build.kept.reading import dates_in, read_library, turning
from bookcase.build.making import in_index
from bookcase.build.outcome import BuildReport
from bookcase.build.part.narrowing import elsewhere, narrowed
from bookcase.build.publishing.hold import forget
from bookcase.build.publishing.publish import finish, outputs_of, publish
from bookcase.build.renewal import Renewal
from bookcase.build.roots import CONTENT
from bookcase.build.saving import (
    BASE,
    ELSEWHERE,
    HUB,
    LINKING,
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
from bookcase.build.site import make_all
from bookcase.build.state import DATES, RESTED
from bookcase.diagnostics import has_errors
from bookcase.rules.run import check_hub, check_texts

if TYPE_CHECKING:
    from bookcase.build.kept.ledger import Ledger
    from bookcase.build.request import BuildRequest
    from bookcase.build.state import Before


def everything(request: BuildRequest, before: Before, ledger: Ledger) -> BuildReport:
    """Make what is due when anything may have changed."""
    forget_texts()
    content, files = request.content, before.roots[CONTENT]
    loaded = read_library(content, files, ledger)
    whole = loaded.value
    library = narrowed(whole, request.part)
    found = {*loaded.diagnostics, *check_hub(content, whole)}
    if has_errors(tuple(found)) and not request.keep_going:
        found.update(check_texts(content, whole))
        return BuildReport(found=tuple(sorted(found)), refused=True)
    hub = hub_for(request, before)
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
        ledger.set_value(DATES, turning(dates_in(known)))
        save(request, ledger, made, report)
        save_files(request, before, ledger, distrusted(before.roots, moving))
        publish(before.site, ledger, before.site.there.keys() - belongs)
    finish(request.site, before.site.stage, ledger)
    forget(request.ledger.parent, request.ledger, request.site)
    return report
