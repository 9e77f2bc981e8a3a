"""What a worker does with one programme: judge it, and say it in rows."""

import datetime as dt
import time
from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from plancheck.audit.found import Found
from plancheck.audit.keys import FileDigest
from plancheck.audit.limits import Failure, FailureKind
from plancheck.audit.remote import fetched
from plancheck.audit.rows import Record, Records, plans_of, records_of
from plancheck.cache.cache import Cache, usual_cache
from plancheck.checker import NO_OPTIONS, NotAProgrammeError, Observer, check_whole
from plancheck.errors import PlancheckError
from plancheck.model.report import Report
from plancheck.plugins.host import Host, load_plugins
from plancheck.programme import Programme
from plancheck.reader import ReadingOptions
from plancheck.settings import FailOn, Settings, find_settings, trusted_rule_files
from plancheck.settings.checked_toml import SettingsError
from plancheck.statuses import exit_status
from plancheck.translation import error_sentence
from plancheck.versions import folder_version


@dataclass(frozen=True, slots=True)
class Task:
    """A programme to judge: its files as they were when the task was made."""

    found: Found
    key: str
    files: tuple[FileDigest, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """A check, and all rows that come from it by the names of their tables.

    `is_stale` tells that a file changed between the making of the task and the reading.
    """

    check: Record
    records: Records
    is_stale: bool = False


@dataclass(frozen=True, slots=True)
class Orders:
    """What holds for every programme of a run; a worker gets it as it starts.

    `asked` are the settings of the command line, which go before those of a file;
    `language` is that of sentences about what could not be judged; reports are in the
    one that is asked for, else in that of each programme. `folder` is what is audited,
    or where one stands; `out` is where what must be fetched may lie meanwhile.
    With `is_fresh` nothing is taken from the cache.
    """

    asked: Settings
    folder: Path
    out: Path
    without: tuple[str, ...] = ()
    rule_files: tuple[Path, ...] = ()
    options: ReadingOptions = NO_OPTIONS
    language: str = "en"
    is_fresh: bool = False

    def host(self) -> Host:
        """The plugins, and the rules that the settings of the audited folder name."""
        own = trusted_rule_files(find_settings(self.folder, self.asked))
        return load_plugins(self.without, (*own, *self.rule_files))

    def settings(self, found: Found, as_of: dt.date) -> Settings:
        """What one programme is judged by: its own file's settings, and what was asked.

        Raises:
            PlancheckError: The file cannot be used.
        """
        settings = find_settings(found.path, self.asked)
        trusted_rule_files(settings)
        return settings.overlaid(Settings(as_of=settings.as_of or as_of))


def start_worker(orders: Orders, as_of: dt.date) -> Callable[[Task], Answer | Failure]:
    """What answers tasks, with the plugins loaded once."""
    host = orders.host()
    cache = None if orders.is_fresh else usual_cache(host)
    return partial(judge, orders, as_of, host, cache)


def judge(
    orders: Orders, as_of: dt.date, host: Host, cache: Cache | None, task: Task
) -> Answer | Failure:
    """Judge one programme; what its user can mend is a failure with a sentence."""
    begun = time.perf_counter()
    volumes = tuple(each.path for each in task.files)
    place = (
        fetched(task.found, task.files, orders.out)
        if task.found.address
        else nullcontext(volumes)
    )
    try:
        with place as paths:
            settings = orders.settings(task.found, as_of)
            checked = check_whole(
                paths,
                settings,
                host,
                observer=Observer(),
                options=orders.options,
                cache=cache,
            )
    except PlancheckError as error:
        return failure_of(error, orders.language)
    report, programme = checked.report, checked.programme
    language = settings.language or programme.language
    check = {
        **_said(report, programme),
        "exit_status": exit_status(report, settings.fail_on or FailOn.ERROR),
        "seconds": time.perf_counter() - begun,
    }
    read = {each.sha256 for each in report.documents if each.sha256}
    is_local = not task.found.address
    is_stale = is_local and not read <= {each.sha256 for each in task.files}
    version = f"plans {folder_version(Path(__file__).parent)}"
    plan = partial(plans_of, programme)
    plans = cache.made(checked.key, version, plan) if cache else plan()
    return Answer(check, {**records_of(report, language), **plans}, is_stale)


def failure_of(error: PlancheckError, language: str) -> Failure:
    """The failure that an error is, with its sentence."""
    return Failure(_kind_of(error), detail=error_sentence(error, language))


def _kind_of(error: PlancheckError) -> FailureKind:
    if isinstance(error, NotAProgrammeError):
        return FailureKind.NO_PROGRAMME
    if isinstance(error, SettingsError):
        return FailureKind.SETTINGS
    return FailureKind.UNREADABLE


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
