import json
from collections.abc import Iterator
from dataclasses import replace
from importlib.resources import files
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from plancheck.model.document import Document
from plancheck.model.evidence import Quote
from plancheck.model.message import Message
from plancheck.model.report import Outcome, Report
from plancheck.model.scores import Scores
from plancheck.model.verdict import Verdict
from plancheck.reporters.json import render
from tests.conftest import Golden
from tests.reports import REPORT, place, result

SCHEMA = json.loads(
    (files("plancheck") / "schema" / "report-1.json").read_text("utf-8")
)


def report_with(text: str) -> Report:
    verdict = Verdict(4, Message("It is there."), quotes=(Quote(text, place()),))
    return replace(REPORT, results=(result("MO01", Outcome.PASS, verdict=verdict),))


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)


def keys(schema: object) -> Iterator[str]:
    """The names of all fields that a schema describes."""
    if isinstance(schema, dict):
        yield from schema.get("properties", {})
        for part in schema.values():
            yield from keys(part)


def test_the_page_on_the_report_names_every_field() -> None:
    page = (Path(__file__).parents[2] / "docs" / "json-report.md").read_text("utf-8")

    assert sorted({key for key in keys(SCHEMA) if key not in page}) == []


@pytest.mark.parametrize("language", ["lv", "en"])
def test_a_report_keeps_the_published_schema(language: str) -> None:
    Draft202012Validator(SCHEMA).validate(json.loads(render(REPORT, language)))


def test_a_bare_report_keeps_the_schema_too() -> None:
    bare = replace(
        REPORT,
        programme=replace(
            REPORT.programme, title=None, municipality=None, period=None, kind=None
        ),
        documents=(Document("a.md", "markdown", ()),),
        results=(),
        scores=Scores(),
    )

    Draft202012Validator(SCHEMA).validate(json.loads(render(bare, "en")))


def test_the_keys_of_the_contract_stand_in_its_order() -> None:
    data = json.loads(render(REPORT, "en"))

    assert list(data)[:6] == [
        "schema",
        "programme",
        "profile",
        "results",
        "criteria",
        "summary",
    ]
    assert list(data["results"][0]) == [
        "code",
        "title",
        "category",
        "severity",
        "outcome",
        "score",
        "message",
        "remedy",
        "source",
        "evidence",
        "searched",
        "items",
        "certainty",
        "mandatory",
    ]


def test_every_outcome_is_counted() -> None:
    assert json.loads(render(REPORT, "en"))["summary"] == {
        "pass": 1,
        "fail": 2,
        "unsure": 2,
        "not-applicable": 1,
        "error": 1,
        "waived": 1,
    }


def test_titles_and_remedies_come_from_the_page_in_the_language() -> None:
    [in_latvian] = [
        each
        for each in json.loads(render(REPORT, "lv"))["results"]
        if each["code"] == "MO02"
    ]

    assert in_latvian["title"] == "Rādītājiem ir bāzes vērtība."
    assert in_latvian["remedy"] == "Katram rādītājam ierakstiet pēdējo zināmo vērtību."


def test_what_a_terminal_would_obey_and_what_no_file_holds_stands_as_an_escape() -> (
    None
):
    text = render(report_with("a\x1b[31mb\x9bc\u202ed\udcffe"), "en")

    assert "a\\u001b[31mb\\u009bc\\u202ed\\udcffe" in text
    text.encode()


def test_the_whole_report_in_json(golden: Golden) -> None:
    golden("report.en.json", render(REPORT, "en"))


def test_a_criterion_shows_the_arithmetic_of_its_score() -> None:
    report = json.loads(render(REPORT, "en"))

    [monitoring, themes] = report["criteria"]
    assert monitoring["scores"] == {"MO01": 4, "MO02": 2, "MO03": None, "MO04": None}
    assert (monitoring["mean"], monitoring["score"]) == (3.0, 3)
    assert themes["score"] == 0
    assert report["dimensions"][0] == {
        "category": "monitoring",
        "score": 3,
        "criteria": {"M2": 3},
        "mean": 3.0,
    }
    assert report["review"] == {
        "low": ["C4"],
        "high": ["M2"],
        "not_applicable": [],
        "unsure": [],
        "weakest": [["C4"]],
    }


def test_a_waived_finding_has_its_waiver_and_every_finding_its_fingerprint() -> None:
    results = {
        each["code"]: each for each in json.loads(render(REPORT, "en"))["results"]
    }

    [first, second] = results["MO05"]["items"]
    assert first["waiver"] == {
        "reason": "Rādītāji ir 2. sējumā.",
        "author": "A. Bērziņa",
        "until": "2027-03-01",
        "origin": "volumes/plancheck.toml",
    }
    assert first["fingerprint"] != second["fingerprint"]
    assert results["MO02"]["items"][0]["waiver"] is None
    assert results["MO05"]["score"] == 2
