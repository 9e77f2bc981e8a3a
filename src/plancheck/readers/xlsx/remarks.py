"""What the reader says of its own decisions, and of what it could not read."""

from collections.abc import Iterable, Iterator, Sequence

from plancheck.readers.xlsx.sheets import Sheet, column_name
from plancheck.sdk import Gap, Location, Message


def notes_of(sheet: Sheet) -> Iterator[Message]:
    """What a reader of the report should know of a sheet."""
    if sheet.is_left_out:
        yield Message.of(
            "The sheet “{sheet}” is hidden, and not read.", sheet=sheet.name
        )
    elif sheet.is_hidden and sheet.rows:
        yield Message.of("The sheet “{sheet}” is hidden; it is read.", sheet=sheet.name)
    if sheet.hidden_row_count:
        yield Message.of(
            "Hidden on the sheet “{sheet}”, and read: rows {rows}.",
            sheet=sheet.name,
            rows=sheet.hidden_row_count,
        )
    if sheet.left_out:
        yield Message.of(
            "Hidden on the sheet “{sheet}”, and not read: columns {columns}. Show those "
            "that belong to the programme.",
            sheet=sheet.name,
            columns=", ".join(map(column_name, sheet.left_out)),
        )
    if sheet.error_count:
        yield Message.of(
            "Cells of the sheet “{sheet}” with an error such as #REF! in place of a "
            "value: {count}.",
            sheet=sheet.name,
            count=sheet.error_count,
        )
    if sheet.has_comments:
        yield Message.of(
            "Comments on cells of the sheet “{sheet}” are not read.", sheet=sheet.name
        )


def gaps_of(name: str, sheet: Sheet) -> Iterator[Gap]:
    """What could not be read of a sheet."""
    place = Location(document=name, section=(sheet.name,))
    if sheet.problem is not None:
        yield Gap(sheet.problem, place)
    if sheet.unknown_formula_count:
        reason = Message.of(
            "Formulas of the sheet “{sheet}” without a stored result: {count}. Open the "
            "file in Excel, recalculate and save it.",
            count=sheet.unknown_formula_count,
            sheet=sheet.name,
        )
        yield Gap(reason, place)
    if sheet.has_drawing and not sheet.rows:
        reason = Message.of(
            "The sheet “{sheet}” has only pictures or charts, and text in them is not "
            "read.",
            sheet=sheet.name,
        )
        yield Gap(reason, place)


def notes_of_workbook(
    sheets: Sequence[Sheet], part_names: Iterable[str]
) -> Iterator[Message]:
    """What a reader of the report should know of the whole file."""
    linked = sum(
        part.startswith("xl/externallinks/externallink") for part in part_names
    )
    if linked:
        yield Message.of(
            "The workbook takes values from other files ({count}); they are read as "
            "they were when it was saved.",
            count=linked,
        )
    for sheet in sheets:
        yield from notes_of(sheet)
