"""The edits that a change is made of: each takes the volumes and gives them changed.

An edit is a table in a TOML file whose first key names it, such as
`{ blank = "Bāzes vērtība", table = "Rādītāju tabula" }`. README.md lists them all.
"""

import inspect
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from plancheck.testing.grid import Grid, parted, turned, with_cells, without_columns
from plancheck.testing.source import (
    EditError,
    Volumes,
    only_part,
    some_tables,
    spaced,
    with_grid,
    with_lines,
)

Edit = Mapping[str, Any]
EDITS: dict[str, Callable[..., Volumes]] = {}


def edit(function: Callable[..., Volumes]) -> Callable[..., Volumes]:
    """Make a function known to change files by its name."""
    EDITS[function.__name__] = function
    return function


def apply_edits(volumes: Volumes, edits: Sequence[Edit]) -> Volumes:
    """The volumes after all edits, in order.

    Raises:
        EditError: One does not apply, or leaves all as it was.
    """
    for each in edits:
        changed = apply_edit(volumes, each)
        if changed == volumes:
            message = f"The edit {dict(each)} changes nothing."
            raise EditError(message)
        volumes = changed
    return volumes


def apply_edit(volumes: Volumes, each: Edit) -> Volumes:
    """The volumes after one edit."""
    name, *_ = each
    function = EDITS.get(name)
    if function is None:
        message = f"There is no edit “{name}”; there are {', '.join(sorted(EDITS))}."
        raise EditError(message)
    subject, others = each[name], {key: each[key] for key in each if key != name}
    unknown = others.keys() - inspect.signature(function).parameters.keys()
    if unknown:
        message = f"The edit “{name}” knows no “{'”, “'.join(sorted(unknown))}”."
        raise EditError(message)
    try:
        return function(volumes, subject, **others)
    except EditError as error:
        message = f"{dict(each)}: {error}"
        raise EditError(message) from error


@edit
def replace_text(
    volumes: Volumes, old: str, *, by: str, every: bool = False
) -> Volumes:
    """Another text in place of one that stands once, or wherever it stands."""
    count = sum(text.count(old) for text in volumes.values())
    if not count or (count > 1 and not every):
        message = f"The text stands {count} times, not once."
        raise EditError(message)
    return {name: text.replace(old, by) for name, text in volumes.items()}


@edit
def replace_pattern(volumes: Volumes, pattern: str, *, by: str) -> Volumes:
    """Another text wherever a regular expression matches; `^` is the start of a line."""
    found = re.compile(pattern, re.MULTILINE)
    if not any(map(found.search, volumes.values())):
        message = "The pattern matches nowhere."
        raise EditError(message)
    return {name: found.sub(by, text) for name, text in volumes.items()}


@edit
def drop_section(volumes: Volumes, heading: str) -> Volumes:
    """Take out a heading with all that stands below it."""
    part = only_part(volumes, heading)
    return with_lines(volumes, part.volume, part.start, part.end, [])


@edit
def drop_volume(volumes: Volumes, name: str) -> Volumes:
    """Take out a whole volume."""
    if name not in volumes:
        message = f"The volumes are {', '.join(volumes)}."
        raise EditError(message)
    return {other: text for other, text in volumes.items() if other != name}


@edit
def section_text(volumes: Volumes, heading: str, *, by: str) -> Volumes:
    """Keep a heading, with this text in place of all that stands below it."""
    part = only_part(volumes, heading)
    lines = ["", by.strip(), ""]
    return with_lines(volumes, part.volume, part.start + 1, part.end, lines)


@edit
def add_text(volumes: Volumes, heading: str, *, text: str) -> Volumes:
    """Add paragraphs right below a heading."""
    part = only_part(volumes, heading)
    at = part.start + 1
    return with_lines(volumes, part.volume, at, at, ["", text.strip(), ""])


@edit
def rename_heading(volumes: Volumes, heading: str, *, to: str) -> Volumes:
    """Another heading."""
    part = only_part(volumes, heading)
    line = f"{'#' * part.level} {to}"
    return with_lines(volumes, part.volume, part.start, part.start + 1, [line])


@edit
def space_heading(volumes: Volumes, heading: str) -> Volumes:
    """A heading set with spaces between its letters."""
    return rename_heading(
        volumes, heading, to=spaced(only_part(volumes, heading).title)
    )


@edit
def drop_table(volumes: Volumes, words: str, *, every: bool = False) -> Volumes:
    """Take out the table, and its caption, whose caption or header contains these words."""
    found = some_tables(volumes, lambda grid: grid.holds(words), words, several=every)
    for name, grid in found:
        volumes = with_lines(volumes, name, grid.top, grid.end, [])
    return volumes


@edit
def table_text(volumes: Volumes, words: str, *, by: str) -> Volumes:
    """A text, such as a list, in place of a table."""
    [(name, grid)] = some_tables(volumes, lambda grid: grid.holds(words), words)
    return with_lines(volumes, name, grid.start, grid.end, [by.strip()])


def _on_column(
    volumes: Volumes,
    label: str,
    table: str,
    change: Callable[[Grid, list[int]], Grid],
    *,
    every: bool,
) -> Volumes:
    """Change the table that has a column, or all that have it."""

    def has_it(grid: Grid) -> bool:
        return grid.holds(table) and bool(grid.columns(label))

    what = f"{label}” in “{table}" if table else label
    for name, grid in some_tables(volumes, has_it, what, several=every):
        new = change(grid, grid.columns(label))
        volumes = with_grid(volumes, name, grid, new)
    return volumes


@edit
def drop_column(
    volumes: Volumes, label: str, *, table: str = "", every: bool = False
) -> Volumes:
    """Take out a column, or the columns below a header cell."""
    return _on_column(volumes, label, table, without_columns, every=every)


@edit
def fill_column(  # noqa: PLR0913 - the fields of one edit
    volumes: Volumes,
    label: str,
    *,
    by: str,
    table: str = "",
    share: float = 1.0,
    every: bool = False,
) -> Volumes:
    """The same text in a share of a column's rows, which are spread evenly."""

    def fill(grid: Grid, columns: list[int]) -> Grid:
        rows = grid.data_rows()
        chosen = [
            row
            for number, row in enumerate(rows)
            if int((number + 1) * share + 1e-9) > int(number * share + 1e-9)
        ]
        for column in columns:
            grid = with_cells(grid, column, dict.fromkeys(chosen, by))
        return grid

    return _on_column(volumes, label, table, fill, every=every)


@edit
def blank_column(
    volumes: Volumes,
    label: str,
    *,
    table: str = "",
    share: float = 1.0,
    every: bool = False,
) -> Volumes:
    """Nothing in a share of a column's rows."""
    return fill_column(volumes, label, by="", table=table, share=share, every=every)


@edit
def change_column(  # noqa: PLR0913 - the fields of one edit
    volumes: Volumes,
    label: str,
    *,
    pattern: str,
    by: str,
    table: str = "",
    every: bool = False,
) -> Volumes:
    """Change the cells of a column by a regular expression."""
    found = re.compile(pattern)

    def change(grid: Grid, columns: list[int]) -> Grid:
        for column in columns:
            texts = {
                row: found.sub(by, cell)
                for row in grid.data_rows()
                if (cell := grid.body[row][column]) is not None
            }
            grid = with_cells(grid, column, texts)
        return grid

    return _on_column(volumes, label, table, change, every=every)


@edit
def rename_column(
    volumes: Volumes, label: str, *, to: str, table: str = "", every: bool = False
) -> Volumes:
    """Another header cell over a column."""

    def rename(grid: Grid, _columns: list[int]) -> Grid:
        header = tuple(
            tuple(to if cell == label else cell for cell in row) for row in grid.header
        )
        return replace(grid, header=header)

    return _on_column(volumes, label, table, rename, every=every)


@edit
def drop_rows(volumes: Volumes, pattern: str, *, table: str) -> Volumes:
    """Take out the rows of a table in which a regular expression matches."""
    found = re.compile(pattern)

    def is_dropped(row: tuple[str | None, ...]) -> bool:
        return bool(found.search(" | ".join(cell or "" for cell in row)))

    [(name, grid)] = some_tables(volumes, lambda grid: grid.holds(table), table)
    body = tuple(row for row in grid.body if not is_dropped(row))
    return with_grid(volumes, name, grid, replace(grid, body=body))


@edit
def keep_rows(volumes: Volumes, table: str, *, count: int) -> Volumes:
    """Keep the first rows of a table only."""
    [(name, grid)] = some_tables(volumes, lambda grid: grid.holds(table), table)
    return with_grid(volumes, name, grid, replace(grid, body=grid.body[:count]))


@edit
def turn_columns(volumes: Volumes, table: str) -> Volumes:
    """The columns of a table in another order."""
    [(name, grid)] = some_tables(volumes, lambda grid: grid.holds(table), table)
    new = turned(grid)
    if new is None:
        message = "The table has no columns to put in another order."
        raise EditError(message)
    return with_grid(volumes, name, grid, new)


@edit
def split_table(volumes: Volumes, table: str) -> Volumes:
    """A table over two pages, the header repeated."""
    [(name, grid)] = some_tables(volumes, lambda grid: grid.holds(table), table)
    pieces = parted(grid, least=2)
    if pieces is None:
        message = "The table has no place to part it at."
        raise EditError(message)
    lines = [*pieces[0].lines(), "", "\\newpage", "", *pieces[1].lines()]
    return with_lines(volumes, name, grid.start, grid.end, lines)


@edit
def move_to_excel(volumes: Volumes, table: str, *, title: str) -> Volumes:
    """A table in a workbook of its own, whose sheet is called `title`."""
    [(name, grid)] = some_tables(volumes, lambda grid: grid.holds(table), table)
    sheet = "\n".join([f"# {title}", "", grid.caption, "", *grid.lines()])
    file = re.sub(r"\W+", "-", title).strip("-").lower()
    left = with_lines(volumes, name, grid.top, grid.end, [])
    return {**left, f"{file}.xlsx.md": sheet + "\n"}
