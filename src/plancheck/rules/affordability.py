"""Funding: when the money is spent, and whether the municipality has it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from plancheck.rules.asking import (
    NO_PROJECTS,
    by_column,
    capped,
    first_quote,
    quotes_of,
    speaks_of,
    split,
)
from plancheck.rules.revenue import Revenue, yearly_revenue
from plancheck.sdk import (
    Finding,
    Message,
    Programme,
    Project,
    Stance,
    StatedPeriod,
    Unsure,
    ValueKind,
    Verdict,
    not_applicable,
    parse_value,
    rule,
)

_TIMES = ("term", "start", "duration")
_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
_YEAR_LABEL = re.compile(
    r"^\W*(20\d\d)\W*+(?:gad\w*|g|year)?\W*$|/ \W{0,8}(20\d\d)\W*$"
)
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
    years = {row.quote: _years(row, columns) for row in projects}
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
    long = [
        row
        for row in projects
        if (own := years[row.quote])
        and min(own) <= period.first
        and max(own) >= period.last
    ]
    if len(long) <= whole * len(projects):
        return verdict
    message = Message.of(
        "{count} of {total} projects take the whole period {first}–{last}.",
        count=len(long),
        total=len(projects),
        first=period.first,
        last=period.last,
    )
    return capped(verdict, 2, Finding(message, quotes_of(long)))


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
    """The columns headed by a year alone: by table, year by column index."""
    return {
        id(fragment): columns
        for table in programme.tables_of("investment")
        if (columns := _years_heading(table.quote.text.split(" | ")))
        for fragment in table.fragments
    }


def _years_heading(labels: Sequence[str]) -> dict[int, int]:
    found = ((index, _YEAR_LABEL.search(label)) for index, label in enumerate(labels))
    years = {index: int(each[1] or each[2]) for index, each in found if each}
    return years if len(years) > 1 else {}


def _years(row: Project, columns: dict[int, dict[int, int]]) -> tuple[int, ...]:
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


@rule(
    "FF05",
    category="funding",
    criteria=("F2", "F4"),
    severity="warning",
    source="Good practice; on plans without money: [Valsts kontrole 2018]",
)
def affordability(
    programme: Programme, *, share: float = 0.15, unclear: float = 0.3
) -> Verdict:
    """The municipality can afford its part of the investment plan."""
    projects = programme.projects or not_applicable(NO_PROJECTS)
    revenue = yearly_revenue(programme) or not_applicable(
        "Neither the facts nor the programme say what the municipality takes in a year; "
        "revenue_eur in the facts file would."
    )
    burden = _burden(programme, projects, revenue)
    if burden.share <= share:
        return _affordable(programme, burden)
    if burden.unknown > unclear * len(projects):
        raise Unsure(_sentence(_UNSPLIT, burden), *quotes_of(projects))
    quotes = tuple(each for each in (revenue.quote,) if each)
    message = _sentence(_DEAR, burden, limit=_percent(share))
    score = 2 if burden.share <= 2 * share else 1
    return Verdict(score, message, (Finding(message, quotes or quotes_of(projects)),))


_FITS = (
    "The municipal part of the investment plan is {sum} EUR or {yearly} EUR a year, which "
    "is {percent} % of a year's revenue of {revenue} EUR."
)
_UNTOLD = (
    "The municipal part of the investment plan fits: {yearly} EUR a year are {percent} % "
    "of a year's revenue of {revenue} EUR; but the programme itself does not compare its "
    "plan with what the municipality can afford."
)
_DEAR = (
    "The municipal part of the investment plan is {sum} EUR or {yearly} EUR a year, which "
    "is {percent} % of a year's revenue of {revenue} EUR; {limit} % can be carried."
)
_UNSPLIT = (
    "The projects cost {yearly} EUR a year, which is {percent} % of a year's revenue of "
    "{revenue} EUR, but for {unknown} of them it is not said what the municipality pays."
)


@dataclass(frozen=True, slots=True)
class _Burden:
    """What the municipality has to pay, all years together, and of how many projects not known.

    Where it is not known, the whole amount is counted.
    """

    sum: Decimal
    years: int
    revenue: Revenue
    unknown: int

    @property
    def yearly(self) -> Decimal:
        return self.sum / self.years

    @property
    def share(self) -> float:
        return float(self.yearly / self.revenue.amount)


def _burden(
    programme: Programme, projects: Sequence[Project], revenue: Revenue
) -> _Burden:
    own = [_municipal(row) for row in projects]
    known = sum((part for part in own if part is not None), Decimal(0))
    whole = sum(
        (
            row.amount.number or Decimal(0)
            for row, part in zip(projects, own, strict=True)
            if part is None and not row.amount.is_inherited
        ),
        Decimal(0),
    )
    if not known + whole:
        not_applicable("No project has an amount.")
    years = _length(programme, projects)
    return _Burden(known + whole, years, revenue, own.count(None))


def _municipal(row: Project) -> Decimal | None:
    """The municipal part of a project; None where it is not told apart."""
    part = row.field("municipal share")
    if not row.has_column("municipal share"):
        return None
    if part.is_inherited or not part.is_number:
        return Decimal(0)
    if part.value.unit == "%":
        return (row.amount.number or Decimal(0)) * (part.number or Decimal(0)) / 100
    return part.number


def _length(programme: Programme, projects: Sequence[Project]) -> int:
    """The years that the money is spread over: the period, else those that projects name."""
    if period := programme.period:
        return period.last - period.first + 1
    years = [year for row in projects for year in _years(row, {})]
    if not years:
        raise Unsure("Neither the period nor the years of the projects are stated.")
    return max(years) - min(years) + 1


def _affordable(programme: Programme, burden: _Burden) -> Verdict:
    """4 where the programme itself compares its plan with what it can afford, else 2.

    That the plan fits is otherwise nobody's finding but ours.
    """
    mentions = programme.mentions(
        "financial capacity", outside=("participation report",)
    )
    told = first_quote(mentions, Stance.ASSERTED)
    source = burden.revenue.quote
    if source and speaks_of(programme, "financial capacity", source.text):
        told = source
    named = tuple(dict.fromkeys(each for each in (told, source) if each))
    if told:
        return Verdict(4, _sentence(_FITS, burden), quotes=named)
    message = _sentence(_UNTOLD, burden)
    absence = programme.absence("financial capacity", nearest=source)
    return Verdict(2, message, (Finding(message, (absence,)),), named)


def _sentence(template: str, burden: _Burden, **values: object) -> Message:
    return Message.of(
        template,
        sum=round(burden.sum, 0),
        yearly=round(burden.yearly, 0),
        percent=_percent(burden.share),
        revenue=round(burden.revenue.amount, 0),
        unknown=burden.unknown,
        **values,
    )


def _percent(share: float) -> Decimal:
    """A share as percentage, to one decimal."""
    return round(Decimal(share * 100), 1)
