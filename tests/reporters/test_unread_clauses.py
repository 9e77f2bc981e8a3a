"""Reports for people name no clause of a law that nobody read: it is good practice there."""

import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from plancheck.catalogue import load_pages
from plancheck.model.message import Message
from plancheck.model.report import Outcome, Report, Result
from plancheck.model.scores import Scores
from plancheck.model.verdict import Verdict
from plancheck.plugins.host import load_plugins
from plancheck.reporters import html
from plancheck.reporters.brief import markdown
from plancheck.sdk import Confidence, register
from plancheck.sources.citing import cite
from tests.reports import AS_OF, REPORT, result

UNREAD = {
    name
    for act in register().acts.values()
    for clause in act.clauses.values()
    if clause.confidence is not Confidence.VERIFIED
    for name in clause.names.values()
    if re.search(r"\d", name)
}


def all_fail() -> Report:
    """A report on which every rule of ours fails, with its page and its source."""
    results: list[Result] = []
    for rule in load_plugins().rules:
        failed = result(
            rule.code,
            Outcome.FAIL,
            category=rule.category,
            verdict=Verdict(0, Message("Nothing is there.")),
        )
        source = cite(rule.source, AS_OF)
        results.append(replace(failed, source=source, pages=load_pages(rule)))
    return replace(REPORT, results=tuple(results), scores=Scores())


def briefs(report: Report, language: str) -> str:
    """A brief on each rule by itself: one on all would name the weakest only."""
    return "".join(
        markdown.render(replace(report, results=(each,)), language)
        for each in report.results
    )


@pytest.mark.parametrize("language", ["lv", "en"])
@pytest.mark.parametrize("render", [html.render, briefs])
def test_no_clause_that_nobody_read_is_named(
    render: Callable[[Report, str], str], language: str
) -> None:
    report = all_fail()

    shown = render(report, language)

    assert len(UNREAD) > 10
    assert all(each.code in shown for each in report.results)
    for name in UNREAD:
        assert not re.search(rf"(?<![\d.(]){re.escape(name)}(?![\d(])", shown), name
