"""Scores beside each other: places, reasons, spread, what stands out, what changed."""

import pytest

from plancheck.intermunicipal import compare
from tests.intermunicipal.region import judged, run, unread

LOW = judged("Zemais novads", scores=(1, 2, 4), failing=("MO01", "MO02"))
HIGH = judged("Augstais novads", scores=(4, 4, 4))
EVEN = judged("Vidus novads", scores=(4, 4, 4), failing=("MO01",))


def test_programmes_of_equal_means_share_a_place_and_the_next_is_left_out() -> None:
    ranks = compare(run(LOW, HIGH, EVEN)).ranks()

    assert [(each.place, each.programme.municipality) for each in ranks] == [
        (1, "Augstais novads"),
        (1, "Vidus novads"),
        (3, "Zemais novads"),
    ]


def test_a_rank_says_what_pulls_the_programme_down_the_worst_first() -> None:
    [*_others, last] = compare(run(LOW, HIGH)).ranks()

    assert [each.id for each in last.weakest] == ["M1", "M2"]


def test_a_rank_in_a_dimension_goes_by_its_criteria_alone() -> None:
    comparison = compare(run(LOW, HIGH))

    assert [each.place for each in comparison.ranks("funding")] == [1, 1]
    assert comparison.mean(LOW, "monitoring") == pytest.approx(1.5)


def test_a_programme_without_a_judged_criterion_has_no_place() -> None:
    silent = judged("Klusais novads", scores=(None, None, None))

    comparison = compare(run(HIGH, silent))

    assert len(comparison.ranks()) == 1
    assert comparison.mean(silent) is None


def test_scores_are_counted_from_nought_to_four() -> None:
    comparison = compare(run(LOW, HIGH))

    assert comparison.spread() == {0: 0, 1: 1, 2: 1, 3: 0, 4: 4}
    assert comparison.spread("funding") == {0: 0, 1: 0, 2: 0, 3: 0, 4: 2}


def test_rules_are_ordered_by_how_often_they_fail() -> None:
    failed = compare(run(LOW, HIGH, EVEN)).most_failed

    assert [(each.code, each.failed, each.judged) for each in failed] == [
        ("MO01", 2, 3),
        ("MO02", 1, 3),
    ]


def test_a_programme_far_from_the_others_stands_out() -> None:
    others = [judged(f"{name}as novads") for name in ("Ann", "Bert", "Cit", "Dar")]
    far = judged("Tālais novads", scores=(1, 1, 4))

    [outlier] = compare(run(*others, far)).outliers

    assert outlier.programme is far
    assert (outlier.category, outlier.is_low) == ("monitoring", True)


def test_among_few_programmes_nothing_stands_out() -> None:
    assert compare(run(HIGH, EVEN, LOW)).outliers == ()


def test_small_differences_do_not_stand_out() -> None:
    same = [judged(f"{name}as novads") for name in ("Ann", "Bert", "Cit", "Dar")]

    assert compare(run(*same, judged("Ēkas novads", scores=(4, 3, 4)))).outliers == ()


def test_regions_are_compared_by_their_means() -> None:
    one = judged("Annas novads", region="Vidzeme")
    two = judged("Bertas novads", scores=(2, 2, 4), region="Kurzeme")

    groups = compare(run(two, one, LOW)).groups

    assert [each.name for each in groups] == ["Vidzeme", "Kurzeme", ""]
    assert groups[1].means == {"monitoring": 2.0, "funding": 4.0}


def test_programmes_may_be_grouped_by_their_language() -> None:
    english = judged("Greyholt Municipality", language="en")

    groups = compare(run(HIGH, english, EVEN), group_by="language").groups

    assert [(each.name, len(each.programmes)) for each in groups] == [
        ("lv", 2),
        ("en", 1),
    ]


def test_a_rule_that_ends_otherwise_than_before_is_a_change() -> None:
    before = judged("Annas novads", failing=("MO01",))
    now = judged("Annas novads", failing=("FF01",))

    comparison = compare(run(now, number=2), run(before))

    assert [(each.now.code, each.is_better) for each in comparison.changes] == [
        ("MO01", True),
        ("FF01", False),
    ]
    assert comparison.mean_before(now) == 4.0


def test_a_programme_without_a_report_is_named_and_in_no_figure() -> None:
    comparison = compare(run(HIGH, unread("torn.pdf")))

    assert [each.path for each in comparison.failed] == ["torn.pdf"]
    assert [each.path for each in comparison.programmes] == ["augstais.md"]
