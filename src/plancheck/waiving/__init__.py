"""Findings that somebody accepted: asked for in settings, in Word, or known before."""

from plancheck.waiving.apply import waive
from plancheck.waiving.baseline import Baseline, load_baseline, new_baseline
from plancheck.waiving.comments import Remarks, remarks_in

__all__ = [
    "Baseline",
    "Remarks",
    "load_baseline",
    "new_baseline",
    "remarks_in",
    "waive",
]
