"""Indicators that a programme tells line by line, without a table."""

from plancheck.programme.programme import Programme
from plancheck.testing import programme

TITLE = "# Pakalnu novada attīstības programma 2022.–2028. gadam\n\n## Rādītāji\n\n"
LINES = """- A-r1. Saldo, cilvēki gadā: bāzes vērtība –94 (2022), mērķis 0 (2028). Avots CSP.
- A-r2. Rinda, personas: bāzes vērtība 41 (2022), mērķis 5 (2028). Avots Dienests; reizi gadā.
- B-r1. Siltums, kWh/m²: bāzes vērtība 188 (2021), mērķis 140 (2028). Avots uzskaite, ik mēnesi.
"""


def plan(markdown: str) -> Programme:
    return programme(TITLE + markdown)


def test_lines_with_baseline_and_target_are_indicators() -> None:
    saldo, queue, heat = plan(LINES).indicators

    assert (saldo.name, saldo.unit.text) == (
        "Saldo, cilvēki gadā",
        "cilvēki gadā",
    )
    assert queue.baseline.number == 41
    assert queue.baseline_year == 2022
    assert heat.target.number == 140
    assert heat.target_year == 2028
    assert (queue.data_source.text, queue.frequency.text) == ("Dienests", "reizi gadā")


def test_such_a_line_is_quoted_as_printed_and_has_no_row() -> None:
    saldo, *_ = plan(LINES).indicators

    assert saldo.quote.text.endswith("mērķis 0 (2028). Avots CSP.")
    assert str(saldo.quote.location) == "Rādītāji"


def test_two_such_lines_are_examples_in_a_text() -> None:
    assert plan(LINES.rpartition("- B-r1")[0]).indicators == ()


def test_lines_without_a_target_are_no_indicators() -> None:
    assert plan(LINES.replace("mērķis", "pērn")).indicators == ()


def test_a_table_of_indicators_leaves_lines_to_be_text() -> None:
    table = """
| Rādītājs | Mērvienība | Bāzes vērtība (2022) | Mērķa vērtība (2028) | Datu avots |
| --- | --- | --- | --- | --- |
| Iedzīvotāju skaits | cilvēki | 900 | 950 | CSP |
"""
    [only] = plan(LINES + table).indicators

    assert only.name == "Iedzīvotāju skaits"
