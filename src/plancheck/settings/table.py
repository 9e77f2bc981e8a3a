"""A table of settings: facts, rules with their options, severities by stage."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from plancheck.model.report import Severity
from plancheck.programme.facts import Facts
from plancheck.settings.checked_toml import CheckedTable
from plancheck.settings.facts import load_facts, parse_facts
from plancheck.settings.values import RuleTables, Stage

VOLUME_KEYS = {
    "situation": "current situation",
    "strategy": "strategic part",
    "action-plan": "action plan",
    "investment-plan": "investment plan",
    "monitoring": "monitoring procedure",
    "participation": "participation report",
}
"""What the parts are called in the table `[bundle]`."""


class SettingsTable(CheckedTable):
    """A table of settings: facts, rules with their options, severities by stage."""

    def bundle(self) -> Mapping[str, tuple[str, ...]] | None:
        """The files of each part, one or a list of them; None where nothing is said."""
        if "bundle" not in self.data:
            return None
        inner = SettingsTable(self.table("bundle"), f"{self.where}, [bundle]")
        inner.allow(*VOLUME_KEYS)
        return {VOLUME_KEYS[key]: inner.one_or_more(key) for key in inner.data}

    def one_or_more(self, key: str) -> tuple[str, ...]:
        """A list of texts, or one text that stands for a list of one."""
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
        """The options of each rule by its code; its severity is checked, the others later."""
        if isinstance(self.data.get("rules"), list):
            return {}
        inner = SettingsTable(self.table("rules"), self.where)
        codes = (code for code in inner.data if code != "files")
        return {code: self._rule(code, inner.table(code)) for code in codes}

    def _rule(self, code: str, options: Mapping[str, Any]) -> Mapping[str, object]:
        SettingsTable(options, f"{self.where}, [rules.{code}]").choice(
            "severity", Severity
        )
        return options

    def stages(self) -> Mapping[str, Mapping[str, Severity]]:
        """The severities of rules by stage."""
        inner = SettingsTable(self.table("stage"), f"{self.where}, [stage]")
        inner.allow(*Stage)
        return {stage: inner.severities(stage) for stage in inner.data}

    def severities(self, stage: str) -> Mapping[str, Severity]:
        """The severity of each rule that is another one at a stage."""
        inner = SettingsTable(self.table(stage), f"{self.where}, [stage.{stage}]")
        return {
            code: Severity(inner.choice(code, Severity) or "error")
            for code in inner.data
        }
