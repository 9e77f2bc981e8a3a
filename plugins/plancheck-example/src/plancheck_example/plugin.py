"""What the plugin brings: the rules of every module in `plancheck_example.rules`."""

from collections.abc import Iterable
from pathlib import Path

from plancheck.sdk import Rule, hookimpl, rules_in
from plancheck_example import rules


@hookimpl
def plancheck_rules() -> Iterable[Rule]:
    """Give the rules of all modules."""
    return rules_in(rules)


@hookimpl
def plancheck_sentences() -> Iterable[Path]:
    """Give what they say in Latvian: the files beside the modules."""
    return sorted(Path(rules.__path__[0]).glob("*.lv.toml"))
