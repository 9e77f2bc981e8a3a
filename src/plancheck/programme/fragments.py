"""Word tables joined to the tables that their author meant: one table over many pages."""

from collections import Counter
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from plancheck.model.document import Block, Document, Paragraph, ParagraphRole
from plancheck.model.table import Table
from plancheck.programme.column_contents import filled_texts
from plancheck.programme.columns import ColumnReader
from plancheck.programme.headers import Header, read_header
from plancheck.text.folding import squash
from plancheck.text.patterns import lazy_pattern

_LONGEST_BETWEEN = 25
_MOST_BETWEEN = 3
_LONGEST_FURNITURE = 120
_FEWEST_PAGES = 5
_CODE = lazy_pattern(r"[^\W\d_]{0,4}[ .-]?\d{1,3}(?:[.-]\d{1,3}){0,4}\.?")
_DIGITS = lazy_pattern(r"\d+")
_NUMBERS_AND_SIGNS = lazy_pattern(r"[\W\d_]+")


@dataclass(frozen=True)
class Fragment:
    """One table as it stands in the file, and the row at which its body begins."""

    table: Table
    body_start: int


@dataclass(frozen=True)
class JoinedTable:
    """Fragments of one table with the header that they share; None where it has none.

    `between` are the paragraphs after the table before it, running lines left out;
    `is_close` is true where these are no more than a few short lines.
    """

    header: Header | None
    fragments: tuple[Fragment, ...]
    document: Document
    is_close: bool = False
    between: tuple[Paragraph, ...] = ()

    @property
    def first(self) -> Table:
        """The fragment that the table begins with."""
        return self.fragments[0].table

    def texts(self, column_index: int) -> list[str]:
        """What stands in a column of the bodies of all fragments, empty cells left out."""
        return [
            text
            for fragment in self.fragments
            for text in filled_texts(fragment.table, fragment.body_start, column_index)
        ]


def join_tables(document: Document, columns: ColumnReader) -> tuple[JoinedTable, ...]:
    """The tables of a document in reading order, those cut by page breaks made whole.

    A table goes on in the next one when no heading and only short paragraphs stand
    between, the columns are as many, and the header is repeated or left out.
    """
    joined: list[JoinedTable] = []
    between: list[Block] = []
    furniture = _furniture(document)
    for block in document.blocks:
        if not isinstance(block, Table):
            if not _is_aside(block, furniture):
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
            joined.append(
                JoinedTable(
                    header, (fragment,), document, is_close, _paragraphs(between)
                )
            )
        between = []
    return tuple(joined)


def _paragraphs(blocks: Iterable[Block]) -> tuple[Paragraph, ...]:
    return tuple(block for block in blocks if isinstance(block, Paragraph))


def _is_close(between: Iterable[Block]) -> bool:
    """Whether nothing but a few short lines stands between two tables."""
    blocks = tuple(between)
    return len(blocks) <= _MOST_BETWEEN and all(
        isinstance(block, Paragraph) and len(block.text.split()) <= _LONGEST_BETWEEN
        for block in blocks
    )


def _is_aside(block: Block, furniture: AbstractSet[str]) -> bool:
    """Whether a block is no text of the body: a note, a running line, a page number."""
    return isinstance(block, Paragraph) and (
        block.role
        in {ParagraphRole.FOOTNOTE, ParagraphRole.RUNNING, ParagraphRole.TEXT_BOX}
        or not (masked := _masked(block.text))
        or masked in furniture
    )


def _furniture(document: Document) -> frozenset[str]:
    """The lines that stand on page after page, where a reader could not tell them apart."""
    counts = Counter(
        _masked(block.text)
        for block in document.blocks
        if isinstance(block, Paragraph) and len(block.text) <= _LONGEST_FURNITURE
    )
    return frozenset(line for line, count in counts.items() if count >= _FEWEST_PAGES)


def _masked(text: str) -> str:
    """The letters of a short line, by which it is the same on each page."""
    if len(text) > _LONGEST_FURNITURE:
        return text
    return _NUMBERS_AND_SIGNS.sub("", text).casefold()


def _continues(last: JoinedTable, table: Table, header: Header | None) -> int | None:
    """The row at which the body goes on, or None when the table is another one."""
    if (
        last.header is None
        or table.is_nested
        or table.column_count != last.first.column_count
    ):
        return None
    if header is None:
        return 0
    if header.is_like(last.header):
        return header.end
    return 0 if _begins_with_body(table, header, last.header, last) else None


def _begins_with_body(
    table: Table, header: Header, above: Header, last: JoinedTable
) -> bool:
    """Whether what was read as a header is a row of the body of the table before.

    A value may be worded as a column is, `ERAF, municipal budget`. It is a row where a
    column goes on as above, with the next code or the same word, and no label is repeated.
    """
    texts = table.row_texts(0)
    if header.end > 1 or table.header_row_count or _repeats_a_label(texts, above):
        return False
    return any(
        _goes_on(text, last.texts(index), concept)
        for index, (text, concept) in enumerate(zip(texts, above.concepts, strict=True))
    )


def _repeats_a_label(texts: Iterable[str], header: Header) -> bool:
    return any(squash(text) in header.known_labels for text in texts if squash(text))


def _goes_on(text: str, body: Sequence[str], concept: str | None) -> bool:
    """Whether a text goes on in a column: as above, or with a code below a header alone."""
    if not body:
        return concept == "code" and _CODE.fullmatch(text.strip()) is not None
    shape = _shape(text)
    has_letters = any(map(str.isalpha, shape))
    return has_letters and any(shape == _shape(other) for other in body)


def _shape(text: str) -> str:
    """A text without its figures, by which `IP-25` and `IP-26` are alike."""
    return _DIGITS.sub("0", " ".join(text.split()).casefold())
