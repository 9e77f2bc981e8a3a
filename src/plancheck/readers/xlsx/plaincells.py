"""Matches the rows of a sheet that is written as Excel, LibreOffice and openpyxl write it.

Event by event a sheet takes three times as long. The patterns must cover a row without
a letter left over, and what a cell's attributes may be is looked at once for each kind
of cell; a sheet with anything else in it is left to Expat.
"""

import re
from collections.abc import Callable, Iterator
from html import unescape
from operator import itemgetter
from typing import NamedTuple

from plancheck.readers.xlsx.cellvalues import ValuePrinter
from plancheck.readers.xlsx.sheets import valid_column
from plancheck.readers.xlsx.xml import is_true

_ROW = re.compile(rb'\s*<row r="(\d{1,7})"((?: [\w:]+="[^"<>]*")*)\s*(/?)>\s*')
_CELL = re.compile(
    rb'(<c r="([A-Z]+)\d+"([^>]*)>(?:(?:<f[^>]*>(?:[^<]*</f>)?)?'
    rb"(?:<v ?/>|(?:<v>|<is><t[^>]*>)([^<]*)(?:</v>|</t></is>))?</c>)?\s*)"
)
_ATTRIBUTES = re.compile(rb'(?: s="(\d{1,6})")?(?: t="(\w+)")?(/?)')
_HIDDEN = re.compile(rb' hidden="(\w+)"')
_ROW_END = b"</row>"
_OPENING, _CLOSING = b"<sheetData>", b"</sheetData>"
_ENCODED = re.compile(rb'<\?xml[^>]*encoding=["\'](?!utf-8["\'])', re.IGNORECASE)
_XML = itemgetter(0)


class OtherwiseWrittenError(Exception):
    """The sheet has something that the patterns do not know."""


class Row(NamedTuple):
    """A row and its cells: XML, column letters, attributes and stored value of each."""

    row_index: int
    is_hidden: bool
    cells: list[tuple[bytes, bytes, bytes, bytes]]


class Columns(dict[bytes, int]):
    """The index of each column whose letters have been asked for."""

    def __missing__(self, letters: bytes) -> int:
        self[letters] = column = valid_column(letters.decode())
        return column


class TextsByAttributes(dict[bytes, "_Texts"]):
    """The texts of stored values, asked for by a cell's attributes, then by the value.

    On most sheets a value occurs many times.
    """

    def __init__(self, printer: ValuePrinter) -> None:
        super().__init__()
        self._printer = printer

    def __missing__(self, attributes: bytes) -> "_Texts":
        self[attributes] = texts = _Texts(self._printer, attributes)
        return texts


class _Texts(dict[bytes, str]):
    """The texts of stored values of one type and style."""

    def __init__(self, printer: ValuePrinter, attributes: bytes) -> None:
        super().__init__()
        known = _ATTRIBUTES.fullmatch(attributes)
        if known is None:
            raise OtherwiseWrittenError
        kind = known[2].decode() if known[2] else "n"
        style = int(known[1]) if known[1] else 0
        self._printed: Callable[[str], str] = printer.printing(kind, style)
        self._is_kept = kind != "e"  # the printer counts errors

    def __missing__(self, raw: bytes) -> str:
        stored = raw.decode()
        if "&" in stored:
            stored = unescape(stored)
        text = self._printed(stored)
        if self._is_kept:
            self[raw] = text
        return text


def lacks_result(xml: bytes, attributes: bytes) -> bool:
    """Whether a cell without a value is a formula; of text, its result may be empty."""
    return b"<f" in xml and b't="str"' not in attributes


def split_plain(blob: bytes) -> tuple[bytes, bytes] | None:
    """The XML of the rows, and that of the sheet without them; None for another writing."""
    start, end = blob.find(_OPENING), blob.rfind(_CLOSING)
    if start < 0 or end < 0 or _ENCODED.match(blob):
        return None
    if b"<!" in blob or blob.find(_OPENING, start + 1) >= 0:
        return None
    start += len(_OPENING)
    return blob[start:end], blob[:start] + blob[end:]


def plain_rows(xml: bytes) -> Iterator[Row]:
    """The rows in their order.

    Raises:
        OtherwiseWrittenError: A row is written in another way.
    """
    position = 0
    while opening := _ROW.match(xml, position):
        position = opening.end()
        if opening[3]:
            continue
        end = xml.find(_ROW_END, position)
        body = xml[position:end]
        cells = _CELL.findall(body)
        if end < 0 or sum(map(len, map(_XML, cells))) != len(body):
            raise OtherwiseWrittenError
        position = end + len(_ROW_END)
        hidden = _HIDDEN.search(opening[2]) if b"hidden" in opening[2] else None
        is_hidden = hidden is not None and is_true(hidden[1].decode())
        yield Row(int(opening[1]) - 1, is_hidden, cells)
    if xml[position:].strip():
        raise OtherwiseWrittenError
