"""Numbers are printed as Excel shows them, and read back as what they were."""

from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plancheck.readers.xlsx import read_xlsx
from plancheck.readers.xlsx.formatcodes import BUILT_IN, parse_format
from plancheck.readers.xlsx.numberformats import print_general
from plancheck.text.values import parse_value
from tests.readers.xlsx.building import MAIN, Value, packed, saved, worksheet

ACCOUNTING = '_-* #,##0.00\\ "€"_-;\\-* #,##0.00\\ "€"_-;_-* "-"??\\ "€"_-;_-@_-'


@pytest.mark.parametrize(
    ("code", "number", "shown"),
    [
        ("General", 2024, "2024"),
        ("General", 0.1 + 0.2, "0,3"),
        ("General", 1234567.891, "1234567,891"),
        ("General", 1e20, "1E+20"),
        ("@", 2027.0, "2027"),
        ("0%", 0.15, "15%"),
        ("0.00%", 0.12345, "12,35%"),
        ("0.0%", 1 / 3, "33,3%"),
        ("#,##0", 1195823, "1 195 823"),
        ("#,##0.00", 1195823.325, "1 195 823,33"),
        ("0.00", 2.675, "2,68"),
        ("0", 2.5, "3"),
        ('#,##0.00 "EUR"', -5.5, "-5,50 EUR"),
        ("[$€-426]\\ #,##0.00", 1234.5, "€ 1 234,50"),
        ("#,##0\\ [$EUR]", 1234, "1 234 EUR"),
        (ACCOUNTING, 1234.5, "1 234,50 €"),
        (ACCOUNTING, -7, "-7,00 €"),
        (ACCOUNTING, 0, "-"),
        ("#,##0;[Red]#,##0", -5, "-5"),
        ("#,##0;(#,##0)", -5, "-5"),
        ("#,##0;[Red]-#,##0", -1234, "-1 234"),
        ("#,##0;-#,##0;nulle", 0, "nulle"),
        ("#,##0,", 1234567, "1 235"),
        ("0.0,,", 1234567, "1,2"),
        ("###\\ ###\\ ##0", 1234567, "1 234 567"),
        ("# ##0.00", 1234567, "1 234 567,00"),
        ('0" gab."', 12, "12 gab."),
        ('General" km"', 3.5, "3,5 km"),
        ("0.##", 2.5, "2,5"),
        ("0.##", 2, "2"),
        ("00000", 42, "00042"),
        ("# ?/?", 0.5, "0,5"),
        ("0.00E+00", 12345.678, "1,23E+04"),
        ("[>=1000]#,##0;0.0", 5.25, "5,3"),
        ("[<1]0%;0", 0.5, "50%"),
        (";;;", 5, ""),
        ("dd.mm.yyyy", 44616, "24.02.2022"),
        ('[$-426]yyyy\\.\\ "gada"\\ d\\.\\ mmmm;@', 44616, "24.02.2022"),
        ("yyyy", 44616, "2022"),
        ("mmm\\-yy", 44616, "02.2022"),
        ("d.mmm", 44616, "24.2."),
        ("dd.mm.yyyy\\ hh:mm", 44616.5, "24.02.2022 12:00"),
        ("h:mm:ss", 0.75, "18:00:00"),
        ("[h]:mm", 1.5, "36:00"),
        ("dd.mm.yyyy", -1, "-1"),
        ("dd.mm.yyyy", 59, "28.02.1900"),
    ],
)  # fmt: skip
def test_a_number_is_printed_as_its_format_shows_it(
    code: str, number: float, shown: str
) -> None:
    assert parse_format(code).printed(number) == shown


def test_three_decimals_are_not_taken_for_thousands() -> None:
    printed = parse_format("0.000").printed(120.125)

    assert printed == "120,1250"
    assert parse_value(printed, "Summa, EUR").number == Decimal("120.125")


@given(st.decimals(-(10**6), 10**6, places=3, allow_nan=False))
def test_a_number_without_a_format_is_read_back(number: Decimal) -> None:
    value = parse_value(print_general(float(number)), "Izmaksas, EUR")

    assert value.number == number.normalize()


@given(
    st.decimals(0, 10**9, places=2, allow_nan=False),
    st.sampled_from(["#,##0.00", "0.00", '#,##0.00 "EUR"', "[$€-426] #,##0.00", ACCOUNTING]),
)  # fmt: skip
def test_a_sum_of_money_is_read_back(amount: Decimal, code: str) -> None:
    printed = parse_format(code).printed(float(amount))

    assert printed == "-" or parse_value(printed, "Summa, EUR").number == amount


@given(st.integers(0, 1000))
def test_a_percentage_is_read_back_as_the_number_printed(tenths: int) -> None:
    value = parse_value(parse_format("0.0%").printed(tenths / 1000))

    assert (value.number, value.unit) == (Decimal(tenths) / 10, "%")


@given(st.text("0#?,.;%-\"\\[]$€_* EeyYmdhsGenral@/'()<>=19", max_size=30), st.floats())
def test_no_code_is_more_than_can_be_printed(code: str, number: float) -> None:
    if abs(number) < 1e300:  # others are no numbers in Excel
        parse_format(code).printed(number)


@pytest.mark.parametrize("number", sorted(BUILT_IN))
def test_every_built_in_format_prints(number: int) -> None:
    assert parse_format(BUILT_IN[number]).printed(1234.5)


def shown(path: Path) -> list[str]:
    """The texts of the only table's cells."""
    [table] = read_xlsx(path).tables
    return [cell.text for cell in table.cells]


@pytest.mark.parametrize(
    ("value", "code", "text"),
    [
        (2024, "General", "2024"),
        (0.15, "0%", "15%"),
        (120000, '#,##0 "EUR"', "120 000 EUR"),
        (12.5, "General", "12,5"),
        (True, "General", "TRUE"),
        (date(2022, 2, 24), "dd/mm/yyyy", "24.02.2022"),
        (datetime(2022, 2, 24, 9, 30), "d.m.yyyy h:mm", "24.02.2022 9:30"),  # noqa: DTZ001 - sheets know no zone
        ("  Ielas\u00a0pārbūve ", "General", "Ielas pārbūve"),
    ],
)
def test_a_cell_says_what_a_person_sees(
    tmp_path: Path, value: Value, code: str, text: str
) -> None:
    path = saved(tmp_path / "a.xlsx", [["Nr.", "Vērtība"], ["1.", value]], B2=code)

    assert shown(path)[-1] == text


CELLS = {
    "shared": ('<c r="B1" t="s"><v>0</v></c>', "Ielas"),
    "inline": ('<c r="B1" t="inlineStr"><is><t>A &amp; B</t></is></c>', "A & B"),
    "inline runs": (
        (
            '<c r="B1" t="inlineStr"><is><r><rPr><b/></rPr><t>Iel</t></r><r><t>as</t>'
            "</r><rPh><t>x</t></rPh></is></c>"
        ),
        "Ielas",
    ),
    "result of a formula": ('<c r="B1" t="str"><f>A1&amp;"x"</f><v>1x</v></c>', "1x"),
    "error": ('<c r="B1" t="e"><f>1/0</f><v>#DIV/0!</v></c>', "#DIV/0!"),
    "truth": ('<c r="B1" t="b"><v>0</v></c>', "FALSE"),
    "ISO date": ('<c r="B1" t="d"><v>2022-02-24</v></c>', "24.02.2022"),
    "percentage": ('<c r="B1" s="2"><v>0.14999999999999999</v></c>', "15%"),
    "unknown style": ('<c r="B1" s="99"><v>0.15</v></c>', "0,15"),
    "without its name": ("<c><v>5</v></c>", "5"),
    "escaped character": (
        '<c r="B1" t="inlineStr"><is><t>a_x000D_\nb</t></is></c>',
        "a\nb",
    ),
}


@pytest.mark.parametrize("name", CELLS)
@pytest.mark.parametrize("way", ["plain", "commented"])
def test_each_type_of_cell_is_read_in_both_ways(
    tmp_path: Path, name: str, way: str
) -> None:
    xml, text = CELLS[name]
    comment = "<!-- a comment makes Expat read it -->" if way == "commented" else ""
    rows = f'{comment}<row r="1"><c r="A1"><v>1</v></c>{xml}</row>'

    assert shown(packed(tmp_path / "a.xlsx", worksheet(rows))) == ["1", text]


def test_prefixes_and_other_namespaces_do_not_matter(tmp_path: Path) -> None:
    sheet = (
        '<x:worksheet xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main"><x:sheetData>'
        '<x:row r="3"><x:c r="B3"><x:v>1</x:v></x:c><x:c r="C3" t="s"><x:v>0</x:v></x:c>'
        "</x:row></x:sheetData></x:worksheet>"
    )

    assert shown(packed(tmp_path / "a.xlsx", sheet)) == ["1", "Ielas"]


def test_days_are_counted_from_1904_where_the_workbook_says_so(tmp_path: Path) -> None:
    book = (
        f'<workbook xmlns="{MAIN}" xmlns:r="http://x"><workbookPr date1904="1"/>'
        '<sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>'
    )
    styles = f'<styleSheet xmlns="{MAIN}"><cellXfs><xf numFmtId="14"/></cellXfs></styleSheet>'
    rows = '<row r="1"><c r="A1" s="0"><v>43154</v></c><c r="B1"><v>0</v></c></row>'
    parts = {"xl/workbook.xml": book, "xl/styles.xml": styles}

    path = packed(tmp_path / "a.xlsx", worksheet(rows), parts)

    assert shown(path)[0] == "24.02.2022"
