"""What a reader is: it turns one file into a `Document`."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from plancheck.model.document import Document


@dataclass(frozen=True, slots=True)
class Reader:
    """A format that plancheck can read.

    `suffixes` are in lower case with their dot. `read` gets the path of a file that
    exists and raises `UnreadableDocumentError` when it is not what its suffix says.
    """

    name: str
    suffixes: tuple[str, ...]
    read: Callable[[Path], Document]
