"""Two drafts side by side: what was mended, what is new, what is still there."""

from plancheck.diff.changes import Change, Diff, Status, compare
from plancheck.diff.sides import Side, UnusableReportError, load_side, side_of

__all__ = [
    "Change",
    "Diff",
    "Side",
    "Status",
    "UnusableReportError",
    "compare",
    "load_side",
    "side_of",
]
