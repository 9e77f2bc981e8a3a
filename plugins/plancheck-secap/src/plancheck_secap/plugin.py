"""What the plugin brings: rules, the words that they ask for, and a profile."""

from collections.abc import Iterable
from pathlib import Path

from plancheck.sdk import Rule, hookimpl, rules_in
from plancheck_secap import rules

_FOLDER = Path(__file__).parent


@hookimpl
def plancheck_rules() -> Iterable[Rule]:
    """Give the rules of all modules."""
    return rules_in(rules)


@hookimpl
def plancheck_vocabularies() -> Iterable[Path]:
    """Give the terms that the rules add to Latvian and English."""
    return sorted((_FOLDER / "vocabularies").glob("*.toml"))


@hookimpl
def plancheck_profiles() -> Iterable[Path]:
    """Give the profile `secap`."""
    return [_FOLDER / "profiles" / "secap.toml"]


@hookimpl
def plancheck_sentences() -> Iterable[Path]:
    """Give what the rules say in Latvian."""
    return sorted((_FOLDER / "sentences").glob("*.toml"))
