"""What many programmes of an audit say beside each other: who is where, who plans with whom."""

from plancheck.intermunicipal.cooperation import Cooperation, cooperation
from plancheck.intermunicipal.figures import Comparison, compare
from plancheck.intermunicipal.reading import NothingToCompareError, read_audit

__all__ = [
    "Comparison",
    "Cooperation",
    "NothingToCompareError",
    "compare",
    "cooperation",
    "read_audit",
]
