"""What was read of a programme, in short: sections, tables with their roles, parts."""

from collections.abc import Iterator
from dataclasses import dataclass

from plancheck.model.document import Document
from plancheck.model.location import Location
from plancheck.model.table import Table
from plancheck.programme.parts import Part
from plancheck.programme.plan_tables import PlanTable
from plancheck.programme.programme import Programme


@dataclass(frozen=True, slots=True)
class TableOutline:
    """A table: its size, its header labels, and what it was recognised as.

    `columns` maps the concepts that were recognised to their labels as printed. A table
    whose rows are read together with another's has that one's role and columns.
    """

    location: Location
    row_count: int
    column_count: int
    caption: str
    header: tuple[str, ...]
    roles: tuple[str, ...]
    columns: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class SectionOutline:
    """A section: `level` counts from 1, and is 0 for what stands before any heading."""

    title: str
    level: int
    location: Location
    word_count: int
    tables: tuple[TableOutline, ...]


@dataclass(frozen=True, slots=True)
class DocumentOutline:
    """A document's sections in reading order; `word_count` of each without those below."""

    document: Document
    sections: tuple[SectionOutline, ...]


@dataclass(frozen=True, slots=True)
class Outline:
    """All documents of a programme and the parts that were found in them."""

    documents: tuple[DocumentOutline, ...]
    parts: tuple[Part, ...]


def outline(programme: Programme) -> Outline:
    """The outline of a programme."""
    plans = {
        id(fragment): table
        for table in programme.tables
        for fragment in table.fragments
    }
    return Outline(
        documents=tuple(
            DocumentOutline(document, tuple(_sections(document, plans)))
            for document in programme.documents
        ),
        parts=programme.parts,
    )


def _sections(
    document: Document, plans: dict[int, PlanTable]
) -> Iterator[SectionOutline]:
    for section in document.walk():
        below = sum(each.word_count for each in section.subsections)
        tables = (block for block in section.blocks if isinstance(block, Table))
        yield SectionOutline(
            title=section.title,
            level=section.heading.level if section.heading else 0,
            location=section.location,
            word_count=section.word_count - below,
            tables=tuple(_table(table, plans.get(id(table))) for table in tables),
        )


def _table(table: Table, plan: PlanTable | None) -> TableOutline:
    header_index = max(table.header_row_count - 1, 0)
    return TableOutline(
        location=table.location,
        row_count=table.row_count,
        column_count=table.column_count,
        caption=table.caption,
        header=table.row_texts(header_index) if table.row_count else (),
        roles=plan.roles if plan else (),
        columns=tuple(plan.columns.items()) if plan else (),
    )
