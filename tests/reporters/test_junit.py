from xml.etree import ElementTree as ET

import pytest

from plancheck.model.report import Report
from plancheck.reporters.junit import render
from tests.reporters.harm import HARMFUL, report_full_of
from tests.reports import REPORT


def cases(report: Report) -> dict[str, ET.Element]:
    root = ET.fromstring(render(report, "en").encode())  # noqa: S314 - our own
    return {str(case.get("name"))[:4]: case for case in root.iter("testcase")}


def test_each_outcome_is_what_a_test_runner_makes_of_it() -> None:
    held = {code: [each.tag for each in case] for code, case in cases(REPORT).items()}

    assert held["MO01"] == []
    assert held["MO02"] == ["failure"]
    assert held["CL02"] == ["error"]
    assert held["GV01"] == held["MO03"] == held["MO05"] == ["skipped"]


def test_a_failure_tells_what_was_found_and_how_to_mend_it() -> None:
    [failure] = cases(REPORT)["MO02"]

    assert failure.get("message") == "3 of 10 have it."
    assert failure.get("type") == "error"
    assert failure.text is not None
    assert failure.text.count("- Indicator") == 7
    assert "How to mend it: Write the **last known** value" in failure.text


def test_a_skipped_case_says_why() -> None:
    said = {
        code: case[0].get("message")
        for code, case in cases(REPORT).items()
        if len(case)
    }

    assert said["MO03"] == "The programme has no indicator table."
    assert said["MO04"] == "Not sure, look for yourself: The years cannot be read."
    assert str(said["MO05"]).startswith("Waived by A. Bērziņa until 2027-03-01")


def test_a_volume_that_could_not_be_read_whole_is_an_error() -> None:
    root = ET.fromstring(render(REPORT, "en").encode())  # noqa: S314 - our own

    [read, unread] = root[0].findall("testcase")
    assert list(read) == []
    assert unread[0].tag == "error"
    assert "the page is a picture" in str(unread[0].get("message"))


def test_the_counts_are_those_of_the_cases() -> None:
    root = ET.fromstring(render(REPORT, "en").encode())  # noqa: S314 - our own

    for suite in (root, *root.findall("testsuite")):
        found = list(suite.iter("testcase"))
        assert suite.get("tests") == str(len(found))
        for name, tag in (
            ("failures", "failure"),
            ("errors", "error"),
            ("skipped", "skipped"),
        ):
            assert suite.get(name) == str(sum(len(each.findall(tag)) for each in found))
    assert root.get("failures") == "2"


def test_remarks_on_the_whole_are_what_the_reading_printed() -> None:
    root = ET.fromstring(render(REPORT, "en").encode())  # noqa: S314 - our own

    assert root[0].findtext("system-out") == "A note on the whole."


@pytest.mark.parametrize("harm", HARMFUL)
def test_the_file_is_xml_whatever_a_document_says(harm: str) -> None:
    found = cases(report_full_of(HARMFUL[harm]))

    assert len(found) == 5
    assert all(each.tag == "testcase" for each in found.values())
