"""Document structure: the current situation with its development over time."""

import pytest

from plancheck.rules.situation import situation
from plancheck.sdk import Unsure
from plancheck.testing import programme
from tests.rules.complete import COMPLETE

TREND = "Tendence ir lēna, bet noturīga: katru gadu iedzīvotāju ir par simtu mazāk."
FORECAST = """Prognoze
rāda 7800 iedzīvotājus 2027. gadā."""
TITLE = "# Lejasupes novada attīstības programma 2022.–2027. gadam\n\n"
LONG = "Novadā ir skolas, ceļi un bibliotēkas. " * 300


def test_words_and_tables_are_added_up() -> None:
    text = COMPLETE.replace("4. attēls. Siltuma", "Par siltuma")

    verdict = situation(programme(text))

    assert verdict.score == 2
    assert situation(programme(text), words=1000).score == 4


def test_a_missing_forecast_is_said_where_the_figures_show_the_development() -> None:
    verdict = situation(programme(COMPLETE.replace(FORECAST, "")))

    assert verdict.score == 3
    [finding] = verdict.findings
    assert finding.text.endswith("states no forecast.")


def test_a_trend_and_a_forecast_in_words_are_enough_without_series() -> None:
    text = f"{TITLE}## Esošās situācijas analīze\n\n{LONG}\n\n{TREND}\n\n{FORECAST}\n"

    assert situation(programme(text)).score == 3


def test_a_heading_about_trends_states_none() -> None:
    text = f"{TITLE}## Esošā situācija\n\n### Tendences un prognozes\n\n{LONG}\n"

    verdict = situation(programme(text))

    assert verdict.score == 1
    assert len(verdict.findings) == 1


def test_a_denied_or_promised_forecast_is_none() -> None:
    denied = "Iedzīvotāju skaita prognoze nav pieejama."
    promised = "Prognozes tiks izstrādātas vēlāk."
    text = COMPLETE.replace(FORECAST, f"{denied} {promised}")

    assert situation(programme(text)).score == 3


def test_weather_forecasts_do_not_count() -> None:
    weather = "Laika prognozes iedzīvotāji saņem lietotnē."

    assert situation(programme(COMPLETE.replace(FORECAST, weather))).score == 3


def test_years_in_the_numbers_of_acts_are_no_series() -> None:
    acts = "Regulas (ES) 2018/842, 2018/1999 un 2021/1119 nosaka 40, 55 un 100 %."
    text = f"{TITLE}## Esošā situācija\n\n{LONG}\n\n{(acts + ' ') * 3}\n"

    assert "years: 0." in str(situation(programme(text)).message)


def test_a_sentence_with_a_figure_for_each_year_shows_a_development() -> None:
    told = "Bezdarbs 2019. gadā bija 6,9 %, 2020. gadā 7,5 % un 2021. gadā 7,2 %."
    text = f"{TITLE}## Esošā situācija\n\n{LONG}\n\n{told}\n"

    assert "years: 1." in str(situation(programme(text)).message)


def test_no_such_section_is_an_absence_in_the_supplied_files() -> None:
    verdict = situation(programme(f"{TITLE}## Rīcības plāns\n\nDarbi.\n"))

    assert verdict.score == 0
    assert verdict.absence is not None


def test_history_is_part_of_the_picture() -> None:
    text = (
        "# Development Programme of Lowerbrook Municipality 2022–2027\n\n"
        "## Existing conditions\n\nThe town has a mill.\n\n"
        "## History\n\n" + "The town grew around its mill. " * 20
    )

    verdict = situation(programme(text, language="en"))

    assert "Words on the current situation: 125;" in str(verdict.message)


def test_a_history_alone_is_no_picture_that_could_be_judged() -> None:
    text = (
        "# Sustainability work plan of Lowerbrook\n\n"
        "## History\n\n" + "The town grew around its mill. " * 20
    )

    with pytest.raises(Unsure, match="Only “History” was recognised"):
        situation(programme(text, language="en"))


def test_the_climate_part_is_the_situation_of_a_plan_for_adapting() -> None:
    told = "Floods have doubled since 2010 and are expected to grow. "
    text = (
        "# Climate adaptation plan of Lowerbrook 2024–2034\n\n"
        "## Population\n\nThe town has 4,000 people.\n\n"
        "## Climate change in Lowerbrook\n\n" + told * 160
    )

    verdict = situation(programme(text, language="en"))

    assert "Words on the current situation: 1605;" in str(verdict.message)


def test_a_figure_elsewhere_shows_the_forecast() -> None:
    figure = "Figure 11. Projected number of pupils in 2035"
    text = f"""\
# Development Programme of Lowerbrook Municipality 2022–2027

## Current situation

The number of pupils has fallen by a tenth since 2015.

## Pathways

{figure}
"""

    said = " ".join(
        each.text for each in situation(programme(text, language="en")).findings
    )

    assert "states no forecast" not in said


def test_a_short_picture_that_points_to_a_volume_of_its_own_leaves_it_open() -> None:
    text = (
        f"{TITLE}## Esošās situācijas analīze\n\nNovadā ir septiņi pagasti. {{}}\n\n"
        "## Rīcības plāns\n\nTeksts.\n"
    )
    pointer = "Pilnā situācijas analīze ir atsevišķā sējumā."

    with pytest.raises(Unsure, match="stands in a volume that was not among the files"):
        situation(programme(text.format(pointer)))
    assert not situation(programme(text.format("Ceļi ir šauri."))).passes


@pytest.mark.parametrize("title", ["Novads šodien", "Mūsu pilsēta tagad", "Kur esam"])
def test_plain_words_for_today_head_the_situation(title: str) -> None:
    text = f"# Ezerleju novada attīstības programma 2024.–2030. gadam\n\n## {title}\n\nTeksts.\n"

    assert programme(text).part("current situation")
