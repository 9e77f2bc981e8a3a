"""Plans are read in layouts of many makes: money by year or by source, sheets, unknown labels."""

from decimal import Decimal

import pytest

from plancheck.programme.programme import Programme
from plancheck.testing import programme

TITLE = "# Ezerleju novada attīstības programma 2024.–2030. gadam\n\n"
ENGLISH = "# Development Programme of Millbrook Municipality 2024–2030\n\n"


def plan(markdown: str) -> Programme:
    return programme(TITLE + markdown)


def english(markdown: str) -> Programme:
    return programme(ENGLISH + markdown)


def test_sums_below_years_tell_when_and_their_total_how_much() -> None:
    first, second = plan("""## Investīciju plāns

| Projekts | Izpildītājs | Finansējums pa gadiem, EUR |||
| ^^ | ^^ | 2025 | 2026 | Kopā |
| --- | --- | --- | --- | --- |
| Tilta remonts | Ceļu nodaļa | 40 000 | 60 000 | 100 000 |
| Parka celiņi | Parku nodaļa | – | 30 000 | 30 000 |
""").projects

    assert first.amount.number == 100_000
    assert first.term.text == "2025, 2026"
    assert (second.term.text, second.amount.number) == ("2026", Decimal(30_000))


def test_crosses_below_years_tell_when() -> None:
    [first, _] = plan("""## Investīciju plāns

| Projekts | Izpildītājs | Izmaksas, EUR | Īstenošanas gads |||
| ^^ | ^^ | ^^ | 2025 | 2026 | 2027 |
| --- | --- | --- | --- | --- | --- |
| Tilta remonts | Ceļu nodaļa | 40 000 | | x | x |
| Parka celiņi | Parku nodaļa | 30 000 | x | | |
""").projects

    assert first.term.text == "2026, 2027"
    assert first.amount.number == 40_000


MERGED = """
| 1 | Tilta remonts | ERAF | 85 000 |
| ^^ | ^^ | Pašvaldības budžets | 15 000 |
| 2 | Parka celiņi | Aizņēmums | 30 000 |
"""
REPEATED = """
| P-1 | Tilta remonts | ERAF | 85 000 |
| P-1 | Tilta remonts | Pašvaldības budžets | 15 000 |
| P-2 | Parka celiņi | Aizņēmums | 30 000 |
"""


@pytest.mark.parametrize("rows", [MERGED, REPEATED])
def test_rows_that_only_give_another_source_are_one_project(rows: str) -> None:
    head = "| Nr. | Projekts | Finansētājs | Summa, EUR |\n| --- | --- | --- | --- |"
    first, second = plan(f"## Investīciju plāns\n\n{head}{rows}").projects

    assert first.source.text == "ERAF, Pašvaldības budžets"
    assert first.amount.number == 100_000
    assert first.field("eu share").number == 85_000
    assert first.field("municipal share").number == 15_000
    assert second.amount.number == 30_000


def test_rows_that_have_a_total_for_each_source_stay_apart() -> None:
    head = "| Nr. | Projekts | Finansētājs | Summa, EUR |\n| --- | --- | --- | --- |"
    totals = "| | Kopā: ERAF | ERAF | 85 000 |\n"

    assert len(plan(f"## Investīciju plāns\n\n{head}{REPEATED}{totals}").projects) == 3


@pytest.mark.parametrize("label", ["Kur īsteno", "Kur īstenos"])
def test_where_it_is_carried_out_names_nobody(label: str) -> None:
    [measure] = plan(f"""## Rīcības plāns

| Pasākums | Atbildīgais | Termiņš | {label} |
| --- | --- | --- | --- |
| Tilta remonts | Ceļu nodaļa | 2026 | Ezeri |
""").measures

    assert measure.territory.text == "Ezeri"


@pytest.mark.parametrize(
    ("told", "number"),
    [
        ("ERAF – 85 000; pašvaldība – 15 000", 85_000),
        ("85 % ERAF, 15 % pašvaldība", 85),
        ("ERAF 85 %, pašvaldība 15 %", 85),
    ],
)
def test_a_cell_of_sources_tells_the_share_of_each(told: str, number: int) -> None:
    [project] = plan(f"""## Investīciju plāns

| Projekts | Summa, EUR | Finansētājs |
| --- | --- | --- |
| Tilta remonts | 100 000 | {told} |
""").projects

    assert project.field("eu share").number == number


def test_a_fund_and_its_years_tell_no_share() -> None:
    [project] = plan("""## Investīciju plāns

| Projekts | Summa, EUR | Finansētājs |
| --- | --- | --- |
| Tilta remonts | 100 000 | LEADER 2023; ERAF 2027 |
""").projects

    assert project.shares == ()


def test_shares_are_in_the_scale_of_their_total() -> None:
    [project] = plan("""## Investīciju plāns

| Projekts | Kopā, tūkst. EUR | Pašvaldība | ES fondi |
| --- | --- | --- | --- |
| Tilta remonts | 100 | 15 | 85 |
""").projects

    assert [share.number for share in project.shares] == [15_000, 85_000]


def test_a_unit_behind_a_label_does_not_hide_what_it_says() -> None:
    [project] = plan("""## Investīciju plāns

| Projekts | Kopā, EUR | Pašvaldība, % | Valsts, % |
| --- | --- | --- | --- |
| Tilta remonts | 100 000 | 15 % | 85 % |
""").projects

    assert project.field("state share").number == 85


def test_columns_under_nobodys_words_are_told_by_what_they_hold() -> None:
    first, *_ = english("""## Action plan

| Ref | Action | Heading up | Calendar years | Purse | Bill (EUR) | Whither |
| --- | --- | --- | --- | --- | --- | --- |
| 1.1 | Repair the bridge | Roads Office | 2025–2026 | Council budget, ERDF | 90,000 | Mill parish |
| 1.2 | Plant trees | Parks Department | 2027 | Private funding | 10,000 | Hill parish |
| 1.3 | Run courses | Youth Centre | 2025 | State budget | 8,000 | whole municipality |
""").measures

    assert first.responsible.text == "Roads Office"
    assert first.term.text == "2025–2026"
    assert first.source.text == "Council budget, ERDF"
    assert first.amount.number == 90_000
    assert first.territory.text == "Mill parish"


@pytest.mark.parametrize("reached", ["Mērķa vērtība", "Sasniedzamais"])
def test_a_year_behind_a_value_is_its_year(reached: str) -> None:
    first, _ = plan(f"""## Uzraudzības rādītāji

| Rādītājs | Sākotnējā vērtība | Gads | 2027. gadā | {reached} | Gads |
| --- | --- | --- | --- | --- | --- |
| Bezdarbs, % | 7,1 | 2022 | 6 | 5 | 2030 |
| Viesi, skaits | 300 | 2023 | 400 | 500 | 2029 |
""").indicators

    assert (first.baseline.number, first.baseline_year) == (Decimal("7.1"), 2022)
    assert (first.target.number, first.target_year) == (Decimal(5), 2030)


def test_a_sheet_may_hold_two_fields_a_row() -> None:
    first, second = english("""## Action plan

| Action | 1.1 Repair the bridge || |
| --- | --- | --- | --- |
| Lead | Roads Office | Partners | County |
| By when | 2026 | Funding | ERDF |

Next.

| Action | 1.2 Plant trees || |
| --- | --- | --- | --- |
| Lead | Parks Office | Partners | Schools |
| By when | 2027 | Funding | Council budget |
""").measures

    assert (first.code, first.name) == ("1.1", "Repair the bridge")
    assert first.field("partner").text == "County"
    assert (second.term.text, second.source.text) == ("2027", "Council budget")


def test_years_come_twice_in_a_sheet_of_two_fields_a_row() -> None:
    [indicator] = english("""## Monitoring

| Metric | Nights spent || |
| --- | --- | --- | --- |
| Unit | number | Baseline | 300 |
| Year | 2022 | Target | 500 |
| Year | 2030 | Source | Statistics Office |
""").indicators

    assert (indicator.baseline_year, indicator.target_year) == (2022, 2030)


SHEETS = """## Rīcības plāns

### 1.1. Tilta remonts

| Atbildīgais | Ceļu nodaļa |
| --- | --- |
| Termiņš | 2026 |
| Finansētājs | ERAF |

### 1.2. Parka celiņi

| Atbildīgais | Parku nodaļa |
| --- | --- |
| Termiņš | 2027 |
| Finansētājs | pašvaldība |
"""
THIRD = """
### 1.3. Kursi jauniešiem

| Atbildīgais | Jauniešu centrs |
| --- | --- |
| Termiņš | 2025 |
| Finansētājs | ESF+ |
"""


def test_headings_of_a_series_name_the_sheets_below_them() -> None:
    measures = plan(SHEETS + THIRD).measures

    assert [(each.code, each.name) for each in measures] == [
        ("1.1", "Tilta remonts"),
        ("1.2", "Parka celiņi"),
        ("1.3", "Kursi jauniešiem"),
    ]


def test_two_headings_are_no_series() -> None:
    assert plan(SHEETS).measures == ()


def test_several_bodies_in_brackets_are_partners() -> None:
    first, second = plan("""## Rīcības plāns

| Pasākums | Atbildīgais | Termiņš |
| --- | --- | --- |
| Tilta remonts | Ceļu nodaļa (plānošanas reģions, SIA „Ceļi”) | 2026 |
| Parka celiņi | Parku nodaļa (PN) | 2027 |
""").measures

    assert first.field("partner").text == "plānošanas reģions, SIA „Ceļi”"
    assert not second.field("partner")


@pytest.mark.parametrize(
    "rows",
    [
        "| 1. | Dati | Februāris | Nodaļas |\n| 2. | Ziņojums | Līdz 31. martam | Padome |",
        "| 1. | Dati | Katra gada 1. ceturksnis | Nodaļas |",
    ],
)
def test_what_comes_again_each_year_is_a_calendar(rows: str) -> None:
    head = "| Nr. | Darbība | Termiņš | Atbildīgais |\n| --- | --- | --- | --- |\n"

    assert plan(f"## Programmas ieviešana\n\n{head}{rows}\n").measures == ()


def test_months_of_a_year_are_a_term() -> None:
    head = "| Nr. | Darbība | Termiņš | Atbildīgais |\n| --- | --- | --- | --- |\n"
    row = "| 1. | Tilta remonts | 2026. gada marts | Ceļu nodaļa |\n"

    assert len(plan(f"## Rīcības plāns\n\n{head}{row}").measures) == 1


def test_names_in_the_column_of_places_are_known_everywhere() -> None:
    places = plan("""## Situācija

Vasarā uz Liepkalni brauc viesi, bet Pilsēta aug. Pie Liepkalnu ezera ir pilsēta.

## Rīcības plāns

| Pasākums | Atbildīgais | Termiņš | Vieta |
| --- | --- | --- | --- |
| Tilta remonts | Ceļu nodaļa | 2026 | Liepkalni |
| Parka celiņi | Parku nodaļa | 2027 | Pilsēta |
""").places

    assert places.find("Jauns laukums Liepkalnos") == ("Liepkalnos",)
    assert places.find("Jauna Pilsētas diena") == ()


@pytest.mark.parametrize(
    "line",
    [
        "{name}, skaits: {base} (2022. gads), mērķis {target} (2030. gads); datu avots: CSP",
        "{name} (skaits) – {base} (2022.) → {target} (2030.). Avots: CSP; reizi gadā",
        "{name}, skaits – no {base} 2022. gadā līdz {target} 2030. gadā. Datu avots: CSP",
    ],
)
def test_lines_tell_indicators_in_several_ways(line: str) -> None:
    lines = "\n".join(
        f"- {line.format(name=name, base=base, target=target)}"
        for name, base, target in (("Viesi", 300, 500), ("Ceļi", 4, 9), ("Darbi", 7, 8))
    )
    first, *_ = plan(f"## Uzraudzība\n\n{lines}\n").indicators

    assert (first.name.partition(",")[0].partition(" (")[0]) == "Viesi"
    assert first.unit.text == "skaits"
    assert (first.baseline.number, first.baseline_year) == (Decimal(300), 2022)
    assert (first.target.number, first.target_year) == (Decimal(500), 2030)
    assert first.data_source.text == "CSP"


def test_lines_of_past_years_are_no_indicators() -> None:
    lines = "\n".join(
        f"- {name} – 300 (2017) → 500 (2021)" for name in ("A a", "B b", "C c")
    )

    assert plan(f"## Situācija\n\n{lines}\n").indicators == ()


def test_labels_below_a_wide_cell_part_it_though_other_cells_are_not_merged() -> None:
    first, second = plan("""## Investīciju plāns

| Projekts | Izpildītājs | Summa | No kā maksā, EUR ||
| --- | --- | --- | --- | --- |
| | | | Ezerleju novads | Citi maksātāji |
| Tilta remonts | Ceļu nodaļa | 100 000 | 40 000 | 60 000 |
| Parka celiņi | Parku nodaļa | 30 000 | 30 000 | 0 |
""").projects

    assert (first.name, second.name) == ("Tilta remonts", "Parka celiņi")


def test_a_row_of_sums_below_a_wide_cell_is_one_of_the_body_where_it_has_a_name() -> (
    None
):
    projects = plan("""## Investīciju plāns

| Projekts | Izpildītājs | Summa | Finansējums, EUR ||
| --- | --- | --- | --- | --- |
| Tilta remonts | | | 40 000 | 60 000 |
| Parka celiņi | Parku nodaļa | 30 000 | 30 000 | 0 |
""").projects

    assert projects[0].name == "Tilta remonts"


def test_a_project_is_completed_by_the_measure_that_it_names_letter_by_letter() -> None:
    [first, second] = plan("""## Rīcības plāns

| Kods | Pasākums | Atbildīgais | Termiņš | Vieta |
| --- | --- | --- | --- | --- |
| B2-1 | Tiltu remonti | Ceļu nodaļa | 2026 | Lieknas pagasts |
| B2-2 | Parku celiņi | Parku nodaļa | 2027 | Ozolu pagasts |

## Investīciju plāns

| Nr. | Projekts | Darbība | Summa, EUR | Finansējuma avots |
| --- | --- | --- | --- | --- |
| P-1 | Lieknas tilts | B2-1 | 90 000 | ERAF |
| P-2 | Gājēju taka | B2-2 | 30 000 | Pašvaldības budžets |
""").projects

    assert first.field("territory").text == "Lieknas pagasts"
    assert second.field("territory").text == "Ozolu pagasts"
