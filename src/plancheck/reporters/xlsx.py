"""The report as a workbook for auditors: results, items, criteria and what was read.

Text of documents is written as text: nothing of it can become a formula or a link.
"""

import datetime as dt
from collections.abc import Iterator, Sequence
from io import BytesIO

from plancheck.reporters.items import Item, items_of
from plancheck.reporters.words import (
    CATEGORY_TITLES,
    CERTAINTY_WORDS,
    OUTCOME_WORDS,
    SEVERITY_WORDS,
    Voice,
    clean,
    cut,
    without_marks,
)
from plancheck.reporters.workbook import Column, Link, Row, Sheet, write_sheets
from plancheck.sdk import CriterionScore, Document, Location, Report, Result

LONGEST_TEXT = 2000
"""Characters of one cell; a person who needs more opens the document."""

_NARROW, _MIDDLE, _WIDE, _TEXT = 9, 16, 30, 60
"""Widths of columns, in letters."""

RESULT_COLUMNS = {
    "Code": _NARROW,
    "Requirement": _WIDE,
    "Category": _MIDDLE,
    "Outcome": _MIDDLE,
    "Score": _NARROW,
    "Severity": _MIDDLE,
    "Certainty": _MIDDLE,
    "What was found": _TEXT,
    "Items": _NARROW,
    "How to mend it": _TEXT,
    "Criteria": _NARROW,
    "Source": _WIDE,
}
ITEM_COLUMNS = {
    "Code": _NARROW,
    "Outcome": _MIDDLE,
    "Severity": _MIDDLE,
    "Item": _NARROW,
    "What was found": _TEXT,
    "Quote": _TEXT,
    "Document": _WIDE,
    "Page": _NARROW,
    "Section": _WIDE,
    "Table": _NARROW,
    "Row": _NARROW,
    "Sought": _WIDE,
    "Nearest to it": _WIDE,
    "Waived": _WIDE,
    "Fingerprint": _WIDE,
}
CRITERION_COLUMNS = {
    "Code": _NARROW,
    "Criterion": _TEXT,
    "Category": _WIDE,
    "Score": _NARROW,
    "Mean": _NARROW,
    "Scores of its rules": _TEXT,
}
DOCUMENT_COLUMNS = {
    "Document": _TEXT,
    "Format": _MIDDLE,
    "Pages": _NARROW,
    "Could not be read": _TEXT,
    "SHA-256": _TEXT,
}
"""The columns of each sheet with their widths."""


def render(report: Report, language: str) -> bytes:
    """The workbook; the same report gives the same bytes."""
    voice = Voice.of(report, language)
    stream = BytesIO()
    sheets = (
        _results(report, voice),
        _items(report, voice),
        _criteria(report, voice),
        _documents(report, voice),
    )
    title = clean(report.programme.title or voice.say("Programme without a title"))
    created = dt.datetime.combine(report.as_of, dt.time(), dt.UTC)
    write_sheets(stream, sheets, title=cut(title, 200), created=created)
    return stream.getvalue()


def _columns(headings: dict[str, int], voice: Voice) -> tuple[Column, ...]:
    return tuple(
        Column(voice.say(heading), width) for heading, width in headings.items()
    )


def _results(report: Report, voice: Voice) -> Sheet:
    """A row a rule; its code leads to its items."""
    first_rows: dict[str, int] = {}
    row_number = 2
    for result in report.results:
        first_rows[result.code] = row_number
        row_number += len(list(items_of(result)))
    items = voice.say("Items")
    return Sheet(
        voice.say("Results"),
        _columns(RESULT_COLUMNS, voice),
        [
            _result(
                each,
                Link(f"internal:'{items}'!A{first_rows[each.code]}", each.code),
                voice,
            )
            for each in report.results
        ],
        outcome_column=3,
    )


def _result(result: Result, code: Link, voice: Voice) -> Row:
    page = result.page(voice.language)
    certainty = CERTAINTY_WORDS[result.certainty]
    return (
        code,
        voice.title(result),
        voice.say(CATEGORY_TITLES[result.category]),
        voice.say(OUTCOME_WORDS[result.outcome]),
        result.score,
        voice.say(SEVERITY_WORDS[result.severity]),
        voice.say(certainty) if certainty else voice.say("sure"),
        voice.sentence(result.message),
        len(result.findings),
        clean(without_marks(page.remedy)) if page and page.remedy else "",
        " ".join(result.criteria),
        clean(result.source.text(voice.translate)),
    )


def _items(report: Report, voice: Voice) -> Sheet:
    """A row a finding, or a rule that has none; its place leads to the file."""
    return Sheet(
        voice.say("Items"),
        _columns(ITEM_COLUMNS, voice),
        [_item(each, voice) for result in report.results for each in items_of(result)],
        outcome_column=1,
    )


def _item(item: Item, voice: Voice) -> Row:
    result = item.result
    location = item.quotes[0].location if item.quotes else Location()
    nearest = item.absence.nearest if item.absence else None
    return (
        result.code,
        voice.say(OUTCOME_WORDS[result.outcome]),
        voice.say(SEVERITY_WORDS[result.severity]),
        item.number,
        voice.sentence(item.message),
        cut(" / ".join(clean(each.text) for each in item.quotes), LONGEST_TEXT),
        _file(location, voice),
        _page(location),
        cut(" › ".join(map(clean, location.section)), LONGEST_TEXT),
        location.table_number,
        location.row_number,
        cut(voice.sought(item.absence), LONGEST_TEXT) if item.absence else "",
        f"{voice.place(nearest.location)}: {voice.quote(nearest.text)}"
        if nearest
        else "",
        voice.waiver(item.waiver) if item.waiver else "",
        item.fingerprint,
    )


def _file(location: Location, voice: Voice) -> Link | str:
    """The volume, which leads to its file, and in a PDF to the page.

    The links hold where the workbook lies in the folder that the check ran in.
    """
    name = location.document
    if not name:
        return ""
    is_paged = name.lower().endswith(".pdf") and location.page_number
    page = f"#page={location.page_number}" if is_paged else ""
    return Link.to_file(name, page, voice.volume(name))


def _page(location: Location) -> int | str | None:
    """The printed label, where it is another than the number."""
    label = location.page_label
    if label is None or label == str(location.page_number):
        return location.page_number
    return clean(label)


def _criteria(report: Report, voice: Voice) -> Sheet:
    """A row a criterion of the peer review, with the scores that its own is made of."""
    return Sheet(
        voice.say("Criteria"),
        _columns(CRITERION_COLUMNS, voice),
        [_criterion(each, voice) for each in report.criteria],
    )


def _criterion(criterion: CriterionScore, voice: Voice) -> Row:
    given = (
        f"{each.code} {'–' if each.score is None else each.score}"
        for each in criterion.given
    )
    return (
        criterion.id,
        voice.say(criterion.title),
        voice.say(CATEGORY_TITLES[criterion.category]),
        criterion.score,
        None if criterion.mean is None else round(float(criterion.mean), 2),
        ", ".join(given),
    )


def _documents(report: Report, voice: Voice) -> Sheet:
    """A row a volume, and what the programme was judged by."""
    return Sheet(
        voice.say("Documents"),
        _columns(DOCUMENT_COLUMNS, voice),
        [
            *(_document(each, voice) for each in report.documents),
            *((said,) for said in _judged_by(report, voice)),
        ],
    )


def _document(document: Document, voice: Voice) -> Row:
    gaps = (
        f"{voice.place(each.location)}: {voice.sentence(each.reason)}"
        for each in document.gaps
    )
    return (
        Link.to_file(document.name, "", voice.volume(document.name)),
        clean(document.format),
        document.page_count,
        cut("; ".join(gaps), LONGEST_TEXT),
        document.sha256,
    )


def _judged_by(report: Report, voice: Voice) -> Iterator[str]:
    yield voice.judged_by(report)
    yield voice.say("As of {date}", date=report.as_of.isoformat())
    yield voice.summary(report)
    yield from _versions(report)
    yield from (voice.sentence(each) for each in report.notes)


def _versions(report: Report) -> Sequence[str]:
    return [f"{clean(each.name)} {clean(each.version)}" for each in report.plugins]
