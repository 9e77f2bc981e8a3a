"""What a reader is: it turns one file into a `Document`."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from plancheck.errors import UnreadableDocumentError
from plancheck.model.document import Document
from plancheck.model.location import Box
from plancheck.model.note import Note
from plancheck.model.table import Table

MAX_LETTERS = 20_000_000
"""What one file of a programme may hold: six thousand pages, and rules take a minute."""


@dataclass(frozen=True, slots=True)
class ReadingOptions:
    """What a user says of the files.

    `password` opens those that are locked; with `has_ocr` pages without usable text are
    read from their pictures.
    """

    password: str | None = field(default=None, repr=False)
    has_ocr: bool = False


NO_OPTIONS = ReadingOptions()
"""Nothing is said: files without a password, pages with their own text."""


@dataclass(frozen=True, slots=True)
class Reader:
    """A format that plancheck can read.

    `suffixes` are in lower case with their dot. `read` gets the path of a file that
    exists and raises `UnreadableDocumentError` when it is not what its suffix says.
    A reader that heeds options has `read_with` beside it.

    A format that can hold notes has `annotate`: it returns a copy of the file with the
    notes in it, in place of those of an earlier check, and nothing else changed. It
    raises `AnnotationError` where a file may not be copied so.

    A format that has pages before a program lays them out has `draw`: it gets the boxes
    that are quoted, by page number, and gives each page as PNG with them outlined.

    `programs` are those that it has read for it, by the names that they are called by, and
    `ocr_programs` those that it calls with `has_ocr`: another version may read otherwise.
    """

    name: str
    suffixes: tuple[str, ...]
    read: Callable[[Path], Document]
    read_with: Callable[[Path, ReadingOptions], Document] | None = None
    annotate: Callable[[Path, Sequence[Note], ReadingOptions], bytes] | None = None
    draw: (
        Callable[
            [Path, Mapping[int, Sequence[Box]], ReadingOptions],
            Iterator[tuple[int, bytes]],
        ]
        | None
    ) = None
    programs: tuple[str, ...] = ()
    ocr_programs: tuple[str, ...] = ()

    def document(self, path: Path, options: ReadingOptions) -> Document:
        """The document of a file, read by the options where the reader heeds them.

        Raises:
            UnreadableDocumentError: The file is not what its suffix says, or holds more
                text than any programme.
        """
        read = self.read_with(path, options) if self.read_with else self.read(path)
        if _letter_count(read) > MAX_LETTERS:
            raise UnreadableDocumentError(
                read.name,
                "it holds more text than any real programme",
                "split it into volumes, or check that it is the right file",
            )
        return read


def _letter_count(document: Document) -> int:
    """Letters of all text that rules may be asked of."""
    return sum(
        sum(len(cell.text) for cell in block.cells)
        if isinstance(block, Table)
        else len(block.text)
        for block in document.blocks
    )
