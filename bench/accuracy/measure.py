"""Changes complete programmes, checks them, and says of each case how it ended."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain

from bench.accuracy.changes import Change, Kind
from bench.accuracy.generic import generic_changes
from bench.accuracy.programmes import Complete
from bench.accuracy.remembering import RememberingHost
from bench.accuracy.spread import spread
from plancheck.checker import check
from plancheck.model.report import Outcome, Result
from plancheck.plugins.host import Host
from plancheck.settings import Settings
from plancheck.settings.facts import parse_facts
from plancheck.testing.edits import apply_edits
from plancheck.testing.files import Files
from plancheck.testing.source import EditError, Volumes

WEAK_SCORES = (1, 2)
COMPLETE = "complete"
"""The kind of the cases in which nothing was changed."""
_JUDGED = {Outcome.PASS, Outcome.FAIL}


class End(StrEnum):
    """How a case ended.

    `void` where the rule does not pass the programme unchanged: what it says of a change
    then proves nothing.
    """

    RIGHT = "right"
    WRONG = "wrong"
    VOID = "void"


@dataclass(frozen=True, slots=True)
class Case:
    """One rule on one programme in one format, unchanged or after one change.

    `said` is the outcome with the score, and the sentence of the rule.
    """

    code: str
    kind: str
    programme: str
    format: str
    name: str
    end: End
    said: str

    @property
    def id(self) -> str:
        """What it is called from run to run."""
        return f"{self.code} {self.kind} {self.programme}.{self.format}: {self.name}".strip()


@dataclass(frozen=True, slots=True)
class Variant:
    """A programme after a change; `change` is None where all rules have to bear it."""

    programme: Complete
    volumes: Volumes
    name: str
    change: Change | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """All that is to be measured: each programme with what is made of it."""

    programmes: Sequence[Complete]
    variants: Sequence[Variant]


def plan(
    programmes: Sequence[Complete],
    changes: Sequence[Change],
    *,
    with_generic: bool = True,
) -> Plan:
    """Make every change in every programme that it is for.

    Raises:
        EditError: A change does not apply; the message names it.
    """
    by_name = {each.name: each for each in programmes}
    variants = []
    for change in changes:
        here = [by_name[name] for name in change.edits if name in by_name]
        variants += [changed(programme, change) for programme in here]
    if with_generic:
        for programme in programmes:
            made = generic_changes(programme.volumes, programme.language)
            variants += [Variant(programme, volumes, name) for name, volumes in made]
    return Plan(programmes, variants)


def changed(programme: Complete, change: Change) -> Variant:
    """A programme after a change.

    Raises:
        EditError: It does not apply; the message names it.
    """
    try:
        volumes = apply_edits(programme.volumes, [*change.edits[programme.name]])
    except EditError as error:
        message = f"{change.code}, “{change.name}”, in {programme.name}: {error}"
        raise EditError(message) from error
    return Variant(programme, volumes, change.name, change)


def measure(  # noqa: PLR0913 - what is measured, with what, and who is told
    work: Plan,
    formats: Sequence[str],
    files: Files,
    host: Host,
    codes: Sequence[str] = (),
    *,
    jobs: int = 1,
    on_step: Callable[[str], None] = lambda _: None,
) -> Iterator[Case]:
    """The cases of a plan, format by format.

    Args:
        work: The programmes and what is made of them.
        formats: Of `FORMATS`.
        files: Makes the files.
        host: The plugins whose rules judge.
        codes: The codes, or beginnings of codes, of the rules that are measured.
        jobs: How many processes check at once.
        on_step: Told of each check before it runs.
    """
    host = RememberingHost.of(host)
    for file_format in formats:
        if file_format == "pdf":
            on_step("converting to PDF")
            whole: list[Complete | Variant] = [*work.programmes, *work.variants]
            files.convert((each.volumes for each in whole), jobs)
        for programme in work.programmes:
            on_step(f"{programme.name}.{file_format}")
            paths = files.of(programme.volumes, file_format)
            # All rules of its profile: one that is named by its code would run outside it too.
            results = _results(paths, programme, host)
            base = {
                code: result
                for code, result in results.items()
                if not codes or code.startswith(tuple(codes))
            }
            for result in base.values():
                end = _unharmed(result)
                yield _case(
                    programme, file_format, result, kind=COMPLETE, name="", end=end
                )

            def compared(
                variant: Variant,
                file_format: str = file_format,
                base: dict[str, Result] = base,
            ) -> list[Case]:
                on_step(f"{variant.programme.name}.{file_format}: {variant.name}")
                return list(_compared(variant, file_format, base, files, host))

            variants = [each for each in work.variants if each.programme is programme]
            yield from chain.from_iterable(spread(compared, variants, jobs))


def _compared(
    variant: Variant,
    file_format: str,
    base: dict[str, Result],
    files: Files,
    host: Host,
) -> Iterator[Case]:
    change = variant.change
    if change is not None and change.code not in base:
        return
    paths = files.of(variant.volumes, file_format)
    select = (change.code,) if change else _asked_for(base)
    results = _results(paths, variant.programme, host, select)
    for code, before in base.items():
        if code in results:
            after = results[code]
            kind = change.kind if change else Kind.HARMLESS
            end = _end(kind, before, after)
            yield _case(
                variant.programme,
                file_format,
                after,
                kind=kind,
                name=variant.name,
                end=end,
            )


def _asked_for(codes: Iterable[str]) -> tuple[str, ...] | None:
    """The rules to run; None, all of the profile, where none is named."""
    return tuple(codes) or None


def _end(kind: Kind, before: Result, after: Result) -> End:
    if kind is Kind.HARMLESS:
        return End.RIGHT if after.outcome is before.outcome else End.WRONG
    if before.outcome is not Outcome.PASS:
        return End.VOID
    is_found = after.outcome is Outcome.FAIL
    if kind is Kind.WEAK:
        is_found = is_found and after.score in WEAK_SCORES
    return End.RIGHT if is_found else End.WRONG


def _unharmed(result: Result) -> End:
    """A complete programme that fails, or on which a rule crashes, is a false alarm."""
    is_alarm = result.outcome in {Outcome.FAIL, Outcome.ERROR}
    return End.WRONG if is_alarm else End.RIGHT


def _case(  # noqa: PLR0913 - the fields of a case
    programme: Complete,
    file_format: str,
    result: Result,
    *,
    kind: str,
    name: str,
    end: End,
) -> Case:
    score = f" {result.score}" if result.outcome in _JUDGED else ""
    said = f"{result.outcome.value}{score}: {result.message}"
    return Case(result.code, str(kind), programme.name, file_format, name, end, said)


def _results(
    paths: Sequence[object],
    programme: Complete,
    host: Host,
    select: tuple[str, ...] | None = None,
) -> dict[str, Result]:
    settings = Settings(
        profile=programme.profile,
        select=select,
        as_of=programme.as_of,
        facts=parse_facts(programme.facts, programme.name),
    )
    report = check([str(path) for path in paths], settings, host=host)
    return {result.code: result for result in report.results}
