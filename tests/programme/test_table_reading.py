"""Plan tables are read as their authors meant them."""

from decimal import Decimal

import pytest

from plancheck.programme.columns import ColumnReader
from plancheck.programme.programme import Programme
from plancheck.programme.vocabulary_files import load_vocabulary
from plancheck.testing import programme
from tests.programme.plan import PLAN


@pytest.fixture(scope="module")
def plan() -> Programme:
    return programme(PLAN)


def only_action(body: str) -> Programme:
    return programme("# Rīcības plāns\n\n" + body)


def test_each_table_has_its_role(plan: Programme) -> None:
    assert [table.roles for table in plan.tables] == [
        ("action",),
        ("investment",),
        ("indicator",),
    ]


def test_banner_rows_are_parents_and_no_measures(plan: Programme) -> None:
    assert [measure.code for measure in plan.measures] == ["P1.1.1.1", "P1.1.1.2"]
    assert plan.measures[0].parents == ("VTP1", "RV1.1", "U1.1.1")


def test_merged_cell_counts_for_each_row_it_covers(plan: Programme) -> None:
    second = plan.measures[1].responsible

    assert second.text == "AN"
    assert second.is_inherited


def test_two_header_rows_are_joined_and_the_leaf_decides(plan: Programme) -> None:
    [table] = plan.tables_of("investment")

    assert (
        table.columns["municipal share"] == "Finanšu instrumenti / Pašvaldības budžets"
    )
    assert plan.projects[0].shares[0].number == Decimal(20000)


def test_totals_are_kept_apart_from_projects(plan: Programme) -> None:
    [table] = plan.tables_of("investment")

    assert [project.name for project in plan.projects] == [
        "Skolas ielas pārbūve",
        "Tilta atjaunošana",
    ]
    assert len(table.totals) == 2


def test_years_in_the_second_header_row_are_those_of_the_values(
    plan: Programme,
) -> None:
    indicator = plan.indicators[0]

    assert (indicator.baseline.number, indicator.baseline_year) == (Decimal(14), 2021)
    assert (indicator.target.number, indicator.target_year) == (Decimal(7), 2027)


def test_field_knows_its_row_in_the_table(plan: Programme) -> None:
    location = plan.measures[1].term.location

    assert str(location) == "3. Rīcības plāns, table 1, row 6"


def test_table_goes_on_after_a_page_break_with_its_header_repeated() -> None:
    plan = only_action("""
| Pasākums | Atbildīgais | Termiņš |
| --- | --- | --- |
| Viens | AN | 2023 |

Lejasupes novada attīstības programma

| Pasākumi | Atbildīgais | Termiņš |
| --- | --- | --- |
| Divi | ĪN | 2024 |
""")

    [table] = plan.tables
    assert [row.name for row in table.rows] == ["Viens", "Divi"]
    assert len(table.fragments) == 2


ROADS = """
| Nr. | Pasākums | Atbildīgais | Finansējums |
| --- | --- | --- | --- |
| C-1 | Salabot Upes ielas segumu | Ceļu daļa | valsts budžets |
"""
HEADER_OF_ROADS = """
| Nr. | Pasākums | Atbildīgais | Finansējums |
| --- | --- | --- | --- |
"""
MORE_ROADS = """
Turpinājums

| C-2 | Izbūvēt ietvi gar parku | Pagasts | ES fondi, valsts budžets |
| C-3 | Pārbūvēt tiltu | Ceļu daļa | pašvaldības budžets |
"""


@pytest.mark.parametrize(
    ("above", "codes"),
    [(ROADS, ["C1", "C2", "C3"]), (HEADER_OF_ROADS, ["C2", "C3"])],
    ids=["with rows", "a header alone"],
)
def test_a_table_goes_on_in_one_whose_first_row_reads_like_a_header(
    above: str, codes: list[str]
) -> None:
    plan = only_action(above + MORE_ROADS)

    [table] = plan.tables
    assert [measure.code for measure in plan.measures] == codes
    assert table.columns["source"] == "Finansējums"


def test_a_table_with_labels_of_its_own_is_another_one() -> None:
    plan = only_action(f"""{ROADS}
Izmaksas

| Nr. | Projekts | Termiņš | Summa, EUR |
| C-2 | Izbūvēt ietvi gar parku | 2025 | 40 000 |
""")

    assert [measure.code for measure in plan.measures] == ["C1"]


def test_repeated_header_inside_the_body_is_no_measure() -> None:
    plan = only_action("""
| Pasākums | Atbildīgais | Termiņš |
| --- | --- | --- |
| Viens | AN | 2023 |
| Pasākums | Atbildīgais | Termiņš |
| Divi | ĪN | 2024 |
""")

    assert [measure.name for measure in plan.measures] == ["Viens", "Divi"]


def test_row_of_column_numbers_is_no_measure() -> None:
    plan = only_action("""
| Pasākums | Atbildīgais | Termiņš |
| --- | --- | --- |
| 1 | 2 | 3 |
| Viens | AN | 2023 |
""")

    assert [measure.name for measure in plan.measures] == ["Viens"]


def test_group_cells_left_empty_by_machine_reading_are_filled_down() -> None:
    plan = programme("""
# Uzraudzība

| Pasākums | Indikatora nosaukums | Bāzes vērtība | Mērķa vērtība | Atbildīgais |
| --- | --- | --- | --- | --- |
| Siltināšana | Ēku skaits | 3 | 9 | AN |
|  | Patēriņš, MWh | 40 |  |  |
""")

    second = plan.indicators[1]
    assert second.responsible.text == "AN"
    assert second.responsible.is_inherited
    assert second.target.is_empty


def test_empty_cell_beside_a_group_of_its_own_stays_empty() -> None:
    plan = only_action("""
| Uzdevums | Pasākums | Atbildīgais | Termiņš |
| --- | --- | --- | --- |
| U1 | Viens | AN | 2023 |
| U2 | Divi |  | 2024 |
""")

    assert plan.measures[1].responsible.is_empty


def test_row_with_only_a_name_is_a_measure_with_nothing_filled_in() -> None:
    plan = only_action("""
| Pasākums | Atbildīgais | Termiņš | Rezultāts |
| --- | --- | --- | --- |
| Atjaunot estrādi |  |  |  |
| Divi | AN | 2024 | 1 |
""")

    assert [measure.name for measure in plan.measures] == ["Atjaunot estrādi", "Divi"]


def test_unmerged_banner_is_known_by_its_code() -> None:
    plan = only_action("""
| Pasākums | Atbildīgais | Termiņš | Rezultāts |
| --- | --- | --- | --- |
| RV1.1. Droši ceļi |  |  |  |
| Divi | AN | 2024 | 1 |
""")

    assert [measure.parents for measure in plan.measures] == [("RV1.1",)]


def test_row_with_a_code_and_a_name_is_a_parent_when_codes_count_on_below_it() -> None:
    plan = programme("""
# Rezultāti

| Nr. | Rādītājs | Vērtība 2024. gadā | Vērtība 2030. gadā |
| --- | --- | --- | --- |
| PR1 | Uzlabojies vērtējums |  |  |
| RR1.1. | Vieta reitingā | 49 | 30 |
| RR1.2. | Punkti | 60 | 75 |
""")

    assert [indicator.code for indicator in plan.indicators] == ["RR1.1", "RR1.2"]
    assert plan.indicators[0].parents == ("PR1",)


def test_columns_in_another_order_are_read_the_same() -> None:
    plan = only_action("""
| Termiņš | Atbildīgais | Pasākums |
| --- | --- | --- |
| 2023 | AN | Viens |
""")

    [measure] = plan.measures
    assert (measure.name, measure.responsible.text, measure.term.text) == (
        "Viens",
        "AN",
        "2023",
    )


def test_table_with_money_and_duty_serves_as_both_plans_where_there_is_only_one() -> (
    None
):
    plan = only_action("""
| Pasākums | Atbildīgais | Indikatīvā summa, tūkst. EUR |
| --- | --- | --- |
| Viens | AN | 12,5 |
""")

    assert len(plan.measures) == len(plan.projects) == 1
    assert plan.projects[0].amount.number == Decimal(12500)


def test_statistics_of_past_years_plan_nothing() -> None:
    plan = programme("""
# Lejasupes novada attīstības programma 2022.–2027. gadam

# 1. Pašreizējā situācija

| Rādītājs | 2018 | 2019 | 2020 |
| --- | --- | --- | --- |
| Iedzīvotāji | 10 | 9 | 8 |
""")

    assert plan.tables == ()


def test_years_alone_are_base_and_target_when_the_last_lies_in_the_period() -> None:
    plan = programme("""
# Lejasupes novada attīstības programma 2022.–2027. gadam

# 5. Uzraudzība

| Rādītājs | 2021 | 2027 |
| --- | --- | --- |
| Iedzīvotāji | 10 | 12 |
""")

    [indicator] = plan.indicators
    assert (indicator.baseline_year, indicator.target_year) == (2021, 2027)


def test_fact_sheet_is_one_record_with_its_field_names_in_the_first_column() -> None:
    plan = programme("""
# Indikatori

| Indikatora nosaukums | Jauno siltumtīklu garums |
| --- | --- |
| Indikatora nr. | #16 |
| Mērvienība | m |
| Paredzētais datu avots | SIA “Siltums” |
| Ieteicamais apkopošanas intervāls | Reizi gadā |
| Atbildīgais | Uzraudzības grupa |
| Indikatora nosaukums | Patērētāju skaits |
| Indikatora nr. | #17 |
| Mērvienība | skaits |
| Atbildīgais | Uzraudzības grupa |
""")

    assert [indicator.name for indicator in plan.indicators] == [
        "Jauno siltumtīklu garums",
        "Patērētāju skaits",
    ]
    assert plan.indicators[0].frequency.text == "Reizi gadā"
    assert plan.indicators[1].code == "#17"


@pytest.mark.parametrize(
    ("label", "concept"),
    [
        ("Atbildīgā, līdzatbildīgā institūcija", "responsible"),
        ("Līdzatbildīgās institūcijas", "partner"),
        ("Vērtība nākamajos gados", "value in year"),
        ("Bāzes gads (2020)", "baseline year"),
        ("Mērķteritorija", "territory"),
        ("Mērķa grupa", "target group"),
        ("Indikatīvā summa, tūkst. EUR", "amount"),
        ("Datu avots", "data source"),
        ("Finansējuma avots", "source"),
        ("Citi finansējuma avoti", "other share"),
        ("Vidēja termiņa prioritāte", "priority"),
        ("Rīcības virziens", "direction"),
    ],
)
def test_label_tells_what_its_column_is_about(label: str, concept: str) -> None:
    assert ColumnReader(load_vocabulary("lv")).concept(label) == concept


SHEET = """
## 4.1. Ielu apgaismojums

| Pamatinformācija | |
| --- | --- |
| Nosaukums | Ielu apgaismojums |
| Pasākuma īss apraksts | Gaismekļus nomaina pakāpeniski. |

Apraksts turpinās rindkopā, kas ir garāka nekā dažas rindas, jo drukātājs to ir izņēmis
no tabulas un tajā ir vairāk nekā divdesmit pieci vārdi, tātad tabulas nav blakus.

| Atbildīgās institūcijas par ieviešanu | Komunālā pārvalde |
| --- | --- |
| Ieviešanas periods | 2024.-2026. gads |
| Izmaksas | 425 000 EUR |

Finansējuma avots | Pašvaldības budžets

| Indikatori uzraudzībai | Nomainītie gaismekļi |
| --- | --- |
| Mērķa grupas | Visi iedzīvotāji |
"""


def test_fact_sheet_goes_on_after_text_until_the_next_heading() -> None:
    other = SHEET.replace("Ielu apgaismojums", "Ielu tīrīšana").replace("4.1", "4.2")
    [first, second] = only_action(SHEET + other).measures

    assert first.name == "Ielu apgaismojums"
    assert first.responsible.text == "Komunālā pārvalde"
    assert first.amount.text == "425 000 EUR"
    assert first.source.text == "Pašvaldības budžets"
    assert second.name == "Ielu tīrīšana"


def test_field_names_in_the_second_column_are_read_beside_headings() -> None:
    [measure] = programme(
        """\
# Action plan

| Outline of actions | Action name | T-1 New tram line |
| --- | --- | --- |
| | Action description | Ten kilometres of track. |
| Implementation | Responsible body | Tram company |
| Impact and cost | Renewable energy | none |
| | Total cost | EUR 10 000 |
"""
    ).measures

    assert measure.responsible.text == "Tram company"
    assert measure.amount.text == "EUR 10 000"


def test_list_of_tables_is_no_fact_sheet() -> None:
    plan = programme(
        """\
# List of tables

| Table 1 | Indicator | 15 |
| --- | --- | --- |
| Table 2 | Targets by 2030 | 17 |
| Table 3 | Measures | 19 |
| Table 4 | Stakeholders | 21 |
"""
    )

    assert not plan.tables


def test_row_that_only_refers_to_another_is_no_item() -> None:
    [measure] = only_action(
        """
| Nr. | Pasākums | Atbildīgais | Termiņš |
| --- | --- | --- | --- |
| 1. | Ielu apgaismojums | Komunālā pārvalde | 2025 |
| | • Skatīt pasākumu 1. | | |
"""
    ).measures

    assert measure.name == "Ielu apgaismojums"


def test_what_a_page_break_cut_off_a_row_is_no_row() -> None:
    names = [
        measure.name
        for measure in only_action(
            """
| Pasākums | Atbildīgais | Termiņš |
| --- | --- | --- |
| Ielu apgaismojums | Komunālā pārvalde | 2025 |
| Parku kopšana un | Komunālā | 2025 |
| labiekārtošana | pārvalde | |
| Tiltu remonts | Ceļu nodaļa | 2026 |
| Skolu atjaunošana | Izglītības nodaļa | 2026 |
"""
        ).measures
    ]

    assert names == [
        "Ielu apgaismojums",
        "Parku kopšana un",
        "Tiltu remonts",
        "Skolu atjaunošana",
    ]


def test_tables_of_a_role_are_one_with_all_their_columns() -> None:
    plan = only_action(SHEET + SHEET.replace("Ielu", "Parku").replace("4.1", "4.2"))
    table = plan.table_of("action")

    assert table is not None
    assert len(table.rows) == 2
    assert table.has("responsible")
    assert table.covered("amount") == 1
    assert table.filled("source") == 1


@pytest.mark.parametrize(
    "header",
    [
        "Risk factor | Probability | Impact | Mitigation",
        "Risk | Likelihood | Mitigation measures | Responsible",
        "Risks | Iespējamība | Ietekme | Riska mazināšanas pasākumi",
        "Īstenošanas riski | Varbūtība | Risku novēršanas pasākumi | Atbildīgais",
    ],
)
def test_table_of_risks_to_the_implementation_has_a_role(header: str) -> None:
    is_latvian = "Risk" not in header or "Riska" in header
    title = "# Risku vadība" if is_latvian else "# Managing the risks"
    plan = programme(
        f"{title}\n\n| {header} |\n|---|---|---|---|\n| A b | x | y | z |\n"
    )

    [table] = plan.tables_of("implementation risk")
    assert [row.name for row in table.rows] == ["A b"]


def test_table_of_climate_hazards_is_none_of_risks_to_the_implementation() -> None:
    plan = programme(
        """
# Climate

| Climate hazard | Probability | Impact |
| --- | --- | --- |
| Flood | High | High |
"""
    )

    assert [table.role for table in plan.tables] == ["risk"]


def test_a_comparison_of_indicators_is_no_fact_sheet() -> None:
    compared = programme(
        """\
# Lejasupes novada attīstības programma 2022.–2027. gadam

## 1.16. Novads un reģions

| Rādītājs | Lejasupes novads | Vidzemes reģions | Līdzīgi novadi |
| --- | --- | --- | --- |
| Iedzīvotāji virs darbspējas vecuma, % | 25,1 | 24,6 | 25,4 |
| Ekonomiski aktīvās vienības | 69 | 78 | 71 |
| Bezdarbs, % | 7,9 | 6,4 | 7,7 |
| Teritorijas attīstības indekss | –0,41 | –0,22 | –0,46 |
"""
    )

    assert not compared.indicators


def test_row_of_sentences_is_no_header() -> None:
    plan = programme(
        """
# Impact pathways

| #2 | Investment projects | State funds | Private funds attract more investments. |
| --- | --- | --- | --- |
| #3 | Local strategies | Laws | Better regulations are in place everywhere. |
"""
    )

    assert not plan.tables


def test_sheet_in_phases_has_a_term_and_a_banner_of_sectors_no_private_share() -> None:
    [measure] = programme(
        """
# Action plan

| Action | Plant shade trees along the quay |
| --- | --- |
| Short term sub-actions | Choose the trees |
| Long term sub-actions | Water them |
| PRIVATE SECTOR/ TRADE; CRAFTS | |
| Budget | 40 000 |
| Responsibility | Parks office |
"""
    ).measures

    assert measure.term
    assert not measure.has_column("private share")


def test_rest_of_a_cell_at_the_head_of_a_page_is_no_row() -> None:
    plan = programme(
        """
# Investment plan

| Field | Measures | Costs, EUR |
| --- | --- | --- |
| Heat | New boiler | 10 000 |

| | Pipes of the boiler and of the school | |
| --- | --- | --- |
| Water | New well | 20 000 |
"""
    )

    assert [project.name for project in plan.projects] == ["New boiler", "New well"]


def test_fact_sheet_belongs_to_the_field_of_action_that_it_names() -> None:
    [measure] = programme(
        """
# Action plan

| Action name | New tram line |
| --- | --- |
| Field of action | Mobility |
| Responsible body | Tram company |
| Total cost | EUR 10 000 |
"""
    ).measures

    assert measure.parents == ("Mobility",)


def test_measures_with_outputs_are_an_action_table_though_nobody_answers_for_them() -> (
    None
):
    measures = (
        "Map the risk level of floods and landslides for each of the old villages",
        "Sign partnerships of the insurers, the responsible ministries and the owners",
        "Collect data on the location of springs to guide decisions on drinking water",
    )
    rows = "".join(
        f"| {number} | {measure} | Maps drawn | Facilitation |\n"
        for number, measure in enumerate(measures, start=7)
    )
    text = (
        "# Adaptation plan of Alderton 2024–2034\n\n"
        "| Adaptation measures || Indicative outputs | Alignment with the policy |\n"
        f"|---|---|---|---|\n{rows}"
    )

    [table] = programme(text, language="en").tables

    assert table.roles == ("action",)
    assert [row.code for row in table.rows] == ["7", "8", "9"]
    assert table.rows[0].name.startswith("Map the risk level")


@pytest.mark.parametrize("when", ["Mēnesis", "Ceturksnis"])
def test_a_calendar_of_monitoring_plans_no_measures(when: str) -> None:
    plan = programme(f"""
# Lejasupes novada attīstības programma 2022.–2027. gadam

# 6. Uzraudzības kārtība

| {when} | Darbs | Kas dara |
| --- | --- | --- |
| Februāris | Rādītāju vērtības un paskaidrojumi | struktūrvienības |
| Marts | Ikgadējais uzraudzības ziņojums | Attīstības nodaļa |
""")

    assert plan.tables == ()


MONITORED = """
# Lejasupes novada attīstības programma 2022.–2027. gadam

# 6. Uzraudzības kārtība

| Pasākums | Atbildīgais | Termiņš |
| --- | --- | --- |
| Uzraudzības ziņojums | Attīstības nodaļa | Katra gada 1. marts |
| Vidusposma izvērtējums | Attīstības nodaļa | 2025 |
"""


def test_who_monitors_what_by_when_plans_no_measures() -> None:
    elsewhere = MONITORED.replace("6. Uzraudzības kārtība", "5. Darbi")

    assert programme(MONITORED).tables == ()
    assert programme(elsewhere).measures


@pytest.mark.parametrize(
    ("said", "instead"),
    [("Uzraudzības ziņojums", "U1.1.1. Ceļi"), ("| Termiņš", "| Finansējuma avots")],
)
def test_below_monitoring_a_code_or_money_still_makes_a_table_of_measures(
    said: str, instead: str
) -> None:
    assert programme(MONITORED.replace(said, instead)).measures
