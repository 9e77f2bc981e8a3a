"""Tables that run over pages: their parts joined, repeated headers dropped."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from plancheck.readers.pdf.cell_texts import cut, is_cut_code
from plancheck.readers.pdf.pages import PageCell, PageTable
from plancheck.readers.pdf.paragraphs import Item
from plancheck.readers.pdf.words import LINE_END_HYPHENS
from plancheck.sdk import squash

_NEAR = 5.0  # points that column edges may differ from page to page
_MAX_HEADER = 6  # rows
_ALIKE = 0.7  # of a header's cells must be the same
_SURE_ROWS = 2  # before it is said what a column never is
_LOW = 0.62  # of the page's height: a table that ends above it ends there


@dataclass(slots=True)
class WholeTable:
    """A table of all its pages; `cells` have their rows counted through."""

    cells: list[PageCell]
    parts: list[PageTable]
    row_pages: list[int]
    header_row_count: int = 0
    caption: str = ""

    @property
    def row_count(self) -> int:
        """Of all pages, repeated headers left out."""
        return len(self.row_pages)

    @property
    def column_count(self) -> int:
        """Of the first part."""
        return len(self.parts[0].xs) - 1

    @property
    def page_number(self) -> int:
        """Of the first row."""
        return self.parts[0].page_number


def join_tables(
    items: Sequence[Item | PageTable], height_of: Callable[[int], float]
) -> list[Item | WholeTable]:
    """The items with the parts of each table made one.

    Args:
        items: In reading order.
        height_of: The height of a page, by its number.
    """
    found: list[Item | WholeTable] = []
    for item in items:
        if isinstance(item, Item):
            found.append(item)
            continue
        last = found[-1] if found else None
        if isinstance(last, WholeTable) and _is_on_next_page(last, item):
            height = height_of(last.parts[-1].page_number)
            columns = _columns_in(last, item)
            repeated = 0 if columns is None else _repeated_rows(last, item)
            if columns is not None and (repeated or _may_continue(last, item, height)):
                _append(last, item, columns, repeated)
                continue
        rows = len(item.ys) - 1
        found.append(WholeTable(list(item.cells), [item], [item.page_number] * rows))
    return found


def _columns_in(table: WholeTable, part: PageTable) -> list[int] | None:
    """For each column edge of a part its index in the table; None where they differ.

    A part that has only some of the columns, because the cells of its rows are merged, is
    one too.
    """
    edges = table.parts[0].xs
    if len(edges) == len(part.xs):
        shift = edges[0] - part.xs[0]
        pairs = zip(edges, part.xs, strict=True)
        if all(abs(edge - x - shift) <= _NEAR for edge, x in pairs):
            return list(range(len(edges)))
        return None
    found = []
    for x in part.xs:
        index = min(range(len(edges)), key=lambda each: abs(edges[each] - x))
        if abs(edges[index] - x) > _NEAR:
            return None
        found.append(index)
    is_whole = found[0] == 0 and found[-1] == len(edges) - 1
    return found if is_whole and len(set(found)) == len(found) else None


def _is_on_next_page(table: WholeTable, part: PageTable) -> bool:
    return part.page_number == table.parts[-1].page_number + 1


def _may_continue(table: WholeTable, part: PageTable, height: float) -> bool:
    """Whether a part without a header stands where a table that was cut goes on."""
    last = table.parts[-1]
    first_row = part.ys[1] - part.ys[0]
    return last.bottom > height * _LOW or last.bottom + first_row > height * 0.85


def _row_texts(cells: Sequence[PageCell], row: int) -> list[str]:
    own = [cell for cell in cells if cell.row == row]
    return [squash(cell.text) for cell in sorted(own, key=lambda cell: cell.column)]


def _repeated_rows(table: WholeTable, part: PageTable) -> int:
    """How many rows of the part repeat the first rows of the table."""
    repeated = 0
    for row in range(min(_MAX_HEADER, len(part.ys) - 2, table.row_count)):
        header = table.parts[0].cells
        if not _are_alike(_row_texts(header, row), _row_texts(part.cells, row)):
            break
        repeated = row + 1
    # A cell that reaches further down takes its rows into the header.
    for cell in part.cells:
        if cell.row < repeated < cell.row + cell.row_span:
            repeated = min(cell.row + cell.row_span, len(part.ys) - 2)
    return repeated


def _are_alike(first: Sequence[str], second: Sequence[str]) -> bool:
    if len(first) != len(second) or not any(first):
        return False
    same = sum(left == right for left, right in zip(first, second, strict=True))
    filled = sum(bool(each) for each in first)
    equal = sum(
        left == right for left, right in zip(first, second, strict=True) if left
    )
    return same >= _ALIKE * len(first) and equal >= _ALIKE * filled


def _append(
    table: WholeTable, part: PageTable, columns: Sequence[int], dropped: int
) -> None:
    """Add a part without the rows of its repeated header."""
    table.header_row_count = max(table.header_row_count, dropped)
    offset = table.row_count - dropped
    added = [
        PageCell(
            text,
            row + offset,
            columns[column],
            row_span,
            columns[column + column_span] - columns[column],
            box,
            is_full,
        )
        for text, row, column, row_span, column_span, box, is_full in part.cells
        if row >= dropped
    ]
    first_row = table.row_count
    unsplit = _with_split_row(table, added, first_row)
    is_split = unsplit is not added
    added = _with_merged_cells(table, unsplit, first_row)
    rows = len(part.ys) - 1 - dropped - is_split
    table.cells += added
    table.row_pages += [part.page_number] * rows
    table.parts.append(part)


def _last_cells(table: WholeTable) -> dict[int, int]:
    """The index of the cell in the last row, by column."""
    last = table.row_count - 1
    return {
        cell.column: index
        for index, cell in enumerate(table.cells)
        if cell.row <= last < cell.row + cell.row_span
    }


def _with_split_row(
    table: WholeTable, added: list[PageCell], first_row: int
) -> list[PageCell]:
    """The cells added, without a first row that only goes on from the row before."""
    last = _last_cells(table)
    own = [cell for cell in added if cell.row == first_row]
    filled = [cell for cell in own if cell.text]
    if not filled or any(cell.column not in last for cell in filled):
        return added
    above = [table.cells[last[cell.column]] for cell in filled]
    if not all(before.text for before in above):
        return added
    joints = [
        _joint(before, cell.text) for before, cell in zip(above, filled, strict=True)
    ]
    if not _goes_on(table, own, joints):
        return added
    for cell, before, joint in zip(filled, above, joints, strict=True):
        glue = "\n" if joint is None else joint
        table.cells[last[cell.column]] = before._replace(
            text=f"{before.text}{glue}{cell.text}",
            row_span=before.row_span + cell.row_span - 1,
            is_full=cell.is_full,
        )
    return _without_row(added, first_row)


def _goes_on(
    table: WholeTable, row: Sequence[PageCell], joints: Sequence[str | None]
) -> bool:
    """Whether a row is the rest of the row before, on the page before.

    Args:
        table: What it may belong to.
        row: Its cells.
        joints: For each cell with a text what joins it to the one above; None where it
            begins anew.
    """
    if None not in joints:
        return True
    if row[0].text and joints[0] is None:
        return False
    lacking = [cell for cell in row if not cell.text]
    empty = sum(_is_never_empty(table, cell.column) for cell in lacking)
    is_one_joined = any(joint is not None for joint in joints)
    return empty > 1 or (empty == 1 and is_one_joined)


def _without_row(cells: Sequence[PageCell], row: int) -> list[PageCell]:
    """The cells without those of a row; an empty one that reaches further down stays."""
    left = []
    for cell in cells:
        if cell.row > row:
            left.append(cell._replace(row=cell.row - 1))
        elif cell.row_span > 1 and not cell.text:
            left.append(cell._replace(row_span=cell.row_span - 1))
    return left


def _is_never_empty(table: WholeTable, column: int) -> bool:
    """Whether each cell of a column, below the header, has a text."""
    first = table.header_row_count or 1
    own = [cell for cell in table.cells if cell.column == column and cell.row >= first]
    return len(own) >= _SURE_ROWS and all(cell.text for cell in own)


def _joint(cell: PageCell, text: str) -> str | None:
    """What joins a text to the cell that it goes on from; None where it begins anew."""
    before = cell.text
    if cell.is_full and (mark := cut(before.split()[-1], text)) != " ":
        return mark
    if before.endswith(LINE_END_HYPHENS) or is_cut_code(before, text):
        return ""
    return " " if text[0].islower() or before.endswith((",", "-")) else None


def _with_merged_cells(
    table: WholeTable, added: list[PageCell], first_row: int
) -> list[PageCell]:
    """The cells added, without empty ones that a merged cell above reaches down into."""
    last = _last_cells(table)
    left = []
    for cell in added:
        index = last.get(cell.column, -1)
        above = table.cells[index] if index >= 0 else None
        if (
            cell.row == first_row
            and not cell.text
            and above is not None
            and above.text
            and above.column_span == cell.column_span
            and (
                cell.row_span > 1
                or above.row_span > 1
                or _merges_only(table.cells, cell.column)
            )
        ):
            span = first_row - above.row + cell.row_span
            table.cells[index] = above._replace(row_span=span)
        else:
            left.append(cell)
    return left


def _merges_only(cells: Sequence[PageCell], column: int) -> bool:
    """Whether a column has merged cells and none that is merely empty."""
    own = [cell for cell in cells if cell.column == column]
    return any(cell.row_span > 1 and cell.row for cell in own) and all(
        cell.text for cell in own
    )
