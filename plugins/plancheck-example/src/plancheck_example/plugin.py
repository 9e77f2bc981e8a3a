"""What the plugin brings: the rules of every module in `plancheck_example.rules`."""

from collections.abc import Iterable

from plancheck.sdk import Rule, hookimpl, rules_in
from plancheck_example import rules


@hookimpl
def plancheck_rules() -> Iterable[Rule]:
    """Give the rules of all modules."""
    return rules_in(rules)
