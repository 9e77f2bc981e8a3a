"""Texts written by odfdo, for the tests of the reader."""

from collections.abc import Callable
from pathlib import Path

from odfdo import Document as OdfDocument
from odfdo import Element

from plancheck.sdk import Document, Heading, Paragraph, ParagraphRole, Table

Reading = Callable[..., Document]
"""From the XML of blocks to the document as it is read from a file."""


def write(path: Path, blocks: tuple[str, ...]) -> Path:
    """A text whose body is the XML given."""
    text = OdfDocument("text")
    text.body.clear()
    for block in blocks:
        text.body.append(Element.from_tag(block))
    text.save(str(path))
    return path


def xml_of(document: Document) -> tuple[str, ...]:
    """The blocks of a document as OpenDocument, to be written again."""
    return tuple(map(_block, document.blocks))


def _block(block: Heading | Paragraph | Table) -> str:
    if isinstance(block, Table):
        return _table(block)
    text = _escaped(block.text)
    if isinstance(block, Heading):
        # its number stands in its text, so it must not be counted again
        return (
            f'<text:h text:outline-level="{block.level}" text:is-list-header="true">'
            f"{text}</text:h>"
        )
    if block.role is ParagraphRole.TITLE:
        return f'<text:p text:style-name="Title">{text}</text:p>'
    return f"<text:p>{text}</text:p>"


def _table(table: Table) -> str:
    rows = []
    for row_index, row in enumerate(table.grid):
        cells = []
        for column_index, cell in enumerate(row):
            own = cell and (cell.row_index, cell.column_index)
            if cell and own == (row_index, column_index):
                lines = cell.text.split("\n")
                text = "".join(f"<text:p>{_escaped(line)}</text:p>" for line in lines)
                cells.append(
                    f'<table:table-cell table:number-rows-spanned="{cell.row_span}" '
                    f'table:number-columns-spanned="{cell.column_span}">{text}'
                    "</table:table-cell>"
                )
            else:
                cells.append("<table:covered-table-cell/>")
        rows.append(f"<table:table-row>{''.join(cells)}</table:table-row>")
    header = "".join(rows[: table.header_row_count])
    if header:
        header = f"<table:table-header-rows>{header}</table:table-header-rows>"
    rest = "".join(rows[table.header_row_count :])
    return f"<table:table>{header}{rest}</table:table>"


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
