"""`plancheck extract`: what a programme plans, as tables for other programs."""

import csv
import datetime as dt
import gettext
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from io import BytesIO, StringIO
from pathlib import Path

import click

from plancheck.cli.formats import (
    formats_option,
    parse_wanted,
    refuse_impossible,
    refuse_on_terminal,
)
from plancheck.cli.inputs import input_files
from plancheck.cli.language import spoken_language
from plancheck.cli.options import paths_argument
from plancheck.cli.output import write_output
from plancheck.cli.reading import read_with_progress, reading_options
from plancheck.cli.statuses import INCOMPLETE, OK
from plancheck.extraction import Record, Value, planned_records
from plancheck.plugins.host import load_plugins
from plancheck.programme.programme import Programme
from plancheck.reader import ReadingOptions
from plancheck.reporters.csv import harmless
from plancheck.reporters.words import clean
from plancheck.reporters.workbook import Column, Sheet, write_sheets
from plancheck.translation import Translate, translator
from plancheck.volumes import readable_suffixes

_ = gettext.gettext

SCHEMA = "plancheck/extract/1"

Planned = Mapping[str, Sequence[Record]]

_TITLE_WORDS = {
    "measures": "Measures",
    "projects": "Projects",
    "indicators": "Indicators",
}
_OF_BOTH = ("code", "name", "parents")
_OF_MEASURES = (
    *("responsible", "term", "amount", "amount_number", "amount_currency", "source"),
    *("result", "territory", "target_group"),
)
_OF_INDICATORS = (
    *("unit", "baseline", "baseline_number", "baseline_year", "target"),
    *("target_number", "target_year", "data_source", "frequency", "responsible"),
    "level",
)
_PLACE = ("document", "page", "section", "table_number", "row_number", "quote")
FIELDS = {
    "measures": (*_OF_BOTH, *_OF_MEASURES, *_PLACE),
    "projects": (*_OF_BOTH, *_OF_MEASURES, "links", *_PLACE),
    "indicators": (*_OF_BOTH, *_OF_INDICATORS, *_PLACE),
}
"""The names of the columns of each table, the same in every language."""

_HEADING_WORDS = {
    "code": "Code",
    "name": "Name",
    "parents": "Stands under",
    "responsible": "Responsible",
    "term": "Term",
    "amount": "Amount as printed",
    "amount_number": "Amount",
    "amount_currency": "Currency",
    "source": "Funding source",
    "result": "Result",
    "territory": "Territory",
    "target_group": "Target group",
    "links": "Refers to",
    "unit": "Unit",
    "baseline": "Baseline as printed",
    "baseline_number": "Baseline",
    "baseline_year": "Baseline year",
    "target": "Target as printed",
    "target_number": "Target",
    "target_year": "Target year",
    "data_source": "Data source",
    "frequency": "Frequency",
    "level": "Level",
    "document": "Document",
    "page": "Page",
    "section": "Section",
    "table_number": "Table",
    "row_number": "Row",
    "quote": "Row as printed",
}
_WIDE = frozenset({"name", "parents", "result", "section", "quote"})


@click.command(
    "extract", help=_("Write the measures, projects and indicators as tables.")
)
@paths_argument
@formats_option(
    "json",
    _("json, csv or xlsx, and a file for it; several at once. Default: json."),
)
@reading_options
def command(  # noqa: PLR0913 - one parameter an option
    *,
    paths: tuple[Path, ...],
    formats: tuple[str, ...],
    password: str | None,
    has_ocr: bool,
    language: str | None,
    without: tuple[str, ...],
) -> int:
    """Read, write what is planned, and say by the status whether all could be read."""
    spoken = language or spoken_language()
    host = load_plugins(without)
    wanted = [parse_wanted(each, _RENDERERS) for each in formats]
    refuse_impossible(wanted, input_files(paths, readable_suffixes(host.readers)))
    for each in wanted:
        if each.name == "xlsx":
            refuse_on_terminal(each, "planned.xlsx")
    options = ReadingOptions(password, has_ocr=has_ocr)
    programme = read_with_progress(paths, host, options, spoken)
    planned = planned_records(programme)
    contents = [_RENDERERS[each.name](programme, planned, spoken) for each in wanted]
    for each, content in zip(wanted, contents, strict=True):
        write_output(content, each.file)
    unread = tuple(_unread(programme, translator(spoken)))
    click.echo("".join(f"plancheck: {each}\n" for each in unread), nl=False, err=True)
    return INCOMPLETE if unread else OK


def _unread(programme: Programme, say: Translate) -> Iterator[str]:
    """What could not be read, in which tables may stand that are not told."""
    for document in programme.documents:
        for gap in document.gaps:
            if not gap.is_figure:
                yield f"{clean(document.name)}: {clean(gap.reason.text(say))}"


def _json(programme: Programme, planned: Planned, _language: str) -> str:
    data = {
        "schema": SCHEMA,
        "title": _title(programme),
        "documents": [each.name for each in programme.documents],
        **planned,
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _csv(_programme: Programme, planned: Planned, _language: str) -> str:
    """One table of all, so that it can go to standard output: `kind` tells them apart."""
    columns = tuple(dict.fromkeys(name for each in FIELDS.values() for name in each))
    stream = StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(("kind", *columns))
    for kind, records in planned.items():
        for record in records:
            writer.writerow((kind, *(harmless(record.get(name)) for name in columns)))
    return stream.getvalue()


def _xlsx(programme: Programme, planned: Planned, language: str) -> bytes:
    say = translator(language)
    sheets = [
        Sheet(
            say(_TITLE_WORDS[kind]),
            tuple(
                Column(say(_HEADING_WORDS[name]), 40 if name in _WIDE else 14)
                for name in columns
            ),
            [
                tuple(_cell(record[name]) for name in columns)
                for record in planned[kind]
            ],
        )
        for kind, columns in FIELDS.items()
    ]
    stream = BytesIO()
    created = dt.datetime.combine(programme.as_of, dt.time())
    write_sheets(stream, sheets, title=_title(programme), created=created)
    return stream.getvalue()


def _cell(value: Value) -> Value:
    return clean(value) if isinstance(value, str) else value


def _title(programme: Programme) -> str:
    return clean(programme.title.text) if programme.title else ""


_RENDERERS: Mapping[str, Callable[[Programme, Planned, str], str | bytes]] = {
    "json": _json,
    "csv": _csv,
    "xlsx": _xlsx,
}
