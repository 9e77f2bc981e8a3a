"""The hooks that a plugin may implement; plancheck's own plugin implements them too."""

from collections.abc import Iterable
from pathlib import Path

import pluggy

from plancheck.reader import Reader
from plancheck.reporter import Reporter
from plancheck.rule import Rule

hookspec = pluggy.HookspecMarker("plancheck")
hookimpl = pluggy.HookimplMarker("plancheck")


@hookspec
def plancheck_rules() -> Iterable[Rule]:
    """The rules that the plugin adds."""
    return ()


@hookspec
def plancheck_readers() -> Iterable[Reader]:
    """The formats that the plugin reads."""
    return ()


@hookspec
def plancheck_reporters() -> Iterable[Reporter]:
    """The formats that the plugin writes reports in."""
    return ()


@hookspec
def plancheck_vocabularies() -> Iterable[Path]:
    """TOML files of terms: a language of its own, or terms added to one."""
    return ()


@hookspec
def plancheck_profiles() -> Iterable[Path]:
    """TOML files of settings: which rules, their options, severities by stage."""
    return ()


@hookspec
def plancheck_sentences() -> Iterable[Path]:
    """TOML files of what the plugin's rules say, in another language than English."""
    return ()
