"""Real and odd workbooks: none crashes or hangs, and every cell is what calamine reads."""

import os
import resource
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook

from plancheck.readers.archive import Archive, DamagedPartError
from plancheck.readers.xlsx import READER, read_xlsx
from plancheck.readers.xlsx.opening import open_workbook
from plancheck.readers.xlsx.package import read_package
from plancheck.readers.xlsx.sheets import Sheet
from plancheck.readers.xlsx.worksheet import CellBudget
from plancheck.readers.xlsx.xml import HostilePartError
from plancheck.sdk import Document, UnreadableDocumentError, tidy

ROOT = Path(__file__).parents[3]
CORPUS = Path(os.environ.get("PLANCHECK_CORPUS", ROOT / "../shared/corpus")).resolve()
FILES = sorted(path for path in CORPUS.rglob("*") if path.suffix in READER.suffixes)
MAX_SECONDS, MAX_KILOBYTES = 20, 1_000_000
SAME_PART_TWICE = "duplicate-filename-case-insensitive"
"""A file with two parts of one name; which of them is the right one nobody can tell."""

needs_corpus = pytest.mark.skipif(
    not FILES, reason=f"The corpus of real documents is not at {CORPUS}."
)


@pytest.fixture(scope="module")
def documents() -> dict[Path, Document]:
    """Every file that can be read."""
    read = {}
    before = _peak()
    for path in FILES:
        start = time.process_time()
        try:
            read[path] = read_xlsx(path)
        except UnreadableDocumentError as error:
            assert error.remedy, path  # noqa: PT017 - any other error fails the test
        assert time.process_time() - start < MAX_SECONDS, path
    assert _peak() - before < MAX_KILOBYTES
    return read


def _peak() -> int:
    """In kilobytes; tests before these may have made it high already."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


@needs_corpus
def test_most_files_are_read_and_the_others_say_why(
    documents: dict[Path, Document],
) -> None:
    assert len(documents) >= 0.85 * len(FILES)


@needs_corpus
def test_every_place_is_whole(documents: dict[Path, Document]) -> None:
    for path, document in documents.items():
        for index, block in enumerate(document.blocks):
            assert block.location.document == str(path)
            assert block.location.block_index == index
            assert block.location.section
        for table in document.tables:
            assert all(cell is not None for row in table.grid for cell in row), path


def sheets(path: Path) -> dict[str, Sheet]:
    """The sheets of an .xlsx file as we read them; none of a file that is refused."""
    refusals = (UnreadableDocumentError, DamagedPartError, HostilePartError)
    try:
        with open_workbook(path) as (_, archive, _):
            if not isinstance(archive, Archive):
                return {}
            found = read_package(str(path), archive, CellBudget(10**7))
            return {sheet.name: sheet for sheet in found if sheet.problem is None}
    except refusals:
        return {}


def read_by_calamine(path: Path) -> Iterator[tuple[str, CalamineSheet]]:
    try:
        workbook = CalamineWorkbook.from_path(path)
    except (CalamineError, OSError):
        return
    for name in workbook.sheet_names:
        try:
            yield tidy(name), workbook.get_sheet_by_name(name)
        except CalamineError:
            continue


def differences(sheet: Sheet, other: CalamineSheet) -> Iterator[object]:
    """Cells that one of the two lacks, and texts that differ; calamine drops errors."""
    top, left = other.start or (0, 0)
    theirs = {
        (row_index, column): value
        for row_index, row in enumerate(other.to_python(), start=top)
        for column, value in enumerate(row, start=left)
        if not isinstance(value, str) or tidy(value)
    }
    ours = {
        (row_index, column): text
        for row_index, row in sheet.rows.items()
        for column, text in row.items()
    }
    for place in ours.keys() | theirs.keys():
        text, value = ours.get(place, ""), theirs.get(place, "")
        is_error = text.startswith("#") and value == ""
        is_number = not isinstance(value, str)
        if not is_error and not (text if is_number else text == tidy(str(value))):
            yield sheet.name, place, text, value


@needs_corpus
def test_every_cell_is_what_calamine_reads() -> None:
    different: dict[str, list[object]] = {}
    for path in FILES:
        if path.suffix != ".xlsx" or SAME_PART_TWICE in path.name:
            continue
        ours = sheets(path)
        for name, other in read_by_calamine(path):
            if name in ours and (found := list(differences(ours[name], other))):
                different[path.name] = found

    # In one file two cells have a format that shows no zero.
    assert {name: len(found) for name, found in different.items()} == {
        name: 2 for name in different if "52348" in name
    }


@needs_corpus
@pytest.mark.parametrize(
    ("name", "texts"),
    [
        ("Cenradis_2025.xls", ("Nr. p. k.", "Pakalpojuma veids", "Vienība", "Cena, euro")),
        ("NVO_Atbalsts_2025.xls", ("1.", "12000")),
    ],
)  # fmt: skip
def test_old_workbooks_are_read(
    documents: dict[Path, Document], name: str, texts: tuple[str, ...]
) -> None:
    [document] = [each for path, each in documents.items() if path.name == name]

    seen = {cell.text for table in document.tables for cell in table.cells}
    assert seen >= set(texts)
    assert "Save it as .xlsx" in str(document.notes[0])
    assert any(
        cell.column_span > 1 for table in document.tables for cell in table.cells
    )
