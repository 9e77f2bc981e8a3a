"""Funding: whether the money of the plans adds up, row by row and in its totals."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from plancheck.rules.addition import (
    Comparison,
    Level,
    has_parts,
    is_split,
    parts_of,
)
from plancheck.rules.asking import quotes_of
from plancheck.rules.totals import TotalsRow, totals_rows
from plancheck.sdk import (
    Finding,
    Measure,
    Message,
    PlanTable,
    Programme,
    Verdict,
    not_applicable,
    rule,
    share_score,
)

_Own = Sequence[tuple[Measure, Comparison]]
"""Rows, each with its amount beside the sum of its parts."""


@rule(
    "FF03",
    category="funding",
    criteria=("F2",),
    severity="warning",
    source="Good practice: arithmetic",
)
def split_adds_up(
    programme: Programme, *, matching: float = 0.95, tolerance: float = 0.01
) -> Verdict:
    """The split by funding source adds up."""
    rows = [row for row in programme.projects or programme.measures if is_split(row)]
    checked = [row for row in rows if has_parts(row)]
    totals = list(totals_rows(_tables(programme)))
    if not checked and not totals:
        not_applicable("No table splits the amounts by funding source in figures.")
    own = [(row, parts_of(row)) for row in checked]
    wrong = _by_level(own, totals, tolerance)
    decisive, cosmetic = wrong[Level.DECISIVE], wrong[Level.COSMETIC]
    verdict = _of_rows(own, matching, tolerance) if checked else _of_totals(totals)
    highest = 2 if decisive.totals else 3 if cosmetic.findings else 4
    leads = verdict.passes and decisive.totals
    return replace(
        verdict,
        score=min(verdict.score, highest),
        message=decisive.totals[0].message if leads else verdict.message,
        findings=(*decisive.findings, *cosmetic.findings),
    )


def _tables(programme: Programme) -> Sequence[PlanTable]:
    """The tables with money, a joint table once."""
    tables = (*programme.tables_of("investment"), *programme.tables_of("action"))
    return tuple({id(table): table for table in tables}.values())


def _of_rows(own: _Own, matching: float, tolerance: float) -> Verdict:
    held = [row for row, each in own if each.level(tolerance) is not Level.DECISIVE]
    message = Message.of(
        "In {having} of {total} rows the parts add up to the amount.",
        having=len(held),
        total=len(own),
    )
    score = share_score(len(held), len(own), matching)
    return Verdict(score, message, quotes=quotes_of(held))


def _of_totals(totals: Sequence[TotalsRow]) -> Verdict:
    """The verdict to begin with where amounts have a total but no parts."""
    message = Message.of(
        "Totals rows compared with the rows that they stand for: {count}.",
        count=len(totals),
    )
    return Verdict(4, message, quotes=quotes_of([each.row for each in totals]))


@dataclass(frozen=True, slots=True)
class _Wrong:
    """The findings of one level, on rows and on totals rows."""

    rows: tuple[Finding, ...]
    totals: tuple[Finding, ...]

    @property
    def findings(self) -> tuple[Finding, ...]:
        return (*self.rows, *self.totals)


def _by_level(
    own: _Own, totals: Sequence[TotalsRow], tolerance: float
) -> dict[Level, _Wrong]:
    """What does not add up, by level; a total that is wrong only as its rows are is left out."""
    shifts = sum(
        (each.shift for _, each in own if each.level(tolerance) is not Level.NONE),
        Decimal(0),
    )
    return {
        level: _Wrong(
            tuple(
                _row_finding(row, each, level)
                for row, each in own
                if each.level(tolerance) is level
            ),
            tuple(
                total.finding(level)
                for total in totals
                if total.comparison.level(tolerance) is level
                and not (shifts and total.comparison.is_shifted_by(shifts))
            ),
        )
        for level in (Level.DECISIVE, Level.COSMETIC)
    }


def _row_finding(row: Measure, own: Comparison, level: Level) -> Finding:
    sentence = (
        "The parts of “{name}” add up to {sum}, but its amount is {stated}."
        if level is Level.DECISIVE
        else "The parts of “{name}” add up to {sum}, its amount is {stated}: a "
        "cosmetic difference."
    )
    message = Message.of(sentence, name=row.name, sum=own.added, stated=own.stated)
    return Finding(message, (row.quote,))
