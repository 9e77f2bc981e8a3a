"""Each change is noticed by a rule that must, and not minded by one that must not."""

from collections.abc import Callable

import pytest

from plancheck.rules.governance import coordination, responsible_body
from plancheck.rules.structure import complete_parts
from plancheck.testing import (
    COMPLETE,
    blank_column,
    drop_section,
    inflect,
    letter_space,
    negate,
    programme,
    promise,
    rename_heading,
    split_table,
)
from plancheck.testing.source import EditError

BODY = "Programmas īstenošanu koordinē īstenošanas vadības grupa."


def test_a_dropped_section_is_missed() -> None:
    changed = drop_section(COMPLETE, "5. Īstenošanas vadība un koordinācija")

    assert BODY not in changed
    assert not coordination(programme(changed)).passes


@pytest.mark.parametrize(
    "change",
    [
        lambda text: letter_space(text, "3. Rīcības plāns"),
        lambda text: rename_heading(text, "3. Rīcības plāns", "3. Rīcību plāns"),
        lambda text: inflect(text, "Rīcības plāns"),
        lambda text: split_table(text, "Mērķa grupa"),
    ],
)
def test_a_harmless_change_is_not_minded(change: Callable[[str], str]) -> None:
    changed = change(COMPLETE)

    assert changed != COMPLETE
    assert (
        complete_parts(programme(changed)).score
        == complete_parts(programme(COMPLETE)).score
    )


def test_a_blank_column_is_missed() -> None:
    changed = blank_column(COMPLETE, "Datu avots")

    assert all(not each.data_source for each in programme(changed).indicators)


def test_a_share_of_a_column_is_blanked_evenly() -> None:
    sources = programme(blank_column(COMPLETE, "Datu avots", share=0.5)).indicators

    filled = sum(bool(each.data_source) for each in sources)
    assert filled == pytest.approx(len(sources) / 2, abs=1)


@pytest.mark.parametrize("change", [negate, promise])
def test_what_is_denied_or_promised_is_not_there(
    change: Callable[[str, str], str],
) -> None:
    text = "# Lejasupes novada programma\n\n## Vadība\n\n" + BODY + "\n"

    assert coordination(programme(change(text, BODY))).score <= 1


@pytest.mark.parametrize(
    "change",
    [
        lambda text: drop_section(text, "99. Nav"),
        lambda text: negate(text, "Šāda teikuma nav."),
        lambda text: blank_column(text, "Šādas ailes nav"),
        lambda text: inflect(text, "Nav tādu vārdu"),
    ],
)
def test_a_change_of_nothing_is_an_error(change: Callable[[str], str]) -> None:
    with pytest.raises(EditError):
        change(COMPLETE)


def test_an_english_sentence_is_denied_in_english() -> None:
    text = "# Development programme 2024-2030\n\nThe group meets monthly.\n"

    assert "It is not laid down that the group meets" in negate(
        text, "The group meets monthly."
    )


def test_the_rules_of_one_table_hold_in_two(complete_programme: object) -> None:
    assert complete_programme == programme(COMPLETE)
    assert responsible_body(programme(split_table(COMPLETE, "Mērķa grupa"))).passes
