"""Verdicts on many rows made short: one cause, one finding."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from plancheck.rules.asking import quotes_of
from plancheck.sdk import Finding, Message, Row, UnreadColumn, Unsure, Verdict

R = TypeVar("R", bound=Row)

_LABELS = 3
"""Labels that were not understood, as many as a sentence names."""


def split(rows: Sequence[R], having: Callable[[R], object]) -> tuple[list[R], list[R]]:
    """The rows that have something, and those that lack it."""
    held: list[R] = []
    lacking: list[R] = []
    for row in rows:
        (held if having(row) else lacking).append(row)
    return held, lacking


def capped(verdict: Verdict, highest: int, finding: Finding) -> Verdict:
    """The verdict with at most this score, because of a finding that leads the others."""
    return replace(
        verdict,
        score=min(verdict.score, highest),
        message=finding.message if verdict.score > highest else verdict.message,
        findings=(finding, *verdict.findings),
    )


def weakest(verdicts: Sequence[Verdict]) -> Verdict:
    """The verdict with the lowest score, with what all of them found missing."""
    lowest = min(verdicts, key=lambda verdict: verdict.score)
    findings = dict.fromkeys(each for verdict in verdicts for each in verdict.findings)
    return replace(lowest, findings=tuple(findings))


def by_column(
    verdict: Verdict, lacking: Sequence[Row], concepts: Sequence[str], column: str
) -> Verdict:
    """The verdict with one finding for all rows whose tables lack the column.

    Args:
        verdict: A share with a finding for each lacking row.
        lacking: The rows that lack it.
        concepts: The columns that would hold it.
        column: What the column is called in findings.

    Raises:
        Unsure: Most of them stand in tables with a column that was not understood.
    """
    without = [row for row in lacking if not any(map(row.has_column, concepts))]
    if not verdict.passes:
        _understood(without, lacking, concepts, column)
    if len(without) < 2 or len(verdict.findings) < 2:
        return verdict
    message = Message.of(
        "{count} rows stand in tables without a column for {column}.",
        count=len(without),
        column=Message(column),
    )
    places = {row.quote for row in without}
    others = [each for each in verdict.findings if each.evidence[0] not in places]
    finding = Finding(message, quotes_of(without))
    return replace(verdict, findings=(finding, *others))


def _understood(
    without: Sequence[Row], lacking: Sequence[Row], concepts: Sequence[str], column: str
) -> None:
    """Raise Unsure where most rows that lack a thing have a column that may be its own."""
    unread = {row.quote: row.may_have_column(concepts) for row in without}
    rows = [quote for quote, columns in unread.items() if columns]
    if rows and len(rows) * 2 >= len(lacking):
        columns = (each for found in unread.values() for each in found)
        raise Unsure(not_understood(columns, column), rows[0])


def not_understood(unread: Iterable[UnreadColumn], column: str) -> Message:
    """That columns may be the one that is sought.

    Args:
        unread: Those whose labels nobody knows.
        column: What the one that is sought is called in findings.
    """
    labels = list(dict.fromkeys(each.label for each in unread))
    return Message.of(
        "It could not be told what stands in the column “{labels}”; it may be that for "
        "{column}.",
        labels="”, “".join(labels[:_LABELS]),
        column=Message(column),
    )


def without_column(
    verdict: Verdict, rows: Sequence[Row], concepts: Sequence[str], column: str
) -> Verdict:
    """The verdict that says of no row at all what no table has a column for.

    A row may still say it in its text, where no column shows it: what is certain is that
    the column is missing.
    """
    if verdict.score or any(row.has_column(each) for row in rows for each in concepts):
        return verdict
    message = Message.of(
        "None of the {count} rows stands in a table with a column for {column}.",
        count=len(rows),
        column=Message(column),
    )
    return replace(
        verdict, message=message, findings=(Finding(message, quotes_of(rows)),)
    )


def by_table(
    verdict: Verdict,
    rows: Sequence[R],
    having: Callable[[R], object],
    every: str,
) -> Verdict:
    """The verdict with one finding for each table of which no row has it.

    Args:
        verdict: A share with a finding for each lacking row.
        rows: All rows that were judged.
        having: Says of a row whether it has it.
        every: Template of the finding for such a table; it names {count}.
    """
    if len(verdict.findings) < 2:
        return verdict
    tables: dict[tuple[str, int | None], list[R]] = {}
    for row in rows:
        place = row.quote.location
        tables.setdefault((place.document, place.table_number), []).append(row)
    empty = [
        own for own in tables.values() if len(own) > 1 and not any(map(having, own))
    ]
    said = {row.quote for own in empty for row in own}
    wholes = [
        Finding(Message.of(every, count=len(own)), quotes_of(own)) for own in empty
    ]
    others = [each for each in verdict.findings if each.evidence[0] not in said]
    return replace(verdict, findings=(*wholes, *others))
