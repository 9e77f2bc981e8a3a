"""Puts a document together from the sheets of a workbook."""

from collections.abc import Sequence
from pathlib import Path
from typing import IO

from plancheck.readers.archive import (
    Archive,
    DamagedPartError,
    LockedPartError,
    OversizeError,
)
from plancheck.readers.collector import collector_paused
from plancheck.readers.locked import unknown_lock, unlocked
from plancheck.readers.xlsx import opening
from plancheck.readers.xlsx.blocks import BlockMaker, SparseSheetError
from plancheck.readers.xlsx.hidden import shown
from plancheck.readers.xlsx.opendocument import read_open_sheets
from plancheck.readers.xlsx.opening import Kind, open_workbook
from plancheck.readers.xlsx.package import read_package
from plancheck.readers.xlsx.remarks import gaps_of, notes_of_workbook
from plancheck.readers.xlsx.sheets import Sheet
from plancheck.readers.xlsx.worksheet import CellBudget, FullError
from plancheck.readers.xlsx.xml import HostilePartError
from plancheck.sdk import Block, Document, Gap, Location, Message

MAX_CELLS = 500_000
"""Cells with text of one workbook; the largest investment plan met has 20,000."""


def read(path: Path, password: str | None) -> Document:
    """The document of a file; see `read_xlsx`."""
    name = str(path)
    with open_workbook(path, password) as (kind, content, digest), collector_paused():
        if isinstance(content, Archive):
            sheets, parts = _sheets(name, kind, content), content.names
        else:
            sheets, parts = _old_sheets(name, content, password), ()
        sheets = shown(sheets)
        notes = (*_notes_of_kind(kind), *notes_of_workbook(sheets, parts))
        blocks, gaps = _blocks(name, sheets)
    if not blocks and not gaps:
        raise opening.empty(name)
    return Document(
        name=name, format="xlsx", blocks=blocks, sha256=digest, gaps=gaps, notes=notes
    )


def _sheets(name: str, kind: Kind, archive: Archive) -> list[Sheet]:
    """The sheets of a zipped workbook; what is wrong with it, in a sentence."""
    budget = CellBudget(MAX_CELLS)
    try:
        if kind is Kind.OPEN_DOCUMENT:
            return read_open_sheets(archive, budget)
        return list(read_package(name, archive, budget))
    except DamagedPartError as error:
        raise opening.damaged_part(name, error.part) from error
    except HostilePartError as error:
        raise opening.hostile(name) from error
    except LockedPartError as error:
        raise unknown_lock(name) from error
    except (OversizeError, FullError) as error:
        raise opening.too_large(name) from error


def _old_sheets(name: str, stream: IO[bytes], password: str | None) -> list[Sheet]:
    from plancheck.readers.xlsx.oldexcel import (  # noqa: PLC0415 - see below
        DamagedWorkbookError,
        LockedWorkbookError,
        read_old_sheets,
    )

    # Calamine is for .xls only, which few workbooks are.
    try:
        return read_old_sheets(stream)
    except LockedWorkbookError:
        return read_old_sheets(unlocked(name, stream, password))
    except DamagedWorkbookError as error:
        raise opening.damaged(name) from error


def _notes_of_kind(kind: Kind) -> Sequence[Message]:
    if kind is not Kind.OLD_EXCEL:
        return ()
    note = Message.of(
        "Number formats, hidden rows and errors such as #REF! of an .xls file are not "
        "read: 15% is read as 0.15, a cell with an error as empty. Save it as .xlsx to "
        "have them read."
    )
    return (note,)


def _blocks(
    name: str, sheets: Sequence[Sheet]
) -> tuple[tuple[Block, ...], tuple[Gap, ...]]:
    maker = BlockMaker(name)
    blocks: list[Block] = []
    gaps: list[Gap] = []
    for sheet in sheets:
        try:
            for block in maker.blocks(sheet):
                blocks.append(block)  # noqa: PERF402 - what was made before an error stays
        except SparseSheetError:
            reason = Message.of(
                "The sheet “{sheet}” has more cells than a workbook of a programme, and "
                "is not read to its end.",
                sheet=sheet.name,
            )
            place = Location(document=name, section=(sheet.name,))
            gaps.append(Gap(reason, place))
        gaps += gaps_of(name, sheet)
    return tuple(blocks), tuple(gaps)
