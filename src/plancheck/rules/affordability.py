"""Funding: whether the municipality has the money that the plan takes."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from plancheck.rules.asking import (
    NO_PROJECTS,
    excerpt,
    first_quote,
    quotes_of,
    speaks_of,
)
from plancheck.rules.revenue import Revenue, yearly_revenue
from plancheck.rules.spending_years import years_of
from plancheck.sdk import (
    Finding,
    Message,
    Paragraph,
    Programme,
    Project,
    Quote,
    Stance,
    Unsure,
    Verdict,
    not_applicable,
    rule,
    sums_in,
)

_FIGURE = re.compile(r"\d ?%|\d{3}")


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
    years = [year for row in projects for year in years_of(row, {})]
    if not years:
        raise Unsure("Neither the period nor the years of the projects are stated.")
    return max(years) - min(years) + 1


def _affordable(programme: Programme, burden: _Burden) -> Verdict:
    """4 where the programme itself compares its plan with what it can afford, else 2.

    That the plan fits is otherwise nobody's finding but ours.
    """
    told = _compared(programme)
    source = burden.revenue.quote
    if source and speaks_of(programme, "financial capacity", source.text):
        told = source
    named = tuple(dict.fromkeys(each for each in (told, source) if each))
    if told:
        return Verdict(4, _sentence(_FITS, burden), quotes=named)
    if perhaps := _perhaps_compared(programme):
        raise Unsure(Message.of(_PERHAPS, quote=excerpt(perhaps)), perhaps)
    message = _sentence(_UNTOLD, burden)
    absence = programme.absence("financial capacity", nearest=source)
    return Verdict(2, message, (Finding(message, (absence,)),), named)


def _compared(programme: Programme) -> Quote | None:
    """The first sentence that says what the municipality can bear of what it has to pay.

    A share of the budget that schools take says nothing of it, nor does a question.
    """
    mentions = programme.mentions(
        "financial capacity", outside=("participation report",)
    )
    on_plan = (
        each
        for each in mentions
        if (
            speaks_of(programme, "money burden", each.quote.text)
            or not speaks_of(programme, "other spending", each.quote.text)
        )
        and not speaks_of(programme, "open question", each.quote.text)
    )
    return first_quote(on_plan, Stance.ASSERTED)


_PERHAPS = (
    "The municipal part of the plan fits, but whether the programme itself compares it "
    "with what it can afford could not be told from: “{quote}”"
)


def _perhaps_compared(programme: Programme) -> Quote | None:
    """The first sentence with a figure on both what is to be paid and the municipality's money."""
    mentions = programme.mentions("money burden", outside=("participation report",))
    return next(
        (
            each.quote
            for each in mentions
            if isinstance(each.block, Paragraph)
            and _has_figure(each.quote.text)
            and speaks_of(programme, "own money", each.quote.text)
            and not speaks_of(programme, "open question", each.quote.text)
        ),
        None,
    )


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


def _has_figure(text: str) -> bool:
    return _FIGURE.search(text) is not None or bool(sums_in(text))
