"""What is written into a planner's own file, as a comment or a mark."""

from dataclasses import dataclass

from plancheck.model.location import Location
from plancheck.model.report import Severity

NOTE_AUTHOR = "plancheck"
"""Who notes are by in a file; those of an earlier check are known by it, and replaced."""


@dataclass(frozen=True, slots=True)
class Note:
    """A finding as the comment that says it, in the language of the reader.

    `paragraphs` is all that the comment says, clean plain text, the finding's sentence
    first, then code and title of the rule; a paragraph may have lines. `location` is
    where it stands, and `quote` the words there that it is about: None where it is about
    the whole paragraph, row or page. A location without `block_index` and page is the
    document as a whole.
    """

    code: str
    title: str
    severity: Severity
    paragraphs: tuple[str, ...]
    location: Location
    quote: str | None = None
