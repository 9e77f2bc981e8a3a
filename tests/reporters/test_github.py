from dataclasses import replace

import pytest

from plancheck.model.document import Document
from plancheck.model.message import Message
from plancheck.model.report import Outcome, Severity
from plancheck.model.verdict import Verdict
from plancheck.reporters.github import render
from tests.reporters.harm import HARMFUL, report_full_of
from tests.reports import REPORT, indicators, result


def test_a_failed_rule_is_an_annotation_of_its_severity() -> None:
    lines = render(REPORT, "en").splitlines()

    [monitoring] = [each for each in lines if "title=MO02" in each]
    assert monitoring.startswith(
        "::error file=volumes/2_ricibas_plans.docx,title=MO02 Indicators have a "
        "baseline. (fails)::3 of 10 have it.%0AIndicator “Rādītājs 1” has no baseline. ("
    )
    assert monitoring.endswith("and 2 more (--format json has all)")
    [climate] = [each for each in lines if "title=CL01" in each]
    assert climate.startswith("::warning ")


def test_only_a_failure_is_as_grave_as_its_rule() -> None:
    lines = render(REPORT, "en").splitlines()

    kinds = {
        each.split("title=")[1][:4]: each.split()[0]
        for each in lines
        if "title=" in each
    }
    assert (kinds["GV01"], kinds["MO04"]) == ("::notice", "::notice")
    assert kinds["MO05"] == "::notice"
    assert kinds["CL02"] == "::error"
    assert not {"MO01", "MO03"} & set(kinds)


def test_the_gravest_come_first_because_only_ten_are_shown() -> None:
    failed = [
        result(
            f"MO{number:02}",
            Outcome.FAIL,
            severity=severity,
            verdict=Verdict(0, Message("x")),
        )
        for number, severity in enumerate(
            (Severity.INFO, Severity.WARNING, Severity.ERROR), start=10
        )
    ]

    lines = render(
        replace(REPORT, documents=(), results=tuple(failed)), "en"
    ).splitlines()

    assert [each.split()[0] for each in lines] == [
        "::error",
        "::warning",
        "::notice",
        "::notice",
        "::notice",
    ]


def test_what_could_not_be_read_is_a_warning() -> None:
    first = render(REPORT, "en").splitlines()[0]

    assert first.startswith("::warning file=volumes/2_ricibas_plans.docx")
    assert first.endswith("the page is a picture")


def test_a_waived_finding_is_no_line_of_a_failure() -> None:
    findings = indicators(2)
    [waiver] = {by for each in REPORT.results for _, by in each.waivers}
    partly = result(
        "MO02",
        Outcome.FAIL,
        verdict=Verdict(2, Message("Half."), findings),
        waivers=((findings[0], waiver),),
    )

    line = render(replace(REPORT, documents=(), results=(partly,)), "en").splitlines()[
        0
    ]

    assert "Rādītājs 1" not in line
    assert "Rādītājs 2" in line
    assert "Waived by A. Bērziņa" in line


def test_remarks_and_the_sum_come_last() -> None:
    *_, remark, total = render(REPORT, "en").splitlines()

    assert remark == "::notice title=plancheck::A note on the whole."
    assert "fail: 2" in total


@pytest.mark.parametrize("harm", HARMFUL)
def test_no_text_ends_a_command_or_begins_another(harm: str) -> None:
    text = render(report_full_of(HARMFUL[harm]), "en")

    lines = text.splitlines()
    assert len(lines) == len(render(report_full_of("x"), "en").splitlines())
    for line in lines:
        assert line.startswith(("::error ", "::warning ", "::notice "))
        properties = line.split("::")[1].split(" ", 1)[1]
        assert all("=" in each for each in properties.split(","))
        assert "%" not in line.replace("%25", "").replace("%0A", "").replace(
            "%3A", ""
        ).replace("%2C", "")


def test_odd_characters_of_a_file_name_are_escaped() -> None:
    odd = replace(
        REPORT,
        documents=(Document("a,b:c%.docx", "docx", ()),),
        results=(result("MO01", Outcome.FAIL, verdict=Verdict(0, Message("x"))),),
    )

    assert render(odd, "en").startswith("::error file=a%2Cb%3Ac%25.docx,title=")
