"""Monitoring: whether indicators can show that something changed."""

from collections.abc import Sequence
from dataclasses import replace

from plancheck.rules.asking import (
    NO_INDICATORS,
    QUOTED,
    WIDESPREAD,
    excerpt,
    has_column,
    quote_of,
    row_quote,
    speaks_of,
)
from plancheck.rules.verdicts import by_column, capped, split, weakest
from plancheck.sdk import (
    Facet,
    Finding,
    Indicator,
    Message,
    PlanTable,
    Programme,
    Quote,
    Unsure,
    ValueKind,
    Verdict,
    not_applicable,
    rule,
)

COLUMNS = {
    "indicator": ("indicator",),
    "unit": ("unit",),
    "baseline value": ("baseline",),
    "baseline year": ("baseline year",),
    "target value": ("target", "trend"),
    "target year": ("target year",),
    "data source": ("data source",),
    "frequency": ("frequency",),
    "responsible body": ("responsible", "executor"),
}
_VALUES = frozenset({ValueKind.NUMBER, ValueKind.AMOUNT, ValueKind.STATE})
_LOST_ARROWS = frozenset("+†‡")
_DASHES = frozenset("-–—")


@rule(
    "MO01",
    category="monitoring",
    criteria=("M2",),
    severity="error",
    source="[SWD(2021) 198 3.3.5] for EU funds; for programmes good practice",
)
def indicator_table(
    programme: Programme, *, needed: int = 6, rows: int = 10
) -> Verdict:
    """Indicators stand in a table with unit, baseline, target and data source."""
    table = programme.table_of("indicator")
    if table is None:
        return _without_table(programme)
    found = {name: _column(table, name) for name in COLUMNS}
    verdict = Verdict.of_checklist(
        [Facet(Message(name), quote) for name, quote in found.items()],
        needed=needed,
        found="The indicator tables have {having} of {total} columns.",
        missing="The indicator table has no column for {facet}, or nothing stands in it.",
    )
    findings = tuple(
        replace(finding, evidence=(table.quote,)) for finding in verdict.findings
    )
    lacking = sum(quote is None for quote in found.values())
    verdict = replace(
        verdict, findings=findings, score=4 if lacking <= 1 else verdict.score
    )
    few = _few(programme.indicators, rows)
    return capped(verdict, 2, few) if few else verdict


def _without_table(programme: Programme) -> Verdict:
    """The verdict without a table of indicators: a list of their names, or nothing."""
    part = programme.part("monitoring procedure")
    listed = _listed(programme) or _beside_measures(programme)
    nearest = listed or (part.quote if part else None)
    absence = programme.absence("indicator", nearest=nearest)
    if listed is None:
        message = "No table of indicators was found in the supplied files."
        return Verdict.absent(message, absence)
    told = Message.of(
        "Indicators are only listed, without unit, baseline, target and data source: "
        "“{quote}”",
        quote=excerpt(listed),
    )
    return Verdict.only_mentioned(told, absence, listed)


def _listed(programme: Programme) -> Quote | None:
    """The last row of the first table below monitoring that is headed as one of indicators."""
    part = programme.part("monitoring procedure")
    for table in part.tables if part else ():
        if programme.is_plan_table(table) or table.row_count < 2:
            continue
        heads = (table.caption, *dict.fromkeys(table.row_texts(0)))
        if any(speaks_of(programme, "indicators listed", head) for head in heads):
            return row_quote(table, table.row_count - 1)
    return None


def _beside_measures(programme: Programme) -> Quote | None:
    """The first indicator in a column of the action plan: a name, and no more."""
    rows = (*programme.measures, *programme.projects)
    fields = (
        quote_of(row, row.field("indicator")) for row in rows if row.says("indicator")
    )
    return next(fields, None)


def _column(table: PlanTable, name: str) -> Quote | None:
    """The column's label with its place; a year that stands in header or cell counts."""
    concepts = COLUMNS[name]
    if has_column(table, concepts):
        return table.column_quote(*concepts)
    rows = [row for row in table.rows if isinstance(row, Indicator)]
    years = {
        "baseline year": [(row, row.baseline_year) for row in rows],
        "target year": [(row, row.target_year) for row in rows],
    }.get(name, [])
    dated = [(row, year) for row, year in years if year]
    if not dated or len(dated) < WIDESPREAD * len(rows):
        return None
    row, year = dated[0]
    return Quote(str(year), row.quote.location)


def _few(indicators: Sequence[Indicator], least: int) -> Finding | None:
    if len(indicators) >= least:
        return None
    message = Message.of(
        "Only {count} indicators could be read; {least} are the least that can show "
        "change in all fields of a programme.",
        count=len(indicators),
        least=least,
    )
    return Finding(message, tuple(each.quote for each in indicators[:QUOTED]))


@rule(
    "MO02",
    category="monitoring",
    criteria=("M2",),
    severity="error",
    source="[SWD(2021) 198 3.3.5] for EU funds; for programmes good practice",
)
def baseline(programme: Programme, *, filled: float = 0.8, age: int = 5) -> Verdict:
    """Indicators have a baseline value and its year."""
    indicators = programme.indicators or not_applicable(NO_INDICATORS)

    def has_baseline(indicator: Indicator) -> bool:
        is_value = indicator.baseline.value.kind in _VALUES
        return is_value or _begins_at_nothing(programme, indicator)

    values = Verdict.of_share(
        indicators,
        having=has_baseline,
        found="{having} of {total} indicators have a baseline value.",
        missing="Indicator “{name}” has no baseline value.",
        missing_all="None of the {total} indicators has a baseline value.",
        pass_at=filled,
    )
    valued, lacking = split(indicators, has_baseline)
    values = by_column(values, lacking, ("baseline",), "baseline value")
    if not valued:
        return values
    years = Verdict.of_share(
        valued,
        having=lambda each: _is_recent(programme, each, age),
        found="{having} of {total} baseline values have their year.",
        missing="The baseline value of “{name}” has no year, or one that is too old.",
        missing_all="No baseline value has a year that fits the programme's period.",
        pass_at=filled,
    )
    verdict = weakest((values, years))
    return replace(verdict, score=max(1, verdict.score))


def _begins_at_nothing(programme: Programme, indicator: Indicator) -> bool:
    """Whether a dash is the baseline of a change that is counted from the base year.

    As in `Reduction of emissions | – | -400 t`; its level stands in a row of its own.
    """
    is_dash = indicator.baseline.text in _DASHES
    return (
        is_dash
        and indicator.target.is_number
        and programme.has_word("change_indicator", indicator.name)
    )


def _is_recent(programme: Programme, indicator: Indicator, age: int) -> bool:
    """Whether the baseline has a year, not too long before the programme nor after it."""
    year, period = indicator.baseline_year, programme.period
    if year is None or period is None:
        return year is not None
    return period.first - age <= year <= period.last


@rule(
    "MO03",
    category="monitoring",
    criteria=("M2",),
    severity="error",
    source="[SWD(2021) 198 3.3.5] for EU funds; for programmes good practice",
)
def target(
    programme: Programme, *, filled: float = 0.8, numeric: float = 0.6, after: int = 0
) -> Verdict:
    """Indicators have a target value and its year."""
    indicators = programme.indicators or not_applicable(NO_INDICATORS)
    _refuse_lost_arrows(indicators)
    set_ones, lacking = split(indicators, _has_target)
    targets = Verdict.of_share(
        indicators,
        having=_has_target,
        found="{having} of {total} indicators have a target.",
        missing="Indicator “{name}” has no target.",
        missing_all="None of the {total} indicators has a target.",
        pass_at=filled,
    )
    targets = by_column(targets, lacking, ("target", "trend"), "target value")
    if not set_ones:
        return targets
    figures = _figures(set_ones, len(indicators), numeric)
    verdict = weakest((targets, figures, _years(programme, set_ones, filled, after)))
    return replace(verdict, score=max(1, verdict.score))


def _has_target(indicator: Indicator) -> bool:
    """Whether a target is set, were it only by an arrow that can no longer be read."""
    return bool(indicator.target) or _is_lost_arrow(indicator)


def _is_lost_arrow(indicator: Indicator) -> bool:
    signs = indicator.target.text.strip()
    return bool(signs) and set(signs) <= _LOST_ARROWS


def _refuse_lost_arrows(indicators: Sequence[Indicator]) -> None:
    """Raise Unsure where most targets are signs that arrows turn into when they are lost."""
    lost = [each for each in indicators if _is_lost_arrow(each)]
    if len(lost) * 2 > len(indicators):
        message = Message.of(
            "{count} of {total} targets are signs such as “{sign}”, which arrows turn "
            "into when a file is made; the trends cannot be told.",
            count=len(lost),
            total=len(indicators),
            sign=lost[0].target.text.strip(),
        )
        raise Unsure(message, *(each.quote for each in lost[:QUOTED]))


def _figures(indicators: Sequence[Indicator], total: int, numeric: float) -> Verdict:
    """How many targets are figures; one finding for all that are words or trends."""
    in_words = [each for each in indicators if not each.target.is_number]
    verdict = Verdict.of_share(
        indicators,
        having=lambda each: each.target.is_number,
        found="{having} of {total} targets are figures.",
        missing="",
        pass_at=numeric,
    )
    if verdict.passes:
        return replace(verdict, findings=())
    message = Message.of(
        "{count} of {total} targets are no figures, as “{text}” for “{name}”.",
        count=len(in_words),
        total=total,
        text=in_words[0].target.text,
        name=in_words[0].name,
    )
    quotes = tuple(each.quote for each in in_words[:QUOTED])
    return replace(verdict, message=message, findings=(Finding(message, quotes),))


def _years(
    programme: Programme, indicators: Sequence[Indicator], filled: float, after: int
) -> Verdict:
    """How many targets have a year within the programme's period, or so many years after it."""
    period = programme.period

    def is_timely(indicator: Indicator) -> bool:
        year = indicator.target_year
        if year is None or period is None:
            return year is not None
        return period.first <= year <= period.last + after

    return Verdict.of_share(
        indicators,
        having=is_timely,
        found="{having} of {total} targets have a year within the programme's period.",
        missing="The target of “{name}” has no year within the programme's period.",
        missing_all="No target has a year within the programme's period.",
        pass_at=filled,
    )
