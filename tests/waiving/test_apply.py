"""Waivers accept what they are for, and what is wrong with them is told."""

import datetime as dt
from dataclasses import replace

import pytest

from plancheck.model.fingerprint import fingerprint
from plancheck.model.location import Location
from plancheck.model.message import Message
from plancheck.model.report import Outcome, Report
from plancheck.model.verdict import Finding
from plancheck.model.waiver import Waiver, WaiverRequest
from plancheck.waiving import waive
from tests.reports import AS_OF, result
from tests.waiving.reports import (
    COUNCIL,
    ONE,
    PARKS,
    ROADS,
    SCHOOLS,
    TWO,
    failing,
    notes,
    report,
)

WAIVER = Waiver("MO02", Message("Top 2027. gadā."), "A. B.", AS_OF, "plancheck.toml")
ALL = WaiverRequest(WAIVER)
FAILING = failing(ROADS, SCHOOLS, PARKS, COUNCIL)


def names(waived: Report) -> list[str]:
    """What the waived findings of the first rule are on."""
    return [
        str(dict(finding.message.values).get("name", finding.message))
        for finding, _ in waived.results[0].waivers
    ]


def test_a_waiver_of_a_rule_accepts_all_its_findings_and_no_score_changes() -> None:
    [waived] = waive(report(FAILING), [ALL]).results

    assert waived.outcome is Outcome.WAIVED
    assert waived.score == FAILING.score == 2
    assert waived.waivers == tuple((each, WAIVER) for each in FAILING.findings)
    assert waived.open_findings == ()


def test_a_waiver_of_one_finding_leaves_the_rule_failing() -> None:
    mark = fingerprint(FAILING, PARKS)

    waived = waive(report(FAILING), [WaiverRequest(WAIVER, finding=mark)])

    assert names(waived) == ["Parki"]
    assert waived.results[0].outcome is Outcome.FAIL


def test_a_finding_whose_heading_was_renamed_keeps_its_waiver() -> None:
    mark = fingerprint(FAILING, PARKS)
    renamed = failing(replace(PARKS, evidence=ROADS.evidence))

    assert names(waive(report(renamed), [WaiverRequest(WAIVER, finding=mark)])) == [
        "Parki"
    ]


@pytest.mark.parametrize(
    "heading", ["5. Uzraudzība", "Uzraudzība", "7. UZRAUDZĪBA", "5.1. Rādītāji"]
)
def test_a_waiver_of_a_section_is_for_what_stands_beneath_it(heading: str) -> None:
    waived = waive(report(FAILING), [WaiverRequest(WAIVER, section=heading)])

    assert names(waived) == ["Ceļi", "Skolas"]


@pytest.mark.parametrize(
    ("place", "accepted"),
    [
        (Location(TWO, ("5. Uzraudzība",)), ["Ceļi", "Skolas"]),
        (Location(TWO, ("6. Pielikums",)), ["Parki"]),
        (Location(ONE, ("5. Uzraudzība",)), []),
        (Location(TWO, ("6. Pielikums",), block_index=9), []),
        (Location(TWO, ("x",), block_index=7, row_number=3), ["Skolas"]),
        (Location(TWO, ("x",), block_index=7), ["Ceļi", "Skolas", "Parki"]),
        (Location(ONE), ["Nothing says who coordinates."]),
    ],
)
def test_a_waiver_of_a_place_is_for_what_stands_there(
    place: Location, accepted: list[str]
) -> None:
    waived = waive(report(FAILING), [WaiverRequest(WAIVER, place=place)])

    assert names(waived) == accepted


def test_in_an_only_volume_its_waivers_are_for_what_stands_nowhere_too() -> None:
    nowhere = failing(Finding(Message("It is not told why.")))
    request = WaiverRequest(WAIVER, place=Location(ONE))

    [alone] = waive(report(nowhere, volumes=(ONE,)), [request]).results
    [among_others] = waive(report(nowhere), [request]).results

    assert alone.outcome is Outcome.WAIVED
    assert among_others.outcome is Outcome.FAIL


def test_a_waiver_holds_on_its_last_day_and_not_after() -> None:
    late = replace(WAIVER, until=AS_OF - dt.timedelta(days=1))

    assert names(waive(report(FAILING), [ALL])) != []
    ran_out = waive(report(FAILING), [WaiverRequest(late)])

    assert ran_out.results == (FAILING,)
    assert notes(ran_out) == [
        (
            "The waiver of MO02 by A. B. ran out on 2026-06-29 and no longer counts: "
            "Top 2027. gadā. (plancheck.toml)"
        )
    ]


def test_a_mandatory_rule_cannot_be_waived_and_the_check_goes_on() -> None:
    mandatory = replace(FAILING, is_mandatory=True)

    refused = waive(report(mandatory, failing(ROADS, code="MO03")), [ALL])

    assert refused.results[0] == mandatory
    assert notes(refused) == [
        (
            "The waiver of MO02 by A. B. does not count: by the profile lv-municipality the "
            "rule is mandatory, as the law demands it (plancheck.toml)."
        )
    ]


@pytest.mark.parametrize(
    ("outcome", "is_told"),
    [
        (Outcome.PASS, True),
        (Outcome.NOT_APPLICABLE, True),
        (Outcome.UNSURE, False),
        (Outcome.ERROR, False),
    ],
)
def test_a_waiver_that_nothing_needs_is_told_where_that_can_be_told(
    outcome: Outcome, *, is_told: bool
) -> None:
    unneeded = waive(report(result("MO02", outcome)), [ALL])

    assert bool(notes(unneeded)) is is_told
    assert all("is not needed" in note for note in notes(unneeded))


def test_a_waiver_of_a_rule_that_was_left_out_is_no_news() -> None:
    assert notes(waive(report(failing(ROADS, code="MO03")), [ALL])) == []


def test_the_first_waiver_that_covers_a_finding_is_its_waiver() -> None:
    second = replace(WAIVER, author="C. D.")

    waived = waive(report(FAILING), [ALL, WaiverRequest(second)])

    assert {waiver.author for _, waiver in waived.results[0].waivers} == {"A. B."}
    assert "C. D. is not needed" in notes(waived)[0]
