"""Maps, known by their captions."""

from dataclasses import replace

import pytest

from plancheck.rules.maps import maps
from plancheck.sdk import Unsure
from plancheck.testing import programme
from tests.programmes import with_gap
from tests.rules.test_territory import START


def score(text: str) -> int:
    return maps(programme(START + text)).score


def test_a_map_of_projects_is_as_good_as_captions_can_tell() -> None:
    assert score("## Situācija\n\n3. attēls. Investīciju projektu karte\n") == 3


def test_a_map_in_the_strategic_part_is_tied_to_it() -> None:
    assert score("## Stratēģiskā daļa\n\n3. attēls. Novada telpiskā shēma\n") == 3


def test_a_map_of_the_parishes_shows_no_plans() -> None:
    verdict = maps(programme(START + "## Situācija\n\n1. attēls. Pagastu karte\n"))

    assert verdict.score == 2
    assert verdict.findings[0].text == (
        "Maps are captioned, but none shows priorities or projects, as “1. attēls. "
        "Pagastu karte”."
    )


def test_a_picture_that_was_not_read_may_be_a_map() -> None:
    whole = programme(START + "## Situācija\n\nNovads ir liels.\n")
    [document] = whole.documents
    unread = with_gap(document, "the page is a picture", is_figure=True)

    with pytest.raises(Unsure, match=r"were not read: 4\.$"):
        maps(replace(whole, documents=(unread,)))


@pytest.mark.parametrize(
    "caption",
    [
        "1. attēls. Ceļa karte uz klimatneitralitāti",
        "1. attēls. Pārvaldes shēma",
        "1. attēls. Iedzīvotāju skaits",
    ],
)
def test_other_figures_are_no_maps(caption: str) -> None:
    assert score(f"## Stratēģiskā daļa\n\n{caption}\n") == 0


def test_a_map_that_is_only_spoken_of_is_a_mention() -> None:
    verdict = maps(programme(START + "Teritorijas redzamas kartē pielikumā.\n"))

    assert verdict.score == 1
    assert verdict.absence is not None
    assert verdict.absence.nearest is not None


def test_a_map_of_the_borders_shows_no_plans_wherever_it_stands() -> None:
    assert score("## Stratēģiskā daļa\n\n3. attēls. Novada robežu karte\n") == 2


def test_a_numbered_scheme_is_a_caption() -> None:
    assert score("## Situācija\n\n1. shēma. Prioritāro projektu izvietojums\n") == 3


def test_the_caption_of_a_table_captions_no_map() -> None:
    text = """# Plan of Alderton 2024–2030

## Zoning

Table 2: Zoning districts of Alderton

| District | Area, ha |
|---|---|
| Homes | 12 |
"""

    assert maps(programme(text, language="en")).score == 0


def test_a_figure_may_be_called_fig() -> None:
    text = "# Plan of Lowerbrook 2022–2027\n\n## Town\n\nFig. 2. Map of Lowerbrook\n"

    assert maps(programme(text, language="en")).score == 2
