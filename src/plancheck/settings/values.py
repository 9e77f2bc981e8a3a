"""What can be set: the values of settings and profiles, as they come from any file."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from enum import StrEnum
from pathlib import Path

from plancheck.model.report import Severity
from plancheck.model.waiver import WaiverRequest
from plancheck.programme.facts import Facts

RuleTables = Mapping[str, Mapping[str, object]]


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
    codes of rules that cannot be waived. `jurisdictions` say whose acts bind such a
    programme, as the register of sources calls them; None where nothing is said.
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
    jurisdictions: tuple[str, ...] | None = None


def merged_rules(lower: RuleTables, upper: RuleTables) -> dict[str, dict[str, object]]:
    """The options of each rule, those of `upper` over those of `lower`."""
    codes = (*lower, *(code for code in upper if code not in lower))
    return {code: {**lower.get(code, {}), **upper.get(code, {})} for code in codes}
