"""The report for spreadsheets and scripts: a row an item, in columns that keep their names."""

import csv
from collections.abc import Iterator
from io import StringIO

from plancheck.reporters.items import Item, items_of
from plancheck.reporters.words import Voice, clean
from plancheck.sdk import Absence, Location, Quote, Report

COLUMNS = (
    "code",
    "title",
    "category",
    "criteria",
    "severity",
    "certainty",
    "outcome",
    "score",
    "summary",
    "item",
    "message",
    "quote",
    "document",
    "page",
    "section",
    "table",
    "row",
    "column",
    "other_quotes",
    "sought",
    "sought_in",
    "nearest",
    "remedy",
    "source",
    "fingerprint",
    "waived",
)
"""The names of the columns, the same in every language; they are only ever added to."""

FORMULA_SIGNS = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
"""What a spreadsheet takes for the beginning of a formula, in full width too."""

Value = str | int | float | None


def render(report: Report, language: str) -> str:
    """The items as CSV: commas, UTF-8, a line each."""
    voice = Voice.of(report, language)
    stream = StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(COLUMNS)
    for result in report.results:
        for item in items_of(result):
            writer.writerow([*map(harmless, _row(item, voice))])
    return stream.getvalue()


def harmless(value: Value) -> Value:
    """A text on one line that no spreadsheet runs as a formula; numbers as they are.

    >>> harmless("=HYPERLINK(1)"), harmless("a = b"), harmless(-1), harmless(None)
    ("'=HYPERLINK(1)", 'a = b', -1, None)
    """
    if not isinstance(value, str):
        return value
    text = clean(value)
    return f"'{text}" if text.startswith(FORMULA_SIGNS) else text


def _row(item: Item, voice: Voice) -> Iterator[Value]:
    """The values of an item, in the order of the columns."""
    result = item.result
    page = result.page(voice.language)
    yield result.code
    yield voice.title(result)
    yield result.category.value
    yield " ".join(result.criteria)
    yield result.severity.value
    yield result.certainty.value
    yield result.outcome.value
    yield result.score
    yield result.message.text(voice.translate)
    yield item.number
    yield item.message.text(voice.translate)
    yield from _quoted(item.quotes)
    yield "; ".join(_placed(each, voice) for each in item.quotes[1:])
    yield from _sought(item.absence, voice)
    yield page.remedy if page else None
    yield result.source.text(voice.translate)
    yield item.fingerprint
    yield voice.waiver(item.waiver) if item.waiver else None


def _quoted(quotes: tuple[Quote, ...]) -> Iterator[Value]:
    """The first quote and its place."""
    location = quotes[0].location if quotes else Location()
    yield quotes[0].text if quotes else None
    yield location.document or None
    yield location.page_label or location.page_number
    yield " › ".join(location.section) or None
    yield location.table_number
    yield location.row_number
    yield location.column_number


def _sought(absence: Absence | None, voice: Voice) -> Iterator[Value]:
    if absence is None:
        yield from (None, None, None)
        return
    yield "; ".join(absence.terms)
    yield "; ".join(absence.places)
    yield _placed(absence.nearest, voice) if absence.nearest else None


def _placed(quote: Quote, voice: Voice) -> str:
    return f"{voice.place(quote.location)}: {voice.quote(quote.text)}"
