"""Goals, priorities and directions that a programme names without codes."""

from collections.abc import Iterable, Iterator

from plancheck.model.document import Document, Section
from plancheck.model.evidence import Quote
from plancheck.model.table import Table
from plancheck.programme.codes import Item, LevelReader, Objective
from plancheck.programme.columns import ColumnReader
from plancheck.programme.headers import read_header
from plancheck.programme.lettered import (
    STRATEGY,
    UPPER_LEVELS,
    lettered_objectives,
    with_letters,
)
from plancheck.programme.parts import Part
from plancheck.programme.plan_tables import PlanTable
from plancheck.programme.vocabulary import Vocabulary

_LONGEST_NAME = 160
_LONGEST_LEVEL = 3
"""Words that may say which level it is before the colon."""


def heading_item(title: str, levels: LevelReader) -> Item | None:
    """The objective that a heading names: `VTP1. Ceļi`, `Goal 2 – Homes`, `Goal: Homes`.

    A heading that only begins with such a word, as `Priority actions`, names none.
    """
    item = levels.heading(title)
    if item is None or item.level not in {*UPPER_LEVELS, "task"} or not item.name:
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
    vocabulary: Vocabulary,
) -> tuple[Objective, ...]:
    """What banner rows, headings and tables of the strategic part name, each once.

    Its name stands in for the code, unless all of its level are counted by letters.
    """
    columns = ColumnReader(vocabulary)
    found = [
        *(each for table in tables for each in _in_banners(table)),
        *_in_headings(documents, levels),
        *(_in_strategy(strategy, columns, levels) if strategy else ()),
        *(lettered_objectives(strategy, levels, vocabulary) if strategy else ()),
    ]
    once: dict[tuple[str, str], Objective] = {}
    for each in with_letters(found):
        once.setdefault((each.level, each.name.casefold()), each)
    return tuple(once.values())


def _in_banners(table: PlanTable) -> Iterator[Objective]:
    for banner in table.banners:
        item = banner.item
        if item and item.code is None and item.level in UPPER_LEVELS and item.name:
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


def _in_strategy(
    part: Part, columns: ColumnReader, levels: LevelReader
) -> Iterator[Objective]:
    for section in part.walk():
        for table in _tables(section):
            yield from _in_table(table, columns, levels)


def _tables(section: Section) -> Iterator[Table]:
    return (block for block in section.blocks if isinstance(block, Table))


def _in_table(
    table: Table, columns: ColumnReader, levels: LevelReader
) -> Iterator[Objective]:
    """The cells below `Goal` or `Priority` in a table that heads its columns so.

    A cell may say the level once more: `Priority A. Homes`.
    """
    header = read_header(table, columns)
    if header is None:
        return
    for index, concept in enumerate(header.concepts):
        if concept not in UPPER_LEVELS:
            continue
        for row_index in range(header.end, table.row_count):
            text = " ".join(table.text_at(row_index, index).split())
            if text and len(text) <= _LONGEST_NAME and ";" not in text:
                quote = Quote(text, table.location_of(row_index, index))
                item = levels.item(text)
                is_called = item and item.code is None and item.level == concept
                name = item.name if item and is_called and item.name else text
                yield _named(name, concept, quote)


def _named(name: str, level: str, quote: Quote) -> Objective:
    return Objective(name, level, name, "", STRATEGY, quote)
