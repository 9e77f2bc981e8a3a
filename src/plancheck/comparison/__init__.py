"""Two drafts side by side: what was mended, what is new, what is still there."""

from plancheck.comparison.changes import Change, Comparison, Status, compare
from plancheck.comparison.sides import Side, UnusableReportError, load_side, side_of

__all__ = [
    "Change",
    "Comparison",
    "Side",
    "Status",
    "UnusableReportError",
    "compare",
    "load_side",
    "side_of",
]
