"""What the user set, in a file or on the command line: read, checked, and laid over a profile."""

import datetime as dt
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from typing import Any

from plancheck.checked_toml import CheckedTable, SettingsError, load_toml
from plancheck.facts_file import load_facts, parse_facts
from plancheck.model.report import Severity
from plancheck.model.waiver import WaiverRequest
from plancheck.programme.facts import Facts
from plancheck.translation import LANGUAGES
from plancheck.waiver_tables import waivers_in

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
    of the check, today where none is given; `facts` are the municipality's own data.
    `bundle` has the file names of the volumes that hold each part, by the part. `rules`
    holds the options of each rule by its code, the key `severity` among them, and
    `rule_files` files of more rules. `waivers` are the findings that somebody accepted,
    `baseline` is the file of those that were known before. `origin` names the file that
    they come from, for errors.
    """

    profile: str | None = None
    stage: Stage | None = None
    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] | None = None
    fail_on: FailOn | None = None
    language: str | None = None
    as_of: dt.date | None = None
    bundle: Mapping[str, tuple[str, ...]] | None = None
    rule_files: tuple[Path, ...] | None = None
    facts: Facts | None = None
    waivers: tuple[WaiverRequest, ...] | None = None
    baseline: Path | None = None
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
    words by language. `stages` holds severities by stage and code. `mandatory` are the
    codes of rules that cannot be waived.
    """

    name: str
    edition: str
    titles: Mapping[str, str]
    kinds: tuple[str, ...] = ()
    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] = ()
    mandatory: tuple[str, ...] = ()
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
    data = load_toml(path)
    if path.name == "pyproject.toml":
        data = data.get("tool", {}).get("plancheck", {})
    return parse_settings(data, str(path))


def find_settings(start: Path, upper: Settings | None = None) -> Settings:
    """The settings of the nearest file, none where there is no file, `upper` over them."""
    file = find_settings_file(start)
    found = load_settings(file) if file else Settings()
    return found.overlaid(upper) if upper else found


def trusted_rule_files(settings: Settings) -> tuple[Path, ...]:
    """The files of rules that the settings name.

    Rules are programs. A settings file that came with somebody's documents must not run
    any: only the one that rules the folder that the user is in may.

    Raises:
        SettingsError: Another settings file names rules.
    """
    files = settings.rule_files or ()
    own = find_settings_file(Path()) if files else None
    if files and (own is None or own != Path(settings.origin).absolute()):
        raise SettingsError(
            "{where} names files of rules, which are programs, but it is not the "
            "settings file of the folder that you are in. Name them with --rules if you "
            "trust them, or take them out.",
            where=settings.origin,
        )
    return files


def parse_settings(data: Mapping[str, Any], where: str) -> Settings:
    """The settings of a TOML table; `where` names its file in errors."""
    table = _SettingsTable(data, where)
    table.allow(
        *("profile", "stage", "select", "ignore", "fail-on", "lang", "as-of"),
        *("facts", "bundle", "rules", "waiver", "baseline"),
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
        rule_files=table.rule_files(),
        facts=table.facts(),
        waivers=waivers_in(table),
        baseline=table.beside("baseline"),
        rules=table.rules(),
        origin=where,
    )


def load_profile(path: Path) -> Profile:
    """A profile from its TOML file.

    Raises:
        SettingsError: The file is no TOML, a key is unknown or a value has a wrong type.
    """
    table = _SettingsTable(load_toml(path), str(path))
    table.allow(
        *("name", "edition", "title", "kinds", "select", "ignore", "mandatory"),
        *("rules", "stage"),
        *("section", "table"),  # rules that the profile declares
    )
    name = table.text("name") or path.stem
    return Profile(
        name=name,
        edition=table.text("edition") or "",
        titles=table.text_table("title"),
        kinds=table.texts("kinds") or (name,),
        select=table.texts("select"),
        ignore=table.texts("ignore") or (),
        mandatory=table.texts("mandatory") or (),
        rules=table.rules(),
        stages=table.stages(),
    )


def _tool_table(path: Path) -> Mapping[str, Any]:
    """The table `tool` of a pyproject.toml; empty where somebody else must mend the file."""
    try:
        return _tool_table_of(path, path.stat().st_mtime_ns)
    except OSError:
        return {}


@lru_cache(maxsize=8)
def _tool_table_of(path: Path, _written: int) -> Mapping[str, Any]:
    """The same, read once for all the programmes that stand below the file."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8")).get("tool", {})  # type: ignore[no-any-return]
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError):
        return {}


class _SettingsTable(CheckedTable):
    """A table of settings: facts, rules with their options, severities by stage."""

    def bundle(self) -> Mapping[str, tuple[str, ...]] | None:
        """The files of each part, one or a list of them; None where nothing is said."""
        if "bundle" not in self.data:
            return None
        inner = _SettingsTable(self.table("bundle"), f"{self.where}, [bundle]")
        inner.allow(*VOLUME_KEYS)
        return {VOLUME_KEYS[key]: inner.one_or_more(key) for key in inner.data}

    def one_or_more(self, key: str) -> tuple[str, ...]:
        value = self.data[key]
        if isinstance(value, str):
            return (value,)
        return self.texts(key) or ()

    def facts(self) -> Facts | None:
        """A table of facts, or the name of their file, from the folder of this one."""
        if "facts" not in self.data:
            return None
        if isinstance(self.data["facts"], dict):
            return parse_facts(self.data["facts"], f"{self.where}, [facts]")
        return load_facts(Path(self.where).parent / (self.text("facts") or ""))

    def beside(self, key: str) -> Path | None:
        """A file that is named from the folder of this one."""
        name = self.text(key)
        return Path(self.where).parent / name if name else None

    def rule_files(self) -> tuple[Path, ...] | None:
        """The files of `rules = […]`, or of `files` in the table `[rules]`."""
        inner: CheckedTable = self
        key = "rules"
        if isinstance(self.data.get("rules"), dict):
            inner, key = (
                CheckedTable(self.data["rules"], f"{self.where}, [rules]"),
                "files",
            )
        names = inner.texts(key)
        if names is None:
            return None
        folder = Path(self.where).parent
        return tuple(folder / name for name in names)

    def rules(self) -> RuleTables:
        if isinstance(self.data.get("rules"), list):
            return {}
        inner = _SettingsTable(self.table("rules"), self.where)
        codes = (code for code in inner.data if code != "files")
        return {code: self._rule(code, inner.table(code)) for code in codes}

    def _rule(self, code: str, options: Mapping[str, Any]) -> Mapping[str, object]:
        _SettingsTable(options, f"{self.where}, [rules.{code}]").choice(
            "severity", Severity
        )
        return options

    def stages(self) -> Mapping[str, Mapping[str, Severity]]:
        inner = _SettingsTable(self.table("stage"), f"{self.where}, [stage]")
        inner.allow(*Stage)
        return {stage: inner.severities(stage) for stage in inner.data}

    def severities(self, stage: str) -> Mapping[str, Severity]:
        inner = _SettingsTable(self.table(stage), f"{self.where}, [stage.{stage}]")
        return {
            code: Severity(inner.choice(code, Severity) or "error")
            for code in inner.data
        }
