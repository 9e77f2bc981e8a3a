"""Which sector plans of its own a programme names, in what state and for which tasks."""

from plancheck.rules.sector_plans import sector_plans
from plancheck.testing import programme
from tests.rules.complete import COMPLETE

HEAD = "# Lejasupes novada attīstības programma 2022.–2027. gadam\n\n"
START, END = COMPLETE.index("Nozaru plāni:"), COMPLETE.index("| Risks | Varb")
PLANS = COMPLETE[START:END]


def test_plans_with_state_and_task_are_complete() -> None:
    verdict = sector_plans(programme(HEAD + PLANS))

    assert verdict.score == 4
    assert verdict.message.text() == (
        "Own sector plans: 3 (enerģētika un klimats, civilā aizsardzība, "
        "izglītība); with their state 3, tied to a task or project 3."
    )


def test_plans_with_their_state_alone_are_good() -> None:
    text = PLANS
    for code in ("2.1.1.", "1.1.1.", "1.1.2."):
        text = text.replace(f", pasākums {code}", "")

    assert sector_plans(programme(HEAD + text)).score == 3


def test_plans_by_name_alone_are_partial() -> None:
    verdict = sector_plans(
        programme(
            HEAD + "Ir tūrisma stratēģija, mobilitātes plāns un kultūras koncepcija.\n"
        )
    )

    assert verdict.score == 2
    assert verdict.findings


def test_one_plan_is_a_mention() -> None:
    assert sector_plans(programme(HEAD + "Ir arī tūrisma stratēģija.\n")).score == 1


def test_plans_of_the_state_are_not_the_municipalitys() -> None:
    text = HEAD + (
        "Ņemts vērā Nacionālais enerģētikas un klimata plāns (2020), Latvijas tūrisma "
        "stratēģija (2021) un valsts civilās aizsardzības plāns (2020).\n"
    )

    verdict = sector_plans(programme(text))

    assert verdict.score == 0
    assert verdict.absence is not None


def test_the_state_of_one_plan_is_not_that_of_the_next() -> None:
    text = HEAD + (
        "Ir civilās aizsardzības plāns, mobilitātes plāns un tūrisma stratēģija "
        "(apstiprināta 2020. gadā).\n"
    )

    assert "with their state 1" in str(sector_plans(programme(text)).message)


def test_a_list_of_plans_may_be_a_table() -> None:
    text = HEAD + (
        "## Nozaru plāni\n\n| Plāns | Statuss | Uzdevums |\n| --- | --- | --- |\n"
        "| Mobilitātes plāns | spēkā | 1.1.1. |\n"
        "| Tūrisma stratēģija | izstrādē | 1.2.1. |\n"
        "| Sociālo pakalpojumu attīstības plāns | apstiprināts | 1.3.1. |\n"
    )

    assert sector_plans(programme(text)).score == 4


def test_planning_and_planned_things_are_no_plans() -> None:
    text = HEAD + (
        "Tūrisma plānošana, izglītības plānotie pasākumi un ūdenssaimniecības plānojums "
        "turpinās.\n"
    )

    assert sector_plans(programme(text)).score == 0


def test_a_plan_in_english_is_known_too() -> None:
    text = (
        "# Development Programme of Lowerbrook Municipality 2022–2027\n\n"
        "The energy action plan (adopted in 2021), the civil protection plan (in force "
        "since 2020) and the school network plan (being drafted) are carried out.\n"
    )

    assert sector_plans(programme(text, language="en")).score == 3


def test_plans_that_are_only_spoken_of_score_one() -> None:
    text = HEAD + "Izstrādē ņemti vērā novada nozaru plāni.\n"

    assert sector_plans(programme(text)).score == 1
