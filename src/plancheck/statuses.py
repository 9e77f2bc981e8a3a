"""How a check went, in a number that scripts go by."""

from plancheck.model.exits import FINDINGS, INCOMPLETE, OK
from plancheck.model.report import Outcome, Report
from plancheck.settings import FailOn


def exit_status(report: Report, fail_on: FailOn) -> int:
    """How a check went; an incomplete one cannot say that all is well or how much is not."""
    if not report.is_complete:
        return INCOMPLETE
    failed = (each for each in report.results if each.outcome is Outcome.FAIL)
    return FINDINGS if any(fail_on.counts(each.severity) for each in failed) else OK
