"""A block as a reader finds it, before anybody knows where it stands."""

from dataclasses import dataclass

from plancheck.model.document import ParagraphRole
from plancheck.model.table import Table


@dataclass(frozen=True, slots=True)
class Draft:
    """A heading (`level` from 1), a table, or else a paragraph.

    `lines` are those of the file, for contents lists, whose lines are entries; `page` is
    the page's number as if the file had pages. `notes` are the labels of the footnotes
    that it cites, or its own label if it is one.
    """

    text: str
    lines: tuple[str, ...] = ()
    page: int = 1
    level: int = 0
    role: ParagraphRole = ParagraphRole.BODY
    table: Table | None = None
    notes: tuple[str, ...] = ()

    @property
    def is_paragraph(self) -> bool:
        """Neither a heading nor a table."""
        return not self.level and self.table is None
