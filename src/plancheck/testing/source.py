"""The Markdown source of a programme, volume by volume, and edits of its text."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from plancheck.testing.grid import Grid, grids

Volumes = Mapping[str, str]
"""The Markdown of each volume by its name.

A name ends with `.md`; where it ends with `.xlsx.md`, the volume is an Excel workbook.
"""

_HEADING = re.compile(r"(#{1,6}) +(.*)")


class EditError(Exception):
    """An edit does not apply: what it is about is not in the programme, or is twice."""


@dataclass(frozen=True, slots=True)
class Part:
    """A heading with what stands below it, by line indexes, half-open."""

    volume: str
    level: int
    title: str
    start: int
    end: int


def parts(volumes: Volumes) -> Iterator[Part]:
    """Every heading of every volume."""
    for name, text in volumes.items():
        lines = text.splitlines()
        found = [
            (index, len(match[1]), match[2].strip())
            for index, line in enumerate(lines)
            if (match := _HEADING.match(line))
        ]
        for number, (index, level, title) in enumerate(found):
            after = [at for at, other, _ in found[number + 1 :] if other <= level]
            yield Part(name, level, title, index, after[0] if after else len(lines))


def only_part(volumes: Volumes, words: str) -> Part:
    """The one heading that contains these words, or that is exactly they.

    Raises:
        EditError: None does, or several do.
    """
    found = [part for part in parts(volumes) if words in part.title]
    exact = [part for part in found if part.title == words]
    found = exact or found
    if len(found) != 1:
        message = f"{len(found)} headings contain “{words}”, not one."
        raise EditError(message)
    return found[0]


def tables(volumes: Volumes) -> Iterator[tuple[str, Grid]]:
    """Every table with the name of its volume."""
    for name, text in volumes.items():
        for grid in grids(text):
            yield name, grid


def some_tables(
    volumes: Volumes,
    holds: Callable[[Grid], bool],
    what: str,
    *,
    several: bool = False,
) -> list[tuple[str, Grid]]:
    """The tables for which something holds, with their volumes; last ones first.

    Args:
        volumes: The Markdown of each volume, by its name.
        holds: Says it of a table.
        what: The words by which they were sought, for errors.
        several: Whether there may be more than one.

    Raises:
        EditError: None does, or several do.
    """
    found = [(name, grid) for name, grid in tables(volumes) if holds(grid)]
    if not found or (len(found) > 1 and not several):
        message = f"{len(found)} tables have “{what}”, not one."
        raise EditError(message)
    return found[::-1]


def with_lines(
    volumes: Volumes, name: str, start: int, end: int, lines: Sequence[str]
) -> Volumes:
    """The volumes with other lines in place of some.

    Args:
        volumes: The Markdown of each volume, by its name.
        name: The volume.
        start: The first line to be replaced, counted from 0.
        end: The line behind the last.
        lines: What stands there then.
    """
    own = volumes[name].splitlines()
    text = "\n".join([*own[:start], *lines, *own[end:]]) + "\n"
    return {**volumes, name: text}


def with_grid(volumes: Volumes, name: str, old: Grid, new: Grid) -> Volumes:
    """The volumes with a table in place of another."""
    return with_lines(volumes, name, old.start, old.end, new.lines())


def with_headings(volumes: Volumes, change: Callable[[str], str]) -> Volumes:
    """The volumes with every heading as `change` makes it."""

    def changed(line: str) -> str:
        match = _HEADING.match(line)
        return f"{match[1]} {change(match[2].strip())}" if match else line

    return {
        name: "\n".join(map(changed, text.splitlines())) + "\n"
        for name, text in volumes.items()
    }


def spaced(text: str) -> str:
    """Letter-spaced, as designers set headings: `P l ā n s`; numbers stay whole.

    >>> spaced("3. Rīcības plāns")
    '3.  R ī c ī b a s  p l ā n s'
    """
    words = (
        word if any(map(str.isdigit, word)) else " ".join(word) for word in text.split()
    )
    return "  ".join(words)
