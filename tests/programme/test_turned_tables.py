"""Tables that hold one record a column, the names of the fields in the first column."""

from plancheck.testing import programme

SHEET = """
# Reģiona attīstības rādītāji

| Rādītāja kods | RAR-01 | RAR-02 | RAR-03 |
| --- | --- | --- | --- |
| Rādītājs | Bezdarba līmenis | Ceļu satiksmē bojāgājušie | Tūristu mītņu viesi |
| Mērvienība | % | cilvēki | tūkst. |
| Atskaites vērtība (gads) | 8,9 (2021) | 15 (2021) | 44,1 (2021) |
| Mērķa vērtība (gads) | 6,0 (2027) | 8 (2027) | 80,0 (2027) |
| Datu avots | NVA | CSDD | CSP |
| Ziņas gatavo | RUC | RPL | DTA |
"""


def test_each_column_of_a_turned_table_is_a_record() -> None:
    indicators = programme(SHEET).indicators

    assert [(each.code, each.name) for each in indicators] == [
        ("RAR-01", "Bezdarba līmenis"),
        ("RAR-02", "Ceļu satiksmē bojāgājušie"),
        ("RAR-03", "Tūristu mītņu viesi"),
    ]
    assert [each.field("responsible").text for each in indicators] == [
        "RUC",
        "RPL",
        "DTA",
    ]


def test_a_value_of_a_turned_table_is_quoted_at_its_own_column() -> None:
    target = programme(SHEET).indicators[1].field("target")

    assert target.text == "8 (2027)"
    assert (target.location.row_number, target.location.column_number) == (5, 3)


def test_a_turned_table_goes_on_behind_a_page_break() -> None:
    head, rest = SHEET.split("| Mērķa vērtība", 1)
    broken = f"{head}\nReģiona programma\n\n| Mērķa vērtība{rest}".replace(
        "80,0 (2027) |\n", "80,0 (2027) |\n| --- | --- | --- | --- |\n"
    )

    indicators = programme(broken).indicators

    assert [each.field("target").text for each in indicators] == [
        "6,0 (2027)",
        "8 (2027)",
        "80,0 (2027)",
    ]


def test_remarks_beside_a_record_are_no_record() -> None:
    sheet = """
# Rādītāji

| Rādītājs | Bezdarba līmenis | NVA metode |
| --- | --- | --- |
| Mērvienība | % | |
| Bāzes vērtība | 8,9 | |
| Mērķa vērtība | 6,0 | |
| Datu avots | NVA | |
"""

    [indicator] = programme(sheet).indicators

    assert indicator.field("target").text == "6,0"


def test_what_one_field_says_for_several_records_counts_for_each() -> None:
    sheet = SHEET.replace("| NVA | CSDD | CSP |", "| CSP || NVA |")

    indicators = programme(sheet).indicators

    assert [each.field("data source").text for each in indicators] == [
        "CSP",
        "CSP",
        "NVA",
    ]


def test_indicators_stand_across_the_top_of_a_turned_table_with_an_empty_corner() -> (
    None
):
    sheet = """
# Indicators

|  | Farms that sell | Jobs kept |
| --- | --- | --- |
| Unit | farms | jobs |
| Baseline | 4 | 0 |
| Year of baseline | 2023 | 2023 |
| Target 2029 | 24 | 38 |
| Responsible | LAG office | LAG office |
"""
    indicators = programme(sheet).indicators

    assert [(each.name, each.target.text) for each in indicators] == [
        ("Farms that sell", "24"),
        ("Jobs kept", "38"),
    ]


HEADED = """
# Uzraudzība

| Pozīcija | Ceļi bez asfalta | Bibliotēkas lietotāji |
| --- | --- | --- |
| Mērvienība | % | cilvēki |
| Bāzes vērtība | 61 (2024) | nav zināma |
| 2027 | 55 | 900 |
| 2031 | 40 | 1100 |
| Datu avots | Ceļu nodaļa | bibliotēka |
| Biežums | gadā | gadā |
"""


def test_the_corner_of_a_turned_table_may_head_the_names_of_the_fields() -> None:
    roads, readers = programme(HEADED).indicators

    assert (roads.name, readers.name) == ("Ceļi bez asfalta", "Bibliotēkas lietotāji")
    assert roads.field("baseline").text == "61 (2024)"
    assert readers.field("baseline").number is None


def test_the_last_year_of_a_turned_table_is_that_of_the_target() -> None:
    roads, _ = programme(HEADED).indicators

    assert (roads.target.text, roads.target_year) == ("40", 2031)


def test_without_a_baseline_the_first_year_is_that() -> None:
    sheet = HEADED.replace("| Bāzes vērtība |", "| 2023 |")

    roads, _ = programme(sheet).indicators

    assert (roads.field("baseline").text, roads.target.text) == ("61 (2024)", "40")


def test_labels_of_columns_are_no_names_of_records() -> None:
    sheet = HEADED.replace(
        "| Ceļi bez asfalta | Bibliotēkas lietotāji |", "| Atbildīgais | Termiņš |"
    )

    assert not programme(sheet).indicators
