"""Goals, priorities and directions that a programme names without codes."""

from collections.abc import Iterable, Iterator

from plancheck.model.document import Document, Section
from plancheck.model.evidence import Quote
from plancheck.model.table import Table
from plancheck.programme.codes import Item, LevelReader, Objective
from plancheck.programme.columns import ColumnReader
from plancheck.programme.headers import read_header
from plancheck.programme.parts import Part
from plancheck.programme.plan_tables import PlanTable
from plancheck.text.patterns import lazy_pattern

STRATEGY = "strategic part"
_UPPER = ("goal", "long-term priority", "priority", "direction")
_LONGEST_NAME = 160
_LETTER = lazy_pattern(r"(?P<letter>[A-H])[.:)] ?(?P<name>[^\W\d_].{2,160})$")
_BELOW_LETTER = lazy_pattern(
    r"(?P<letter>[A-H])\.?\d{1,2}[.:)]? (?P<name>[^\W\d_].{2,160})$"
)
_BULLETS = "•·●▪–-»>*o\t "
_LONGEST_LEVEL = 3
"""Words that may say which level it is before the colon."""


def heading_item(title: str, levels: LevelReader) -> Item | None:
    """The objective that a heading names: `VTP1. Ceļi`, `Goal 2 – Homes`, `Goal: Homes`.

    A heading that only begins with such a word, as `Priority actions`, names none.
    """
    item = levels.heading(title)
    if item is None or item.level not in {*_UPPER, "task"} or not item.name:
        return None
    word, colon, _ = title.partition(":")
    is_called = levels.level_word(title) is not None
    is_set_off = bool(colon) and is_called and len(word.split()) <= _LONGEST_LEVEL
    if item.code is not None:
        if not item.code.prefix and not is_called:
            return None
    elif not is_set_off:
        return None
    return item


def uncoded_objectives(
    strategy: Part | None,
    documents: Iterable[Document],
    tables: Iterable[PlanTable],
    levels: LevelReader,
    columns: ColumnReader,
) -> tuple[Objective, ...]:
    """What banner rows, headings and tables of the strategic part name, each once.

    Its name stands in for the code.
    """
    found = [
        *(each for table in tables for each in _in_banners(table)),
        *_in_headings(documents, levels),
        *(_in_strategy(strategy, columns) if strategy else ()),
        *(_lettered(strategy, levels) if strategy else ()),
    ]
    once: dict[tuple[str, str], Objective] = {}
    for each in found:
        once.setdefault((each.level, each.name.casefold()), each)
    return tuple(once.values())


def _in_banners(table: PlanTable) -> Iterator[Objective]:
    for banner in table.banners:
        item = banner.item
        if item and item.code is None and item.level in _UPPER and item.name:
            yield _named(item.name, item.level, banner.quote)


def _in_headings(
    documents: Iterable[Document], levels: LevelReader
) -> Iterator[Objective]:
    for document in documents:
        for section in document.walk():
            item = heading_item(section.title, levels) if section.heading else None
            if item is not None and item.code is None and item.level:
                quote = Quote(section.title, section.location)
                yield _named(item.name, item.level, quote)


def _in_strategy(part: Part, columns: ColumnReader) -> Iterator[Objective]:
    for section in part.walk():
        for table in _tables(section):
            yield from _in_table(table, columns)


def _lettered(part: Part, levels: LevelReader) -> Iterator[Objective]:
    """Lines that count by letters, and those counted below: `Goal A. Homes`, `A1. Rent`."""
    letters: dict[str, str] = {}
    for paragraph in (each for section in part.walk() for each in section.paragraphs):
        text = paragraph.text.lstrip(_BULLETS)
        quote = Quote(paragraph.text, paragraph.location)
        item = levels.item(text)
        if item and item.code is None and item.level in _UPPER:
            letter = _LETTER.match(item.name)
            if letter is not None:
                is_narrow = item.level == "direction"
                letters[letter["letter"]] = "task" if is_narrow else "direction"
                yield _named(letter["name"], item.level, quote)
        elif (below := _BELOW_LETTER.match(text)) and below["letter"] in letters:
            yield _named(below["name"], letters[below["letter"]], quote)


def _tables(section: Section) -> Iterator[Table]:
    return (block for block in section.blocks if isinstance(block, Table))


def _in_table(table: Table, columns: ColumnReader) -> Iterator[Objective]:
    """The cells below `Goal` or `Priority` in a table that heads its columns so."""
    header = read_header(table, columns)
    if header is None:
        return
    for index, concept in enumerate(header.concepts):
        if concept not in _UPPER:
            continue
        for row_index in range(header.end, table.row_count):
            text = " ".join(table.text_at(row_index, index).split())
            if text and len(text) <= _LONGEST_NAME and ";" not in text:
                quote = Quote(text, table.location_of(row_index, index))
                yield _named(text, concept, quote)


def _named(name: str, level: str, quote: Quote) -> Objective:
    return Objective(name, level, name, "", STRATEGY, quote)
