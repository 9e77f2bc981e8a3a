"""Turns the items into the document's blocks, each with its place."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from plancheck.readers.docx.items import Flaw, Grid, Item, Line, Picture
from plancheck.readers.docx.notes import NoteText
from plancheck.sdk import (
    Block,
    Gap,
    Heading,
    Location,
    Paragraph,
    ParagraphRole,
    true_levels,
)


@dataclass(slots=True)
class Placed:
    """The blocks of a document and what stands beside them; `places` has each item's.

    `sources` has the index of the item behind each block; a note's is the one citing it.
    """

    blocks: list[Block] = field(default_factory=list)
    sources: list[int] = field(default_factory=list)
    contents: list[Paragraph] = field(default_factory=list)
    gaps: list[Gap] = field(default_factory=list)
    places: list[Location] = field(default_factory=list)


class Placer:
    """Gives each item its place, in document order.

    Args:
        name: The document, as the user gave it.
        pages_are_known: Whether Word left page breaks in the file.
    """

    def __init__(self, name: str, *, pages_are_known: bool) -> None:
        self._name = name
        self._pages_are_known = pages_are_known
        self._path: list[tuple[int, str]] = []
        self._table_count = 0
        self._placed = Placed()

    def place(self, items: Sequence[Item], notes: Iterable[NoteText]) -> Placed:
        """The blocks of the body, then the notes in the sections that cite them."""
        levels = _levels(items)
        for index, each in enumerate(items):
            item, level = each, levels.get(index)
            if isinstance(item, Line) and level is not None:
                item = replace(item, level=level)
                while self._path and self._path[-1][0] >= level:
                    self._path.pop()
                self._path.append((level, item.printed))
            location = self._location(item.page)
            self._placed.places.append(location)
            self._add(item, location)
            if len(self._placed.blocks) > len(self._placed.sources):
                self._placed.sources.append(index)
        for note in notes:
            place = replace(
                self._placed.places[note.cited_at],
                table_number=None,
                block_index=len(self._placed.blocks),
            )
            self._placed.blocks.append(
                Paragraph(note.text, place, ParagraphRole.FOOTNOTE)
            )
            self._placed.sources.append(note.cited_at)
        return self._placed

    def _location(self, page: int) -> Location:
        known = self._pages_are_known
        return Location(
            document=self._name,
            section=tuple(text for _, text in self._path),
            page_number=page if known else None,
            page_is_approximate=known,
            block_index=len(self._placed.blocks),
        )

    def _add(self, item: Item, location: Location) -> None:
        placed = self._placed
        if isinstance(item, Flaw):
            placed.gaps.append(Gap(item.reason, replace(location, block_index=None)))
        elif isinstance(item, Grid):
            self._table_count += 1
            place = replace(location, table_number=self._table_count)
            pages = item.table.row_pages if self._pages_are_known else ()
            placed.blocks.append(replace(item.table, location=place, row_pages=pages))
        elif isinstance(item, Picture) or not item.text:
            return
        elif item.role is ParagraphRole.CONTENTS:
            place = replace(location, block_index=None)
            placed.contents.append(Paragraph(item.printed, place, item.role))
        elif item.level is not None:
            placed.blocks.append(Heading(item.printed, item.level, location))
        else:
            placed.blocks.append(Paragraph(item.printed, location, _role(item)))


def _levels(items: Sequence[Item]) -> dict[int, int]:
    """By the index of each heading, the level at which it truly stands."""
    found = [
        (index, Heading(item.printed, item.level, Location()))
        for index, item in enumerate(items)
        if isinstance(item, Line) and item.level is not None and item.text
    ]
    levels = true_levels(tuple(heading for _, heading in found))
    return {index: level for (index, _), level in zip(found, levels, strict=True)}


def _role(line: Line) -> ParagraphRole:
    if line.role is ParagraphRole.BODY and line.label.text:
        return ParagraphRole.LIST_ITEM
    return line.role
