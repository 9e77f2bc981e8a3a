"""Loads plugins: refuses those that are broken and rules that share a code."""

import os
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from importlib.metadata import EntryPoint, entry_points
from itertools import chain
from pathlib import Path
from typing import TypeVar

import pluggy

from plancheck import __version__, builtin, hookspecs
from plancheck.errors import PlancheckError
from plancheck.model.report import PluginInfo
from plancheck.plugins.rule_files import RuleFile
from plancheck.plugins.sentences import read_sentences
from plancheck.reader import Reader
from plancheck.reporter import Reporter
from plancheck.rule import Rule
from plancheck.settings import Profile, load_profile
from plancheck.translation import add_sentences

T = TypeVar("T")

GROUP = "plancheck"
"""The group of entry points that plugins register in, and the prefix of their hooks."""

BUILTIN = "builtin"

ONLY_THESE = "PLANCHECK_PLUGINS"
"""Environment variable: names of the plugins to load, with commas; none when it is empty.

Where it is not set every installed plugin is loaded. The built-in one always is.
"""


class PluginError(PlancheckError):
    """An installed plugin cannot be loaded."""

    def __init__(self, name: str, distribution: str, cause: BaseException) -> None:
        self.name = name
        self.distribution = distribution
        is_told = isinstance(cause, PlancheckError)
        detail = str(cause) if is_told else f"{type(cause).__name__}: {cause}"
        super().__init__(
            "The plugin {name} ({distribution}) does not load: {detail}. "
            "Mend or uninstall it, or go on without it: --without {name}",
            name=name,
            distribution=distribution,
            detail=detail.rstrip(".?"),
        )


class UnknownPluginError(PlancheckError):
    """A plugin to go without is not installed."""

    def __init__(self, name: str, known: Iterable[str]) -> None:
        names = ", ".join(known)
        super().__init__(
            "There is no plugin {name} to go without. Installed: {known}."
            if names
            else "There is no plugin {name} to go without: none is installed.",
            name=name,
            known=names,
        )


class DuplicateRuleError(PlancheckError):
    """Two rules have one code, so that nobody could tell their results apart."""

    def __init__(self, code: str, first: str, second: str) -> None:
        super().__init__(
            "Two rules have the code {code}: one of the plugin {first}, one of the "
            "plugin {second}. Go on without one of the plugins: --without {second}",
            code=code,
            first=first,
            second=second,
        )


class PluginAnswerError(PlancheckError):
    """A plugin answers a hook with something else than the hook asks for."""

    def __init__(self, plugin: str, hook: str, wanted: str, answer: object) -> None:
        super().__init__(
            "The plugin {plugin} gives {answer} for {hook}, not a {wanted}. "
            "Mend it, or go on without it: --without {plugin}",
            plugin=plugin,
            hook=hook,
            wanted=wanted,
            answer=repr(answer),
        )


@dataclass(frozen=True)
class Host:
    """The loaded plugins; what they bring is asked for when it is first needed.

    `versions` holds the version of each plugin by its name, the built-in one first.
    """

    manager: pluggy.PluginManager
    versions: Mapping[str, str]

    @cached_property
    def rules_by_plugin(self) -> Mapping[str, tuple[Rule, ...]]:
        """The rules of each plugin.

        Raises:
            DuplicateRuleError: Two of them have one code.
        """
        owners: dict[str, str] = {}
        rules = {
            name: (*self._answers(name, "plancheck_rules", Rule), *self._declared(name))
            for name in self.versions
        }
        for name, own in rules.items():
            for rule in own:
                if rule.code in owners:
                    raise DuplicateRuleError(rule.code, owners[rule.code], name)
                owners[rule.code] = name
        return rules

    def _declared(self, plugin: str) -> tuple[Rule, ...]:
        """The rules that the profiles of a plugin declare."""
        # Brings all that rules ask of programmes, which nobody needs without the rules.
        from plancheck.plugins.declared import declared_rules  # noqa: PLC0415

        files = self._answers(plugin, "plancheck_profiles", Path)
        try:
            return tuple(chain.from_iterable(map(declared_rules, files)))
        except PlancheckError as error:
            raise PluginError(plugin, self.versions[plugin], error) from error

    @property
    def rules(self) -> tuple[Rule, ...]:
        """The rules of all plugins."""
        return tuple(chain.from_iterable(self.rules_by_plugin.values()))

    @cached_property
    def readers(self) -> tuple[Reader, ...]:
        """The readers of all plugins."""
        return self._all("plancheck_readers", Reader)

    @cached_property
    def reporters(self) -> tuple[Reporter, ...]:
        """The reporters of all plugins."""
        return self._all("plancheck_reporters", Reporter)

    @cached_property
    def vocabularies(self) -> tuple[Path, ...]:
        """The files of terms of all plugins."""
        # As in `_declared`: what reads vocabularies is needed where they are.
        from plancheck.programme.vocabulary_files import (  # noqa: PLC0415
            check_vocabulary,
            learn_joints,
        )

        files = self._files("plancheck_vocabularies", check_vocabulary)
        learn_joints(files)
        return files

    @cached_property
    def profile_files(self) -> tuple[Path, ...]:
        """The files of profiles of all plugins."""
        return self._files("plancheck_profiles", load_profile)

    @cached_property
    def profiles(self) -> Mapping[str, Profile]:
        """The profiles of all plugins by name, read once however many are judged by them."""
        return {each.name: each for each in map(load_profile, self.profile_files)}

    @cached_property
    def sentences(self) -> tuple[Path, ...]:
        """The files of sentences of all plugins."""
        return self._files("plancheck_sentences", read_sentences)

    @property
    def infos(self) -> tuple[PluginInfo, ...]:
        """What each plugin is and brings, for reports and for `plancheck plugins`."""
        return tuple(
            PluginInfo(
                name=name,
                version=self.versions[name],
                hooks=self._hooks(name),
                rule_codes=tuple(rule.code for rule in rules),
            )
            for name, rules in self.rules_by_plugin.items()
        )

    def _hooks(self, plugin: str) -> tuple[str, ...]:
        callers = self.manager.get_hookcallers(self.manager.get_plugin(plugin)) or []
        return tuple(sorted(caller.name for caller in callers))

    def _all(self, hook: str, wanted: type[T]) -> tuple[T, ...]:
        answers = (self._answers(name, hook, wanted) for name in self.versions)
        return tuple(chain.from_iterable(answers))

    def _files(self, hook: str, check: Callable[[Path], object]) -> tuple[Path, ...]:
        """The files of all plugins; one that is wrong is told with its plugin's name."""
        found: list[Path] = []
        for name in self.versions:
            files = self._answers(name, hook, Path)
            for path in files if name != BUILTIN else ():
                try:
                    check(path)
                except PlancheckError as error:
                    raise PluginError(name, self.versions[name], error) from error
            found += files
        return tuple(found)

    def _answers(self, plugin: str, hook: str, wanted: type[T]) -> tuple[T, ...]:
        """What one plugin answers to a hook."""
        others = [
            module for name, module in self.manager.list_name_plugin() if name != plugin
        ]
        caller = self.manager.subset_hook_caller(hook, others)
        try:
            answers = tuple(chain.from_iterable(caller()))
        except Exception as error:
            if plugin == BUILTIN:  # our own mistake, which a user cannot mend
                raise
            raise PluginError(plugin, self.versions[plugin], error) from error
        for answer in answers:
            if not isinstance(answer, wanted):
                raise PluginAnswerError(plugin, hook, wanted.__name__, answer)
        return answers


def load_plugins(without: Iterable[str] = (), rule_files: Iterable[Path] = ()) -> Host:
    """Load the installed plugins, then files of rules that are not packaged.

    The sentences that they bring are known to every translator from then on.

    Args:
        without: Names of plugins to leave out.
        rule_files: Python or TOML files, or folders of them.

    Raises:
        PluginError: A plugin does not load, or brings a file of sentences that is wrong.
        RuleFileError: A file of rules does not load.
        UnknownPluginError: A plugin to leave out is not installed.
    """
    manager = pluggy.PluginManager(GROUP)
    manager.add_hookspecs(hookspecs)
    manager.register(builtin, name=BUILTIN)
    versions = {BUILTIN: __version__}
    installed = [each for each in entry_points(group=GROUP) if each.name != BUILTIN]
    _check_known(without, installed)
    for entry_point in sorted(_asked_for(installed), key=lambda each: each.name):
        if entry_point.name not in without:
            _register(manager, entry_point)
            versions[entry_point.name] = _version(entry_point)
    for path in dict.fromkeys(rule_files):
        file = RuleFile(path)
        name = file.name if file.name not in versions else str(path)
        manager.register(file, name=name)
        versions[name] = file.version
    host = Host(manager, versions)
    for said in map(read_sentences, host.sentences):
        add_sentences(said.language, said.sentences)
    return host


def _asked_for(installed: Iterable[EntryPoint]) -> list[EntryPoint]:
    names = os.environ.get(ONLY_THESE)
    if names is None:
        return list(installed)
    wanted = {name.strip() for name in names.split(",")}
    return [each for each in installed if each.name in wanted]


def _check_known(without: Iterable[str], installed: Iterable[EntryPoint]) -> None:
    known = sorted({each.name for each in installed})
    for name in without:
        if name not in known:
            raise UnknownPluginError(name, known)


def _register(manager: pluggy.PluginManager, entry_point: EntryPoint) -> None:
    try:
        manager.register(entry_point.load(), name=entry_point.name)
        manager.check_pending()
    except (Exception, SystemExit) as error:
        raise PluginError(
            entry_point.name, _distribution(entry_point), error
        ) from error


def _version(entry_point: EntryPoint) -> str:
    return entry_point.dist.version if entry_point.dist else ""


def _distribution(entry_point: EntryPoint) -> str:
    dist = entry_point.dist
    return f"{dist.name} {dist.version}" if dist else entry_point.value
