"""Sums of money: whether the parts of a row, and the rows of a table, add up."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from plancheck.sdk import Finding, Measure, Message, PlanTable, Row

SHARES = (
    "municipal share",
    "eu share",
    "state share",
    "private share",
    "other share",
)
_HUNDRED = Decimal(100)


def is_split(row: Measure) -> bool:
    """Whether the row's table has at least two columns that the amount is split into."""
    return len(row.shares) >= 2


def has_parts(row: Measure) -> bool:
    """Whether there is something to add up, none of it shared with other rows."""
    numbers = [share for share in row.shares if share.is_number]
    own = not any(share.is_inherited for share in (*row.shares, row.amount))
    return bool(numbers) and own and (_is_percent(row) or row.amount.is_number)


def parts_match(row: Measure, tolerance: float) -> bool:
    """Whether the parts make the amount, within 1 of its currency or the tolerance.

    Percentages make a hundred, within one.
    """
    total = sum((share.number or Decimal(0) for share in row.shares), Decimal(0))
    if _is_percent(row):
        return abs(total - _HUNDRED) <= 1
    return _is_close(total, row.amount.number or Decimal(0), tolerance)


def total_findings(tables: Sequence[PlanTable], tolerance: float) -> Iterator[Finding]:
    """The tables whose largest totals row is not the sum of their rows.

    A table with an amount that is no number, or that counts for several rows, is left out.
    """
    for table in dict.fromkeys(map(id, tables)):
        finding = _total(next(each for each in tables if id(each) == table), tolerance)
        if finding is not None:
            yield finding


def _total(table: PlanTable, tolerance: float) -> Finding | None:
    amounts = [row.field("amount") for row in table.rows]
    totals = [row for row in table.totals if row.field("amount").is_number]
    is_whole = all(each.is_number and not each.is_inherited for each in amounts)
    if not totals or not amounts or not is_whole:
        return None
    largest = max(totals, key=_amount)
    rows_sum = sum((each.number or Decimal(0) for each in amounts), Decimal(0))
    if _is_close(rows_sum, _amount(largest), tolerance):
        return None
    message = Message.of(
        "The totals row says {stated}, but the {count} rows add up to {sum}.",
        stated=largest.field("amount").text,
        count=len(amounts),
        sum=f"{rows_sum:,.2f}".replace(",", " "),
    )
    return Finding(message, (largest.quote,))


def _amount(row: Row) -> Decimal:
    return row.field("amount").number or Decimal(0)


def _is_close(one: Decimal, other: Decimal, tolerance: float) -> bool:
    return abs(one - other) <= max(Decimal(1), abs(other) * Decimal(str(tolerance)))


def _is_percent(row: Measure) -> bool:
    """Whether the parts are percentages, as they say or as only percentages can be."""
    numbers = [share for share in row.shares if share.number is not None]
    if any(share.value.unit == "%" for share in numbers):
        return True
    small = all((share.number or 0) <= _HUNDRED for share in numbers)
    return small and (row.amount.number or 0) > 1000 and bool(numbers)
