"""The complete programme passes every rule, and says so without a finding."""

import pytest

from plancheck.builtin import plancheck_rules
from plancheck.sdk import Rule
from plancheck.testing import programme
from tests.rules.complete import COMPLETE

RULES = [pytest.param(rule, id=rule.code) for rule in plancheck_rules()]


@pytest.mark.parametrize("rule", RULES)
def test_the_complete_programme_passes(rule: Rule) -> None:
    verdict = rule(programme(COMPLETE))

    assert verdict.passes
    assert verdict.quotes


@pytest.mark.parametrize("rule", RULES)
def test_what_is_quoted_stands_in_the_programme(rule: Rule) -> None:
    volume = programme(COMPLETE)
    printed = " ".join(volume.passages.printed.split())

    for quote in rule(volume).quotes:
        for piece in quote.text.split(" | "):
            assert " ".join(piece.split()).partition(" / ")[0] in printed
