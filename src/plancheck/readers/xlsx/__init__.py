"""Excel workbooks, read as they are printed: each sheet a section with its tables."""

from pathlib import Path

from plancheck.sdk import Document, Reader, ReadingOptions


def read_xlsx(path: Path, *, password: str | None = None) -> Document:
    """The sheets of a workbook as they are printed, without what its author hid.

    Raises:
        UnreadableDocumentError: The file is no workbook, or one that cannot be opened.
    """
    from plancheck.readers.xlsx.reading import (  # noqa: PLC0415 - see below
        read,
    )

    # Of the modules here `plancheck --help` needs none.
    return read(path, password)


def _read_with(path: Path, options: ReadingOptions) -> Document:
    return read_xlsx(path, password=options.password)


READER = Reader("xlsx", (".xlsx", ".xlsm", ".xls", ".ods"), read_xlsx, _read_with)

__all__ = ["READER", "read_xlsx"]
