"""Finds and reads the files that hold settings and profiles."""

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

import tomli

from plancheck.settings.checked_toml import SettingsError, load_toml
from plancheck.settings.table import SettingsTable
from plancheck.settings.values import FailOn, Profile, Settings, Stage
from plancheck.settings.waivers import waivers_in
from plancheck.translation import LANGUAGES

SETTINGS_FILE = "plancheck.toml"


def find_settings_file(start: Path) -> Path | None:
    """The nearest settings file in `start` or a folder above it.

    In one folder `plancheck.toml` goes before `pyproject.toml`, which counts only when
    it has a table `[tool.plancheck]`.
    """
    folder = start.absolute()
    folder = folder if folder.is_dir() else folder.parent
    for above in (folder, *folder.parents):
        if _is_file(own := above / SETTINGS_FILE):
            return own
        project = above / "pyproject.toml"
        if _is_file(project) and "plancheck" in _tool_table(project):
            return project
    return None


def _is_file(path: Path) -> bool:
    """Whether there is such a file, as far as one may look; who reads the folder says so."""
    try:
        return path.is_file()
    except PermissionError:
        return False


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
    table = SettingsTable(data, where)
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
    table = SettingsTable(load_toml(path), str(path))
    table.allow(
        *("name", "edition", "title", "kinds", "select", "ignore", "mandatory"),
        *("rules", "stage", "jurisdictions"),
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
        jurisdictions=table.texts("jurisdictions"),
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
        tools: dict[str, Any] = tomli.loads(path.read_text("utf-8")).get("tool", {})
    except (tomli.TOMLDecodeError, UnicodeDecodeError, OSError):
        return {}
    return tools
