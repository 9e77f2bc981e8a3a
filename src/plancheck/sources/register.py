"""Acts and method documents: what each is called, when it is in force, how sure that is."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import tomli

FOLDER = Path(__file__).parent


class Confidence(StrEnum):
    """How something is known: read in a copy, said by somebody else, remembered."""

    VERIFIED = "verified"
    SECONDARY = "secondary"
    MEMORY = "memory"


class Kind(StrEnum):
    """What an act is; a method binds nobody and is not in force on any day."""

    LAW = "law"
    REGULATION = "regulation"
    ORDER = "order"
    METHOD = "method"


@dataclass(frozen=True, slots=True)
class Clause:
    """A part of an act by its readable names, such as "Section 1(1)", by language."""

    names: Mapping[str, str]
    confidence: Confidence

    @property
    def is_verified(self) -> bool:
        """Whether somebody read it; else nobody is told its number."""
        return self.confidence is Confidence.VERIFIED


@dataclass(frozen=True, slots=True)
class Act:
    """An act or method document.

    `names` is how it is cited, `titles` what it is about, by language. `adopted` is its
    day, `came_into_force` the first day on which it held where that is known, `until` its
    last; `jurisdiction` is where it holds, such as "lv"; `replaces` names acts of the
    register. `read` is the edition that was read, `checked` the day on which its entry
    was written. `terms`, in the notation of the vocabularies, are how documents name an
    act that has no number.
    """

    id: str
    kind: Kind
    names: Mapping[str, str]
    confidence: Confidence
    checked: dt.date
    jurisdiction: str
    number: int | None = None
    titles: Mapping[str, str] = field(default_factory=dict)
    adopted: dt.date | None = None
    came_into_force: dt.date | None = None
    until: dt.date | None = None
    replaces: tuple[str, ...] = ()
    read: dt.date | None = None
    url: str = ""
    terms: tuple[str, ...] = ()
    clauses: Mapping[str, Clause] = field(default_factory=dict)

    @property
    def since(self) -> dt.date | None:
        """The first day on which it held, or the day of the act where that is not known."""
        return self.came_into_force or self.adopted

    def is_in_force(self, day: dt.date) -> bool:
        """Whether it holds on a day, as far as the register knows."""
        is_late = self.since is not None and day < self.since
        return not is_late and (self.until is None or day <= self.until)


@dataclass(frozen=True)
class Register:
    """Acts by their ids, such as "TAPL" and "MK 628/2014"."""

    acts: Mapping[str, Act]

    def __getitem__(self, id_: str) -> Act:
        """The act of an id."""
        return self.acts[id_]

    def find(self, reference: str) -> tuple[Act, Clause | None] | None:
        """The act and clause of a reference such as "TAPL 1(1)"; None where it is unknown."""
        if reference in self.acts:
            return self.acts[reference], None
        for id_, act in self.acts.items():
            if reference.startswith(f"{id_} "):
                clause = act.clauses.get(reference.removeprefix(f"{id_} "))
                return (act, clause) if clause else None
        return None

    @cached_property
    def _successors(self) -> Mapping[str, Act]:
        return {
            old: act
            for act in self.acts.values()
            for old in act.replaces
            if old in self.acts
        }

    def successor(self, act: Act) -> Act | None:
        """The act that replaced another; None where none did."""
        return self._successors.get(act.id)

    def in_force(self, act: Act, day: dt.date) -> Act | None:
        """The act, or the one before or after it, that held on a day; None where none did."""
        if act.is_in_force(day):
            return act
        if act.until and day > act.until:
            later = self.successor(act)
            return self.in_force(later, day) if later else None
        earlier = (self.acts[old] for old in act.replaces if old in self.acts)
        return next((old for old in earlier if old.is_in_force(day)), None)


@cache
def register() -> Register:
    """The register of the files beside this module."""
    return read_register(sorted(FOLDER.glob("*.toml")))


def read_register(paths: Iterable[Path]) -> Register:
    """The acts of TOML files; one that is replaced ends on the day before its successor."""
    entries: dict[str, dict[str, Any]] = {}
    for path in paths:
        data = tomli.loads(path.read_text(encoding="utf-8"))
        for id_, entry in data["acts"].items():
            entries[id_] = {
                "checked": data["checked"],
                "jurisdiction": data["jurisdiction"],
                **entry,
            }
    for entry in entries.values():
        since = entry.get("from") or entry.get("adopted")
        for old in entry.get("replaces", ()):
            if since and old in entries:
                entries[old].setdefault("until", since - dt.timedelta(days=1))
    return Register({id_: _act(id_, entry) for id_, entry in entries.items()})


def _act(id_: str, entry: Mapping[str, Any]) -> Act:
    return Act(
        id=id_,
        kind=Kind(entry["kind"]),
        names=entry["name"],
        confidence=Confidence(entry["confidence"]),
        checked=entry["checked"],
        jurisdiction=entry["jurisdiction"],
        number=entry.get("number"),
        titles=entry.get("title", {}),
        adopted=entry.get("adopted"),
        came_into_force=entry.get("from"),
        until=entry.get("until"),
        replaces=tuple(entry.get("replaces", ())),
        read=entry.get("read"),
        url=entry.get("url", ""),
        terms=tuple(entry.get("terms", ())),
        clauses={
            name: _clause(clause) for name, clause in entry.get("clauses", {}).items()
        },
    )


def _clause(entry: Mapping[str, str]) -> Clause:
    names = {key: value for key, value in entry.items() if key != "confidence"}
    return Clause(names, Confidence(entry["confidence"]))
