"""TOML tables that people write: read by the types they must have, mistakes named."""

import datetime as dt
import difflib
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import tomli

from plancheck.errors import PlancheckError, system_reason


class SettingsError(PlancheckError):
    """A setting is wrong: an unknown key, a value of the wrong type, a file that is no TOML."""


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


def load_toml(path: Path) -> dict[str, Any]:
    """The tables of a TOML file.

    Raises:
        SettingsError: It cannot be read, or is no TOML.
    """
    try:
        return tomli.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise SettingsError(
            "{where} cannot be read: {detail}. Check the name, and that you may read it.",
            where=str(path),
            detail=system_reason(error),
        ) from error
    except (tomli.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(
            "{where} cannot be read as TOML: {detail}. Mend it, or name another file.",
            where=str(path),
            detail=error,
        ) from error


class CheckedTable:
    """A TOML table whose values are read by the type that they must have.

    Each question gives None where the key is not there, and raises `SettingsError` where
    its value has another type.
    """

    def __init__(
        self, data: Mapping[str, Any], where: str, entry: str = "setting"
    ) -> None:
        """Keep the table.

        Args:
            data: Its values as `tomli` reads them.
            where: The file, for errors.
            entry: What a key of it names, for errors.
        """
        self.data = data
        self.where = where
        self.entry = entry

    def allow(self, *keys: str) -> None:
        """Refuse every other key."""
        for key in self.data:
            if key not in keys:
                raise unknown_name(self.entry, key, keys, self.where)

    def text(self, key: str) -> str | None:
        """A text."""
        value = self.data.get(key)
        if value is not None and not isinstance(value, str):
            raise self.wrong_type(key, "a text in quotes", value)
        return value

    def count(self, key: str) -> int | None:
        """A whole number from 0."""
        value = self.data.get(key)
        if value is None:
            return None
        if not isinstance(value, int) or isinstance(value, bool) or value < 0:
            raise self.wrong_type(key, "a whole number without quotes", value)
        return value

    def date(self, key: str) -> dt.date | None:
        """A day."""
        value = self.data.get(key)
        if value is not None and type(value) is not dt.date:  # a time of day is none
            raise self.wrong_type(key, "a date such as 2026-06-30", value)
        return value

    def choice(self, key: str, choices: Iterable[str]) -> str | None:
        """A text that is one of several."""
        value = self.text(key)
        known = [str(each) for each in choices]
        if value is not None and value not in known:
            raise unknown_name("value", value, known, f"{self.where}, {key}")
        return value

    def texts(self, key: str) -> tuple[str, ...] | None:
        """A list of texts."""
        value = self.data.get(key)
        if value is None:
            return None
        if not isinstance(value, list) or not all(isinstance(e, str) for e in value):
            raise self.wrong_type(key, "a list of texts in quotes", value)
        return tuple(value)

    def share(self, key: str) -> float | None:
        """A number from 0 to 1."""
        value = self.data.get(key)
        if value is None:
            return None
        is_number = isinstance(value, int | float) and not isinstance(value, bool)
        if not is_number or not 0 <= value <= 1:
            raise self.wrong_type(key, "a number from 0 to 1", value)
        return float(value)

    def require(self, *keys: str) -> None:
        """Refuse a table that lacks one of the keys."""
        for key in keys:
            if key not in self.data:
                raise SettingsError("{where} lacks “{key}”.", where=self.where, key=key)

    def tables(self, key: str) -> Sequence[Mapping[str, Any]]:
        """A list of tables, as `[[key]]` writes it; empty where it is not there."""
        value = self.data.get(key, [])
        if not isinstance(value, list) or not all(isinstance(e, dict) for e in value):
            raise self.wrong_type(key, f"a list of tables, written [[{key}]]", value)
        return value

    def table(self, key: str) -> Mapping[str, Any]:
        """A table within this one; empty where it is not there."""
        value = self.data.get(key, {})
        if not isinstance(value, dict):
            raise self.wrong_type(key, "a table", value)
        return value

    def text_table(self, key: str) -> Mapping[str, str]:
        """A table within this one, all of whose values are texts."""
        inner = CheckedTable(self.table(key), f"{self.where}, [{key}]")
        return {name: inner.text(name) or "" for name in inner.data}

    def wrong_type(self, key: str, wanted: str, value: object) -> SettingsError:
        """The error for a value that is not what was wanted."""
        return SettingsError(
            "{where}: “{key}” must be {what}, not {value}.",
            where=self.where,
            key=key,
            what=wanted,
            value=repr(value),
        )
