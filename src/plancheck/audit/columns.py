"""What a table of the database is, and the SQL that makes one.

The same words hold for SQLite and PostgreSQL, so that there is one description of the
tables and one text of each question.
"""

from dataclasses import dataclass
from enum import StrEnum

from plancheck.text.patterns import lazy_pattern

Value = str | int | float | None
Record = dict[str, Value]
Records = dict[str, list[Record]]
"""The rows of one check by the names of their tables, without the number of the check."""


_UNSTORABLE = lazy_pattern(r"[\x00\ud800-\udfff]")


class Kind(StrEnum):
    """What a column holds, by the name that SQLite and PostgreSQL share for it."""

    WHOLE = "BIGINT"
    NUMBER = "DOUBLE PRECISION"
    TEXT = "TEXT"


@dataclass(frozen=True, slots=True)
class Column:
    """A column with what it holds.

    `varies` tells that it differs from run to run though the input is the same, such as
    seconds: whoever compares two databases leaves it out.
    """

    name: str
    kind: Kind
    about: str
    varies: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table with what one of its rows is; `key` are the columns that tell rows apart.

    `parents` are the tables that its rows belong to, with the columns that say to which
    row, named alike in both but for a parent's `id`.
    """

    name: str
    about: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    parents: tuple[tuple[str, str], ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """The names of its columns, in their order."""
        return tuple(column.name for column in self.columns)

    @property
    def create(self) -> str:
        """The statement that makes it."""
        lines = [f'"{each.name}" {each.kind.value}' for each in self.columns]
        lines.append(f"PRIMARY KEY ({', '.join(self.key)})")
        lines.extend(
            f"FOREIGN KEY ({column}) REFERENCES {parent} (id)"
            for parent, column in self.parents
        )
        return f"CREATE TABLE {self.name} (\n  " + ",\n  ".join(lines) + "\n)"

    @property
    def insert(self) -> str:
        """The statement that adds a row, its values by the names of the columns."""
        columns = ", ".join(f'"{name}"' for name in self.names)
        values = ", ".join(f":{name}" for name in self.names)
        return f"INSERT INTO {self.name} ({columns}) VALUES ({values})"  # noqa: S608 - our own names


def whole(name: str, about: str, *, varies: bool = False) -> Column:
    """A column of whole numbers; 0 and 1 stand for no and yes."""
    return Column(name, Kind.WHOLE, about, varies)


def number(name: str, about: str, *, varies: bool = False) -> Column:
    """A column of numbers."""
    return Column(name, Kind.NUMBER, about, varies)


def text(name: str, about: str, *, varies: bool = False) -> Column:
    """A column of text."""
    return Column(name, Kind.TEXT, about, varies)


def storable(text: str) -> str:
    """A text that every database takes: NUL and lone surrogates stand as escapes."""
    return _UNSTORABLE.sub(lambda match: f"\\u{ord(match.group()):04x}", text)
