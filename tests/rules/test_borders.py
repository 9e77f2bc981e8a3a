"""Coherence: each neighbouring municipality with something that is shared with it."""

import pytest

from plancheck.rules.borders import neighbours_considered
from plancheck.sdk import Unsure
from plancheck.testing import programme
from tests.rules.complete import COMPLETE

HEAD = "### 2.3. Saskaņotība ar kaimiņu pašvaldībām\n\n"
START = COMPLETE.index(HEAD) + len(HEAD)
END = COMPLETE.index("## 3. Rīcības plāns")
BORDER = "Novads robežojas ar Dižsilu un Strautaines novadu."
TITLE = "# Lejasupes novada attīstības programma 2022.–2027. gadam\n\n"


def saying(text: str) -> str:
    """The complete programme with another text on its neighbours."""
    return f"{COMPLETE[:START]}{text}\n\n{COMPLETE[END:]}"


@pytest.mark.parametrize(
    "text",
    [
        (
            "Dižsilu novads pārbūvē ceļu uz Birzmalām.\n\n"
            "Strautaines novadā ir slimnīca, ko izmantojam abi."
        ),
        (
            "#### Dižsilu novads\n\nKopīgs autobusa maršruts.\n\n"
            "#### Strautaines novads\n\nKopīgs 1.1.1. pasākums."
        ),
        (
            "| Pašvaldība | Kopīgais |\n| --- | --- |\n"
            "| Dižsilu novads | ceļš |\n| Strautaines novads | poligons |"
        ),
    ],
)
def test_prose_headings_and_tables_say_what_is_shared(text: str) -> None:
    verdict = neighbours_considered(programme(saying(f"{BORDER}\n\n{text}")))

    assert verdict.score == 4
    assert verdict.findings == ()


def test_an_invitation_is_nothing_shared() -> None:
    text = "Dižsilu un Strautaines novads aicināts izteikties par ceļiem un skolām."

    verdict = neighbours_considered(programme(saying(f"{BORDER}\n\n{text}")))

    assert verdict.score == 1
    [finding] = verdict.findings
    assert "Named without" in finding.text
    assert "Dižsilu, Strautaines" in finding.text


def test_a_border_alone_is_nothing_shared() -> None:
    river = f"{BORDER[:-1]}, un robeža iet pa upi."

    assert neighbours_considered(programme(saying(river))).score == 1


def test_what_is_denied_is_not_shared() -> None:
    text = "Ar Dižsilu un Strautaines novadu nav neviena kopīga autobusa maršruta."

    assert neighbours_considered(programme(saying(f"{BORDER}\n\n{text}"))).score == 1


def test_half_of_the_neighbours_is_half() -> None:
    text = "Dižsilu novads pārbūvē ceļu uz Birzmalām."

    verdict = neighbours_considered(programme(saying(f"{BORDER}\n\n{text}")))

    assert verdict.score == 2
    assert neighbours_considered(
        programme(saying(f"{BORDER}\n\n{text}")), shared=0.5
    ).passes


def test_a_road_to_a_neighbour_in_the_history_is_not_considered() -> None:
    history = f"{BORDER} 1926. gadā uzbūvēja ceļu un tiltu uz Dižsili un Strautaini."
    text = COMPLETE[:START] + COMPLETE[END:]
    place = "Novadu veido Lejasupes pilsēta"

    verdict = neighbours_considered(
        programme(text.replace(place, f"{history}\n\n{place}"))
    )

    assert verdict.score == 0
    [finding] = verdict.findings
    assert finding.text.startswith("Not named where the programme deals")


def test_a_partner_in_the_action_plan_alone_is_half_of_it() -> None:
    text = saying(BORDER).replace(
        "| Pārbūvēt tiltu pār Alksni |", "| Pārbūvēt tiltu ar Dižsilu novadu |"
    )
    text = text.replace("| Atjaunot ceļu uz skolu |", "| Atjaunot ceļu uz Strautaini |")

    verdict = neighbours_considered(programme(text))

    assert verdict.score == 2
    [finding] = verdict.findings
    assert finding.text.startswith("Named in rows of the plans only")


def test_the_facts_say_who_the_neighbours_are() -> None:
    verdict = neighbours_considered(
        programme(COMPLETE, neighbours=("Strautaines novads", "Peļķu novads"))
    )

    assert verdict.score == 2
    [finding] = verdict.findings
    assert finding.text.endswith("Peļķu novads.")


def test_points_of_the_compass_are_no_neighbours() -> None:
    text = "Ziemeļos novads robežojas ar Dižsilu novadu. Dižsilu novads pārbūvē ceļu."

    assert neighbours_considered(programme(saying(text))).score == 4


def test_without_a_border_the_section_names_the_neighbours() -> None:
    text = "Ar Dižsilu novadu ir kopīgs poligons. Ar Strautaines novadu strādā kopā."

    assert neighbours_considered(programme(saying(text))).score == 2


def test_neighbours_without_a_name_are_only_spoken_of() -> None:
    text = f"{TITLE}## Ievads\n\nNotiek sadarbība ar kaimiņu pašvaldībām.\n"

    verdict = neighbours_considered(programme(text))

    assert verdict.score == 1
    assert "none is named" in verdict.findings[0].text


def test_other_municipalities_need_not_be_neighbours() -> None:
    text = (
        f"{TITLE}## Ievads\n\nPieredzi ar kaimiņu pašvaldībām un ar Saldus novadu "
        "izmantos programmas īstenošanā.\n"
    )

    with pytest.raises(Unsure):
        neighbours_considered(programme(text))


def test_silence_is_an_absence() -> None:
    verdict = neighbours_considered(programme(f"{TITLE}## Ievads\n\nSveiciens.\n"))

    assert verdict.score == 0
    assert verdict.absence is not None


def test_the_neighbours_of_a_region_are_regions() -> None:
    text = (
        "# Dižlejas plānošanas reģiona attīstības programma 2022.–2027. gadam\n\n"
        "Reģionā ir Auzupes un Irbupes novads.\n\n## Kaimiņu reģionu plāni\n\n"
        "Ar Zemgales plānošanas reģionu kopīga ir upe un plūdu ūdens aizture. Ar Vidzemes "
        "plānošanas reģionu kopīgs ir tūrisma maršruts.\n"
    )

    verdict = neighbours_considered(programme(text))

    assert verdict.score == 4
    assert str(verdict.message) == "Neighbours named with something shared: 2 of 2."


def test_neighbours_may_be_listed_behind_the_plural_and_have_any_letters() -> None:
    verdict = neighbours_considered(
        programme(
            """
# Development plan of Otterbury County 2024–2030

The county lies between the counties of Århøj to the north and Żabno to the south.

# Working with our neighbours

With Århøj we share the bus to the hospital. With Żabno we share the landfill.
"""
        )
    )

    assert verdict.message.text() == "Neighbours named with something shared: 2 of 2."


def test_neighbours_that_a_sentence_calls_so_are_known() -> None:
    text = (
        "Vērtēti kaimiņu – Dižsilu novada un Strautaines novada – plāni: ar Dižsilu novadu "
        "kopīgs ir tilts, ar Strautaines novadu – slimnīca."
    )

    assert neighbours_considered(programme(saying(text))).score == 4


def test_neighbours_that_a_column_lists_are_known() -> None:
    text = (
        "| Kaimiņš | Kopīgais |\n| --- | --- |\n"
        "| Dižsilu novads | ceļš un tilts |\n| Strautaines novads | kopīgs poligons |"
    )
    section = f"{TITLE}## Saskaņotība ar citu pašvaldību dokumentiem\n\n{text}\n"

    assert neighbours_considered(programme(section)).score == 4


@pytest.mark.parametrize(("title", "names"), [("valstspilsētas", 2), ("novada", 1)])
def test_the_county_around_a_city_of_the_same_name_is_its_neighbour(
    title: str, names: int
) -> None:
    text = (
        f"# Selmeres {title} attīstības programma 2022.–2028. gadam\n\n"
        "## Saskaņotība ar kaimiņu pašvaldībām\n\n"
        "Robežojas ar Selmeres novadu un Kalnavas novadu. Ar Selmeres novadu kopīgs ir "
        "autobuss, ar Kalnavas novadu – tilts.\n"
    )

    found = neighbours_considered(programme(text)).message.text()

    assert found.endswith(f"of {names}.")
