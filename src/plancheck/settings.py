"""What the user set, in a file or on the command line: read, checked, and laid over a profile."""

import datetime as dt
import difflib
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from enum import StrEnum
from pathlib import Path
from typing import Any

from plancheck.errors import PlancheckError
from plancheck.model.report import Severity
from plancheck.translation import LANGUAGES

SETTINGS_FILE = "plancheck.toml"
RuleTables = Mapping[str, Mapping[str, object]]

VOLUME_KEYS = {
    "situation": "current situation",
    "strategy": "strategic part",
    "action-plan": "action plan",
    "investment-plan": "investment plan",
    "monitoring": "monitoring procedure",
    "participation": "participation report",
}
"""What the parts are called in the table `[bundle]`."""


class SettingsError(PlancheckError):
    """A setting is wrong: an unknown key, a value of the wrong type, a file that is no TOML."""


class Stage(StrEnum):
    """How far a programme has come: a draft may still lack what an adopted one may not."""

    DRAFT = "draft"
    CONSULTATION = "consultation"
    ADOPTION = "adoption"


class FailOn(StrEnum):
    """The least severity of a failed rule that makes the exit status 1."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
    NEVER = "never"

    def counts(self, severity: Severity) -> bool:
        """Whether a failed rule of this severity makes the check fail."""
        order = [FailOn.ERROR, FailOn.WARNING, FailOn.INFO]
        return self in order[order.index(FailOn(severity.value)) :]


@dataclass(frozen=True, slots=True)
class Settings:
    """What the user asked for; None where nothing was said.

    `select` and `ignore` hold codes of rules, or beginnings of codes. `as_of` is the day
    of the check, today where none is given. `bundle` has the file names of the volumes
    that hold each part, by the part. `rules` holds the options of each rule by its code,
    the key `severity` among them. `origin` names the file that they come from, for errors.
    """

    profile: str | None = None
    stage: Stage | None = None
    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] | None = None
    fail_on: FailOn | None = None
    language: str | None = None
    as_of: dt.date | None = None
    bundle: Mapping[str, tuple[str, ...]] | None = None
    rules: RuleTables = field(default_factory=dict)
    origin: str = "settings"

    def overlaid(self, upper: "Settings") -> "Settings":
        """These settings with those of `upper` over them, rule options merged."""
        own = {"rules", "origin"}
        said = {
            each.name: value
            for each in fields(upper)
            if each.name not in own and (value := getattr(upper, each.name)) is not None
        }
        return replace(self, rules=merged_rules(self.rules, upper.rules), **said)


@dataclass(frozen=True, slots=True)
class Profile:
    """Settings that ship with a plugin: what a kind of programme is judged by.

    `kinds` are the kinds of programme that it is chosen for. `titles` holds its name in
    words by language. `stages` holds severities by stage and code.
    """

    name: str
    edition: str
    titles: Mapping[str, str]
    kinds: tuple[str, ...] = ()
    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] = ()
    rules: RuleTables = field(default_factory=dict)
    stages: Mapping[str, Mapping[str, Severity]] = field(default_factory=dict)


def merged_rules(lower: RuleTables, upper: RuleTables) -> dict[str, dict[str, object]]:
    """The options of each rule, those of `upper` over those of `lower`."""
    codes = (*lower, *(code for code in upper if code not in lower))
    return {code: {**lower.get(code, {}), **upper.get(code, {})} for code in codes}


def find_settings_file(start: Path) -> Path | None:
    """The nearest settings file in `start` or a folder above it.

    In one folder `plancheck.toml` goes before `pyproject.toml`, which counts only when
    it has a table `[tool.plancheck]`.
    """
    folder = start.absolute()
    folder = folder if folder.is_dir() else folder.parent
    for above in (folder, *folder.parents):
        if (own := above / SETTINGS_FILE).is_file():
            return own
        project = above / "pyproject.toml"
        if project.is_file() and "plancheck" in _tool_table(project):
            return project
    return None


def load_settings(path: Path) -> Settings:
    """The settings of a file, checked.

    Raises:
        SettingsError: The file is no TOML, a key is unknown or a value has a wrong type.
    """
    data = _load_toml(path)
    if path.name == "pyproject.toml":
        data = data.get("tool", {}).get("plancheck", {})
    return parse_settings(data, str(path))


def find_settings(start: Path, upper: Settings | None = None) -> Settings:
    """The settings of the nearest file, none where there is no file, `upper` over them."""
    file = find_settings_file(start)
    found = load_settings(file) if file else Settings()
    return found.overlaid(upper) if upper else found


def parse_settings(data: Mapping[str, Any], where: str) -> Settings:
    """The settings of a TOML table; `where` names its file in errors."""
    table = _Table(data, where)
    table.allow(
        *("profile", "stage", "select", "ignore", "fail-on", "lang", "as-of"),
        *("bundle", "rules"),
    )
    stage = table.choice("stage", Stage)
    fail_on = table.choice("fail-on", FailOn)
    return Settings(
        profile=table.text("profile"),
        stage=Stage(stage) if stage else None,
        select=table.texts("select"),
        ignore=table.texts("ignore"),
        fail_on=FailOn(fail_on) if fail_on else None,
        language=table.choice("lang", LANGUAGES),
        as_of=table.date("as-of"),
        bundle=table.bundle(),
        rules=table.rules(),
        origin=where,
    )


def load_profile(path: Path) -> Profile:
    """A profile from its TOML file.

    Raises:
        SettingsError: The file is no TOML, a key is unknown or a value has a wrong type.
    """
    table = _Table(_load_toml(path), str(path))
    table.allow(
        "name", "edition", "title", "kinds", "select", "ignore", "rules", "stage"
    )
    name = table.text("name") or path.stem
    return Profile(
        name=name,
        edition=table.text("edition") or "",
        titles=table.text_table("title"),
        kinds=table.texts("kinds") or (name,),
        select=table.texts("select"),
        ignore=table.texts("ignore") or (),
        rules=table.rules(),
        stages=table.stages(),
    )


def nearest(name: str, known: Iterable[str]) -> str | None:
    """The known name that is most like `name`; None where none is."""
    names = list(known)
    folded = {each.casefold(): each for each in names}
    matches = difflib.get_close_matches(name.casefold(), folded, n=1, cutoff=0.5)
    return folded[matches[0]] if matches else None


def unknown_name(
    what: str, name: str, known: Iterable[str], where: str
) -> SettingsError:
    """The error for a name that nobody knows, with the nearest or else all known ones.

    Args:
        what: The kind of thing, such as "setting" or "rule".
        name: What the user wrote.
        known: What could have been written.
        where: The file or option that it was written in.
    """
    names = sorted(known)
    if likely := nearest(name, names):
        return SettingsError(
            "{where}: there is no {what} “{name}”; did you mean “{nearest}”?",
            where=where,
            what=what,
            name=name,
            nearest=likely,
        )
    return SettingsError(
        "{where}: there is no {what} “{name}”. Known: {known}.",
        where=where,
        what=what,
        name=name,
        known=", ".join(names),
    )


class _Table:
    """A TOML table whose values are read by the type that they must have."""

    def __init__(self, data: Mapping[str, Any], where: str) -> None:
        self.data = data
        self.where = where

    def allow(self, *keys: str) -> None:
        """Refuse every other key."""
        for key in self.data:
            if key not in keys:
                raise unknown_name("setting", key, keys, self.where)

    def text(self, key: str) -> str | None:
        value = self.data.get(key)
        if value is not None and not isinstance(value, str):
            raise self._wrong_type(key, "a text in quotes", value)
        return value

    def date(self, key: str) -> dt.date | None:
        value = self.data.get(key)
        if value is not None and type(value) is not dt.date:  # a time of day is none
            raise self._wrong_type(key, "a date such as 2026-06-30", value)
        return value

    def choice(self, key: str, choices: Iterable[str]) -> str | None:
        value = self.text(key)
        known = [str(each) for each in choices]
        if value is not None and value not in known:
            raise unknown_name("value", value, known, f"{self.where}, {key}")
        return value

    def texts(self, key: str) -> tuple[str, ...] | None:
        value = self.data.get(key)
        if value is None:
            return None
        if not isinstance(value, list) or not all(isinstance(e, str) for e in value):
            raise self._wrong_type(key, "a list of texts in quotes", value)
        return tuple(value)

    def table(self, key: str) -> Mapping[str, Any]:
        value = self.data.get(key, {})
        if not isinstance(value, dict):
            raise self._wrong_type(key, "a table", value)
        return value

    def text_table(self, key: str) -> Mapping[str, str]:
        inner = _Table(self.table(key), f"{self.where}, [{key}]")
        return {name: inner.text(name) or "" for name in inner.data}

    def bundle(self) -> Mapping[str, tuple[str, ...]] | None:
        """The files of each part, one or a list of them; None where nothing is said."""
        if "bundle" not in self.data:
            return None
        inner = _Table(self.table("bundle"), f"{self.where}, [bundle]")
        inner.allow(*VOLUME_KEYS)
        return {VOLUME_KEYS[key]: inner.one_or_more(key) for key in inner.data}

    def one_or_more(self, key: str) -> tuple[str, ...]:
        value = self.data[key]
        if isinstance(value, str):
            return (value,)
        return self.texts(key) or ()

    def rules(self) -> RuleTables:
        inner = _Table(self.table("rules"), self.where)
        return {code: self._rule(code, inner.table(code)) for code in inner.data}

    def _rule(self, code: str, options: Mapping[str, Any]) -> Mapping[str, object]:
        _Table(options, f"{self.where}, [rules.{code}]").choice("severity", Severity)
        return options

    def stages(self) -> Mapping[str, Mapping[str, Severity]]:
        inner = _Table(self.table("stage"), f"{self.where}, [stage]")
        inner.allow(*Stage)
        return {stage: inner.severities(stage) for stage in inner.data}

    def severities(self, stage: str) -> Mapping[str, Severity]:
        inner = _Table(self.table(stage), f"{self.where}, [stage.{stage}]")
        return {
            code: Severity(inner.choice(code, Severity) or "error")
            for code in inner.data
        }

    def _wrong_type(self, key: str, wanted: str, value: object) -> SettingsError:
        return SettingsError(
            "{where}: “{key}” must be {what}, not {value}.",
            where=self.where,
            key=key,
            what=wanted,
            value=repr(value),
        )


def _load_toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
        raise SettingsError(
            "{where} cannot be read as TOML: {detail}.", where=str(path), detail=error
        ) from error


def _tool_table(path: Path) -> Mapping[str, Any]:
    """The table `tool` of a pyproject.toml; empty where somebody else must mend the file."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8")).get("tool", {})  # type: ignore[no-any-return]
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError):
        return {}
