"""What a table does not say itself: its heading, the columns beside, the other plan do."""

from plancheck.programme.columns import ColumnReader
from plancheck.programme.headers import read_header
from plancheck.programme.parts import PartReader
from plancheck.programme.vocabulary_files import load_vocabulary
from plancheck.testing import programme

SHEETS = """
# Alder City Strategy 2024–2030

## 4 Objectives

### SO1 Homes

### SO2 Getting about

## 5 Measure sheets

### SO2 Getting about

#### M2.1 Repair lab

A workshop for broken goods.

| Item | Content |
| --- | --- |
| Responsible | Trade Office |
| When | 2024–2027 |
| Where | Mill Quarter |
| For whom | Young people |
| Cost and source | EUR 2.4 m; ERDF, City |

#### M2.2 Night bus

| Responsible | Transport Office |
| --- | --- |
| When | 2025–2029 |
| Where | Whole city |
| For whom | Residents |
| Cost and source | EUR 0.5 m; City |
"""

MONEY = """

## 6 Financial plan

| Code | Measure | Operation | EU funds | Region/State | City | Total |
| --- | --- | --- | --- | --- | --- | --- |
| OP01 | M2.1 | Weighing house | 1,700 | 200 | 500 | 2,400 |
| OP02 | M2.2 | Four buses | 300 | 0 | 200 | 500 |
"""


def test_sheet_without_a_title_is_named_by_its_heading() -> None:
    first, second = programme(SHEETS).measures

    assert (first.code, first.name) == ("M2.1", "Repair lab")
    assert first.field("description").text == "A workshop for broken goods."
    assert (second.code, second.name) == ("M2.2", "Night bus")
    assert second.responsible.text == "Transport Office"
    assert "Night bus" in second.text
    assert "Transport Office" in second.text


def test_heading_without_a_code_names_no_sheet() -> None:
    plan = programme(SHEETS.replace("#### M2.1 Repair lab", "#### In short"))

    assert [measure.code for measure in plan.measures] == ["M2.2"]


def test_field_of_cost_and_source_tells_both() -> None:
    measure = programme(SHEETS).measures[0]

    assert measure.source.text == measure.amount.text == "EUR 2.4 m; ERDF, City"


def test_objective_is_no_sulphur_dioxide() -> None:
    plan = programme(SHEETS)

    objective = plan.levels.item("SO2 Getting about")
    assert objective is not None
    assert objective.level == "priority"
    assert plan.levels.item("SO2 emissions") is None
    assert all("SO2" in measure.parents for measure in plan.measures)


def test_figures_beside_a_share_are_shares_and_their_total_the_amount() -> None:
    project = programme(SHEETS + MONEY).projects[0]

    assert project.field("state share").number == 200
    assert project.field("municipal share").number == 500
    assert project.amount.number == 2400


def test_words_beside_a_share_are_no_share() -> None:
    table = MONEY.replace("500 | 2,400", "Upper Town | 2,400")
    table = table.replace("200 | 500 |", "Lower Town | 500 |")
    plan = programme(table)

    header = read_header(plan.documents[0].tables[0], ColumnReader(plan.vocabulary))
    assert header is not None
    assert "municipal share" not in header.concepts


def test_project_takes_who_and_when_from_the_measure_that_it_names() -> None:
    project = programme(SHEETS + MONEY).projects[0]

    assert project.name == "Weighing house"
    assert project.responsible.text == "Trade Office"
    assert project.term.text == "2024–2027"
    assert project.amount.number == 2400


def test_project_of_several_measures_is_completed_by_none_of_them() -> None:
    project = programme(SHEETS + MONEY.replace("M2.1 |", "M2.1, M2.2 |")).projects[0]

    assert not project.responsible


def test_number_of_a_heading_does_not_hide_its_first_word() -> None:
    reader = PartReader(load_vocabulary("en"))

    for heading in ("Objective tree", "4 Objective tree", "4.2. Objective tree"):
        assert reader.concept(heading) == ("strategic part", 1.0)


def test_office_for_the_strategy_is_not_its_strategic_part() -> None:
    assert PartReader(load_vocabulary("en")).concept("M5.1 Strategy Office") is None
