"""What many programmes of an audit say beside each other: who is where, who plans with whom."""

from plancheck.comparing.cooperation import Cooperation, cooperation
from plancheck.comparing.figures import Comparison, compare
from plancheck.comparing.reading import NothingToCompareError, read_audit

__all__ = [
    "Comparison",
    "Cooperation",
    "NothingToCompareError",
    "compare",
    "cooperation",
    "read_audit",
]
