"""Programmes in plain language: questions as headings and columns, numbers for codes."""

import pytest

from plancheck.programme.columns import ColumnReader
from plancheck.programme.vocabulary_files import load_vocabulary
from plancheck.testing import programme

LATVIAN = """
# Upes novada attīstības programma 2025.–2031. gadam

## Kurp ejam

| Mūsu prioritāte | Kādas pārmaiņas vēlamies |
| --- | --- |
| Ceļi un sasniedzamība | Līdz pilsētai 35 minūtēs |

## Ko darīsim

| Nr. | Kas jādara | Kas dara | Līdz kuram gadam | Cik steidzami |
| --- | --- | --- | --- | --- |
| Vidēja termiņa prioritāte: Ceļi un sasniedzamība |||||
| 1. | Pārbūvēt grants ceļu | Ceļu daļa | 2027 | steidzami |
| 2. | Nomainīt caurtekas | Ceļu daļa | 2026 | var pagaidīt |
| 3. | Ieviest autobusu pēc izsaukuma | Transporta daļa | 2027 | steidzami |

## Par kādu naudu

| Nr. | Ko būvēsim | Kuram darbam kalpo | Cik maksās, EUR | No kurienes nauda, EUR ||
| ^^ | ^^ | ^^ | ^^ | Pašvaldība | Uzņēmēji |
| --- | --- | --- | --- | --- | --- |
| 1. | Jauns ceļš | 1 | 900 | 500 | 400 |
"""

CARDS = """
# Alder Town Plan 2024–2030

## What we will do

### Goal: Getting about

| Action | 1. A safe walk to school |
| --- | --- |
| What we will do | Widen the pavement on Mill Lane |
| Who leads | Highways Team |
| By when | 2026 |
| Who pays | Town budget |

### Goal: Having a say

| Action | 2. Your street, your budget |
| --- | --- |
| What we will do | Residents decide on a small budget by vote |
| Who leads | Community Team |
| By when | 2027 |
| Who pays | Town budget |
"""


@pytest.mark.parametrize(
    ("language", "label", "concept"),
    [
        ("lv", "Kas jādara", "measure"),
        ("lv", "Ko paveiksim", "measure"),
        ("lv", "Kas dara", "responsible"),
        ("lv", "Kas vada", "responsible"),
        ("lv", "Līdz kuram gadam", "term"),
        ("lv", "Kurā gadā", "term"),
        ("lv", "Cik maksā", "amount"),
        ("lv", "Kurā pagastā", "territory"),
        ("lv", "Kam no tā labums", "target group"),
        ("lv", "Ar ko kopā", "partner"),
        ("lv", "Kas būs iznācis", "result"),
        ("lv", "Ko mērām", "indicator"),
        ("lv", "Kā ir tagad", "baseline"),
        ("lv", "No kurienes ziņas", "data source"),
        ("lv", "No kurienes nauda", "source"),
        ("lv", "Atb. struktūrvienība", "responsible"),
        ("lv", "Vada (sadarbības partneri)", "responsible"),
        ("lv", "Īsteno / līdzdarbojas", "responsible"),
        ("lv", "Gatavs, kad", "result"),
        ("en", "What needs to be done", "measure"),
        ("en", "Who leads", "responsible"),
        ("en", "By when", "term"),
        ("en", "How much it costs", "amount"),
        ("en", "Who pays", "source"),
        ("en", "Who benefits", "target group"),
        ("en", "Where", "territory"),
        ("en", "Where the figure comes from", "data source"),
        ("en", "2023 (now)", "baseline"),
        ("en", "What could go wrong", "risk"),
        ("en", "Start–end", "term"),
    ],
)
def test_a_question_names_a_column(language: str, label: str, concept: str) -> None:
    assert ColumnReader(load_vocabulary(language)).concept(label) == concept


@pytest.mark.parametrize(
    ("language", "label"),
    [("lv", "Kur programmā"), ("lv", "Kur publicē"), ("en", "Where in the plan")],
)
def test_where_something_stands_is_no_territory(language: str, label: str) -> None:
    assert ColumnReader(load_vocabulary(language)).concept(label) != "territory"


def test_tables_headed_by_questions_are_plans() -> None:
    plan = programme(LATVIAN)

    assert plan.measures[0].name == "Pārbūvēt grants ceļu"
    assert plan.measures[0].responsible.text == "Ceļu daļa"
    assert plan.projects[0].field("private share").number == 400


def test_a_word_is_a_share_only_below_a_label_of_money() -> None:
    columns = ColumnReader(load_vocabulary("en"))

    assert columns.joined("Town", ("Who pays",)) == "municipal share"
    assert columns.joined("Town", ("People",)) != "municipal share"


def test_measures_are_named_by_plain_numbers() -> None:
    plan = programme(LATVIAN)

    assert plan.codes_in("Vispirms 1. un 3. darbs, 30. aprīlī") == ("1", "3")
    assert plan.codes_in("Ceļi ir 2. vietā") == ()


def test_plain_numbers_are_listed_only_where_nothing_else_is() -> None:
    plan = programme(LATVIAN)

    assert tuple(plan.numbered.listed_in("1.–3.")) == ("1", "3", "2")
    assert tuple(plan.numbered.listed_in("2 km")) == ()


def test_priorities_without_codes_are_known_by_name() -> None:
    names = {(each.level, each.name) for each in programme(LATVIAN).uncoded_objectives}

    assert ("priority", "Ceļi un sasniedzamība") in names


def test_a_card_belongs_to_the_goal_that_it_stands_under() -> None:
    measures = programme(CARDS).measures

    assert [row.parents for row in measures] == [("Getting about",), ("Having a say",)]


def test_what_a_card_tells_beside_its_title_describes_it() -> None:
    description = programme(CARDS).measures[1].field("description")

    assert description.text == "Residents decide on a small budget by vote"


def test_what_is_done_about_a_risk_is_no_measure() -> None:
    plan = programme(
        "| What could go wrong | How likely | What we will do |\n"
        "| --- | --- | --- |\n"
        "| Prices rise | Likely | Keep a reserve |\n"
    )

    [table] = plan.tables
    assert table.roles == ("implementation risk",)
    assert table.label("mitigation") == "What we will do"


def test_a_measure_that_begins_with_together_is_no_total() -> None:
    text = LATVIAN.replace("Nomainīt caurtekas", "Kopā ar Vārpas novadu labot tiltu")

    assert len(programme(text).measures) == 3


def test_columns_that_say_what_was_and_what_will_be_are_those_of_indicators() -> None:
    plan = programme(
        """
# Upes novada attīstības programma 2025.–2031. gadam

## Kā mērām

| Ko mēram | Bija (gads) | Būs 2028. gadā | Būs 2031. gadā | Kur ņemam datus |
| --- | --- | --- | --- | --- |
| Skolēnu skaits | 982 (2023) | 950 | 900 | VIIS |
| Ceļi labā stāvoklī, % | 31 (2024) | 40 | 55 | Ceļu daļa |
"""
    )

    assert [each.baseline.number for each in plan.indicators] == [982, 31]
    assert [each.target.number for each in plan.indicators] == [900, 55]
    assert plan.indicators[1].data_source.text == "Ceļu daļa"


def test_who_does_it_first_and_with_whom_is_a_column_of_the_responsible() -> None:
    columns = ColumnReader(load_vocabulary("lv"))

    assert columns.concept("Kas dara (vadošais, iesaistītie)") == "responsible"
    assert columns.concept("Iesaistītie") == "partner"
    assert columns.concept("Teritoriālais tvērums") == "territory"
