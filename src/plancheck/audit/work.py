"""What a worker does with one programme: judge it, and say it in rows."""

import datetime as dt
import time
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from functools import partial
from pathlib import Path

from plancheck.audit.columns import Record, Records
from plancheck.audit.limits import Failure, FailureKind
from plancheck.audit.orders import Answer, Orders, Task, failure_of
from plancheck.audit.remote import fetched
from plancheck.audit.rows import plans_of, records_of
from plancheck.cache.cache import Cache, usual_cache
from plancheck.checker import Checked, NotAProgrammeError, check_whole
from plancheck.errors import PlancheckError
from plancheck.model.report import Report
from plancheck.plugins.host import Host
from plancheck.programme.programme import Programme
from plancheck.reading import Observer
from plancheck.settings import FailOn
from plancheck.statuses import exit_status
from plancheck.translation import error_sentence
from plancheck.versions import folder_version


def start_worker(orders: Orders, as_of: dt.date) -> Callable[[Task], Answer | Failure]:
    """What answers tasks, with the plugins loaded once."""
    host = orders.host()
    cache = None if orders.is_fresh else usual_cache(host)
    return partial(judge, orders, as_of, host, cache)


def judge(
    orders: Orders, as_of: dt.date, host: Host, cache: Cache | None, task: Task
) -> Answer | Failure:
    """Judge one programme; what its user can mend is a failure with a sentence.

    Args:
        orders: What holds for every programme of the run.
        as_of: The day to judge by where the programme's own settings name none.
        host: The plugins, by the same orders.
        cache: Where results are kept; None to judge all anew.
        task: The programme.
    """
    begun = time.perf_counter()
    try:
        with _volumes(orders, task) as paths:
            # What is fetched brings the file of its settings with it.
            settings = orders.settings(task.found, as_of)
            checked = check_whole(
                paths,
                settings,
                host,
                observer=Observer(),
                options=orders.options,
                cache=cache,
            )
    except NotAProgrammeError as error:
        sentence = error_sentence(error, orders.language)
        return Failure(FailureKind.NO_PROGRAMME, detail=sentence)
    except PlancheckError as error:
        return failure_of(error, orders.language)
    report, programme = checked.report, checked.programme
    check = {
        **_said(report, programme),
        "exit_status": exit_status(report, settings.fail_on or FailOn.ERROR),
        "seconds": time.perf_counter() - begun,
    }
    records = records_of(report, settings.language or programme.language)
    plans = _plans(checked, cache)
    return Answer(check, {**records, **plans}, _is_stale(task, report))


def _volumes(orders: Orders, task: Task) -> AbstractContextManager[tuple[Path, ...]]:
    """The files of a programme, which are here only meanwhile if they must be fetched."""
    if task.found.address:
        return fetched(task.found, task.files, orders.out)
    return nullcontext(tuple(each.path for each in task.files))


def _plans(checked: Checked, cache: Cache | None) -> Records:
    """The rows of what the programme plans, kept as it is, whatever it is judged by."""
    version = f"plans {folder_version(Path(__file__).parent)}"
    plan = partial(plans_of, checked.programme)
    return cache.made(checked.key, version, plan) if cache else plan()


def _is_stale(task: Task, report: Report) -> bool:
    """Whether a file changed since the task was made; one that is fetched cannot tell."""
    read = {each.sha256 for each in report.documents if each.sha256}
    is_local = not task.found.address
    return is_local and not read <= {each.sha256 for each in task.files}


def _said(report: Report, programme: Programme) -> Record:
    """What a check says of the programme as a whole."""
    summary = report.programme
    first, last = summary.period or (None, None)
    pages = [document.page_count for document in report.documents]
    return {
        "state": "checked",
        "is_complete": int(report.is_complete),
        "title": summary.title,
        "municipality": summary.municipality,
        "region": programme.facts.region or None,
        "period_first": first,
        "period_last": last,
        "language": summary.language,
        "kind": summary.kind,
        "approved": summary.approved.isoformat() if summary.approved else None,
        "profile": report.profile.name,
        "edition": report.profile.edition,
        "stage": str(report.profile.stage),
        "as_of": report.as_of.isoformat(),
        "pages": sum(filter(None, pages)) if any(pages) else None,
    }
