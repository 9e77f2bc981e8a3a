"""What judged, told apart to the last line: digests of the source of plancheck and plugins.

A version number would do for releases. A rule author changes a rule ten times a day, and
a kept result of the rule before would be a riddle.
"""

import hashlib
import os
import re
import shutil
import sys
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from plancheck.plugins.host import BUILTIN, Host
from plancheck.reader import Reader
from plancheck.rule import Rule

PACKAGE = Path(__file__).parent

DECLARED = "plancheck.plugins.declared"
"""The module of rules that TOML files declare; it is not imported only to be named."""

LIBRARIES = (
    *("lxml", "msoffcrypto-tool", "pypdfium2", "python-calamine", "python-docx"),
    *("numpy", "pytesseract"),
)
"""What reads for the readers: a newer one may read otherwise."""

NOT_JUDGING = frozenset(
    {"cli", "diff", "intermunicipal", "scaffolds", "testing", "__pycache__"}
)
"""Folders of plancheck that no result depends on."""


NOT_READING = NOT_JUDGING | {
    *("audit", "cache", "locale", "noting", "profiles", "reporters", "rules", "schema")
}
"""Folders of plancheck that neither a document nor the meaning of a programme depends on."""

_IMPORT = re.compile(r"^(?:from|import) (plancheck\.rules[\w.]*)", re.MULTILINE)


def combined(parts: Iterable[str]) -> str:
    """One digest of several texts, of which none runs into the next."""
    made = hashlib.sha256()
    for part in parts:
        data = part.encode("utf-8", "surrogatepass")
        made.update(b"%d:" % len(data) + data)
    return made.hexdigest()


def method_version(host: Host, *, has_ocr: bool = False) -> str:
    """Digest of all that turns files into a report: plancheck, libraries, plugins, programs."""
    programs = (
        name for reader in host.readers for name in programs_of(reader, has_ocr=has_ocr)
    )
    return combined(
        (
            *(folder_version(PACKAGE, NOT_JUDGING), library_versions()),
            *(*map(program_version, dict.fromkeys(programs)), *_plugins(host)),
        )
    )


def method_parts(host: Host) -> Mapping[str, str]:
    """What `method_version` is the digest of, each by its name, in words for people."""
    libraries = {name: found for name in LIBRARIES if (found := _of(name))}
    plugins = {
        "plancheck" if name == BUILTIN else name: f"{number} ({digest[:8]})"
        for name, number in host.versions.items()
        for digest in (plugin_version(host, name),)
    }
    return {**plugins, **libraries}


def reading_version(reader: Reader, *, has_ocr: bool = False) -> str:
    """Digest of all that makes a document of a file."""
    read = reader.read_with or reader.read
    made = (_core_version(), reader.name, _module_version(read.__module__))
    programs = map(program_version, programs_of(reader, has_ocr=has_ocr))
    return combined((*made, *programs))


def programs_of(reader: Reader, *, has_ocr: bool) -> tuple[str, ...]:
    """The programs that read for a reader."""
    return (*reader.programs, *(reader.ocr_programs if has_ocr else ()))


@cache
def program_version(name: str) -> str:
    """What tells one version of an installed program from another; empty where it is not.

    Size and time of its file, which come with its package: to ask LibreOffice for its
    version takes as long as to read a programme.
    """
    path = shutil.which(name)
    if path is None:
        return ""
    status = Path(path).resolve().stat()
    return f"{name} {status.st_size} {status.st_mtime_ns}"


def judging_version(host: Host) -> str:
    """Digest of what every rule asks: the meaning of programmes, and all vocabularies."""
    words = (path.read_text(encoding="utf-8") for path in host.vocabularies)
    return combined((_core_version(), *words))


def rule_versions(host: Host) -> Mapping[str, str]:
    """Digest of the source of each rule, by its code, without what all rules share."""
    profiles = combined(path.read_text(encoding="utf-8") for path in host.profile_files)
    return {
        rule.code: combined((host.versions[plugin], _rule_version(rule, profiles)))
        for plugin, rules in host.rules_by_plugin.items()
        for rule in rules
    }


def _rule_version(rule: Rule, profiles: str) -> str:
    """The module of a rule, with what it needs of its own package.

    A rule that a TOML file declares changes with the file: with a profile, or with the
    version of a file of rules.
    """
    if rule.module == DECLARED:
        return profiles
    if rule.module.startswith("plancheck.rules."):
        return combined(map(_own_source, sorted(_reached(rule.module))))
    return _module_version(rule.module)


def _reached(module: str) -> set[str]:
    """A module of our rules, and those of them that it imports, and these in turn."""
    reached: set[str] = set()
    left = [module]
    while left:
        name = left.pop()
        if name not in reached:
            reached.add(name)
            left.extend(_IMPORT.findall(_own_source(name)))
    return reached


@cache
def _own_source(module: str) -> str:
    path = PACKAGE.joinpath(*module.split(".")[1:])
    file = path / "__init__.py" if path.is_dir() else path.with_suffix(".py")
    return file.read_text(encoding="utf-8")


def _module_version(module: str) -> str:
    """Digest of the package that a module of a plugin stands in; our own are in the core."""
    top = module.partition(".")[0]
    if top == PACKAGE.name:
        return ""
    return _source(sys.modules.get(top)) or _source(sys.modules.get(module))


def _core_version() -> str:
    return combined((folder_version(PACKAGE, NOT_READING), library_versions()))


@cache
def library_versions() -> str:
    """The versions of the libraries that read; those that are not there left out."""
    return ", ".join(f"{name} {found}" for name in LIBRARIES if (found := _of(name)))


def _of(name: str) -> str | None:
    try:
        return version(name)
    except PackageNotFoundError:
        return None


@cache
def folder_version(folder: Path, leave_out: frozenset[str] = frozenset()) -> str:
    """Digest of the files of a package with their names."""
    return combined(_contents(folder, leave_out))


def _contents(folder: Path, leave_out: frozenset[str]) -> Iterator[str]:
    with os.scandir(folder) as found:  # tells files from folders without a look at each
        entries = sorted(found, key=lambda each: each.name)
    for each in entries:
        path = Path(each.path)
        if each.name in leave_out or path.suffix == ".pyc":
            continue
        if each.is_dir():
            yield f"{each.name}/{folder_version(path, leave_out)}"
        elif each.is_file():
            yield f"{each.name} {hashlib.sha256(path.read_bytes()).hexdigest()}"


def _plugins(host: Host) -> Iterator[str]:
    """Name, version and source of each plugin but our own."""
    for name, number in host.versions.items():
        if name != BUILTIN:
            yield f"{name} {number} {plugin_version(host, name)}"


def plugin_version(host: Host, name: str) -> str:
    """Digest of the source of a plugin; of all that judges for our own."""
    if name == BUILTIN:
        return folder_version(PACKAGE, NOT_JUDGING)
    return _source(host.manager.get_plugin(name))


def _source(plugin: object) -> str:
    """Digest of a plugin's package or module; empty where it is no module.

    A file of rules is none: its version is the digest already.
    """
    file = getattr(plugin, "__file__", None)
    if not isinstance(file, str):
        return ""
    path = Path(file)
    if path.name == "__init__.py":
        return folder_version(path.parent, NOT_JUDGING)
    return hashlib.sha256(path.read_bytes()).hexdigest()
