"""Word tables joined to the tables that their author meant: one table over many pages."""

from collections.abc import Iterable
from dataclasses import dataclass

from plancheck.model.document import Block, Document, Paragraph, ParagraphRole
from plancheck.model.table import Table
from plancheck.programme.headers import ColumnReader, Header, read_header

_LONGEST_BETWEEN = 25
_MOST_BETWEEN = 3


@dataclass(frozen=True)
class Fragment:
    """One table as it stands in the file, and the row at which its body begins."""

    table: Table
    body_start: int


@dataclass(frozen=True)
class JoinedTable:
    """Fragments of one table with the header that they share; None where it has none.

    `is_close` is true where nothing but short lines stands between it and the table before.
    """

    header: Header | None
    fragments: tuple[Fragment, ...]
    document: Document
    is_close: bool = False

    @property
    def first(self) -> Table:
        """The fragment that the table begins with."""
        return self.fragments[0].table


def join_tables(document: Document, columns: ColumnReader) -> tuple[JoinedTable, ...]:
    """The tables of a document in reading order, those cut by page breaks made whole.

    A table goes on in the next one when no heading and only short paragraphs stand
    between, the columns are as many, and the header is repeated or left out.
    """
    joined: list[JoinedTable] = []
    between: list[Block] = []
    for block in document.blocks:
        if not isinstance(block, Table):
            between.append(block)
            continue
        header = read_header(block, columns)
        last = joined[-1] if joined else None
        if (
            last
            and _is_close(between)
            and (start := _continues(last, block, header)) is not None
        ):
            joined[-1] = JoinedTable(
                last.header, (*last.fragments, Fragment(block, start)), document
            )
        else:
            start = header.end if header else 0
            is_close = last is not None and _is_close(between)
            fragment = Fragment(block, start)
            joined.append(JoinedTable(header, (fragment,), document, is_close))
        between = []
    return tuple(joined)


def _is_close(between: Iterable[Block]) -> bool:
    """Whether nothing but running lines, notes and captions stands between two tables."""
    blocks = [block for block in between if not _is_aside(block)]
    return len(blocks) <= _MOST_BETWEEN and all(
        isinstance(block, Paragraph) and len(block.text.split()) <= _LONGEST_BETWEEN
        for block in blocks
    )


def _is_aside(block: Block) -> bool:
    return isinstance(block, Paragraph) and (
        not block.text.strip()
        or block.role
        in {ParagraphRole.FOOTNOTE, ParagraphRole.RUNNING, ParagraphRole.TEXT_BOX}
    )


def _continues(last: JoinedTable, table: Table, header: Header | None) -> int | None:
    """The row at which the body goes on, or None when the table is another one."""
    if (
        last.header is None
        or table.is_nested
        or table.column_count != last.first.column_count
    ):
        return None
    if header is not None:
        return header.end if header.is_like(last.header) else None
    return 0
