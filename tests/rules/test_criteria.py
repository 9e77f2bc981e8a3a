"""Every criterion of the peer review has rules, and every rule counts for known ones."""

import pytest

from plancheck.builtin import plancheck_rules
from plancheck.sdk import CRITERIA, Category, Criterion, Rule

RULES = tuple(plancheck_rules())
FRAME = {Category.STRUCTURE, Category.LEGAL, Category.CLIMATE}
"""Categories of which not every rule is a criterion of the peer review."""


def test_there_are_sixty_rules_and_twenty_six_criteria() -> None:
    assert len({rule.code for rule in RULES}) == 60
    assert len({criterion.id for criterion in CRITERIA}) == 26
    assert len({criterion.category for criterion in CRITERIA}) == 6


@pytest.mark.parametrize("criterion", CRITERIA, ids=lambda each: each.id)
def test_a_criterion_has_a_rule(criterion: Criterion) -> None:
    assert [rule.code for rule in RULES if criterion.id in rule.criteria]


@pytest.mark.parametrize("rule", RULES, ids=lambda each: each.code)
def test_a_rule_counts_for_criteria_that_there_are(rule: Rule) -> None:
    known = {criterion.id for criterion in CRITERIA}

    assert set(rule.criteria) <= known
    assert rule.criteria or rule.category in FRAME
