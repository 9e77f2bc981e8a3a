"""What a person wrote beside the text, not into it."""

import datetime as dt
from dataclasses import dataclass

from plancheck.model.location import Location


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment of a Word file; it is no part of the programme and no rule reads it.

    `author` and `date` are as its program wrote them: empty and None where it did not.
    `location` is the place of the block that it stands at; its row, if that is a table.
    """

    text: str
    author: str
    date: dt.date | None
    location: Location
