from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from plancheck.audit import export
from plancheck.audit.database import Database, SqliteDatabase
from plancheck.audit.export import (
    SHEETS,
    UnwritableExportError,
    write_parquet,
    write_workbook,
)
from tests.audit.conftest import Folder
from tests.programmes import SMALL


@pytest.fixture
def database(folder: Folder) -> SqliteDatabase:
    """An audit of two programmes, the first of which has changed since an earlier one."""
    folder.write("one.md", SMALL.replace("Upes", "Kalna"))
    folder.write("two.md", SMALL.replace("Pārbūvēt", "=Pārbūvēt"))
    folder.audit()
    folder.write("one.md")
    folder.audit()
    return SqliteDatabase(folder.database)


def test_the_workbook_has_a_sheet_a_table_of_the_newest_run(
    database: SqliteDatabase, tmp_path: Path
) -> None:
    file = write_workbook(database, tmp_path)

    book = openpyxl.load_workbook(file)
    assert book.sheetnames == [sheet.name for sheet in SHEETS]
    rows = list(book["measures"].iter_rows(values_only=True))
    assert rows[0][:4] == ("programme", "number", "code", "name")
    assert [row[3] for row in rows[1:]] == [
        "Pārbūvēt Upes ielu",
        "Ierīkot skolas stadionu",
        "=Pārbūvēt Upes ielu",
        "Ierīkot skolas stadionu",
    ]
    assert book["measures"]["D4"].data_type == "s"
    assert sorted(path.name for path in tmp_path.iterdir() if path.is_file()) == [
        "tables.xlsx"
    ]


def test_a_table_that_is_too_long_for_a_sheet_goes_on_in_another(
    database: SqliteDatabase, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(export, "MOST_ROWS", 3)

    book = openpyxl.load_workbook(write_workbook(database, tmp_path))

    assert [name for name in book.sheetnames if name.startswith("measures")] == [
        "measures",
        "measures 2",
    ]
    assert book["measures"].max_row == 4
    assert book["measures 2"].max_row == 2


def test_parquet_has_a_file_a_table_with_typed_columns(
    database: SqliteDatabase, tmp_path: Path
) -> None:
    parquet = pytest.importorskip("pyarrow.parquet", reason="the extra “audit”")

    folder = write_parquet(database, tmp_path)

    table = parquet.read_table(folder / "indicators.parquet")
    assert table.num_rows == 4
    assert str(table.schema.field("baseline_number").type) == "double"
    assert table.column("baseline_number").to_pylist() == [12400.0, 0.0] * 2
    assert {path.stem for path in folder.iterdir()} == {sheet.name for sheet in SHEETS}


@pytest.mark.parametrize("write", [write_workbook, write_parquet])
def test_a_folder_that_cannot_be_written_to_is_told(
    database: SqliteDatabase,
    tmp_path: Path,
    write: Callable[[Database, Path], Path],
) -> None:
    (tmp_path / "file").write_text("a file", encoding="utf-8")

    with pytest.raises(UnwritableExportError, match="The database is whole"):
        write(database, tmp_path / "file")
