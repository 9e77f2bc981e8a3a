import re
from dataclasses import replace
from pathlib import Path

import pytest

from plancheck.checker import check
from plancheck.model.report import Outcome
from plancheck.model.scores import Scores
from plancheck.reporters.brief.markdown import render
from plancheck.reporters.brief.questions import _WORDS
from plancheck.sdk import CRITERIA
from plancheck.settings import Settings
from plancheck.testing import AS_OF
from tests.conftest import Golden
from tests.reporters.harm import HARMFUL, report_full_of
from tests.reports import REPORT

ROOT = Path(__file__).parents[3]


@pytest.mark.parametrize("language", ["lv", "en"])
def test_the_whole_brief_in_markdown(language: str, golden: Golden) -> None:
    golden(f"report.{language}.brief.md", render(REPORT, language))


def test_the_brief_on_a_whole_programme(
    golden: Golden, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    report = check("sample_docs/gapped", Settings(as_of=AS_OF))

    brief = render(report, "lv")

    golden("gapped.brief.md", brief)
    assert "| Plānots | pasākumi: 83; investīciju projekti: 51 |" in brief
    assert "| Mērķi | SM1 Izglītota, vesela un saliedēta sabiedrība" in brief


def test_every_criterion_has_a_question() -> None:
    assert list(_WORDS) == [each.id for each in CRITERIA]


def test_what_was_not_found_is_not_said_to_be_missing() -> None:
    assert "| Approved | not found in the files |" in render(REPORT, "en")


def test_a_programme_without_failures_has_no_plan() -> None:
    passed = tuple(each for each in REPORT.results if each.outcome is Outcome.PASS)

    brief = render(replace(REPORT, results=passed, scores=Scores()), "en")

    assert "No rule fails." in brief
    assert "Plan for six months" not in brief


def test_what_a_rule_requires_is_not_shown_as_found_where_it_fails() -> None:
    brief = render(REPORT, "en")

    found = brief.split("**What was found:**")
    assert all(
        "Requirement CL01 holds" not in part.split("**")[0] for part in found[1:]
    )


@pytest.mark.parametrize("harm", ["script", "markdown", "list", "mention"])
def test_harmful_text_stays_text(harm: str) -> None:
    brief = render(report_full_of(HARMFUL[harm]), "en")

    assert not re.search(r"(?<!\\)[<\[`]", brief)
    assert not re.search(r"(?m)^\W*- 1\. x", brief)


def test_a_long_word_is_cut() -> None:
    brief = render(report_full_of(HARMFUL["long"]), "en")

    assert max(map(len, brief.splitlines())) < 2_000
