"""What somebody accepts as it is: a finding, with the reason and the person."""

import datetime as dt
from dataclasses import dataclass

from plancheck.model.location import Location
from plancheck.model.message import Message


@dataclass(frozen=True, slots=True)
class Waiver:
    """Somebody's decision that findings of a rule are accepted.

    It makes no programme better: scores stay as they were judged. `code` is that of the
    rule. `author` is empty where nobody signed, and `until`, the last day on which it
    holds, None where no end was set. `origin` names the file that it comes from, as the
    user named it.
    """

    code: str
    reason: Message
    author: str = ""
    until: dt.date | None = None
    origin: str = ""

    def holds_on(self, day: dt.date) -> bool:
        """Whether it has not run out by that day."""
        return self.until is None or day <= self.until


@dataclass(frozen=True, slots=True)
class WaiverRequest:
    """A waiver, and which findings of its rule it is for: all, unless one of these is set.

    `section` is the heading that they stand beneath, with or without its number;
    `finding` the fingerprint of a single one. `place` is that of a comment: the findings
    of its volume where it has neither section nor block, those beneath a heading where it
    has no block, else those at the block or its row.
    """

    waiver: Waiver
    section: str | None = None
    finding: str | None = None
    place: Location | None = None
