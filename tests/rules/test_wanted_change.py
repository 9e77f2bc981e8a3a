"""Indicators of results, and words on what is to change."""

import pytest

from plancheck.rules.wanted_change import wanted_change
from plancheck.sdk import NotApplicable, Unsure
from plancheck.testing import programme
from tests.rules.complete import COMPLETE
from tests.rules.test_monitoring import START, indicators

HEAD = "Rādītājs | Mērvienība | Bāzes vērtība | Mērķa vērtība | Prioritāte"
STRATEGY = """\
## Stratēģiskā daļa

VTP1. Pieejami pakalpojumi

VTP2. Klimatnoturīga vide

Vēlamās izmaiņas. VTP1: rindas vairs nav. VTP2: pagrabi ir sausi.

## Uzraudzības kārtība
"""


def linked(*rows: str) -> str:
    return indicators(HEAD, *rows).replace("## Uzraudzības kārtība\n", STRATEGY)


def test_work_done_alone_tells_no_change() -> None:
    text = linked(
        "Izbūvēti ceļi | km | 0 | 4 | VTP1",
        "Atjaunotas skolas | skaits | 0 | 2 | VTP1",
        "Ierīkoti lietusdārzi | skaits | 0 | 2 | VTP2",
    )

    verdict = wanted_change(programme(text))

    assert verdict.score == 1  # for the words
    [finding] = verdict.findings
    assert finding.text == (
        "3 of 3 indicators count only work that was done, as “Izbūvēti ceļi”; they do "
        "not tell what it changed."
    )


def test_a_priority_without_a_result_is_named() -> None:
    text = linked(
        "Bērni rindā uz bērnudārzu | bērni | 9 | 0 | VTP1",
        "Ar autobusu apmierināti iedzīvotāji | % | 9 | 30 | VTP1",
        "Ierīkoti lietusdārzi | skaits | 0 | 2 | VTP2",
    )

    verdict = wanted_change(programme(text))

    assert verdict.score == 2
    assert [finding.text for finding in verdict.findings] == [
        "No indicator tells what is to change by the priority “Klimatnoturīga vide”."
    ]


def test_an_indicator_that_tells_no_level_may_tell_a_change() -> None:
    text = linked(
        "Bērni rindā uz bērnudārzu | bērni | 9 | 0 | VTP1",
        "Kopienas padomes | skaits | 9 | 30 | VTP2",
    )

    assert wanted_change(programme(text)).score == 4


def test_without_words_on_change_the_score_is_two_at_most() -> None:
    text = COMPLETE[: COMPLETE.index("Vēlamās izmaiņas.")]
    text += COMPLETE[COMPLETE.index("### 2.1. ") :]
    text = text.replace("Līdz 2027. gadam", "Tuvākajos gados").replace("2040. gadā", "")

    verdict = wanted_change(programme(text))

    assert verdict.score == 2
    assert verdict.findings[0].text == "No sentence says what change is wanted."
    assert verdict.message == verdict.findings[0].message


def test_a_priority_without_words_on_change_is_named() -> None:
    text = linked("Bērni rindā | bērni | 9 | 0 | VTP1, VTP2")

    verdict = wanted_change(programme(text.replace(" VTP2: pagrabi ir sausi.", "")))

    assert verdict.score == 3
    assert verdict.findings[0].text == "No sentence says what is to change by “VTP2”."


def test_wanted_change_that_is_put_off_is_none() -> None:
    later = STRATEGY.replace(
        "Vēlamās izmaiņas. VTP1: rindas vairs nav. VTP2: pagrabi ir sausi.",
        "Vēlamās izmaiņas tiks noteiktas vēlāk.",
    )
    text = linked("Bērni rindā | bērni | 9 | 0 | VTP1").replace(STRATEGY, later)

    verdict = wanted_change(programme(text))

    assert "No sentence says what change is wanted." in [
        finding.text for finding in verdict.findings
    ]


def test_a_label_is_not_denied_by_what_follows_it() -> None:
    label = STRATEGY.replace(
        "Vēlamās izmaiņas. VTP1: rindas vairs nav. VTP2: pagrabi ir sausi.",
        "Vēlamās izmaiņas: VTP1 jomā nevienam nav jāgaida, VTP2 jomā nav slapju pagrabu.",
    )
    text = linked("Bērni rindā | bērni | 9 | 0 | VTP1, VTP2").replace(STRATEGY, label)

    assert wanted_change(programme(text)).score == 4


def test_names_that_tell_no_level_leave_it_unsure() -> None:
    text = linked("Padomes | skaits | 1 | 2 | VTP1", "Centri | skaits | 1 | 2 | VTP2")

    with pytest.raises(Unsure):
        wanted_change(programme(text))


def test_without_indicators_there_is_nothing_to_judge() -> None:
    with pytest.raises(NotApplicable):
        wanted_change(programme(START))


def test_a_goal_stands_for_a_priority_where_there_is_none() -> None:
    text = linked("Bērni rindā | bērni | 9 | 0 | SM1").replace("VTP1", "SM1")

    verdict = wanted_change(programme(text.replace("VTP2", "SM2")))

    assert verdict.score == 2
    assert "“Klimatnoturīga vide”" in verdict.findings[0].text


@pytest.mark.parametrize(
    "told",
    [
        "Gribam, lai slimnīcā rindā gaida nedēļu, nevis mēnesi.",
        "Vēlamies panākt, ka pagrabi pēc lietus paliek sausi.",
    ],
)
def test_a_change_is_told_by_what_is_wished_for(told: str) -> None:
    text = STRATEGY.replace("Vēlamās izmaiņas. VTP1: rindas vairs nav.", told)
    told_so = linked().replace(STRATEGY, text)

    terms = {each.term for each in programme(told_so).mentions("wanted change")}

    assert terms & {"Gribam, lai", "Vēlamies panākt"}
