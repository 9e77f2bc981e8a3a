"""A finding is mended, new, still there or waived, or it is said that nobody can tell."""

import pytest

from plancheck.diff import Status, compare
from plancheck.model.message import Message
from plancheck.model.report import Outcome
from plancheck.model.verdict import Verdict
from plancheck.model.waiver import Waiver, WaiverRequest
from plancheck.settings import FailOn
from plancheck.waiving import waive
from tests.diff.sides import between, side
from tests.reports import result
from tests.waiving.reports import COUNCIL, PARKS, ROADS, SCHOOLS, failing, report

PASSING = result("MO02", Outcome.PASS, verdict=Verdict(4, Message("All have it.")))
BOTH = failing(ROADS, SCHOOLS)


def test_each_finding_is_mended_new_or_still_there() -> None:
    changes = between(side(BOTH), side(failing(PARKS, SCHOOLS)))

    assert changes == [("new", "Parki"), ("still", "Skolas"), ("mended", "Ceļi")]


def test_what_a_passing_rule_no_longer_finds_is_mended() -> None:
    assert between(side(BOTH), side(PASSING)) == [
        ("mended", "Ceļi"),
        ("mended", "Skolas"),
    ]


def test_what_a_passing_rule_still_finds_is_not_mended() -> None:
    verdict = Verdict(3, Message("Most have it."), (ROADS,))
    passing = result("MO02", Outcome.PASS, verdict=verdict)

    still, mended = compare(side(BOTH), side(passing)).changes

    assert (still.status, mended.status) == (Status.STILL, Status.MENDED)
    assert str(still.reason) == "the rule passes all the same"


def test_what_the_rule_passed_with_before_is_new_when_it_fails() -> None:
    verdict = Verdict(3, Message("Most have it."), (ROADS,))
    passing = result("MO02", Outcome.PASS, verdict=verdict)

    assert between(side(passing), side(BOTH)) == [("new", "Ceļi"), ("new", "Skolas")]


@pytest.mark.parametrize(
    "outcome", [Outcome.UNSURE, Outcome.ERROR, Outcome.NOT_APPLICABLE]
)
def test_what_the_new_draft_does_not_tell_is_never_mended(outcome: Outcome) -> None:
    told = result("MO02", outcome, reason=Message("A page could not be read."))

    changes = compare(side(BOTH), side(told)).changes

    assert {each.status for each in changes} == {Status.UNSURE}
    assert str(changes[0].reason) == "draft: A page could not be read."


def test_what_may_stand_in_an_unread_part_is_not_mended() -> None:
    new = side(PASSING, has_gap=True)

    [first, *_] = compare(side(BOTH), new).changes

    assert first.status is Status.UNSURE
    assert str(first.reason) == "parts of draft could not be read: 1"


def test_what_was_nowhere_and_is_found_is_mended_whatever_was_not_read() -> None:
    old = side(failing(COUNCIL))

    assert between(old, side(PASSING, has_gap=True)) == [
        ("mended", "Nothing says who coordinates.")
    ]


@pytest.mark.parametrize("outcome", [Outcome.UNSURE, Outcome.ERROR])
def test_what_the_old_draft_did_not_tell_is_not_new(outcome: Outcome) -> None:
    assert between(side(result("MO02", outcome)), side(BOTH)) == [
        ("unsure", "Ceļi"),
        ("unsure", "Skolas"),
    ]


def test_what_neither_draft_could_be_read_of_hides_nothing() -> None:
    old = side(BOTH, has_gap=True)

    assert between(old, side(PASSING, has_gap=True))[0] == ("mended", "Ceļi")


def test_what_may_have_stood_in_an_unread_part_is_not_new() -> None:
    assert between(side(PASSING, has_gap=True), side(BOTH))[0] == ("unsure", "Ceļi")


def test_where_nothing_was_to_be_judged_before_findings_are_new() -> None:
    before = result("MO02", Outcome.NOT_APPLICABLE)

    assert between(side(before), side(BOTH))[0] == ("new", "Ceļi")


def test_a_rule_that_did_not_run_tells_nothing() -> None:
    [gone] = compare(side(failing(ROADS)), side()).changes
    [come] = compare(side(), side(failing(ROADS))).changes

    assert (gone.status, come.status) == (Status.UNSURE, Status.UNSURE)
    assert str(come.reason) == "draft was not judged by this rule"


def test_waived_findings_are_told_apart() -> None:
    waiver = Waiver("MO02", Message("Top."), "A", None, "plancheck.toml")
    accepted = waive(report(BOTH), [WaiverRequest(waiver)]).results[0]

    assert between(side(BOTH), side(accepted)) == [
        ("waived", "Ceļi"),
        ("waived", "Skolas"),
    ]
    assert between(side(accepted), side(BOTH)) == [
        ("still", "Ceļi"),
        ("still", "Skolas"),
    ]
    assert between(side(accepted), side(PASSING))[0] == ("mended", "Ceļi")


def test_rules_and_scores_stand_side_by_side() -> None:
    unchanged = failing(PARKS, code="MO03")

    found = compare(side(BOTH, unchanged), side(PASSING, unchanged))

    [rule] = found.rules
    assert rule.code == "MO02"
    assert (rule.old and rule.old.score, rule.new and rule.new.score) == (2, 4)
    assert [each.score.name for each in found.criteria] == ["M2", "C4"]
    assert not any(each.differs for each in found.criteria)


def test_new_findings_count_by_their_severity() -> None:
    found = compare(side(PASSING), side(BOTH))
    left = compare(side(BOTH), side(BOTH))

    assert found.has_new(FailOn.ERROR)
    assert not found.has_new(FailOn.NEVER)
    assert not left.has_new(FailOn.INFO)
