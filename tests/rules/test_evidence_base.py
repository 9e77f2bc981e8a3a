"""Sources and years of the data in the analysis."""

import pytest

from plancheck.rules.evidence_base import evidence_base
from plancheck.sdk import NotApplicable, Unsure, Verdict
from plancheck.testing import programme
from tests.rules.test_territory import START

PART = START + "## Pašreizējās situācijas raksturojums\n\n"
TABLE = """\
{number}. tabula. Iedzīvotāji

| Gads | Skaits |
| --- | --- |
| 2020 | 8420 |
| {year} | 8305 |

{note}

"""


def table(note: str = "", *, year: int = 2021, number: int = 1) -> str:
    return TABLE.format(note=note, year=year, number=number)


def judge(text: str) -> Verdict:
    return evidence_base(programme(text))


@pytest.mark.parametrize(
    "note",
    ["Avots: CSP, 2021.", "Datu avots – PMLP", "Avoti: CSP; aprēķins", "(Avots: RAIM)"],
)
def test_a_note_beside_a_table_is_a_source(note: str) -> None:
    assert judge(PART + table(note)).score == 4


def test_a_table_without_a_source_is_named() -> None:
    text = PART + table("Avots: CSP.") + table("Skaits sarūk.", number=2)

    verdict = judge(text)

    assert [finding.text for finding in verdict.findings] == [
        "“2. tabula. Iedzīvotāji” names no source of its data."
    ]


@pytest.mark.parametrize(
    "caption",
    [
        "Iedzīvotāju skaits (CSP dati)",
        "Iedzīvotāju skaits, PMLP, 2022. gads",
        "Bezdarbnieki pēc NVA datiem",
        "Skolēnu skaits pēc pašvaldības izglītības pārvaldes datiem",
        "Ielu garums (ceļu uzturētāja dati)",
    ],
)
def test_a_caption_may_say_whose_data_they_are(caption: str) -> None:
    assert judge(PART + table().replace("Iedzīvotāji\n", f"{caption}\n")).score == 4


@pytest.mark.parametrize(
    "caption",
    [
        "Iedzīvotāju skaits (provizoriski dati)",
        "Novada dati",
        "Skolēnu skaits (CSP dati nav pieejami)",
        "Darbs ar datiem skolās",
    ],
)
def test_data_that_are_nobodys_are_no_source(caption: str) -> None:
    assert judge(PART + table().replace("Iedzīvotāji\n", f"{caption}\n")).score == 0


def test_the_source_in_a_caption_is_that_of_its_own_table() -> None:
    text = (
        PART + table() + table(number=2).replace("Iedzīvotāji", "Dzimušie (CSP dati)")
    )

    [finding] = judge(text).findings

    assert finding.text.startswith("“1. tabula. Iedzīvotāji”")


@pytest.mark.parametrize(
    "sentence",
    [
        "Visu tabulu datu avots ir CSP.",
        "Ja nav norādīts citādi, izmantoti CSP dati.",
        "Avoti visiem datiem: CSP un PMLP reģistri.",
    ],
)
def test_one_sentence_may_name_the_source_of_all_tables(sentence: str) -> None:
    between = "Ir runa par to.\n\nUn par ko citu.\n\nUn vēl.\n\n"

    verdict = judge(PART + sentence + "\n\n" + between + table() + table(number=2))

    assert verdict.score == 3
    assert verdict.quotes[0].text == sentence


def test_a_source_of_all_tables_that_is_to_be_named_is_none() -> None:
    between = "Ir runa par to.\n\nUn par ko citu.\n\nUn vēl.\n\n"
    promised = "Visu tabulu datu avots tiks norādīts vēlāk.\n\n"

    assert judge(PART + promised + between + table()).score == 0


def test_an_english_caption_may_say_whose_data_they_are() -> None:
    text = (
        "# Fenwick Development Programme 2024–2030\n\n## Present situation\n\n"
        "Table 1. {}\n\n| Year | People |\n| --- | --- |\n| 2021 | 840 |\n| 2022 | 835 |\n"
    )

    scores = [
        evidence_base(programme(text.format(caption), language="en")).score
        for caption in (
            "Population (census 2021)",
            "Pupils according to the school register",
            "Population (preliminary data)",
        )
    ]

    assert scores == [4, 4, 0]


def test_springs_and_sources_of_money_are_no_notes() -> None:
    assert judge(PART + table("Avots ir novada skaistākā vieta.")).score == 0
    assert judge(PART + table("Finansējuma avots ir budžets.")).score == 0


def test_a_source_in_the_caption_or_a_footnote_to_it_counts() -> None:
    chart = "1. attēls. Iedzīvotāju skaits 2021. gadā (avots: CSP)\n\n"
    noted = "2. attēls. Bezdarbs 2021. gadā³\n\n"

    assert judge(PART + chart + noted).score == 4


def test_maps_and_schemes_hold_no_data() -> None:
    text = PART + "1. attēls. Novada karte\n\n" + table("Avots: CSP.")

    assert judge(text).score == 4


def test_old_data_are_not_fresh() -> None:
    old = TABLE.replace("2020", "2012").format(note="Avots: CSP.", year=2013, number=1)

    verdict = judge(PART + old)

    assert verdict.score == 2
    assert verdict.findings[0].text == (
        "Half of the data are from 2013 or older, more than 3 years before the "
        "programme of 2022."
    )


def test_forecasts_do_not_make_data_fresh_nor_old() -> None:
    assert judge(PART + table("Avots: CSP.", year=2030)).score == 4


def test_an_analysis_in_words_only_is_weak() -> None:
    assert judge(PART + "Iedzīvotāju kļūst mazāk.\n").score == 1


def test_charts_that_cannot_be_read_leave_it_unsure() -> None:
    with pytest.raises(Unsure):
        judge(PART + "Kā redzams attēlā, iedzīvotāju kļūst mazāk.\n")


def test_without_the_part_there_is_nothing_to_judge() -> None:
    with pytest.raises(NotApplicable):
        judge(START)


def test_a_source_that_is_still_to_be_added_is_none() -> None:
    assert judge(PART + table("Avots: tiks precizēts")).score == 1


def test_data_of_a_named_office_are_a_source() -> None:
    assert judge(PART + table("Dati: PMLP, 2021. gads")).score >= 3


def test_a_list_of_laws_is_no_table_of_data() -> None:
    law = "Building Act 132/1999 asks for a share of renewable energy in new houses"
    text = f"""# Climate plan of Alderton 2024–2030

## Current situation

| Level | Policy |
|---|---|
| State | {law} |
| State | {law}, as amended 2021 |
| Region | {law}, plan of 2019 |
"""

    verdict = evidence_base(programme(text, language="en"))

    assert "without a table or figure of data" in verdict.findings[0].text


def test_a_caption_that_names_nothing_measured_may_be_a_map() -> None:
    apart = "Novadā ir ciemi.\n\nTajos ir veikali.\n\nVeikali ir mazi.\n\n"
    figure = "1. attēls. Katlumājas un muzeji novadā\n\n"

    plain = judge(PART + table("Avots: CSP.") + apart + figure)
    sourced = judge(PART + table("Avots: CSP.") + apart + figure + "Avots: NVA.\n")

    assert plain.message.text().startswith("1 of 1")
    assert sourced.message.text().startswith("2 of 2")


def test_a_table_cut_by_a_page_has_its_source_behind_the_last_piece() -> None:
    head = "| Gads | Skaits |\n| --- | --- |\n"
    pieces = (
        f"1. tabula. Iedzīvotāji\n\n{head}| 2018 | 8610 |\n| 2019 | 8520 |\n\n"
        f"{head}| 2020 | 8420 |\n| 2021 | 8305 |\n\nAvots: CSP.\n"
    )

    verdict = judge(PART + pieces)

    assert verdict.score == 4
    assert (
        str(verdict.message) == "1 of 1 tables and figures with data name their source."
    )


def test_numbers_on_the_axis_of_a_chart_do_not_hide_its_source() -> None:
    axis = "3\n\n2.5\n\n-1\n\ny = 0.9482x - 1724.2"
    caption = "1. attēls. Iedzīvotāju skaits 2020.–2021. gadā\n\n"

    with_source = judge(PART + caption + axis + "\n\nAvots: CSP, 2021.\n\n")
    without = judge(PART + caption + axis + "\n\nIedzīvotāju skaits samazinās.\n\n")

    assert with_source.score == 4
    assert without.score < 3


def test_a_table_below_the_methodology_of_its_figures_has_its_source_there() -> None:
    text = """\
# Development Programme of Lowerbrook Municipality 2022–2027

## Current situation

### Methodology for calculating emissions

The inventory of the county was taken for both quarters.

| Sector | 2019 | 2020 |
| --- | --- | --- |
| Roads | 120 | 118 |
| Homes | 90 | 88 |
"""

    assert evidence_base(programme(text, language="en")).score == 4


@pytest.mark.parametrize(
    "caption",
    [
        "1. attēls. Vidējā temperatūra, salīdzinot ar 1961.–1990. gada normu (avots: LVĢMC)",
        "1. attēls. Nokrišņu daudzums pret 1991. gadu (avots: LVĢMC)",
    ],
)
def test_the_years_with_which_data_are_compared_are_not_their_age(caption: str) -> None:
    assert judge(f"{PART}{caption}\n\n").score == 4
    assert (
        judge(f"{PART}1. attēls. Temperatūra 1961.–1990. gadā (avots: LVĢMC)\n\n").score
        == 2
    )


@pytest.mark.parametrize(
    ("aside", "score"), [("(CSP, 2021)", 4), ("(uz gada beigām)", 0)]
)
def test_who_keeps_the_data_may_stand_in_brackets_of_a_caption(
    aside: str, score: int
) -> None:
    text = PART + table().replace("Iedzīvotāji\n", f"Iedzīvotāji {aside}\n")

    assert judge(text).score == score
