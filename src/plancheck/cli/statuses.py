"""The exit statuses; where findings and incomplete both hold, incomplete wins."""

from plancheck.model.exits import FINDINGS, INCOMPLETE, OK

__all__ = [
    "BROKEN_PIPE",
    "CALLED_WRONGLY",
    "FINDINGS",
    "INCOMPLETE",
    "INTERRUPTED",
    "OK",
]

CALLED_WRONGLY = 2
INTERRUPTED = 130
BROKEN_PIPE = 141
