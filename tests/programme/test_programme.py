"""A programme answers by meaning."""

import pytest

from plancheck.programme.programme import Programme
from plancheck.testing import programme
from plancheck.text.stance import Stance
from tests.programme.plan import PLAN


@pytest.fixture(scope="module")
def plan() -> Programme:
    return programme(PLAN)


def test_title_page_says_whose_programme_it_is_and_for_which_years(
    plan: Programme,
) -> None:
    assert plan.municipality == "Lejasupes novads"
    assert plan.period is not None
    assert (plan.period.first, plan.period.last) == (2022, 2027)
    assert plan.language == "lv"
    assert plan.kind == "lv-municipality"


@pytest.mark.parametrize(
    "concept",
    [
        "current situation",
        "strategic part",
        "action plan",
        "investment plan",
        "monitoring procedure",
    ],
)
def test_part_is_found_by_its_heading(plan: Programme, concept: str) -> None:
    part = plan.part(concept)

    assert part is not None
    assert part.found_by == "heading"


def test_part_is_found_by_its_table_when_no_heading_names_it() -> None:
    plan = programme(PLAN.replace("# 4. Investīciju plāns", "# 4. Ieceres"))

    part = plan.part("investment plan")
    assert part is not None
    assert part.found_by == "table"
    assert part.sections[0].title == "4. Ieceres"


def test_part_in_an_annex_counts_only_where_the_body_has_none() -> None:
    annex = "\n# 1. pielikums\n\n## Klimata pārmaiņas\n\nTeksts.\n"

    part = programme(PLAN + annex).part("climate")

    assert part is not None
    assert part.is_annex


@pytest.mark.parametrize(
    "heading",
    ["Vide, klimata pārmaiņas un resursu pārvaldība", "Ūdens un klimata riski"],
)
def test_a_heading_that_lists_climate_change_is_on_it(heading: str) -> None:
    part = programme(f"{PLAN}\n## 7. {heading}\n\nVasaras kļūst karstas.\n").part(
        "climate"
    )

    assert part is not None
    assert part.quote.text == f"7. {heading}"


def test_review_of_other_documents_has_no_parts_of_the_programme() -> None:
    review = (
        "\n# Saskaņotība ar plānošanas dokumentiem\n\n## Klimata pārmaiņas\n\nTeksts.\n"
    )

    assert programme(PLAN + review).part("climate") is None


def test_abbreviations_are_those_of_its_own_list(plan: Programme) -> None:
    assert plan.abbreviations["AN"] == "Attīstības nodaļa"


def test_objectives_form_a_tree_from_strategy_and_action_plan(plan: Programme) -> None:
    tree = {
        (item.code, item.level, item.parent_code)
        for item in plan.objectives
        if item.origin == "action plan"
    }

    assert tree == {
        ("VTP1", "priority", ""),
        ("RV1.1", "direction", "VTP1"),
        ("U1.1.1", "task", "RV1.1"),
        ("P1.1.1.1", "measure", "U1.1.1"),
        ("P1.1.1.2", "measure", "U1.1.1"),
    }
    assert {
        item.code for item in plan.objectives if item.origin == "strategic part"
    } == {
        "VTP1",
        "RV1.1",
        "U1.1.1",
    }


def test_code_below_a_direction_that_does_not_exist_has_no_parent() -> None:
    plan = programme(PLAN.replace("| P1.1.1.2 |", "| P1.4.1.2 |"))

    [orphan] = [item for item in plan.objectives if item.code == "P1.4.1.2"]
    assert orphan.parent_code == ""


def test_places_are_own_units_in_any_inflection_and_named_streets(
    plan: Programme,
) -> None:
    assert plan.places.find("Pārbūvēt ceļu Birzmalu pagastā") == ("Birzmalu pagastā",)
    assert plan.places.find("Labiekārtot laukumu Ozolkalnā") == ("Ozolkalnā",)
    assert plan.places.find("Skolas ielas pārbūve") == ("Skolas ielas",)
    assert plan.places.find("Lejasupes novada pašvaldība") == ()


def test_capital_that_begins_a_sentence_makes_no_name(plan: Programme) -> None:
    assert plan.places.find("Pārbūvēt tiltu un atjaunot parku") == ()
    assert plan.places.find("Piemēram, Viedo pilsētu konference") == ()
    assert plan.places.find("Divu ielu pārbūve") == ()
    assert plan.places.find("Labiekārtot ezera peldvietu") == ()
    assert plan.places.find("Atjaunot Baltās skolas jumtu") == ("Baltās skolas",)


def test_whole_municipality_is_no_place(plan: Programme) -> None:
    assert plan.places.names_whole_municipality("visa novada teritorija")
    assert plan.places.names_whole_municipality("Lejasupes novads")
    assert not plan.places.names_whole_municipality("Birzmalu pagasts")


@pytest.mark.parametrize(
    ("sentence", "stance"),
    [
        ("Pasākumiem ir noteiktas mērķteritorijas.", Stance.ASSERTED),
        ("Pasākumiem nav noteiktas mērķteritorijas.", Stance.NEGATED),
        ("Mērķteritorijas tiks noteiktas 2025. gadā.", Stance.PROMISED),
    ],
)
def test_mention_says_whether_the_thing_is_there(sentence: str, stance: Stance) -> None:
    plan = programme(PLAN + "\n# 6. Teritorijas\n\n" + sentence + "\n")

    [mention] = [
        each
        for each in plan.mentions("territory")
        if each.section.title.startswith("6")
    ][1:]

    assert mention.quote.text == sentence
    assert mention.stance is stance


def test_mention_in_a_review_of_other_documents_is_not_the_programmes_own() -> None:
    review = "\n# Saskaņotība ar plānošanas dokumentiem\n\nTur ir mērķteritorijas.\n"
    plan = programme(PLAN + review)

    assert not [
        each for each in plan.mentions("territory") if "Tur ir" in each.quote.text
    ]


def test_text_about_programmes_is_none() -> None:
    plan = programme("""
# Balvu novada attīstības programmas 2022.-2027. gadam izvērtēšana

Attīstības programmai nav rīcības plāna.

# Rīcības plāns turpmākajiem mēnešiem

Organizēt mācību vizīti.
""")

    assert plan.kind is None


def test_another_kind_of_plan_is_named() -> None:
    plan = programme(
        PLAN.replace(
            "attīstības programma 2022",
            "ilgtspējīgas enerģētikas un klimata rīcības plāns 2022",
        )
    )

    assert plan.kind is None
    assert "enerģētikas un klimata rīcības plāns" in str(plan.kind_reason)


def test_period_of_another_plan_that_is_cited_is_not_its_own() -> None:
    plan = programme(
        """\
# Climate City Contract

2030 Climate Neutrality Action Plan

Municipality of Rivertown

## Journey

The measures are part of the Rivertown Integrated Development Plan (2021-2027) and of the
Sustainable Energy and Climate Action Plan 2022-2030.
"""
    )

    assert plan.period is None
    assert plan.municipality == "Municipality of Rivertown"


def test_the_period_of_the_title_page_goes_before_that_of_the_plan_before() -> None:
    plan = programme(
        """\
Integrated Development Strategy

PDE 2025–2031

# Foreword

We go on from the Strategic Plan Otterbury 2017–2024, the time of which is now over.
""",
        language="en",
    )

    assert plan.period is not None
    assert (plan.period.first, plan.period.last) == (2025, 2031)


def test_years_of_a_fund_on_the_title_page_are_no_period() -> None:
    plan = programme(
        """\
ES fondu 2021.–2027. gada plānošanas periods

# Lejasupes novada attīstības programma 2024.–2030. gadam
"""
    )

    assert plan.period is not None
    assert (plan.period.first, plan.period.last) == (2024, 2030)


def test_municipality_has_a_name_with_a_capital() -> None:
    plan = programme(
        "# Rīgas viedās pilsētas attīstības programma\n\nRīgas pilsētas dome."
    )

    assert plan.municipality == "Rīgas pilsēta"


def test_names_that_a_text_locates_something_at_are_places(plan: Programme) -> None:
    english = programme(
        "# Development Programme of Lowerbrook Municipality 2022–2027\n\nText.\n",
        language="en",
    ).places

    assert plan.places.find_located("Plūdi Vecmuižā un Latvijā") == ("Vecmuižā",)
    assert plan.places.find_located("Centrālajā plānā un Lejasupē") == ()
    assert english.find_located("Floods at the Oldford Quay in March") == (
        "Oldford Quay",
    )
    assert english.find_located("It rains in Finland and in Lowerbrook.") == ()


def test_a_word_of_a_list_is_found_in_texts_of_the_programme_and_in_others(
    plan: Programme,
) -> None:
    assert plan.has_word("national", "Nacionālais plāns")
    assert not plan.has_word("national", plan.passages.passages[0].text)


def test_a_concept_is_named_by_a_whole_text_as_by_its_mentions(plan: Programme) -> None:
    texts = {each.text for each in plan.passages.passages}

    named = {text for text in texts if plan.spans("responsible", text)}

    assert named
    assert set(plan.named("responsible").indexed) == named
