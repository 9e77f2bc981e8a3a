"""What a programme plans comes out as tables, whole and with its places."""

import csv
import json
from io import BytesIO, StringIO
from pathlib import Path

import openpyxl
import pytest

from plancheck.cli import main
from plancheck.cli.extract import FIELDS
from plancheck.extraction import planned_records
from plancheck.testing import COMPLETE, programme


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "lejasupe.md").write_text(COMPLETE, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_json_has_every_row_of_the_plans_with_its_place(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["extract", "lejasupe.md"]) == 0

    said = json.loads(capsys.readouterr().out)
    expected = programme(COMPLETE)
    assert said["schema"] == "plancheck/extract/1"
    assert [each["name"] for each in said["measures"]] == [
        each.name for each in expected.measures
    ]
    bridge = said["projects"][0]
    assert (bridge["code"], bridge["amount_number"]) == ("P1", 420_000)
    assert bridge["document"] == "lejasupe.md"
    assert bridge["table_number"]
    satisfied = said["indicators"][0]
    assert (satisfied["baseline_number"], satisfied["target_year"]) == (41, 2027)


def test_csv_is_one_table_that_no_spreadsheet_runs(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    hostile = COMPLETE.replace("Pārbūvēt tiltu pār Alksni", "=HYPERLINK(1)")
    (folder / "lejasupe.md").write_text(hostile, encoding="utf-8")

    assert main(["extract", "lejasupe.md", "--format", "csv"]) == 0

    rows = list(csv.DictReader(StringIO(capsys.readouterr().out)))
    assert {row["kind"] for row in rows} == {"measures", "projects", "indicators"}
    assert rows[0]["name"] == "'=HYPERLINK(1)"


def test_a_workbook_has_a_sheet_for_each_kind_in_the_readers_language(
    folder: Path,
) -> None:
    assert (
        main(["extract", "lejasupe.md", "--lang", "lv", "--format", "xlsx=p.xlsx"]) == 0
    )

    book = openpyxl.load_workbook(BytesIO((folder / "p.xlsx").read_bytes()))
    assert book.sheetnames == ["Pasākumi", "Projekti", "Rādītāji"]
    assert book["Rādītāji"]["D1"].value == "Mērvienība"
    assert book["Rādītāji"].max_row == len(programme(COMPLETE).indicators) + 1


def test_every_field_of_a_row_has_its_column() -> None:
    for kind, records in planned_records(programme(COMPLETE)).items():
        assert {name for each in records for name in each} == set(FIELDS[kind])


def test_what_could_not_be_read_is_said_and_makes_the_tables_incomplete(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "damaged.docx").write_bytes(b"PK\x03\x04 and nothing more")

    assert main(["extract", "lejasupe.md", "damaged.docx", "--lang", "en"]) == 3
    printed = capsys.readouterr()
    assert "damaged.docx" in printed.err
    assert json.loads(printed.out)["measures"]


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--format", "pdf"], "there is no format “pdf”"),
        (["--format", "csv=lejasupe.md"], "would be replaced"),
        (["--format", "csv=no/x.csv"], "no/x.csv cannot be written"),
    ],
)
def test_a_wrong_call_exits_with_two_and_a_sentence(
    arguments: list[str], sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["extract", "lejasupe.md", *arguments, "--lang", "en"]) == 2
    assert sentence in " ".join(capsys.readouterr().err.split())
