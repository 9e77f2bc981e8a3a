"""Whether an indicator counts work done, what it changed, or what became of the place."""

import pytest

from plancheck.sdk import IndicatorLevel
from plancheck.testing import programme


def level_of(
    name: str, unit: str = "skaits", language: str = "lv"
) -> IndicatorLevel | None:
    """The level that an indicator is read with that stands alone in a table."""
    head = (
        "| Rādītājs | Mērvienība | Bāzes vērtība | Mērķa vērtība |"
        if language == "lv"
        else "| Indicator | Unit | Baseline value | Target value |"
    )
    table = f"# Programma\n\n{head}\n|---|---|---|---|\n| {name} | {unit} | 1 | 2 |\n"
    [indicator] = programme(table, language=language).indicators
    return indicator.level


@pytest.mark.parametrize(
    ("name", "unit"),
    [
        ("Izbūvēti veloceliņi", "km"),
        ("Atjaunoto ēku skaits", "skaits"),
        ("Organizētie semināri uzņēmējiem", "skaits"),
        ("Jauno izbūvēto siltumtīklu garums", "m"),
    ],
)
def test_work_done_is_an_output(name: str, unit: str) -> None:
    assert level_of(name, unit) is IndicatorLevel.OUTPUT


@pytest.mark.parametrize(
    ("name", "unit"),
    [
        ("Muzeja apmeklētāju skaits", "skaits"),
        ("Atjaunoto ēku īpatsvars", "%"),
        ("Siltumenerģijas patēriņš atjaunotajās ēkās", "kWh/m²"),
        ("Gaidīšanas laiks pie ģimenes ārsta", "dienas"),
        ("Ar autobusu apmierināti seniori", "%"),
        ("Informēto iedzīvotāju skaits", "skaits"),
    ],
)
def test_what_changed_for_people_is_a_result(name: str, unit: str) -> None:
    assert level_of(name, unit) is IndicatorLevel.RESULT


@pytest.mark.parametrize(
    "name", ["Iedzīvotāju skaits", "Reģistrētā bezdarba līmenis", "SEG emisijas"]
)
def test_what_became_of_the_place_is_an_impact(name: str) -> None:
    assert level_of(name) is IndicatorLevel.IMPACT


def test_a_name_that_tells_nothing_has_no_level() -> None:
    assert level_of("Iedzīvotāju padomes") is None


def test_spaces_within_words_hide_no_level() -> None:
    name = "ledzīvotāju apmie rinātī ba ar autobusu"

    assert level_of(name, "skaits") is IndicatorLevel.RESULT


def test_english_names_are_told_apart_too() -> None:
    assert level_of("Cycle paths built", "km", "en") is IndicatorLevel.OUTPUT
    assert level_of("Residents content with roads", "%", "en") is IndicatorLevel.RESULT
    assert level_of("Population on 1 January", "people", "en") is IndicatorLevel.IMPACT


def test_the_level_that_the_table_states_decides() -> None:
    table = """\
# Programma

| Rādītājs | Mērvienība | Mērķa vērtība | Līmenis |
| --- | --- | --- | --- |
| Iedzīvotāju apmierinātība | % | 60 | iznākuma |
| Izbūvēti ceļi | km | 5 | rezultāta |
| Padomes | skaits | 5 | mērķa |
"""

    found = programme(table).indicators

    assert [each.level for each in found] == ["output", "result", "impact"]
