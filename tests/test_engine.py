from dataclasses import replace

import pytest

from plancheck.engine import judge, score_criteria
from plancheck.model.evidence import Absence, Quote
from plancheck.model.location import Location
from plancheck.model.message import Message
from plancheck.model.report import Certainty, Outcome, Result, Severity
from plancheck.model.scores import RuleScore
from plancheck.model.verdict import Finding, NotApplicable, Unsure, Verdict
from plancheck.rule import Rule, rule
from plancheck.selection import Selected
from tests.programmes import programme, with_gap

SOUGHT = Absence(("uzraudzība",), ("programma.md",))


def rule_with(verdict: Verdict | Exception, code: str = "XX01") -> Rule:
    @rule(
        code, category="monitoring", criteria=("M1",), severity="error", source="A law"
    )
    def judged(programme: object) -> Verdict:
        """Something holds."""
        assert programme
        if isinstance(verdict, BaseException):
            raise verdict
        return verdict

    return judged


def run(verdict: Verdict | Exception, *, gap: str | None = None) -> Result:
    selected = Selected(rule_with(verdict), Severity.WARNING)
    [result] = judge([selected], programme(gap=gap))
    return result


def scored(score: int) -> Verdict:
    return Verdict(score, Message("It is so."))


@pytest.mark.parametrize(
    ("score", "outcome"),
    [
        (4, Outcome.PASS),
        (3, Outcome.PASS),
        (2, Outcome.FAIL),
        (1, Outcome.FAIL),
        (0, Outcome.FAIL),
    ],
)
def test_three_and_four_pass(score: int, outcome: Outcome) -> None:
    result = run(scored(score))

    assert result.outcome is outcome
    assert result.score == score


def test_a_result_carries_the_rules_data_and_the_severity_of_the_stage() -> None:
    result = run(scored(4))

    assert (result.code, result.title, str(result.source)) == (
        "XX01",
        "Something holds.",
        "A law",
    )
    assert result.severity is Severity.WARNING
    assert result.seconds > 0


def test_a_result_says_how_sure_its_rule_is() -> None:
    @rule(
        "XX04", category="climate", severity="info", source="A law", certainty="medium"
    )
    def by_signs(programme: object) -> Verdict:
        """It looks so."""
        assert programme
        return scored(1)

    [result] = judge([Selected(by_signs, Severity.INFO)], programme())

    assert result.certainty is Certainty.MEDIUM
    assert run(scored(1)).certainty is Certainty.HIGH


def test_nothing_to_judge_is_not_a_pass() -> None:
    result = run(NotApplicable("There is no indicator table."))

    assert result.outcome is Outcome.NOT_APPLICABLE
    assert str(result.message) == "There is no indicator table."
    assert result.score is None


def test_an_unsure_rule_keeps_its_reason_and_evidence() -> None:
    quote = Quote("20..–2027", Location(page_number=1))

    result = run(Unsure("The first year cannot be read.", quote))

    assert result.outcome is Outcome.UNSURE
    assert str(result.message) == "The first year cannot be read."
    assert result.evidence == (quote,)


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        (SystemExit(0), "SystemExit"),  # or the check would end as if all were well
        (Verdict(4, Message.of("Of {a}.", b=1)), "KeyError: 'a'"),
        (
            Verdict(1, Message("So."), (Finding(Message.of("Of {a}.", b=1)),)),
            "KeyError: 'a'",
        ),
        (None, "it gives None, not a Verdict"),
    ],
)
def test_an_answer_that_no_report_could_print_is_a_crash_of_that_rule(
    answer: Verdict | BaseException | None, told: str
) -> None:
    result = run(answer)  # type: ignore[arg-type]  # as anybody's rule may do

    assert result.outcome is Outcome.ERROR
    assert told in str(result.reason)


def test_a_crash_in_one_rule_is_its_result_and_the_others_run() -> None:
    crashing = Selected(
        rule_with(ZeroDivisionError("division by zero")), Severity.ERROR
    )
    passing = Selected(rule_with(scored(4), "XX02"), Severity.ERROR)
    crashes = []

    results = judge(
        [crashing, passing],
        programme(),
        on_crash=lambda rule, error: crashes.append((rule.code, error)),
    )

    assert [result.outcome for result in results] == [Outcome.ERROR, Outcome.PASS]
    assert "ZeroDivisionError: division by zero" in str(results[0].message)
    assert [code for code, _error in crashes] == ["XX01"]


def test_each_result_is_told_as_it_comes() -> None:
    told: list[Result] = []

    results = judge(
        [Selected(rule_with(scored(4)), Severity.ERROR)],
        programme(),
        on_result=told.append,
    )

    assert tuple(told) == results


def test_what_is_absent_is_unsure_when_a_page_could_not_be_read() -> None:
    result = run(
        Verdict.absent("No section says it.", SOUGHT), gap="the page is a picture"
    )

    assert result.outcome is Outcome.UNSURE
    assert result.score is None
    assert result.verdict is not None
    assert str(result.message) == (
        "Not found, but it may stand in what could not be read: "
        "programma.md, page 4 (the page is a picture)."
    )


def test_what_is_there_and_wrong_fails_in_spite_of_a_gap() -> None:
    wrong = Verdict(2, Message("Half of it."), (Finding(Message("A row lacks it.")),))

    assert run(wrong, gap="the page is a picture").outcome is Outcome.FAIL


def test_no_section_stands_in_a_map_among_pages_of_text() -> None:
    whole = programme()
    [document] = whole.documents
    unread = with_gap(document, "the page is a map", is_figure=True)
    verdict = Verdict.absent("No section says it.", SOUGHT)
    selected = Selected(rule_with(verdict), Severity.WARNING)

    [result] = judge([selected], replace(whole, documents=(unread,)))

    assert result.outcome is Outcome.FAIL


def test_a_pass_needs_no_page_more() -> None:
    assert run(scored(3), gap="the page is a picture").outcome is Outcome.PASS


def test_options_reach_the_rule() -> None:
    @rule("XX03", category="climate", severity="info", source="A law")
    def wide(programme: object, *, share: float = 0.5) -> Verdict:
        """It is wide."""
        assert programme
        return Verdict(4, Message.of("{share}", share=share))

    [result] = judge([Selected(wide, Severity.INFO, {"share": 0.8})], programme())

    assert str(result.message) == "0.8"


def test_a_criterion_has_the_scores_of_its_rules() -> None:
    answers: tuple[Verdict | Exception, ...] = (
        scored(4),
        scored(2),
        NotApplicable("Nothing there."),
        Unsure("It cannot be read."),
    )
    selected = [
        Selected(rule_with(answer, f"XX0{number}"), Severity.ERROR)
        for number, answer in enumerate(answers, start=1)
    ]

    [criterion] = score_criteria(judge(selected, programme())).criteria

    assert criterion.id == "M1"
    assert criterion.given == (
        RuleScore("XX01", 4),
        RuleScore("XX02", 2),
        RuleScore("XX03", None),
        RuleScore("XX04", None, is_open=True),
    )
    assert criterion.score == 3


def test_an_act_of_another_state_is_no_source() -> None:
    law = replace(rule_with(scored(4)), source="[TAPL 1(1)]")
    here, there = (
        Selected(law, Severity.WARNING, jurisdictions=each)
        for each in (("lv",), ("eu",))
    )

    [result] = judge([there], programme())
    [known] = judge([here], programme(), known={law.code: result})

    assert str(result.source) == "Good practice"
    assert str(known.source).startswith("Spatial Development Planning Law")
