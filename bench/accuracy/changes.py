"""The changes to a complete programme by which a rule is measured, as their files say."""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from plancheck.testing.edits import Edit

CHANGES = Path(__file__).resolve().parent / "changes"
_OWN = {"name", "kind"}


class Kind(StrEnum):
    """What a change does to what the rule asks for."""

    BREAK = "break"
    WEAK = "weak"
    HARMLESS = "harmless"


@dataclass(frozen=True, slots=True)
class Change:
    """One change for one rule, with its edits for each programme that it is made in."""

    code: str
    name: str
    kind: Kind
    edits: Mapping[str, Sequence[Edit]]


class ChangeError(Exception):
    """A file of changes is not as README.md says."""


def load_changes(folder: Path = CHANGES) -> list[Change]:
    """The changes of all files in a folder, each file named after its rule's code.

    Raises:
        ChangeError: A change has no name, no kind or no programme, or a name twice.
    """
    found = []
    for path in sorted(folder.glob("*.toml")):
        said = tomllib.loads(path.read_text(encoding="utf-8")).get("change", [])
        found += list(_changes(path, said))
    return found


def _changes(path: Path, said: Sequence[Mapping[str, object]]) -> Iterator[Change]:
    names = set()
    for each in said:
        name, kind = str(each.get("name", "")), str(each.get("kind", ""))
        edits = {key: value for key, value in each.items() if key not in _OWN}
        if not name or name in names or kind not in set(Kind) or not edits:
            message = (
                f"{path.name}: “{name}” needs a name of its own, a kind and edits."
            )
            raise ChangeError(message)
        names.add(name)
        yield Change(path.stem, name, Kind(kind), edits)  # type: ignore[arg-type]  # as TOML has it
