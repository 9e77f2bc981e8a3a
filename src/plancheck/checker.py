"""The one module that knows all the parts: from paths to a report."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from plancheck.cache.cache import Cache
from plancheck.catalogue import load_pages
from plancheck.engine import judge, score_criteria
from plancheck.errors import IncompleteError
from plancheck.model.document import VolumePart
from plancheck.model.message import Message
from plancheck.model.report import ProfileInfo, ProgrammeSummary, Report, Result
from plancheck.plugins.host import Host, load_plugins
from plancheck.programme.kind import PROGRAMME_KINDS
from plancheck.programme.programme import Programme
from plancheck.reader import NO_OPTIONS, Reader, ReadingOptions
from plancheck.reading import Observer, Paths, as_paths, read_programme
from plancheck.selection import Selected, select_rules
from plancheck.settings import (
    Profile,
    Settings,
    Stage,
    find_settings,
    trusted_rule_files,
)
from plancheck.settings.checked_toml import unknown_name
from plancheck.volumes import unread_documents, unread_note
from plancheck.waiving import Baseline, load_baseline, remarks_in, waive


class NotAProgrammeError(IncompleteError):
    """The documents are no development programme, so that judging them says nothing."""

    def __init__(self, names: Iterable[str], reason: Message) -> None:
        self.reason = reason
        super().__init__(
            "{names} does not look like a development programme. {reason} If it is "
            "one all the same, say by which profile to judge it: --profile {profile}",
            names=", ".join(names),
            reason=reason,
            profile="lv-municipality",
        )


def check(  # noqa: PLR0913 - all but the paths and the settings by keyword
    paths: Paths,
    settings: Settings | None = None,
    *,
    host: Host | None = None,
    observer: Observer | None = None,
    options: ReadingOptions = NO_OPTIONS,
    cache: Cache | None = None,
) -> Report:
    """Judge one programme.

    Args:
        paths: The files of the programme, or its one folder.
        settings: What to judge by; without it, the settings file nearest to the first
            path says.
        host: The plugins; without it, all that are installed.
        observer: Who is told of progress and of rules that crash.
        options: How to read the files, such as the password of those that have one.
        cache: What was read and judged before; without it, all is read and judged.

    Raises:
        PlancheckError: Something that the user can mend; the sentence says how.
    """
    volumes = as_paths(paths)
    settings = settings or find_settings(volumes[0])
    host = host or load_plugins(rule_files=trusted_rule_files(settings))
    observer = observer or Observer()
    return check_whole(
        volumes, settings, host, observer=observer, options=options, cache=cache
    ).report


@dataclass(frozen=True, slots=True)
class Checked:
    """A report with the programme that it is of.

    `key` is what the cache knows the programme by; None where it does not.
    """

    report: Report
    programme: Programme
    key: str | None = None


@dataclass(frozen=True, slots=True)
class _Stated:
    """What is said of a programme as a whole, whatever it is judged by."""

    summary: ProgrammeSummary
    kind_reason: Message
    parts: tuple[VolumePart, ...]


def check_whole(  # noqa: PLR0913 - likewise
    volumes: Sequence[Path],
    settings: Settings,
    host: Host,
    *,
    observer: Observer,
    options: ReadingOptions = NO_OPTIONS,
    cache: Cache | None = None,
) -> Checked:
    """Judge one programme, and keep what was read; the arguments are those of `check`.

    Raises:
        PlancheckError: Something that the user can mend; the sentence says how.
    """
    profiles = host.profiles
    given = _given_profile(settings, profiles)
    programme = read_programme(
        volumes, settings, host, observer=observer, options=options, cache=cache
    )
    key = cache.programme_key(programme) if cache else None
    programme = cache.keeping(programme, key) if cache else programme
    stated = _stated(programme, cache, key)
    profile = given or _profile_for(programme, stated, profiles)
    selected = select_rules(host.rules, profile, settings)
    baseline = load_baseline(settings.baseline) if settings.baseline else None
    results = _judge(selected, programme, observer, cache, key)
    report = Report(
        programme=stated.summary,
        documents=programme.documents,
        profile=ProfileInfo(
            name=profile.name,
            edition=profile.edition,
            stage=settings.stage or Stage.DRAFT,
            is_given=given is not None,
        ),
        results=results,
        as_of=programme.as_of,
        scores=score_criteria(results),
        plugins=host.infos,
        settings=_resolved(settings, selected, programme),
        notes=_notes(stated, profile, _lying_beside(volumes, host.readers)),
        parts=stated.parts,
    )
    return Checked(_waived(report, settings, host, baseline), programme, key)


def _stated(programme: Programme, cache: Cache | None, key: str | None) -> _Stated:
    """What is said of the programme, as it was said before where that is known."""

    def say() -> tuple[ProgrammeSummary, Message, tuple[VolumePart, ...]]:
        parts = tuple(
            VolumePart(part.concept, part.found_by, part.quote)
            for part in programme.parts
        )
        return _summary(programme), programme.kind_reason, parts

    return _Stated(*(cache.made(key, "stated", say) if cache else say()))


def check_asked(settings: Settings, host: Host) -> None:
    """See that the profile and the rules that are asked for are there.

    Raises:
        SettingsError: One of them is not.
    """
    profiles = host.profiles
    given = _given_profile(settings, profiles)
    select_rules(host.rules, given or profiles["lv-municipality"], settings)


def _given_profile(
    settings: Settings, profiles: Mapping[str, Profile]
) -> Profile | None:
    name = settings.profile
    if name is None:
        return None
    if name not in profiles:
        raise unknown_name("profile", name, profiles, "profile")
    return profiles[name]


def _profile_for(
    programme: Programme, stated: _Stated, profiles: Mapping[str, Profile]
) -> Profile:
    """The profile for a kind of programme; that of municipalities where none is for it.

    Raises:
        NotAProgrammeError: They are none.
    """
    kind = stated.summary.kind
    if kind is None:
        names = [document.name for document in programme.documents]
        raise NotAProgrammeError(names, stated.kind_reason)
    fitting = [profile for profile in profiles.values() if kind in profile.kinds]
    return fitting[0] if fitting else profiles["lv-municipality"]


def _judge(
    selected: Sequence[Selected],
    programme: Programme,
    observer: Observer,
    cache: Cache | None,
    key: str | None,
) -> tuple[Result, ...]:
    pages = {each.rule.code: load_pages(each.rule) for each in selected}
    done = 0

    def count(result: Result) -> None:
        nonlocal done
        done += 1
        what = Message.of("Judged {code}", code=result.code)
        observer.step(what, done, len(selected))

    known = cache.results(key, selected) if cache and key else {}
    results = judge(
        selected,
        programme,
        known=known,
        on_result=count,
        on_crash=observer.on_crash,
    )
    if cache and key and len(known) < len(results):
        cache.keep_results(key, selected, {each.code: each for each in results})
    return tuple(replace(result, pages=pages[result.code]) for result in results)


def _waived(
    report: Report, settings: Settings, host: Host, baseline: Baseline | None
) -> Report:
    """The report with what the settings, remarks in Word and the baseline accept."""
    codes = {rule.code for rule in host.rules}
    remarks = remarks_in(report.documents, codes)
    asked = (*(settings.waivers or ()), *remarks.requests)
    noted = replace(report, notes=(*report.notes, *remarks.notes))
    return waive(noted, asked, baseline)


def _summary(programme: Programme) -> ProgrammeSummary:
    title = programme.title
    period = programme.period
    # The rows of a table that is both plans at once are measures: none counts twice.
    has_own_projects = any(table.role == "investment" for table in programme.tables)
    return ProgrammeSummary(
        title=title.text if title else None,
        municipality=programme.municipality,
        period=(period.first, period.last) if period else None,
        language=programme.language,
        kind=programme.kind,
        approved=programme.approved.date if programme.approved else None,
        goals=_names(programme, "goal"),
        priorities=_names(programme, "priority"),
        measure_count=len(programme.measures),
        project_count=len(programme.projects) if has_own_projects else 0,
        indicator_count=len(programme.indicators),
    )


def _names(programme: Programme, level: str) -> tuple[str, ...]:
    """The objectives of a level with their codes, each once: plans repeat them."""
    names = {
        each.code: each.name
        for each in reversed(programme.objectives)
        if each.level == level
    }
    return tuple(f"{code} {name}".strip() for code, name in reversed(names.items()))


def _resolved(
    settings: Settings, selected: Sequence[Selected], programme: Programme
) -> tuple[tuple[str, object], ...]:
    """The settings as the check ran by them."""
    options = {each.rule.code: dict(each.options) for each in selected if each.options}
    return (
        ("select", settings.select),
        ("ignore", settings.ignore),
        ("rules", options),
        ("as_of", programme.as_of.isoformat()),
        ("facts", dict(programme.facts.given)),
    )


def _lying_beside(
    volumes: Sequence[Path], readers: Sequence[Reader]
) -> tuple[str, ...]:
    """What lies in the folder of the programme and is not read."""
    folders = (path for path in volumes if path.is_dir())
    return tuple(name for path in folders for name in unread_documents(path, readers))


def _notes(
    stated: _Stated, profile: Profile, unread: Sequence[str]
) -> tuple[Message, ...]:
    """That it looks like no programme, unless the profile is for something else.

    What lies beside the volumes and was not read is told too.
    """
    notes: list[Message] = []
    if stated.summary.kind is None and PROGRAMME_KINDS.intersection(profile.kinds):
        notes.append(
            Message.of(
                "This does not look like a development programme. {reason}",
                reason=stated.kind_reason,
            )
        )
    if unread:
        notes.append(unread_note(unread))
    return tuple(notes)
