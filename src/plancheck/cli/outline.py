"""`plancheck outline`: what was read, as rules see it."""

import gettext
import json
from collections.abc import Iterator
from pathlib import Path

import click

from plancheck.cli.language import spoken_language
from plancheck.cli.options import format_option, paths_argument
from plancheck.cli.output import write_output
from plancheck.cli.reading import read_with_progress, reading_options
from plancheck.model.location import Location
from plancheck.outline import DocumentOutline, Outline, SectionOutline, TableOutline
from plancheck.outline import outline as outline_of
from plancheck.plugins.host import load_plugins
from plancheck.reader import ReadingOptions
from plancheck.reporters.words import clean

_ = gettext.gettext

_FOUND_BY_WORDS = {
    "heading": "by heading",
    "table": "by table",
    "title": "by title page",
    "file name": "by file name",
    "settings": "by settings",
}


@click.command("outline", help=_("Show the sections and tables as rules see them."))
@paths_argument
@format_option("text", "json")
@reading_options
def command(  # noqa: PLR0913 - one parameter an option
    *,
    paths: tuple[Path, ...],
    format_name: str,
    password: str | None,
    has_ocr: bool,
    language: str | None,
    without: tuple[str, ...],
) -> None:
    """Read, and write what was read."""
    language = language or spoken_language()
    host = load_plugins(without)
    options = ReadingOptions(password, has_ocr=has_ocr)
    found = outline_of(read_with_progress(paths, host, options, language))
    if format_name == "json":
        text = json.dumps(_to_json(found), ensure_ascii=False, indent=2) + "\n"
    else:
        text = "".join(f"{line}\n" for line in _lines(found))
    write_output(text)


def _lines(found: Outline) -> Iterator[str]:
    for each in found.documents:
        yield from _document_lines(each)
        yield ""
    yield _("Parts found:")
    for part in found.parts:
        where = clean(part.quote.text)
        yield f"  {_(part.concept)}: {where} ({_(_FOUND_BY_WORDS[part.found_by])})"


def _document_lines(found: DocumentOutline) -> Iterator[str]:
    document = found.document
    pages = (
        "" if document.page_count is None else f", {_('pages')}: {document.page_count}"
    )
    yield f"{clean(document.name)} ({document.format}{pages})"
    if document.parts:
        held = (
            f"{_(part.concept)} ({_(_FOUND_BY_WORDS[part.found_by])})"
            for part in document.parts
        )
        yield f"  {_('holds')}: {', '.join(held)}"
    for note in document.notes:
        yield f"  {clean(note)}"
    for gap in document.gaps:
        yield f"  {_('could not be read')}: {clean(gap.reason)}"
    for section in found.sections:
        yield from _section_lines(section)


def _section_lines(section: SectionOutline) -> Iterator[str]:
    indent = "  " * section.level
    page = _page(section.location)
    words = f"{_('words')}: {section.word_count}"
    yield f"{indent}{clean(section.title) or _('(before the first heading)')}  [{page}{words}]"
    for table in section.tables:
        yield from _table_lines(table, indent + "  ")


def _table_lines(table: TableOutline, indent: str) -> Iterator[str]:
    number = table.location.table_number
    size = f"{table.row_count} x {table.column_count}"
    roles = ", ".join(table.roles) or _("no role")
    caption = f"  {clean(table.caption)}" if table.caption else ""
    yield f"{indent}{_('table')} {number}  {size}  {roles}{caption}"
    yield f"{indent}    {' | '.join(map(clean, table.header))}"
    if table.columns:
        named = (f"{concept} = {clean(label)}" for concept, label in table.columns)
        yield f"{indent}    → {'; '.join(named)}"


def _page(location: Location) -> str:
    if location.page_number is None:
        return ""
    about = "≈" if location.page_is_approximate else ""
    return f"{_('p.')} {about}{location.page_number}, "


def _to_json(found: Outline) -> dict[str, object]:
    return {
        "schema": "plancheck/outline/1",
        "documents": [
            {
                "path": each.document.name,
                "format": each.document.format,
                "pages": each.document.page_count,
                "parts": [
                    {"concept": part.concept, "found_by": part.found_by}
                    for part in each.document.parts
                ],
                "notes": [str(note) for note in each.document.notes],
                "gaps": [str(gap.reason) for gap in each.document.gaps],
                "sections": [_section_json(section) for section in each.sections],
            }
            for each in found.documents
        ],
        "parts": [
            {
                "concept": part.concept,
                "heading": part.quote.text,
                "found_by": part.found_by,
                "annex": part.is_annex,
                "words": part.word_count,
            }
            for part in found.parts
        ],
    }


def _section_json(section: SectionOutline) -> dict[str, object]:
    return {
        "title": section.title,
        "level": section.level,
        "page": section.location.page_number,
        "words": section.word_count,
        "tables": [_table_json(table) for table in section.tables],
    }


def _table_json(table: TableOutline) -> dict[str, object]:
    return {
        "number": table.location.table_number,
        "page": table.location.page_number,
        "rows": table.row_count,
        "columns": table.column_count,
        "caption": table.caption,
        "header": list(table.header),
        "roles": list(table.roles),
        "recognised": dict(table.columns),
    }
