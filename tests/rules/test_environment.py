"""Coherence: the outcome of strategic environmental assessment."""

import pytest

from plancheck.rules.environment import environmental_assessment
from plancheck.sdk import Unsure
from plancheck.testing import programme
from tests.rules.complete import COMPLETE

START = COMPLETE.index("Vides pārraudzības valsts birojs ar")
END = COMPLETE.index("## Saīsinājumi")


def saying(text: str) -> str:
    return f"{COMPLETE[:START]}{text}\n\n{COMPLETE[END:]}"


@pytest.mark.parametrize(
    ("text", "score"),
    [
        ("VPVB 14.09.2021. lēmums Nr. 4-02/61: SIVN nav nepieciešams.", 3),
        ("Par vides pārskatu 2022. gada 11. janvārī saņemts VPVB atzinums.", 3),
        ("VPVB ar lēmumu nolēma stratēģisko IVN nepiemērot.", 2),
        ("VPVB 2021. gada 14. septembrī nolēma SIVN nepiemērot.", 2),
        ("Programmai apsvērta SIVN procedūra.", 1),
        ("SIVN lēmums tiks saņemts vēlāk.", 1),
    ],
)
def test_day_number_and_outcome_make_the_score(text: str, score: int) -> None:
    assert environmental_assessment(programme(saying(text))).score == score


def test_the_body_may_stand_in_a_sentence_beside_the_assessment() -> None:
    text = (
        "Tika vērtēts, vai programmai vajadzīgs SIVN. VPVB 2021. gada 14. septembrī "
        "pieņēma lēmumu Nr. 4-02/61 to nepiemērot."
    )

    assert environmental_assessment(programme(saying(text))).score == 3


def test_what_is_missing_is_named() -> None:
    text = "VPVB 2021. gada 14. septembrī nolēma SIVN nepiemērot."

    [finding] = environmental_assessment(programme(saying(text))).findings

    assert finding.text.startswith(
        "The outcome of the assessment is named without its number"
    )


@pytest.mark.parametrize(
    "text",
    [
        "Poligonam veic ietekmes uz vidi novērtējumu, VPVB 2021. gada 3. maija lēmums Nr. 5.",
        "VPVB ar 2021. gada 3. maija lēmumu Nr. 5 izsniedza atļauju poligonam.",
    ],
)
def test_the_assessment_of_a_project_is_another_one(text: str) -> None:
    with pytest.raises(Unsure):
        environmental_assessment(programme(saying(text)))


def test_silence_is_unsure_since_the_decision_may_stand_elsewhere() -> None:
    with pytest.raises(Unsure) as answer:
        environmental_assessment(programme(saying("")))

    assert answer.value.evidence


def test_an_abbreviation_that_the_programme_gives_another_meaning_is_no_assessment() -> (
    None
):
    text = """\
# Development Programme of Lowerbrook Municipality 2022–2027

## Abbreviations

| SEA | Sustainable Energy Agency |
| --- | --- |
| LBM | Lowerbrook Municipality |

## Action plan

SEA advises on boilers.
"""

    with pytest.raises(Unsure, match="Nothing is said"):
        environmental_assessment(programme(text, language="en"))


def test_a_decision_that_an_assessment_is_to_be_made_is_an_outcome() -> None:
    decided = (
        "The Ministry decided on 9 May 2023 (4410-17/2023) that a strategic environmental "
        "assessment is to be made."
    )
    planned = "A strategic environmental assessment is to be made by 9 May 2027."

    def score(text: str) -> int:
        return environmental_assessment(programme(text, language="en")).score

    assert (score(decided), score(planned)) == (3, 1)


@pytest.mark.parametrize("number", ["RDOS.411.58.2023", "ZS-12/77/2023"])
def test_files_are_numbered_with_letters_too(number: str) -> None:
    text = (
        f"Par vides pārskatu 2023. gada 11. janvārī saņemts VPVB atzinums {number}, "
        "programma atbilst prasībām."
    )

    assert environmental_assessment(programme(saying(text))).score >= 3
