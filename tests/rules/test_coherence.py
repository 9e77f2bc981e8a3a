"""Coherence: own priorities tied to documents above the programme."""

import pytest

from plancheck.rules.coherence import vertical_coherence
from plancheck.sdk import Unsure
from plancheck.testing import programme
from tests.rules.complete import COMPLETE

HEAD = "### 2.2. Saskaņotība ar augstāka līmeņa plānošanas dokumentiem\n\n"
START = COMPLETE.index(HEAD) + len(HEAD)
END = COMPLETE.index("## 3. Rīcības plāns")


def saying(text: str) -> str:
    """The complete programme with another text on the documents above it."""
    return f"{COMPLETE[:START]}{text}\n\n{COMPLETE[END:]}"


MATRIX = """\
| Prioritāte | IAS | VPR attīstības programma | NAP2027 | IAM |
| --- | --- | --- | --- | --- |
| VTP1 | Cilvēks | Sasniedzamība | Iekļaušana | 3 |
| VTP2 | Telpa | Vide | Klimats | 13 |"""


@pytest.mark.parametrize(
    "matrix",
    [
        MATRIX,
        MATRIX.replace("VTP1", "Pieejami pakalpojumi").replace(
            "VTP2", "Klimatnoturīga vide"
        ),
        MATRIX.replace("| VTP1 |", "| RV1.2 |"),
        (
            "| Dokuments | VTP1 | VTP2 |\n| --- | --- | --- |\n"
            "| Novada ilgtspējīgas attīstības stratēģija | Cilvēks | Telpa |\n"
            "| Vidzemes plānošanas reģiona attīstības programma | Sasniedzamība | Vide |\n"
            "| NAP2027 un ANO ilgtspējīgas attīstības mērķi | Iekļaušana | Klimats |"
        ),
    ],
)
def test_a_matrix_ties_whatever_its_shape(matrix: str) -> None:
    verdict = vertical_coherence(programme(saying(matrix)))

    assert verdict.score == 4
    assert verdict.findings == ()


def test_an_empty_column_ties_nothing() -> None:
    empty = "\n".join(
        line if "VTP" not in line else f"| {line.split('|')[1]} |  |  |  |  |"
        for line in MATRIX.splitlines()
    )

    assert vertical_coherence(programme(saying(empty))).score == 1


def test_a_list_of_titles_ties_nothing() -> None:
    text = "Programma saskaņota ar IAS, VPR attīstības programmu un NAP2027."

    verdict = vertical_coherence(programme(saying(text)))

    assert verdict.score == 1
    [finding] = verdict.findings
    assert text in finding.text


def test_a_kind_of_document_that_is_not_named_is_said() -> None:
    verdict = vertical_coherence(
        programme(saying(MATRIX.replace("VPR attīstības programma", "Piezīmes")))
    )

    assert verdict.score == 2
    [finding] = verdict.findings
    assert finding.text == "Not named: a document of the planning region."


def test_an_outdated_national_plan_is_shown() -> None:
    verdict = vertical_coherence(
        programme(saying(MATRIX.replace("NAP2027", "NAP2020")))
    )

    [finding] = verdict.findings
    assert finding.text.endswith("long-term strategy: “NAP2020”")


def test_the_strategies_of_country_and_region_are_not_the_own_one() -> None:
    text = MATRIX.replace("| IAS |", "| Latvijas ilgtspējīgas attīstības stratēģija |")

    [finding] = vertical_coherence(programme(saying(text))).findings

    assert finding.text == "Not named: its own long-term strategy."


def test_too_few_ties_name_the_loose_priorities() -> None:
    text = saying(MATRIX.replace("| VTP2 | Telpa | Vide | Klimats | 13 |\n", ""))
    text = text.replace("| VTP2 | Telpa | Vide | Klimats | 13 |", "")

    verdict = vertical_coherence(programme(text), covered=0.9)

    assert verdict.score == 2
    [finding] = verdict.findings
    assert finding.text.startswith("1 of 2 own priorities")
    assert "VTP2" in finding.text


def test_a_denied_tie_is_none() -> None:
    text = (
        "VTP1 un VTP2 sasaiste ar IAS, NAP2027 un VPR attīstības programmu nav veikta."
    )

    assert vertical_coherence(programme(saying(text))).score <= 1


def test_without_own_priorities_it_cannot_be_told() -> None:
    text = "# Programma 2022.–2027. gadam\n\n## Ievads\n\nIevērota IAS, NAP2027, VPR programma.\n"

    with pytest.raises(Unsure):
        vertical_coherence(programme(text, language="lv"))


def test_without_priorities_a_missing_document_is_still_missing() -> None:
    text = "# Programma 2022.–2027. gadam\n\n## Ievads\n\nIevērota IAS un NAP2027.\n"

    assert vertical_coherence(programme(text, language="lv")).score == 1


def test_nothing_named_is_an_absence() -> None:
    verdict = vertical_coherence(programme(saying("Programma ir saskaņota.")))

    assert verdict.score == 0
    assert verdict.absence is not None


def test_a_region_needs_no_programme_of_another_region() -> None:
    text = (
        "# Dižlejas plānošanas reģiona attīstības programma 2022.–2027. gadam\n\n"
        "## Stratēģiskā daļa\n\n### Vidēja termiņa prioritāte VTP1. Sasniedzams reģions\n\n"
        "Prioritāte VTP1 īsteno reģiona ilgtspējīgas attīstības stratēģijas mērķi un "
        "NAP2027 virzienu.\n"
    )

    verdict = vertical_coherence(programme(text))

    assert verdict.findings == ()


def test_priorities_without_codes_may_be_tied_in_other_words() -> None:
    text = """\
# Development Programme of Lowerbrook Municipality 2022–2027

## Documents above the programme

The long-term development strategy of Lowerbrook to 2040, the development programme of the
planning region and the National Development Plan all ask for streets that children can cross.

## Strategic part

### Priority: Calm streets

Cars give way to people on foot.
"""

    with pytest.raises(Unsure, match="have no codes"):
        vertical_coherence(programme(text, language="en"), own=False)


def test_plans_of_county_and_state_are_documents_above() -> None:
    text = (
        "# Comprehensive plan of Millbrook 2024–2030\n\n## Context\n\n"
        "The {} and the {} set the frame.\n\n## Action plan\n\n"
        "| No. | Measure | Responsible | Term |\n| --- | --- | --- | --- |\n"
        "| 1.1 | Repair the dam | Works | 2025 |\n"
    )
    above = text.format(
        "Ashton County Hazard Mitigation Plan",
        "Commonwealth of Virginia’s water and energy plan",
    )

    with pytest.raises(Unsure, match="names documents above it"):
        vertical_coherence(programme(above, language="en"), own=False)
    verdict = vertical_coherence(
        programme(text.format("weather", "market"), language="en"), own=False
    )
    assert verdict.message.text().startswith("Neither the long-term strategy")
