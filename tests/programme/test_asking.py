"""What rules ask a programme of its sections, its tables and its words."""

import pytest

from plancheck.model.table import Table
from plancheck.programme.programme import Programme
from plancheck.testing import programme
from tests.programme.plan import PLAN

BELOW = "\n\n## Uzraudzības ziņojums\n\nDome apspriež ziņojumu par ūdeni.\n\n"


@pytest.fixture(scope="module")
def plan() -> Programme:
    return programme(PLAN + BELOW)


def test_a_part_has_the_sections_below_its_own(plan: Programme) -> None:
    part = plan.part("monitoring procedure")

    assert part is not None
    assert "Uzraudzības ziņojums" in [section.title for section in part.walk()]
    assert part.section_ids == {id(section) for section in part.walk()}


def test_sections_of_several_parts_are_asked_for_at_once(plan: Programme) -> None:
    several = plan.section_ids("action plan", "monitoring procedure")

    assert several > plan.section_ids("action plan") > frozenset()
    assert plan.section_ids("no such part") == frozenset()


def test_a_programme_is_walked_section_by_section(plan: Programme) -> None:
    sections = list(plan.walk())

    assert sections[-1].title == "Uzraudzības ziņojums"
    assert plan.section_ids("action plan") < {id(section) for section in sections}


def test_a_block_is_told_as_a_plan_table_by_its_role() -> None:
    text = PLAN + "\n\n# Pielikums\n\n| Krāsa | Skaits |\n| --- | --- |\n| Zila | 3 |\n"
    plan = programme(text)
    [colours] = [
        block
        for section in plan.walk()
        for block in section.blocks
        if isinstance(block, Table) and block.text_at(0, 0) == "Krāsa"
    ]
    action = plan.tables_of("action")[0].fragments[0]

    assert plan.is_plan_table(action)
    assert plan.is_plan_table(action, "investment", "action")
    assert not plan.is_plan_table(action, "indicator")
    assert not plan.is_plan_table(colours)


def test_mentions_are_asked_for_within_a_part_or_by_its_name(plan: Programme) -> None:
    part = plan.part("monitoring procedure")
    assert part is not None

    inside = plan.mentions("monitoring report", within=part)

    assert inside
    assert plan.mentions("monitoring report", within="monitoring procedure") == inside
    assert plan.mentions("monitoring report", within="no such part") == ()
