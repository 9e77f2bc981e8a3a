"""Who and what climate hazards endanger, and where."""

import pytest

from plancheck.rules.exposure import exposure
from plancheck.testing import programme
from tests.rules.complete import COMPLETE

START = "# Lejasupes novada attīstības programma 2022.–2027. gadam\n\nApstiprināta domē.\n\n"
TOLD = (
    "Stiprā lietū Dzirnavu ielas kanalizācija ūdeni neuzņem, un tiek sabojāti pagrabi. "
    "Karstuma viļņi apdraud vientuļo senioru veselību."
)


def climate(text: str, heading: str = "## Klimata pārmaiņas") -> str:
    """A programme that says this on climate change."""
    return f"{START}## Ievads\n\nNovada centrs ir ciems.\n\n{heading}\n\n{text}\n"


def test_sectors_group_and_place_are_good() -> None:
    verdict = exposure(programme(climate(TOLD)))

    assert verdict.score == 3
    assert verdict.findings == ()


@pytest.mark.parametrize(
    ("told", "other", "missing"),
    [
        ("Dzirnavu ielas", "dažu ielu", "which places"),
        ("vientuļo senioru", "cilvēku", "which groups of people"),
        (
            TOLD.partition(" Karstuma")[0],
            "Birzmalu pagastu apdraud plūdi.",
            "which sectors, at least 2",
        ),
    ],
)
def test_what_is_not_told_is_named(told: str, other: str, missing: str) -> None:
    verdict = exposure(programme(climate(TOLD.replace(told, other))))

    assert verdict.score == 2
    [finding] = verdict.findings
    assert finding.text == (
        f"Of what climate hazards endanger it is not said {missing}."
    )


def test_a_table_of_what_is_exposed_tells_as_much_as_sentences() -> None:
    table = """
| Nozare | Apdraudējums | Kur | Ietekmētie |
| --- | --- | --- | --- |
| Būves un ielas | Stipri nokrišņi | Krasta iela | 12 uzņēmumi |
| Lauksaimniecība | Sausums | Birzmalu pagasts | 86 saimniecības |
| Veselība un aprūpe | Karstuma viļņi | Lejasupe | vieni dzīvojoši seniori |
| Daba | Karstums | Alkšņu ezers | peldētāji |
"""

    assert exposure(programme(climate(table))).score == 4


def test_sectors_in_a_national_plan_are_not_told_of_this_place() -> None:
    text = (
        "Nacionālajā plānā kā plūdu apdraudētas nozares nosaukta veselība un "
        "lauksaimniecība. Pasaulē karstums apdraud seniorus."
    )

    assert exposure(programme(climate(text))).score == 0


def test_measures_do_not_say_what_is_endangered() -> None:
    table = """
| Pasākums | Risks | Atbildīgais |
| --- | --- | --- |
| Dzesēt senioru centru un skolas ēku Krasta ielā | Karstuma viļņi apdraud | AN |
"""

    assert exposure(programme(climate(table))).score == 0


def test_a_chapter_on_social_vulnerability_is_not_on_climate() -> None:
    text = "Sociāli neaizsargātas grupas ir trūcīgi seniori Krasta ielas mājās."

    assert exposure(programme(climate(text, "## Sociālie pakalpojumi"))).score == 0


def test_what_a_flood_endangers_counts_outside_the_climate_part() -> None:
    text = (
        "Pavasara plūdi Alkšņu ezerā katru gadu bojā ceļu un piemājas tūrisma mītnes."
    )

    verdict = exposure(programme(climate(text, "## Vide")))

    assert verdict.score == 2


def test_the_complete_programme_tells_all() -> None:
    assert exposure(programme(COMPLETE)).passes


def test_hazards_that_may_touch_everybody_score_one() -> None:
    text = "Plūdi un karstums var ietekmēt visas nozares un visus iedzīvotājus."

    assert exposure(programme(climate(text))).score == 1


def test_a_name_in_the_locative_is_a_place() -> None:
    told = TOLD.replace("Dzirnavu ielas kanalizācija", "kanalizācija Vecmuižā")

    assert exposure(programme(climate(told))).score == 3


def test_a_country_is_no_place_of_the_municipality() -> None:
    told = TOLD.replace("Dzirnavu ielas kanalizācija", "kanalizācija Somijā")

    [finding] = exposure(programme(climate(told))).findings

    assert finding.text.endswith("which places.")


def test_the_place_where_a_hazard_is_measured_is_a_place_it_threatens() -> None:
    told = TOLD.replace("Dzirnavu ielas", "dažu ielu")
    sheet = """\

## Uzraudzība

| Rādītāja nosaukums | Plūdu ilgums |
| --- | --- |
| Mērvienība | dienas |
| Definīcija | Dienas, kurās applūst Dzirnavu iela |
| Datu avots | Pašvaldība |
"""

    assert exposure(programme(climate(told))).score == 2
    assert exposure(programme(climate(told) + sheet)).score == 3


def test_a_heading_on_climate_risks_says_what_a_paragraph_below_is_on() -> None:
    text = climate(
        "Visvairāk cieš vientuļie seniori Dzirnavu ielā. Visjutīgākās nozares ir "
        "lauksaimniecība, ūdenssaimniecība un veselības aprūpe Birzmalu pagastā.",
        "## Klimata pārmaiņu riski",
    )

    assert exposure(programme(text)).score >= 3
