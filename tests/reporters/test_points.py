from dataclasses import replace

from plancheck.model.categories import Category
from plancheck.model.message import Message
from plancheck.model.report import Outcome, Report, Result, Severity
from plancheck.model.scores import CriterionScore, RuleScore, Scores
from plancheck.model.verdict import Verdict
from plancheck.reporters.points import actions, weakest_points
from tests.reports import REPORT, result


def fails(code: str, score: int, severity: Severity = Severity.ERROR) -> Result:
    verdict = Verdict(score, Message("Something is missing."))
    return result(code, Outcome.FAIL, severity=severity, verdict=verdict)


def criterion(name: str, category: Category, **scores: int) -> CriterionScore:
    given = tuple(RuleScore(code, score) for code, score in scores.items())
    return CriterionScore(name, category, name, given)


def report_of(*results: Result, criteria: tuple[CriterionScore, ...] = ()) -> Report:
    return replace(REPORT, results=results, scores=Scores(criteria))


LOW = criterion("T1", Category.TERRITORY, TF01=0, TF02=1)
MIDDLE = criterion("C2", Category.INTEGRATION, GV01=2)
HIGH = criterion("F1", Category.FUNDING, FF01=4, FF02=2)


def test_low_criteria_of_a_dimension_make_one_point_with_the_rules_to_mend() -> None:
    report = report_of(
        fails("TF02", 1),
        fails("TF01", 0),
        fails("GV01", 2),
        criteria=(MIDDLE, LOW),
    )

    first, second = weakest_points(report)

    assert [each.id for each in first.criteria] == ["T1"]
    assert [each.code for each in first.failing] == ["TF01", "TF02"]
    assert [each.code for each in second.failing] == ["GV01"]


def test_where_few_criteria_are_low_single_rules_follow_by_urgency() -> None:
    report = report_of(
        fails("GV01", 2),
        fails("FF02", 2, Severity.INFO),
        fails("DS01", 2, Severity.ERROR),
        criteria=(MIDDLE, HIGH),
    )

    points = weakest_points(report)

    assert [point.failing[0].code for point in points] == ["GV01", "DS01", "FF02"]
    assert [bool(point.criteria) for point in points] == [True, False, False]


def test_a_point_where_all_is_waived_is_none_to_begin_with() -> None:
    waived = replace(fails("GV01", 2), outcome=Outcome.WAIVED)

    report = report_of(waived, criteria=(MIDDLE,))

    assert weakest_points(report) == ()
    assert list(actions(report)) == []


def test_what_is_waived_stays_with_what_is_to_be_mended() -> None:
    waived = replace(fails("TF01", 0), outcome=Outcome.WAIVED)

    [point] = weakest_points(report_of(waived, fails("TF02", 1), criteria=(LOW,)))

    assert [each.code for each in point.waived] == ["TF01"]
    assert [each.code for each in point.failing] == ["TF02"]


def test_the_action_that_raises_the_lowest_criterion_most_comes_first() -> None:
    report = report_of(
        fails("FF02", 2),
        fails("GV01", 2),
        fails("TF02", 1),
        fails("TF01", 0),
        criteria=(LOW, MIDDLE, HIGH),
    )

    assert [each.result.code for each in actions(report)] == [
        "TF01",  # 0.5 to 2
        "TF02",  # 2 to 3
        "GV01",  # 2 to 3, of a criterion that has no other rule
        "FF02",
    ]


def test_a_rise_counts_on_what_was_mended_before() -> None:
    report = report_of(fails("TF01", 0), fails("TF02", 1), criteria=(LOW,))

    first, second = actions(report)

    assert [(each.before.score, each.after.score) for each in first.rises] == [(1, 2)]
    assert [(each.before.score, each.after.score) for each in second.rises] == [(2, 3)]


def test_a_rule_that_counts_for_no_criterion_comes_last_and_raises_nothing() -> None:
    report = report_of(fails("DS01", 0), fails("GV01", 2), criteria=(MIDDLE,))

    first, second = actions(report)

    assert (first.result.code, second.result.code) == ("GV01", "DS01")
    assert second.rises == ()
