"""All text of a programme as passages, searched at once and quoted by sentence."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from plancheck.model.document import Block, Document, Section
from plancheck.model.location import Location
from plancheck.model.table import Table
from plancheck.text.folding import fold

_BREAK = "\n\n"


class Passage(NamedTuple):
    """A heading, a paragraph or the text of a cell, with the section that it stands in."""

    text: str
    block: Block
    section: Section
    row_index: int | None = None
    column_index: int | None = None

    @property
    def location(self) -> Location:
        """Where it stands; for a cell, its row."""
        if isinstance(self.block, Table) and self.row_index is not None:
            return self.block.location_of(self.row_index, self.column_index)
        return self.block.location


@dataclass(frozen=True)
class Passages:
    """Passages in reading order, with their text joined for searching."""

    passages: tuple[Passage, ...]

    @cached_property
    def printed(self) -> str:
        """All text as printed."""
        return _BREAK.join(passage.text for passage in self.passages)

    @cached_property
    def folded(self) -> str:
        """All text folded; offsets are those of `printed`."""
        return _BREAK.join(fold(passage.text) for passage in self.passages)

    @cached_property
    def places(self) -> Mapping[str, Sequence[int]]:
        """The passages of each text by their place in the order: cells repeat."""
        places: dict[str, list[int]] = {}
        for place, passage in enumerate(self.passages):
            places.setdefault(passage.text, []).append(place)
        return places

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """The offset at which each passage begins."""
        starts, offset = [], 0
        for passage in self.passages:
            starts.append(offset)
            offset += len(passage.text) + len(_BREAK)
        return tuple(starts)

    def at(self, offset: int) -> tuple[int, int]:
        """The index of the passage at an offset, and the offset within it."""
        index = bisect_right(self.starts, offset) - 1
        return index, offset - self.starts[index]


def read_passages(documents: Iterable[Document]) -> Passages:
    """The passages of documents, cells one by one."""
    return Passages(
        tuple(
            passage
            for document in documents
            for section in document.walk()
            for passage in _of_section(section)
        )
    )


def _of_section(section: Section) -> Iterator[Passage]:
    if section.heading is not None:
        yield Passage(section.heading.text, section.heading, section)
    for block in section.blocks:
        if isinstance(block, Table):
            for cell in block.cells:
                if cell.text:
                    yield Passage(
                        cell.text, block, section, cell.row_index, cell.column_index
                    )
        elif block.text:
            yield Passage(block.text, block, section)
