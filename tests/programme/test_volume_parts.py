"""Volumes are named by the parts that they hold, and stand in their order."""

from dataclasses import replace

import pytest

from plancheck.programme.programme import Programme
from plancheck.programme.vocabulary_files import load_vocabulary
from plancheck.programme.volume_parts import in_order
from plancheck.sdk import Document
from plancheck.testing import document

VOCABULARY = load_vocabulary("lv")
TITLE = "Lejasupes novada attīstības programma 2022.–2027. gadam"
TEXT = (
    "Novadā dzīvo 14 764 cilvēki, un katru gadu viņu ir par diviem simtiem mazāk.\n\n"
)
SITUATION = f"{TITLE}\n\n# 1. Pašreizējās situācijas raksturojums\n\n{TEXT}"
STRATEGY = f"{TITLE}\n\n# 2. Stratēģiskā daļa\n\n{TEXT}"
INVESTMENTS = f"{TITLE}\n\n# 4. Investīciju plāns\n\n{TEXT}"
ACTION_TABLE = """
| Nr. | Pasākums | Atbildīgais | Izpildes termiņš | Finansējuma avots | Rezultāts |
| --- | --- | --- | --- | --- | --- |
| P1 | Skolas ielas pārbūve | Īpašumu nodaļa | 2024 | Pašvaldības budžets | 1 iela |
| P2 | Parka izveide | Īpašumu nodaļa | 2025 | Pašvaldības budžets | 1 parks |
"""


def long_text(times: int) -> str:
    """One paragraph: several of the same words would be taken for running lines."""
    return TEXT.replace("\n", " ") * times + "\n\n"


def volumes(*texts: str) -> tuple[Document, ...]:
    """Volumes whose names say nothing, the last one's name first in the alphabet."""
    names = [f"{letter}.md" for letter in "zyxwv"]
    return tuple(document(text, name) for text, name in zip(texts, names, strict=False))


def concepts(volume: Document) -> list[tuple[str, str]]:
    return [(part.concept, part.found_by) for part in volume.parts]


def test_volumes_stand_by_their_parts_and_not_by_their_names() -> None:
    ordered = in_order(volumes(INVESTMENTS, SITUATION, STRATEGY), VOCABULARY)

    assert [volume.name for volume in ordered] == ["y.md", "x.md", "z.md"]
    assert [concepts(volume) for volume in ordered] == [
        [("current situation", "heading")],
        [("strategic part", "heading")],
        [("investment plan", "heading")],
    ]


def test_a_title_names_the_volume_whatever_its_headings_are() -> None:
    text = f"{TITLE}\n\n1. sējums. Pašreizējās situācijas raksturojums\n\n# 1. Ļaudis\n\n{TEXT}"

    [volume] = in_order(volumes(text), VOCABULARY)

    assert concepts(volume) == [("current situation", "title")]


@pytest.mark.parametrize(
    "line",
    [
        "1. redakcija publiskajai apspriešanai",
        "AKTUALIZĒTA: rīcības plāns (RP 2026.1) un investīciju plāns (IP 2026.1) 26.02.2026.",
    ],
)
def test_what_a_title_page_says_of_the_draft_names_no_part(line: str) -> None:
    [volume] = in_order(volumes(f"{TITLE}\n\n{line}\n\n# Ievads\n\n{TEXT}"), VOCABULARY)

    assert concepts(volume) == []


def test_a_contents_list_names_no_part() -> None:
    lines = (
        "Pašreizējā situācija\n\nStratēģiskā daļa\n\nRīcības plāns\n\nInvestīciju plāns"
    )

    [volume] = in_order(volumes(f"{lines}\n\n# Ievads\n\n{TEXT}"), VOCABULARY)

    assert concepts(volume) == []


def test_a_volume_of_several_parts_has_its_main_one_first() -> None:
    plans = f"# 2. Stratēģiskā daļa\n\n{TEXT}# 3. Rīcības plāns\n\n{long_text(3)}"

    first, second = in_order(volumes(plans, SITUATION), VOCABULARY)

    assert first.name == "y.md"
    assert concepts(second) == [
        ("action plan", "heading"),
        ("strategic part", "heading"),
    ]


def test_a_part_that_is_only_summed_up_is_not_held() -> None:
    text = f"{SITUATION}{long_text(20)}# Rīcības plāns\n\nSkatīt 3. sējumu.\n"

    [volume] = in_order(volumes(text), VOCABULARY)

    assert concepts(volume) == [("current situation", "heading")]


def test_a_table_names_a_volume_without_a_heading() -> None:
    [volume] = in_order(volumes(f"# 3. pielikums\n{ACTION_TABLE}"), VOCABULARY)

    assert concepts(volume) == [("action plan", "table")]


def test_a_file_name_names_a_volume_of_which_nothing_could_be_read() -> None:
    unread = Document(name="x/3_investiciju_plans.pdf", format="pdf", blocks=())

    first, last = in_order((unread, *volumes(SITUATION)), VOCABULARY)

    assert first.name == "z.md"
    assert concepts(last) == [("investment plan", "file name")]


def test_the_settings_go_before_all_signs() -> None:
    given = {"z.md": ("monitoring procedure", "participation report")}

    first, last = in_order(volumes(SITUATION, STRATEGY), VOCABULARY, given)

    assert first.name == "y.md"
    assert concepts(last) == [
        ("monitoring procedure", "settings"),
        ("participation report", "settings"),
    ]


def test_volumes_of_no_part_come_last_as_they_stood() -> None:
    maps = document("# Kartes\n\nTeksts.\n", "b.md")
    photos = document("# Attēli\n\nTeksts.\n", "a.md")

    ordered = in_order((maps, photos, *volumes(STRATEGY)), VOCABULARY)

    assert [volume.name for volume in ordered] == ["z.md", "b.md", "a.md"]


def test_order_does_not_depend_on_the_order_given() -> None:
    given = volumes(INVESTMENTS, SITUATION, STRATEGY)

    assert in_order(given, VOCABULARY) == in_order(given[::-1], VOCABULARY)


def test_a_volume_titled_after_a_part_is_that_part() -> None:
    text = f"{TITLE}\n\nPašreizējās situācijas raksturojums\n\n# 1. Ļaudis\n\n{long_text(20)}"
    ordered = in_order(volumes(STRATEGY, text), VOCABULARY)

    part = Programme(ordered, VOCABULARY).part("current situation")

    assert part is not None
    assert (part.found_by, part.quote.text) == (
        "title",
        "Pašreizējās situācijas raksturojums",
    )
    assert part.word_count > 100


def test_a_heading_in_another_volume_does_not_hide_the_volume_of_that_name() -> None:
    summary = f"{STRATEGY}# Rīcības plāns\n\nSkatīt 3. sējumu.\n"
    plan = f"{TITLE}\n\nRīcības plāns\n\n# Ielas\n{ACTION_TABLE}"
    ordered = in_order(volumes(summary, plan), VOCABULARY)

    part = Programme(ordered, VOCABULARY).part("action plan")

    assert part is not None
    assert len(part.tables) == 1
    assert part.quote.location.document == "y.md"


def test_a_part_with_a_heading_in_its_volume_is_what_stands_below_it() -> None:
    [volume, _] = in_order(volumes(SITUATION, STRATEGY), VOCABULARY)
    given = replace(volume, parts=())

    for each in (volume, given):
        part = Programme((each,), VOCABULARY).part("current situation")
        assert part is not None
        assert part.found_by == "heading"


def test_a_volume_named_after_a_part_is_all_of_it_beside_a_short_chapter() -> None:
    first = (
        "# Development plan of Otterbury County 2024–2030\n\nVolume 1. County profile\n\n"
        "# Where we are\n\n" + "Otterbury lies by the sea. " * 15 + "\n\n"
        "# Work\n\n" + "Six in ten people work in the county. " * 40 + "\n\n"
        "# Homes\n\n" + "Four hundred homes stand empty. " * 40 + "\n"
    )
    vocabulary = load_vocabulary("en")
    ordered = in_order(volumes(first), vocabulary)

    part = Programme(ordered, vocabulary).part("current situation")

    assert part is not None
    assert part.word_count > 400


def test_a_title_set_as_the_chapters_below_it_holds_the_whole_volume() -> None:
    text = (
        f"{TITLE}\n\n# 1. SĒJUMS. PAŠREIZĒJĀ SITUĀCIJA\n\n2024\n\n"
        f"# 1. VIETA UN ĻAUDIS\n\n{long_text(20)}# 2. SAIMNIECĪBA\n\n{long_text(20)}"
    )
    ordered = in_order(volumes(text, STRATEGY), VOCABULARY)

    part = Programme(ordered, VOCABULARY).part("current situation")

    assert ("current situation", "title") in concepts(ordered[0])
    assert part is not None
    assert part.word_count > 400


def test_a_chapter_of_a_volume_of_two_parts_is_not_the_whole_volume() -> None:
    text = (
        f"{TITLE}\n\n# 1. SĒJUMS. PAŠREIZĒJĀ SITUĀCIJA UN STRATĒĢISKĀ DAĻA\n\n"
        f"# 1. PAŠREIZĒJĀ SITUĀCIJA\n\n{long_text(5)}"
        f"# 2. STRATĒĢISKĀ DAĻA\n\n{long_text(20)}"
    )
    ordered = in_order(volumes(text), VOCABULARY)

    part = Programme(ordered, VOCABULARY).part("current situation")

    assert part is not None
    assert [each.title for each in part.sections][-1] == "1. PAŠREIZĒJĀ SITUĀCIJA"


def test_a_volume_of_two_parts_is_neither_where_the_other_has_its_chapter() -> None:
    text = (
        f"{TITLE}\n\n1. sējums. Pašreizējās situācijas raksturojums un stratēģiskā daļa\n\n"
        f"# 1. Ļaudis\n\n{TEXT}# 2. Stratēģiskā daļa\n\n{TEXT}"
    )
    plan = Programme(in_order(volumes(text), VOCABULARY), VOCABULARY)

    situation = plan.part("current situation")
    strategy = plan.part("strategic part")

    assert situation is not None
    assert strategy is not None
    assert situation.section_ids.isdisjoint(strategy.section_ids)
    assert situation.sections[-1].title == "1. Ļaudis"
