"""What the reader says of its own decisions, and of pictures that it cannot read."""

from collections.abc import Mapping

from plancheck.readers.docx import tags
from plancheck.readers.docx.inline import LeftOut
from plancheck.sdk import Gap, Location, Message

_LETTERS_PER_PICTURE = 200
"""With fewer letters for each picture the pages themselves are probably pictures."""


def remarks(counts: Mapping[object, int], left_out: LeftOut) -> tuple[Message, ...]:
    """The view taken of tracked changes, hidden text and comments.

    Args:
        counts: How often the body has each counted element, by tag.
        left_out: The text that the final view does not have.
    """
    inserted = counts[tags.INSERTED] + counts[tags.MOVED_TO]
    deleted = left_out.times["deleted"] + left_out.times["moved"]
    found = []
    if inserted or deleted:
        found.append(
            Message.of(
                "The document has tracked changes: {inserted} insertions are read, "
                "{deleted} deletions are left out.",
                inserted=inserted,
                deleted=deleted,
            )
        )
    if hidden := left_out.characters["hidden"]:
        found.append(
            Message.of(
                "Hidden text of {characters} characters is left out.", characters=hidden
            )
        )
    if comments := counts[tags.COMMENT_REFERENCE]:
        found.append(
            Message.of(
                "{comments} comments are not read as part of the text.",
                comments=comments,
            )
        )
    return tuple(found)


def picture_gap(name: str, picture_count: int, letter_count: int) -> tuple[Gap, ...]:
    """A gap where the document is mostly pictures, as a scanned one is."""
    if letter_count >= picture_count * _LETTERS_PER_PICTURE:
        return ()
    reason = Message.of(
        "The document is mostly pictures ({pictures}), and text in them is not read.",
        pictures=picture_count,
    )
    return (Gap(reason, Location(document=name)),)
