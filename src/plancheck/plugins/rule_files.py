"""Rules that are not packaged: a Python file, a TOML file, or a folder of them."""

import glob
import hashlib
import importlib.util
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import ModuleType

from plancheck.errors import PlancheckError
from plancheck.hookspecs import hookimpl
from plancheck.rule import Rule
from plancheck.settings.checked_toml import load_toml

SUFFIXES = (".py", ".toml")

_MODULES = "plancheck_rule_files"
"""The name under which their modules are imported, apart from every installed one."""


class RuleFileError(PlancheckError):
    """A file of rules is not there, or does not load."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(
            "The rules of {path} cannot be used: {reason}. Mend the file, or go on "
            "without it.",
            path=str(path),
            reason=reason.rstrip("."),
        )


class RuleFile:
    """What a file or a folder of rules brings, as a plugin does.

    A TOML file with a table `[sentences]` says what the rules say in another language.
    The version is what the files hold: two reports by one version were judged alike.
    """

    def __init__(self, path: Path) -> None:
        """Load it.

        Raises:
            RuleFileError: It is not there, does not load, or has neither rules nor
                sentences.
            SettingsError: What a TOML file declares is wrong.
        """
        self.path = path
        self.name = path.resolve().stem  # of `.` too
        files = tuple(_files(path))
        self.rules = tuple(rule for file in files for rule in _rules_of(file))
        self.sentences = tuple(file for file in files if _has_sentences(file))
        if not self.rules and not self.sentences:
            raise RuleFileError(path, "no rule stands in it")
        self.version = _version(files)

    @hookimpl
    def plancheck_rules(self) -> Iterable[Rule]:
        """The rules of all its files."""
        return self.rules

    @hookimpl
    def plancheck_sentences(self) -> Iterable[Path]:
        """The files of sentences among its files."""
        return self.sentences


def _has_sentences(file: Path) -> bool:
    return file.suffix == ".toml" and "sentences" in load_toml(file)


def _files(path: Path) -> Iterator[Path]:
    """The file itself, or those directly in the folder, tests and hidden ones left out.

    With `xx01.py` comes `xx01.lv.toml`, which says in Latvian what stands in it.
    """
    if path.is_file():
        if path.suffix not in SUFFIXES:
            raise RuleFileError(path, "rules stand in files that end in .py or .toml")
        yield path
        beside = sorted(path.parent.glob(f"{glob.escape(path.stem)}.*.toml"))
        yield from (file for file in beside if _has_sentences(file))
    elif path.is_dir():
        for file in sorted(path.iterdir()):
            is_ours = file.suffix in SUFFIXES and file.is_file()
            if is_ours and not file.name.startswith((".", "_", "test_", "conftest")):
                yield file
    else:
        raise RuleFileError(path, "there is no such file or folder")


def _version(files: Iterable[Path]) -> str:
    digest = hashlib.sha256()
    for file in files:
        digest.update(file.read_bytes())
    return f"sha256:{digest.hexdigest()[:12]}"


def _rules_of(file: Path) -> tuple[Rule, ...]:
    if file.suffix == ".toml":
        # As in `Host`: brings all that rules ask of programmes.
        from plancheck.plugins.declared import declared_rules  # noqa: PLC0415

        return declared_rules(file)
    module = _module(file)
    return tuple(
        each
        for each in vars(module).values()
        if isinstance(each, Rule) and each.module == module.__name__
    )


def _module(file: Path) -> ModuleType:
    name = f"{_MODULES}.{file.stem}"
    spec = importlib.util.spec_from_file_location(name, file)
    if spec is None or spec.loader is None:
        raise RuleFileError(file, "it is no Python module")
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module  # dataclasses of the file look their module up there
    try:
        spec.loader.exec_module(module)
    except Exception as error:
        sys.modules.pop(name, None)
        raise RuleFileError(file, f"{type(error).__name__}: {error}") from error
    return module
