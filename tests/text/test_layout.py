import pytest
from hypothesis import given
from hypothesis import strategies as st

from plancheck.text.layout import (
    MIN_REPEATS,
    caption_kind,
    edit_distance,
    has_dot_leaders,
    is_bare_caption_label,
    is_contents_line,
    is_contents_title,
    running_indexes,
)

TITLE = "Lejasupes novada attīstības programma 2022.–2027. gadam"


@pytest.mark.parametrize("text", ["SATURS", "Sāturns", "Satura rādītājs", "Contents"])
def test_a_contents_list_is_known_by_its_title(text: str) -> None:
    assert is_contents_title(text)


@pytest.mark.parametrize("text", ["Saturs un mērķi", "Status", "", "Nature"])
def test_other_headings_open_no_contents_list(text: str) -> None:
    assert not is_contents_title(text)


def test_an_entry_ends_with_its_page_number() -> None:
    assert is_contents_line("3.1. Rīcības plāns 41")
    assert not is_contents_line("Plāns līdz 2030")


def test_dot_leaders_make_an_entry_anywhere() -> None:
    assert has_dot_leaders("IEVADS ......... 5")
    assert has_dot_leaders("Ievads ……… 5")
    assert not has_dot_leaders("Un tā tālāk... 5")


@pytest.mark.parametrize(
    "text",
    [
        "3. tabula. Rīcības plāns",
        "3.tabula. Rīcības plāns",
        "P2.1.tabula",
        "Tabula Nr. 3. Rādītāji",
        "tabula",
        "Table 3. Action plan",
        "Table A1: Costs",
        "18.a tabula. Budžeta kodi",
        "18. a tabula. Budžeta kodi",
        "Table 18a. Budget codes",
    ],
)
def test_a_caption_is_of_a_table(text: str) -> None:
    assert caption_kind(text) == "table"


def test_a_caption_is_of_a_figure() -> None:
    assert caption_kind("3.11. attēls. Ievadītā enerģija") == "figure"
    assert caption_kind("Figure 2. The lake") == "figure"


@pytest.mark.parametrize(
    "text",
    [
        "3.1. tabulā ir apkopoti mērķi.",
        "Tabula rāda izmaksas.",
        "18.a tabulā ir budžeta kodi.",
        "Table manners are good.",
        "2. Rīcības plāns",
        "",
    ],
)
def test_a_sentence_is_no_caption(text: str) -> None:
    assert caption_kind(text) is None


def test_a_label_may_stand_without_its_title() -> None:
    assert is_bare_caption_label("3.2. tabula")
    assert is_bare_caption_label("Table 4.")
    assert not is_bare_caption_label("3. tabula. Rīcības plāns")


def test_a_title_repeated_on_pages_is_running() -> None:
    texts = [
        text for page in range(9) for text in (TITLE, f"Teksts par {page} skolām.")
    ]

    assert running_indexes(texts) >= set(range(0, 18, 2))


def test_a_few_wrong_letters_do_not_hide_a_running_title() -> None:
    texts = [TITLE] * MIN_REPEATS + [TITLE.replace("tt", "li"), "Kaut kas pavisam cits"]

    assert running_indexes(texts) == set(range(MIN_REPEATS + 1))


def test_page_numbers_do_not_make_titles_differ() -> None:
    texts = [f"{TITLE} {page}" for page in range(10, 10 + MIN_REPEATS)]

    assert len(running_indexes(texts)) == MIN_REPEATS


def test_what_is_said_a_few_times_is_not_running() -> None:
    assert running_indexes([TITLE] * (MIN_REPEATS - 1)) == frozenset()


def test_sources_below_tables_are_not_running() -> None:
    assert running_indexes(["Avots: Centrālā statistikas pārvalde"] * 9) == frozenset()


WORDS = st.text("abcā", max_size=8)


@given(WORDS, WORDS)
def test_edit_distance_is_the_same_both_ways(first: str, second: str) -> None:
    assert edit_distance(first, second, limit=9) == edit_distance(
        second, first, limit=9
    )


@given(WORDS, WORDS, st.integers(0, 8))
def test_a_limit_caps_the_edit_distance(first: str, second: str, limit: int) -> None:
    whole = edit_distance(first, second, limit=9)

    assert edit_distance(first, second, limit=limit) == min(whole, limit + 1)
