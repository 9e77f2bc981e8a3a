"""The climate part and the local risks."""

import pytest

from plancheck.rules.climate import climate_part, local_risks
from plancheck.sdk import Unsure
from plancheck.testing import programme
from tests.rules.complete import COMPLETE

START = "# Lejasupes novada attīstības programma 2022.–2027. gadam\n\n"
FRONT = START + "Apstiprināta domē.\n\n## Ievads\n\nTeksts.\n\n"


def climate(text: str, heading: str = "## Klimata pārmaiņas") -> str:
    """A programme that says this on climate change."""
    return f"{FRONT}{heading}\n\n{text}\n"


def test_a_climate_text_in_an_annex_scores_at_most_one() -> None:
    verdict = climate_part(
        programme(climate("vārds " * 600, "# 3. pielikums. Klimata pārmaiņas"))
    )

    assert verdict.score == 1
    assert verdict.message.text() == (
        "Climate change has its section only in an annex (600 words), not in the main "
        "text."
    )


def test_the_score_rises_with_the_words() -> None:
    scores = [
        climate_part(programme(climate("vārds " * count))).score
        for count in (100, 200, 450)
    ]

    assert scores == [1, 2, 3]


def test_the_words_of_a_table_count() -> None:
    row = "| " + "vārds " * 200 + "| " + "vārds " * 220 + "|"

    verdict = climate_part(programme(climate(f"| A | B |\n| --- | --- |\n{row}")))

    assert verdict.score == 3


def test_situation_and_plans_make_it_complete() -> None:
    assert climate_part(programme(COMPLETE)).score == 4


def test_mean_temperatures_are_no_climate_part() -> None:
    verdict = climate_part(
        programme(climate("Gada vidējā gaisa temperatūra ir 6,1 °C.", "## Klimats"))
    )

    assert verdict.score == 0
    assert verdict.absence is not None
    assert verdict.absence.nearest is not None


def test_a_climate_for_business_is_not_even_a_mention() -> None:
    verdict = climate_part(
        programme(climate("Uzņēmējdarbības klimats uzlabojas.", "## U"))
    )

    assert verdict.score == 0


def test_a_mention_elsewhere_scores_one() -> None:
    verdict = climate_part(
        programme(climate("Klimata pārmaiņas skar mežus.", "## Mežsaimniecība"))
    )

    assert verdict.score == 1
    assert verdict.message.text().endswith("“Klimata pārmaiņas skar mežus.”")


def test_a_list_of_hazards_is_not_local() -> None:
    verdict = local_risks(
        programme(climate("Klimata pārmaiņas nes karstuma viļņus, plūdus un vētras."))
    )

    assert verdict.score == 1
    [finding] = verdict.findings
    assert finding.text.startswith(
        "Named without a local class, figure, past event or place: karstuma viļņi, "
        "plūdi, vētras; as in"
    )


def test_hazards_elsewhere_are_not_local() -> None:
    verdict = local_risks(
        programme(
            climate(
                "Eiropā 2003. gadā karstuma viļņi ilga 20 dienas. Latvijā 2010. gadā "
                "plūdi appludināja 300 mājas. Sausums pasaulē kļūst par 20 % biežāks."
            )
        )
    )

    assert verdict.score == 1


def test_a_target_year_of_national_policy_is_no_past_event() -> None:
    verdict = local_risks(programme(climate("Plūdu risku mazina līdz 2030. gadam.")))

    assert verdict.score == 1


def test_class_figure_event_and_place_are_local() -> None:
    local = (
        "Lejasupes novadu klimata pārmaiņas skar dažādi. "
        "Aukstuma viļņiem ir 3. riska klase. Plūdi bija 2013. gadā. Sausums skar "
        "Birzmalu pagastu."
    )

    verdict = local_risks(programme(climate(local)))

    assert verdict.score == 3
    assert local_risks(programme(climate(local + " Vētras plosa 12 ha."))).score == 4


def test_too_few_hazards_are_said_to_be_few() -> None:
    verdict = local_risks(programme(climate("Plūdi bija 2013. gadā.")))

    assert verdict.score == 2
    [finding] = verdict.findings
    assert finding.text == (
        "Climate hazards described with something local: 1; a local picture has at "
        "least 3."
    )


def test_rows_of_a_risk_table_with_a_level_are_local() -> None:
    verdict = local_risks(
        programme(
            climate(
                """\
| Klimata apdraudējuma veids | Riska līmenis |
| --- | --- |
| Plūdi | !!! |
| Sausums | !! |
| Vētras | ! |
| Mežu ugunsgrēki |  |
"""
            )
        )
    )

    assert verdict.score == 3


def test_measures_against_hazards_describe_no_risk() -> None:
    verdict = local_risks(
        programme(
            START
            + """\
## Rīcības plāns

| Nr. | Pasākums | Atbildīgais | Termiņš |
| --- | --- | --- | --- |
| 1.1. | Mazināt plūdus Birzmalu pagastā | Ceļu nodaļa | 2024 |
| 1.2. | Mazināt sausumu 12 ha | Ceļu nodaļa | 2024 |
"""
        )
    )

    assert verdict.score == 0
    assert verdict.absence is not None


def test_silence_in_situation_and_plans_leaves_a_three() -> None:
    situation = "## Pašreizējās situācijas raksturojums\n\nNovadā ir meži.\n\n"

    verdict = climate_part(
        programme(
            climate("vārds " * 450).replace("## Klimata", f"{situation}## Klimata")
        )
    )

    assert verdict.score == 3


PUBLISHED = (
    "Aukstuma viļņiem Birzmalu pagastā ir 2. riska klase. Plūdi bija 2013. gadā. "
    "Sausums skar Birzmalu pagastu. Vētras plosa 12 ha."
)


def test_a_class_that_is_not_the_published_one_is_quoted() -> None:
    facts = {"cold_waves": 3, "heat_waves": 2}

    verdict = local_risks(programme(climate(PUBLISHED), climate_risk=facts))

    assert verdict.score == 2
    assert verdict.findings[0].text == (
        "aukstuma viļņi: the programme says class 2, published is class 3: “Aukstuma "
        "viļņiem Birzmalu pagastā ir 2. riska klase.”"
    )


def test_a_highest_class_that_is_not_named_is_said() -> None:
    facts = {"cold_waves": 2, "snow_depth": 3}

    [finding] = local_risks(programme(climate(PUBLISHED), climate_risk=facts)).findings

    assert finding.text == (
        "sniega sega: the published class is 3, the highest, and the programme does not "
        "name the hazard."
    )


def test_classes_as_published_change_nothing() -> None:
    facts = {"cold_waves": 2, "heat_waves": 1}

    with_facts = local_risks(programme(climate(PUBLISHED), climate_risk=facts))

    assert with_facts == local_risks(programme(climate(PUBLISHED)))


def test_a_programme_on_adapting_needs_no_section_on_climate_change() -> None:
    text = """Cover page

# National action programme of adaptation to climate change 2021–2025

## Description of the situation

The country is mountainous and dry.
"""

    assert climate_part(programme(text, language="en")).score == 3


def test_a_programme_titled_as_on_climate_change_is_climate_text_as_a_whole() -> None:
    text = (
        "# Climate change action plan of Riverside 2024–2030\n\nThe town acts.\n\n"
        "## Climate change\n\nSummers are hotter.\n"
    )

    verdict = climate_part(programme(text))

    assert verdict.score == 3
    assert verdict.message.text() == "The programme as a whole is on climate change."


def test_climate_text_under_other_headings_leaves_a_short_section_unsure() -> None:
    other = "## Ūdens\n\n" + "Klimata pārmaiņas ietekmē upes. " * 120 + "\n"

    with pytest.raises(Unsure, match="under other headings speak of climate change"):
        climate_part(programme(climate("Īsi par klimatu.") + other))


def test_a_short_text_with_local_hazards_is_a_climate_part() -> None:
    rows = (
        "Plūdi: 2023. gadā Lejasupē applūda 46 pagrabi, zaudējumi 212 000 eiro.",
        "Karstuma viļņi: 2021. gadā 17 dienas virs 30 grādiem, 148 seniori Lejasupē.",
        "Sausums: 2022. gadā Lejasupē izsīka 61 aka.",
    )
    filler = "vārds " * 160
    local = programme(climate("\n\n".join((*rows, filler))))
    general = programme(climate("Klimata pārmaiņas nes plūdus un vētras. " + filler))

    assert climate_part(local).score == 3
    assert climate_part(general).score == 2
