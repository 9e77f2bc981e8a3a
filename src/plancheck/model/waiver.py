"""What somebody accepts as it is: a finding, with the reason and the person."""

import datetime as dt
from dataclasses import dataclass

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
