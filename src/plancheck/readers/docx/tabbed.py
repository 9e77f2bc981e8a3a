"""Makes tables of paragraphs that tabs or runs of spaces set in columns."""

from collections.abc import Iterator, Sequence
from itertools import chain

from plancheck.readers.docx.items import Flaw, Grid, Item, Line, Origin
from plancheck.readers.tabbed import (
    is_contents,
    may_be_row,
    runs_of_rows,
    table_of_lines,
)
from plancheck.sdk import Message, ParagraphRole, caption_kind

_UNREAD = Message(
    "A table that is set by tabs or spaces cannot be read, for its columns do not line up."
)


def with_tabbed(items: Sequence[Item]) -> Sequence[Item]:
    """The items with tables for the lines that are rows of one.

    Where columns do not line up the lines stay, and the flaw beside them says so.
    """
    if not any(isinstance(each, Line) and may_be_row(each.spaced) for each in items):
        return items
    rows = [(index, text) for index, each in enumerate(items) for text in _rows(each)]
    made: list[Item] = []
    done = 0
    for run in runs_of_rows([text for _, text in rows]):
        first, last = rows[run[0]][0], rows[run[-1]][0]
        if first < done:  # another part of the same paragraph
            continue
        lines = [each for each in items[first : last + 1] if isinstance(each, Line)]
        made += items[done:first]
        made += _read(lines)
        done = last + 1
    return [*made, *items[done:]]


def _rows(item: Item) -> Iterator[str | None]:
    """The lines of an item as printed; None for one that is no row."""
    is_row = (
        isinstance(item, Line)
        and item.origin is Origin.BODY
        and item.level is None
        and item.role is ParagraphRole.BODY
        and not item.label.text
        and caption_kind(item.text) is None
    )
    if isinstance(item, Line) and is_row:
        yield from (item.spaced or item.text).rstrip().split("\n")
    else:
        yield None


def _read(lines: Sequence[Line]) -> Iterator[Item]:
    """The table of some lines, or the lines and the flaw that it is none."""
    printed = [tuple(filter(None, _rows(line))) for line in lines]
    texts = tuple(chain.from_iterable(printed))
    table = table_of_lines(texts)
    if table is None:
        yield from lines
        if not is_contents(texts):
            yield Flaw(_UNREAD, lines[0].page)
        return
    owners = [
        line.element for line, own in zip(lines, printed, strict=True) for _ in own
    ]
    cited = tuple(key for line in lines for key in line.cited)
    elements = tuple(owners[cell.row_index] for cell in table.cells)
    yield Grid(table, lines[0].page, cited, None, elements)
