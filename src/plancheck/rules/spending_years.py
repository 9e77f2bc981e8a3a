"""Funding: in which years the money is spent."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from plancheck.rules.asking import NO_PROJECTS, quotes_of
from plancheck.rules.verdicts import by_column, capped, split, without_column
from plancheck.sdk import (
    Finding,
    Message,
    Programme,
    Project,
    Quote,
    StatedPeriod,
    ValueKind,
    Verdict,
    not_applicable,
    parse_value,
    rule,
    year_alone,
)

_TIMES = ("term", "start", "duration")
_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
_SPAN = re.compile(r"(?P<first>20\d\d) ?[/–—-] ?(?:20)?\d\d")
_NEARLY_ALL = 0.8


@rule(
    "FF04",
    category="funding",
    criteria=("F2", "F4"),
    severity="warning",
    source="Good practice: the investment plan is updated with the budget of each year",
)
def spending_years(
    programme: Programme, *, dated: float = 0.9, whole: float = 0.7, rows: int = 5
) -> Verdict:
    """Projects say in which years the money is spent."""
    projects = programme.projects or not_applicable(NO_PROJECTS)
    columns = _year_columns(programme)
    years = {row.quote: years_of(row, columns) for row in projects}
    verdict = Verdict.of_share(
        projects,
        having=lambda row: years[row.quote],
        found="{having} of {total} projects say in which years they are carried out.",
        missing="Project “{name}” names no year.",
        missing_all="No project says in which years it is carried out.",
        pass_at=dated,
    )
    _, lacking = split(projects, lambda row: years[row.quote])
    verdict = _as_one(by_column(verdict, lacking, _TIMES, "term"), lacking, projects)
    verdict = without_column(verdict, projects, _TIMES, "term")
    period = programme.period
    if period is None:
        return verdict
    if late := [
        row for row in projects if min(years[row.quote], default=0) > period.last
    ]:
        highest = 2 if len(late) > (1 - dated) * len(projects) else 3
        verdict = capped(verdict, highest, _too_late(late, projects, period))
    if len(projects) < rows:
        return verdict
    long = _too_long(projects, years, period, whole)
    return capped(verdict, 2, long) if long else verdict


def _too_long(
    projects: Sequence[Project],
    years: Mapping[Quote, Sequence[int]],
    period: StatedPeriod,
    whole: float,
) -> Finding | None:
    """That more than a share of the projects take the whole period, which is no timing."""
    long = [
        row
        for row in projects
        if (own := years[row.quote])
        and min(own) <= period.first
        and max(own) >= period.last
    ]
    if len(long) <= whole * len(projects):
        return None
    message = Message.of(
        "{count} of {total} projects take the whole period {first}–{last}.",
        count=len(long),
        total=len(projects),
        first=period.first,
        last=period.last,
    )
    return Finding(message, quotes_of(long))


def _too_late(
    late: Sequence[Project], projects: Sequence[Project], period: StatedPeriod
) -> Finding:
    """That projects begin only when the programme has ended."""
    message = Message.of(
        "{count} of {total} projects lie wholly after the programme's period "
        "{first}–{last}, such as “{name}”.",
        count=len(late),
        total=len(projects),
        first=period.first,
        last=period.last,
        name=late[0].name,
    )
    return Finding(message, quotes_of(late))


def _as_one(
    verdict: Verdict, lacking: Sequence[Project], projects: Sequence[Project]
) -> Verdict:
    """One finding where nearly all projects name no year, such as a plan in phases."""
    if len(verdict.findings) < 2 or len(lacking) < _NEARLY_ALL * len(projects):
        return verdict
    message = Message.of(
        "{count} of {total} projects name no year, such as “{name}”.",
        count=len(lacking),
        total=len(projects),
        name=lacking[0].name,
    )
    finding = Finding(message, quotes_of(lacking))
    return replace(verdict, message=message, findings=(finding,))


def _year_columns(programme: Programme) -> dict[int, dict[int, int]]:
    """The columns headed by years and nothing else: by table, year by column index."""
    return {
        id(fragment): columns
        for table in programme.tables_of("investment")
        if (columns := _years_heading(programme, table.quote.text.split(" | ")))
        for fragment in table.fragments
    }


def _years_heading(programme: Programme, labels: Sequence[str]) -> dict[int, int]:
    years = {
        index: year
        for index, label in enumerate(labels)
        if (year := _heading_year(programme, label.rpartition("/ ")[2].strip()))
    }
    return years if len(years) > 1 else {}


def _heading_year(programme: Programme, label: str) -> int | None:
    """The year that a label is, or the first of the few that it spans: `2026/27`."""
    alone = year_alone(label, programme.vocabulary)
    span = None if alone else _SPAN.fullmatch(label)
    return alone or (int(span["first"]) if span else None)


def years_of(row: Project, columns: Mapping[int, Mapping[int, int]]) -> tuple[int, ...]:
    """The years that a project's term names, or in whose columns it has money."""
    named = [int(year) for text in _when(row) for year in _YEAR.findall(text)]
    table, row_index = row.place.table, row.place.row_index
    spent = [
        year
        for index, year in columns.get(id(table), {}).items()
        if any(sign in "123456789xX" for sign in table.text_at(row_index, index))
    ]
    return tuple(named or spent)


def _when(row: Project) -> Iterator[str]:
    """Where a project says when: its columns of time, else a cell of nothing but a term.

    Tables read by machine have cells that slipped into the next column. A fact sheet may
    say it in any of its fields.
    """
    texts = [row.field(concept).text for concept in _TIMES]
    if any(map(_YEAR.search, texts)):
        yield from texts
    elif len({place.row_index for place in row.cells.values()}) > 1:
        yield row.text
    else:
        for text in row.place.table.row_texts(row.place.row_index):
            if parse_value(text).kind in {ValueKind.YEAR, ValueKind.PERIOD}:
                yield text
