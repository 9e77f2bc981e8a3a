"""The review of the programme before."""

from dataclasses import replace

import pytest

from plancheck.rules.previous_programme import previous_programme
from plancheck.sdk import Cell, Programme, Table
from plancheck.testing import programme
from tests.rules.test_territory import START

COUNTS = "No iepriekšējās programmas 46 projektiem īstenots 21 (46 %)."
LESSON = "Mācība: katram projektam vajag summu."
REASON = "Iemesls bija dokumentācijas trūkums."
CARRIED = "Uz jauno programmu pārnesti 12 projekti."


def score(text: str) -> int:
    return previous_programme(programme(f"{START}{text}\n")).score


def test_counts_lessons_reasons_and_what_goes_on_are_all() -> None:
    assert score(f"{COUNTS} {LESSON} {REASON} {CARRIED}") == 4


@pytest.mark.parametrize("other", [LESSON, REASON, CARRIED])
def test_counts_and_one_more_are_good(other: str) -> None:
    assert score(f"{COUNTS} {other}") == 3


def test_what_is_missing_is_named() -> None:
    verdict = previous_programme(programme(f"{START}{COUNTS} {LESSON} {REASON}\n"))

    assert [finding.text for finding in verdict.findings] == [
        "The review of the programme before does not tell what is carried over."
    ]


def test_lessons_without_counts_are_partial() -> None:
    assert score(f"Iepriekšējā programma beidzās. {LESSON} {REASON}") == 2


def test_a_name_alone_is_a_mention() -> None:
    assert score("Iepriekšējā programma pieņemta domes sēdē.") == 1


def test_a_review_that_is_denied_is_none() -> None:
    assert score("Iepriekšējā programma nav izvērtēta.") == 1


def test_periods_of_funds_are_no_programme() -> None:
    assert score("ES fondu iepriekšējā plānošanas periodā īstenoti 5 projekti.") == 0


def test_a_part_of_its_own_is_read_whole() -> None:
    part = (
        f"## Iepriekšējās programmas izvērtējums\n\nĪstenots 21 projekts.\n\n{LESSON}\n"
    )

    assert score(part) == 3


def test_nothing_said_is_absent() -> None:
    assert score("Novadā ir divi ezeri.") == 0


def test_a_list_of_what_was_completed_is_a_review() -> None:
    text = (
        "# Development Programme of Lowerbrook Municipality 2022–2027\n\n"
        "## Completed objectives\n\nIn 2021 the town finished 7 of 12 projects.\n"
    )

    assert previous_programme(programme(text, language="en")).score >= 1


def test_a_figure_under_a_head_over_several_columns_says_what_it_counts() -> None:
    cells = (
        Cell("Joma", 0, 0),
        Cell("Īstenoti", 0, 1),
        Cell("Nav īstenoti: pamatojums un mācība", 0, 2, column_span=2),
        Cell("Ceļi", 1, 0),
        Cell("21", 1, 1),
        Cell("4", 1, 2),
        Cell("Trūka projektu", 1, 3),
    )
    told = programme(f"{START}## Iepriekšējās programmas izvērtējums\n\n{LESSON}\n")
    [volume] = told.documents
    below = replace(volume.blocks[-1].location)
    table = Table(cells, 2, 4, below)
    with_table = replace(volume, blocks=(*volume.blocks, table))

    verdict = previous_programme(
        Programme((with_table,), told.vocabulary, told.facts, told.as_of)
    )

    assert verdict.score == 3


def test_the_programme_that_this_one_replaces_is_the_one_before() -> None:
    text = (
        "# Development Strategy of the City of Ostrow 2023–2029\n\n## Introduction\n\n"
        "It replaces the development plan for 2015–2022, of whose 30 projects 21 were "
        "completed and four dropped for want of money; five are carried over.\n"
    )

    assert previous_programme(programme(text)).passes
