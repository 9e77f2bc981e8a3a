"""A document's own list of abbreviations."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from plancheck.model.table import Table
from plancheck.programme.parts import Part
from plancheck.text.patterns import lazy_pattern

_ENTRY = lazy_pattern(
    r"^(?P<short>[^\W\d_][\w./+-]{0,11})\s*(?:[–—:=-]\s*|\s)(?P<long>\S.{2,200})$"
)
_LINES = lazy_pattern(r"\n+|;\s+")


def read_abbreviations(part: Part | None) -> Mapping[str, str]:
    """What each abbreviation stands for; empty where the programme has no such list."""
    if part is None:
        return MappingProxyType({})
    found: dict[str, str] = {}
    for short, long in _entries(part):
        if sum(map(str.isupper, short)) >= 1 and short not in found:
            found[short] = long.strip(" .;")
    return MappingProxyType(found)


def _entries(part: Part) -> Iterator[tuple[str, str]]:
    for table in part.tables:
        yield from _table_entries(table)
    for paragraph in part.paragraphs:
        for line in _LINES.split(paragraph.text):
            if match := _ENTRY.match(line.strip()):
                yield match["short"], match["long"]


def _table_entries(table: Table) -> Iterator[tuple[str, str]]:
    if table.column_count < 2:
        return
    for row_index in range(table.row_count):
        short = table.text_at(row_index, 0).strip()
        long = table.text_at(row_index, 1).strip()
        if short and long and len(short) <= 12 and " " not in short:
            yield short, long
