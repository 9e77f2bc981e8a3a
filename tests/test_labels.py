"""Labels of real documents stay with their findings, and precision is counted of them."""

import csv
import io
from dataclasses import replace
from pathlib import Path

import pytest

from bench.labels.precision import Tally, below_goal, render_precision
from bench.labels.rows import (
    HERE,
    Label,
    Row,
    load_rows,
    parse_row,
    relabelled,
    render_rows,
    rows_of,
)
from bench.measured import FILE, PAGE, labelled_rows, render_measured, render_page
from plancheck.model.categories import Category
from plancheck.model.evidence import Quote
from plancheck.model.location import Location
from plancheck.model.message import Message
from plancheck.model.report import Outcome, Result, Severity
from plancheck.model.source import Source
from plancheck.model.verdict import Finding, Verdict

PLACE = Location(document="a.docx", section=("4. Indicators",), page_number=7)


def result(template: str, *names: str) -> Result:
    """A failed rule with a finding for each name."""
    findings = tuple(
        Finding(Message.of(template, name=name, count=3), (Quote(name, PLACE),))
        for name in names
    )
    return Result(
        code="MO02",
        title="Indicators have a baseline.",
        category=Category.MONITORING,
        criteria=(),
        severity=Severity.ERROR,
        source=Source("Good practice"),
        outcome=Outcome.FAIL,
        verdict=Verdict(1, Message("Two of nine."), findings),
    )


def labelled(*labels: Label) -> list[Row]:
    """Findings of one rule with these labels."""
    row = next(rows_of([result("“{name}” has none.", "Road deaths")]))
    return [replace(row, label=label) for label in labels]


def test_a_finding_is_a_row_with_its_place() -> None:
    [first, second] = rows_of([result("“{name}” has none.", "Road deaths", "Roads")])

    assert (first.text, first.page, first.place) == (
        "“Road deaths” has none.",
        "7",
        "4. Indicators",
    )
    assert first.fingerprint != second.fingerprint


def test_a_label_stays_when_the_sentence_is_worded_anew() -> None:
    [old] = rows_of([result("“{name}” has none.", "Road deaths")])
    new = rows_of([result("No baseline stands at “{name}”.", "Road deaths", "Roads")])

    rows = relabelled(list(new), [replace(old, label=Label.FALSE, note="page 9")])

    assert [(row.label, row.note) for row in rows] == [
        (Label.FALSE, "page 9"),
        (Label.NONE, ""),
    ]


def test_a_label_goes_to_the_finding_that_is_worded_most_alike() -> None:
    template = "The indicator “{name}” of the table has no baseline value."
    [old] = rows_of([result(template, "Road deaths a year")])
    new = rows_of([result(template, "Roads", "Road deaths per year")])

    rows = relabelled(list(new), [replace(old, label=Label.TRUE)])

    assert [row.label for row in rows] == [Label.NONE, Label.TRUE]


def test_rows_are_read_as_they_were_written() -> None:
    rows = labelled(Label.TRUE, Label.NONE)

    lines = csv.DictReader(io.StringIO(render_rows(rows)))

    assert [*map(parse_row, lines)] == rows


def test_a_label_of_another_word_is_an_error() -> None:
    with pytest.raises(ValueError, match="maybe"):
        parse_row({"label": "maybe"})


def test_precision_is_of_true_and_false_findings() -> None:
    tally = Tally.of(labelled(Label.TRUE, Label.TRUE, Label.FALSE, Label.UNSURE))

    assert tally.precision == pytest.approx(2 / 3)
    assert (tally.unsure, tally.unread) == (1, 0)


def test_a_rule_below_its_goal_is_named() -> None:
    rows = labelled(Label.TRUE, Label.FALSE)

    assert below_goal(rows) == ["MO02", "all"]
    assert "Below its goal: MO02, all" in render_precision(rows)


@pytest.mark.parametrize("path", sorted(HERE.glob("*.csv")), ids=lambda path: path.stem)
def test_kept_labels_can_be_read(path: Path) -> None:
    assert load_rows(path.stem)


def test_figures_beside_the_pages_are_those_of_the_labels() -> None:
    rows = labelled_rows()

    assert FILE.read_text("utf-8") == render_measured(rows)
    assert PAGE.read_text("utf-8") == render_page(rows)
