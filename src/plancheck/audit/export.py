"""What the newest run says, as files for other programs: a workbook, or Parquet."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from plancheck.audit.columns import Column, Kind, text
from plancheck.audit.database import Database
from plancheck.audit.schema import CHECKS, OF_A_CHECK, RULES, RUNS
from plancheck.errors import MissingToolError, PlancheckError, system_reason

if TYPE_CHECKING:
    import pyarrow as pa

WORKBOOK = "tables.xlsx"
FOLDER = "tables"

MOST_ROWS = 1_000_000
"""Rows of a sheet; Excel takes 1,048,576."""

LONGEST_CELL = 32_000
"""Characters; Excel takes 32,767 and refuses the file above."""

ROWS_AT_ONCE = 5_000
"""Rows of a group in Parquet."""

WIDTH = 20
"""Of a column, in characters."""


class UnwritableExportError(PlancheckError):
    """A file for other programs cannot be written."""

    def __init__(self, name: str, detail: str) -> None:
        super().__init__(
            "{name} cannot be written: {detail}. The database is whole; make room and "
            "run the same command again.",
            name=name,
            detail=detail,
        )


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table of the newest run, the programme's path in front of each row."""

    name: str
    columns: tuple[Column, ...]
    question: str


def _sheets() -> Iterator[Sheet]:
    programme = text("programme", "The programme's path.")
    for table in (CHECKS, *OF_A_CHECK):
        left_out = {"id", "check_id", "programme_id", "run_id", "input_key"}
        columns = [each for each in table.columns if each.name not in left_out]
        names = ", ".join(f't."{each.name}"' for each in columns)
        link = "t.id" if table is CHECKS else "t.check_id"
        order = ", ".join(f"t.{name}" for name in table.key if name != "id")
        question = (
            f"SELECT p.path, {names} FROM run_programmes AS r "  # noqa: S608 - our own names
            "JOIN programmes AS p ON p.id = r.programme_id "
            f"JOIN {table.name} AS t ON {link} = r.check_id "
            "WHERE r.run_id = (SELECT max(id) FROM runs) "
            f"ORDER BY {', '.join(filter(None, ('p.path', order)))}"
        )
        yield Sheet(table.name, (programme, *columns), question)
    for table, key in ((RULES, "run_id"), (RUNS, "id")):
        names = ", ".join(f'"{name}"' for name in table.names)
        newest = "(SELECT max(id) FROM runs)"
        question = f"SELECT {names} FROM {table.name} WHERE {key} = {newest}"  # noqa: S608 - ours
        yield Sheet(table.name, table.columns, question)


SHEETS = tuple(_sheets())


def write_workbook(database: Database, out: Path) -> Path:
    """Write `tables.xlsx`, a sheet a table; a table that is too long goes on in another.

    Raises:
        UnwritableExportError: It cannot be written.
    """
    from xlsxwriter.exceptions import XlsxWriterException  # noqa: PLC0415 - slow to import
    from xlsxwriter.workbook import Workbook  # noqa: PLC0415 - likewise

    file = out / WORKBOOK
    temporary = out / f".{WORKBOOK}"
    # Rows go to a file at once: the evidence of many programmes does not fit into memory.
    options = {"constant_memory": True, "tmpdir": str(out)}
    try:
        book = Workbook(str(temporary), options)
        for sheet in SHEETS:
            for number, rows in enumerate(_portions(database.each(sheet.question)), 1):
                title = sheet.name if number == 1 else f"{sheet.name} {number}"
                _write_sheet(book.add_worksheet(title), sheet, rows)
        book.close()
        temporary.replace(file)
    except (OSError, XlsxWriterException) as error:
        with suppress(OSError):
            temporary.unlink()
        raise UnwritableExportError(str(file), system_reason(error)) from error
    return file


def _portions(rows: Iterator[Sequence[Any]]) -> Iterator[Iterable[Sequence[Any]]]:
    """Rows a sheet at a time; at least one sheet, for its headings."""
    first: list[Sequence[Any]] = list(islice(rows, 1))
    yield chain(first, islice(rows, MOST_ROWS - 1))
    while first := list(islice(rows, 1)):
        yield chain(first, islice(rows, MOST_ROWS - 1))


def _write_sheet(page: Any, sheet: Sheet, rows: Iterable[Sequence[Any]]) -> None:  # noqa: ANN401 - it has no types
    page.freeze_panes(1, 1)
    page.set_column(0, len(sheet.columns) - 1, WIDTH)
    for index, column in enumerate(sheet.columns):
        page.write_string(0, index, column.name)
    last = 0
    for last, row in enumerate(rows, 1):
        for index, value in enumerate(row):
            if isinstance(value, str):  # never as a formula, whatever it begins with
                page.write_string(last, index, value[:LONGEST_CELL])
            elif value is not None:
                page.write_number(last, index, value)
    page.autofilter(0, 0, last, len(sheet.columns) - 1)


def write_parquet(database: Database, out: Path) -> Path:
    """Write the folder `tables`, a Parquet file a table.

    Raises:
        MissingToolError: pyarrow is not installed.
        UnwritableExportError: A file cannot be written.
    """
    try:
        import pyarrow as pa  # noqa: PLC0415 - an extra
        from pyarrow import parquet  # noqa: PLC0415 - likewise
    except ImportError as error:
        raise MissingToolError(
            "pyarrow", "install it with: pip install plancheck[audit]"
        ) from error
    folder = out / FOLDER
    try:
        folder.mkdir(exist_ok=True)
        for sheet in SHEETS:
            temporary = folder / f".{sheet.name}.parquet"
            schema = _schema(sheet)
            rows = database.each(sheet.question)
            with parquet.ParquetWriter(temporary, schema) as writer:
                while some := list(islice(rows, ROWS_AT_ONCE)):
                    columns = list(zip(*some, strict=True))
                    arrays = [
                        pa.array(values, field.type)
                        for values, field in zip(columns, schema, strict=True)
                    ]
                    writer.write_batch(pa.record_batch(arrays, schema=schema))
            temporary.replace(folder / f"{sheet.name}.parquet")
    except (OSError, pa.ArrowException) as error:
        raise UnwritableExportError(str(folder), system_reason(error)) from error
    return folder


def _schema(sheet: Sheet) -> "pa.Schema":
    import pyarrow as pa  # noqa: PLC0415 - an extra

    kinds = {
        Kind.WHOLE: pa.int64(),
        Kind.NUMBER: pa.float64(),
        Kind.TEXT: pa.string(),
    }
    return pa.schema([(each.name, kinds[each.kind]) for each in sheet.columns])


EXPORTS = {"xlsx": write_workbook, "parquet": write_parquet}
"""What can be written for other programs, by its name on the command line."""
