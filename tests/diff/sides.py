"""Sides of a diff, made of results as a report has them."""

from dataclasses import replace

from plancheck.diff import Side, compare, side_of
from plancheck.model.document import Document, Gap
from plancheck.model.location import Location
from plancheck.model.message import Message
from plancheck.model.report import Result
from tests.waiving.reports import TWO, report


def side(*results: Result, name: str = "draft", has_gap: bool = False) -> Side:
    """A draft with these results."""
    gap = Gap(Message("the page is a picture"), Location(TWO, page_number=7))
    document = Document(TWO, "docx", (), gaps=(gap,) if has_gap else ())
    made = replace(report(*results), documents=(document,))
    return side_of(made, name, "en")


def between(old: Side, new: Side) -> list[tuple[str, str]]:
    """What changed: the status of each finding, and what it is on."""
    return [
        (each.status, each.finding.quote or each.finding.message)
        for each in compare(old, new).changes
    ]
