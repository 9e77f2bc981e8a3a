import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft4Validator

from plancheck.model.evidence import Quote
from plancheck.model.message import Message
from plancheck.model.report import Outcome, Report
from plancheck.model.verdict import Finding, Verdict
from plancheck.model.waiver import Waiver
from plancheck.reporters.sarif import FINGERPRINT, render, render_for_github
from plancheck.reporters.sarif_places import uri
from tests.reporters.harm import HARMFUL, report_full_of
from tests.reports import PLAN, REPORT, place, result

# The OASIS schema, as the npm package @microsoft/jest-sarif (MIT) ships it.
SCHEMA = json.loads(
    Path(__file__).with_name("sarif-schema-2.1.0.json").read_text(encoding="utf-8")
)

Json = dict[str, Any]


def run(report: Report = REPORT, *, for_github: bool = False) -> Json:
    """The one run of a report's file."""
    text = render_for_github(report, "en") if for_github else render(report, "en")
    [only] = json.loads(text)["runs"]
    return dict(only)


def results(code: str, *, for_github: bool = False) -> list[Json]:
    found = run(for_github=for_github)["results"]
    return [each for each in found if each["ruleId"] == code]


@pytest.mark.parametrize("language", ["lv", "en"])
def test_both_files_keep_the_standards_schema(language: str) -> None:
    Draft4Validator.check_schema(SCHEMA)
    for text in (render(REPORT, language), render_for_github(REPORT, language)):
        Draft4Validator(SCHEMA).validate(json.loads(text))


def test_kind_and_level_say_how_a_rule_ended() -> None:
    said = {each["ruleId"]: (each["kind"], each["level"]) for each in run()["results"]}

    assert said == {
        "GV01": ("review", "none"),
        "MO01": ("pass", "none"),
        "MO02": ("fail", "error"),
        "MO03": ("notApplicable", "none"),
        "MO04": ("review", "none"),
        "MO05": ("fail", "error"),
        "CL01": ("fail", "warning"),
    }


def test_a_crash_and_a_gap_are_notifications_of_a_run_that_did_not_succeed() -> None:
    [invocation] = run()["invocations"]

    assert invocation["executionSuccessful"] is False
    texts = [
        each["message"]["text"] for each in invocation["toolExecutionNotifications"]
    ]
    assert texts[0].endswith("the page is a picture")
    assert texts[1].startswith("CL02 (crashed): ")
    assert texts[2] == "A note on the whole."


def test_every_rule_that_ran_is_described_with_help_in_markdown() -> None:
    rules = run()["tool"]["driver"]["rules"]

    assert [each["id"] for each in rules] == [each.code for each in REPORT.results]
    [rule] = [each for each in rules if each["id"] == "MO02"]
    assert rule["shortDescription"]["text"] == "Indicators have a baseline."
    assert "## How to mend it" in rule["help"]["markdown"]
    assert "`" not in rule["help"]["text"]
    assert rule["defaultConfiguration"]["level"] == "error"
    for each in run()["results"]:
        assert rules[each["ruleIndex"]]["id"] == each["ruleId"]


def test_a_finding_has_its_place_its_quote_and_its_fingerprint() -> None:
    third = results("MO02")[2]

    [place] = third["locations"]
    artifact = place["physicalLocation"]["artifactLocation"]
    assert artifact == {"uri": "volumes/2_ricibas_plans.docx", "index": 1}
    assert "region" not in place["physicalLocation"]
    [logical] = place["logicalLocations"]
    assert logical["fullyQualifiedName"] == "II daļa/5. Uzraudzība/table 12/row 4"
    assert place["properties"]["quote"].startswith("Rādītājs 3")
    assert third["partialFingerprints"][FINGERPRINT].startswith("MO02-")


def test_an_absence_says_what_was_sought_and_what_came_nearest() -> None:
    [absent] = results("CL01")

    assert "koordinācija, vadības grupa" in absent["message"]["text"]
    assert absent["locations"][0]["physicalLocation"]["artifactLocation"]["index"] == 0
    [nearest] = absent["relatedLocations"]
    assert nearest["properties"] == {"page": 17, "quote": "Sadarbība ar kaimiņiem"}


def test_what_is_quoted_twice_is_one_related_location() -> None:
    quotes = tuple(Quote(text, place(number)) for text, number in (("a", 2), ("b", 3)))
    finding = Finding(Message("It differs."), (*quotes, quotes[1], quotes[1]))
    failed = result("MO01", Outcome.FAIL, verdict=Verdict(0, Message("x"), (finding,)))
    report = replace(REPORT, results=(failed,))

    [only] = run(report)["results"]

    assert [each["properties"]["quote"] for each in only["relatedLocations"]] == ["b"]
    Draft4Validator(SCHEMA).validate(json.loads(render(report, "en")))


def test_a_waived_finding_is_suppressed_and_says_why() -> None:
    waived = results("MO05")

    assert [each["suppressions"][0]["kind"] for each in waived] == ["external"] * 2
    assert "Rādītāji ir 2. sējumā" in waived[0]["suppressions"][0]["justification"]


def test_a_waiver_that_stands_in_a_volume_is_in_the_source() -> None:
    waived = next(each for each in REPORT.results if each.outcome is Outcome.WAIVED)
    [finding, *_] = waived.findings
    comment = ((finding, replace_origin(waived.waivers[0][1])),)
    report = replace(REPORT, results=(replace(waived, waivers=comment),))

    first = run(report)["results"][0]

    assert first["suppressions"][0]["kind"] == "inSource"


def replace_origin(waiver: Waiver) -> Waiver:
    return replace(waiver, origin=PLAN)


def test_the_files_are_named_with_their_hashes() -> None:
    artifacts = run()["artifacts"]

    assert artifacts[1]["location"]["uri"] == "volumes/2_ricibas_plans.docx"
    assert artifacts[1]["hashes"] == {"sha-256": "cd" * 32}


def test_github_gets_nothing_but_failures_that_nobody_accepted() -> None:
    shown = run(for_github=True)["results"]

    assert {each["ruleId"] for each in shown} == {"MO02", "CL01"}
    assert not any("suppressions" in each for each in shown)
    assert {each["level"] for each in shown} == {"error", "warning"}


def test_github_gets_the_line_and_the_hash_that_it_asks_for() -> None:
    for each in run(for_github=True)["results"]:
        [place] = each["locations"]
        assert place["physicalLocation"]["region"] == {"startLine": 1}
        marks = each["partialFingerprints"]
        assert marks["primaryLocationLineHash"] == marks[FINGERPRINT]


@pytest.mark.parametrize("harm", HARMFUL)
def test_the_schema_holds_whatever_a_document_says(harm: str) -> None:
    report = report_full_of(HARMFUL[harm])

    for text in (render(report, "en"), render_for_github(report, "en")):
        Draft4Validator(SCHEMA).validate(json.loads(text))


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("volumes/2 plāns.docx", "volumes/2%20pl%C4%81ns.docx"),
        ("a:b#c?d%.docx", "a%3Ab%23c%3Fd%25.docx"),
        ("C:\\Plans\\a.pdf", "file:///C:/Plans/a.pdf"),
        ("/srv/a.pdf", "file:///srv/a.pdf"),
        ("../a.pdf", "../a.pdf"),
        ("caf\udce9.pdf", "caf%E9.pdf"),
    ],
)
def test_a_path_becomes_a_uri(name: str, expected: str) -> None:
    assert uri(name) == expected
