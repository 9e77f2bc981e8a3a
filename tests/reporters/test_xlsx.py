from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import pytest
from openpyxl import Workbook, load_workbook

from plancheck.model.document import Document
from plancheck.model.evidence import Quote
from plancheck.model.location import Location
from plancheck.model.message import Message
from plancheck.model.report import Outcome, Report
from plancheck.model.verdict import Finding, Verdict
from plancheck.reporters.xlsx import render
from tests.reporters.harm import HARMFUL, report_full_of
from tests.reports import REPORT, result


def workbook(report: Report = REPORT, language: str = "en") -> Workbook:
    return load_workbook(BytesIO(render(report, language)))


def records(book: Workbook, name: str) -> list[dict[object, object]]:
    """The rows of a sheet by their headings."""
    heads, *rows = book[name].iter_rows(values_only=True)
    return [dict(zip(heads, row, strict=True)) for row in rows]


def test_there_is_a_sheet_each_of_results_items_criteria_and_documents() -> None:
    assert workbook().sheetnames == ["Results", "Items", "Criteria", "Documents"]
    assert workbook(language="lv").sheetnames == [
        "Rezultāti",
        "Konstatējumi",
        "Kritēriji",
        "Dokumenti",
    ]


def test_every_sheet_is_frozen_under_its_headings_and_filtered() -> None:
    for sheet in workbook():
        assert sheet.freeze_panes == "B2"
        assert sheet.auto_filter.ref == sheet.dimensions


def test_a_rule_is_a_row_and_its_code_leads_to_its_items() -> None:
    book = workbook()

    found = records(book, "Results")[2]
    assert (found["Code"], found["Outcome"], found["Score"]) == ("MO02", "fails", 2)
    assert found["How to mend it"] == (
        "Write the last known value of each indicator with its year."
    )
    link = book["Results"]["A4"].hyperlink
    row_number = int(link.location.split("!A")[1])
    assert book["Items"].cell(row_number, 1).value == "MO02"
    assert book["Items"].cell(row_number - 1, 1).value == "MO01"


def test_a_finding_is_a_row_with_its_place() -> None:
    [third] = [
        each
        for each in records(workbook(), "Items")
        if (each["Code"], each["Item"]) == ("MO02", 3)
    ]

    assert third["Quote"] == "Rādītājs 3 | km | | 9"
    assert (third["Page"], third["Table"], third["Row"]) == (41, 12, 4)
    assert third["Document"] == "2_ricibas_plans.docx"


def test_a_place_in_a_pdf_leads_to_its_page() -> None:
    quote = Quote("x", Location("volumes/2 plāns.pdf", page_number=41, page_label="39"))
    failed = result(
        "MO01",
        Outcome.FAIL,
        verdict=Verdict(0, Message("x"), (Finding(Message("y"), (quote,)),)),
    )
    book = workbook(
        replace(REPORT, results=(failed,), documents=(Document("a.pdf", "pdf", ()),))
    )

    link = book["Items"]["G2"].hyperlink
    assert link.target.replace("\\", "/") == "volumes/2%20pl%C4%81ns.pdf"
    assert link.location == "page=41"
    assert book["Items"]["H2"].value == "39"


def test_a_criterion_shows_the_scores_that_its_own_is_made_of() -> None:
    first = records(workbook(), "Criteria")[0]

    assert (first["Code"], first["Score"], first["Mean"]) == ("M2", 3, 3)
    assert first["Scores of its rules"] == "MO01 4, MO02 2, MO03 –, MO04 –"


def test_what_could_not_be_read_is_said() -> None:
    found = records(workbook(), "Documents")

    assert str(found[1]["Could not be read"]).endswith("the page is a picture")
    assert found[1]["SHA-256"] == "cd" * 32


def test_a_waived_finding_stands_as_waived() -> None:
    waived = [each for each in records(workbook(), "Items") if each["Code"] == "MO05"]

    assert {each["Outcome"] for each in waived} == {"waived"}
    assert all("A. Bērziņa" in str(each["Waived"]) for each in waived)


@pytest.mark.parametrize("harm", HARMFUL)
def test_no_text_becomes_a_formula_or_a_link(harm: str) -> None:
    content = render(report_full_of(HARMFUL[harm]), "en")

    for sheet in load_workbook(BytesIO(content)):
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.data_type in {"s", "n"}
                if cell.hyperlink and cell.hyperlink.target:
                    assert cell.hyperlink.target.startswith("volumes")
    parts = ZipFile(BytesIO(content))
    sheets = [each for each in parts.namelist() if "worksheets/sheet" in each]
    assert all(b"<f>" not in parts.read(each) for each in sheets)


def test_what_looks_like_an_escape_of_excel_is_kept() -> None:
    quoted = records(workbook(report_full_of("_x0041_")), "Items")[0]["Quote"]

    assert quoted == "_x0041_ / _x0041_"
