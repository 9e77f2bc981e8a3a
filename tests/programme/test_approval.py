"""The decision that adopted a programme is told from those on other documents."""

import datetime as dt

import pytest

from plancheck.testing import AS_OF, programme

TITLE = "# Lejasupes novada attīstības programma 2022.–2027. gadam\n\n"
ADOPTED = dt.date(2022, 2, 24)


@pytest.mark.parametrize(
    ("lines", "number"),
    [
        ("Apstiprināta ar domes 2022. gada 24. februāra lēmumu Nr. 41.", "41"),
        ("APSTIPRINĀTA\n\nar domes\n\n24.02.2022. lēmumu Nr. 2/14", "2/14"),
        ("Apstiprināta ar domes 24.02.2022. lēmumu Nr. RD-22-721-lē", "RD-22-721-lē"),
        ("Programma apstiprināta Lejasupes novada domē 2022. gada 24. februārī", None),
        (
            "Attīstības programma apstiprināta 2022.gada 24.februārī (protokols Nr.3, 12.§)",
            "3",
        ),
    ],
)
def test_day_and_number_stand_on_the_title_page(lines: str, number: str | None) -> None:
    approved = programme(TITLE + lines).approved

    assert approved is not None
    assert (approved.date, approved.number) == (ADOPTED, number)
    assert approved.quote.text.startswith(lines[:11])


def test_an_english_decision_is_read() -> None:
    text = (
        "# Riverside Municipality Development Programme 2022–2027\n\n"
        "Adopted by council decision No 41 of 24 February 2022."
    )

    approved = programme(text).approved

    assert approved is not None
    assert (approved.date, approved.number) == (ADOPTED, "41")


@pytest.mark.parametrize(
    "line",
    [
        "Projekts, 1. redakcija",
        "Tiks apstiprināta ar domes lēmumu 2022. gada 24. februārī",
        "Programma nav apstiprināta; dome to skatīs 2022. gada 24. februārī.",
        "Apstiprināta 2022. gadā",
        "Apstiprināta ar domes 2013. gada 24. februāra lēmumu",
        "Izstrādāta pēc stratēģijas, kas apstiprināta 2022. gada 24. februārī",
    ],
)
def test_what_is_promised_denied_or_of_another_document_is_none(line: str) -> None:
    assert programme(TITLE + line).approved is None


def test_running_text_counts_only_where_it_names_this_programme() -> None:
    pages = "".join(f"Rinda {number}.\n\n" for number in range(20))
    own = "Attīstības programma apstiprināta 2022. gada 24. februārī."
    other = "Ilgtspējīgas attīstības stratēģija apstiprināta 2021. gada 3. martā."
    previous = "2015.–2021. gada attīstības programma apstiprināta 2020. gada 5. maijā."

    found = programme(TITLE + pages + f"{other}\n\n{previous}\n\n{own}").approved

    assert found is not None
    assert found.quote.text == own
    assert programme(TITLE + pages + f"{other}\n\n{previous}").approved is None


def test_the_law_is_that_of_the_approval_else_of_the_day_of_the_check() -> None:
    adopted = "Apstiprināta ar domes 2022. gada 24. februāra lēmumu Nr. 41."

    assert programme(TITLE + adopted).law_day == ADOPTED
    assert programme(TITLE).law_day == AS_OF
    assert programme(TITLE, as_of=dt.date(2026, 1, 2)).law_day == dt.date(2026, 1, 2)


@pytest.mark.parametrize(
    "line",
    [
        "Darba uzdevums apstiprināts ar domes 2021. gada 29. jūlija lēmumu Nr. 203",
        "Ar 24.02.2022. lēmumu Nr. 8 apstiprināta nodošana publiskajai apspriešanai",
    ],
)
def test_a_decision_on_the_way_adopts_nothing(line: str) -> None:
    assert programme(TITLE + line).approved is None


def test_a_line_to_be_filled_in_is_no_line_of_a_contents_list() -> None:
    text = TITLE + "Apstiprināta ar domes lēmumu Nr. ______"

    assert programme(text).documents[0].paragraphs[-1].text.endswith("____")


def test_far_from_the_opening_a_decision_counts_with_its_number_only() -> None:
    far = (
        TITLE
        + "Apraksts.\n\n## Ievads\n\n"
        + "".join(f"Ciems L{'a' * each} ir liels.\n\n" for each in range(1, 100))
    )
    named = "Attīstības programma apstiprināta 2022. gada 24. februārī"

    assert programme(far + named + ".").approved is None
    approved = programme(far + named + " ar domes lēmumu Nr. 41.").approved
    assert approved is not None
    assert approved.number == "41"


STREETS = ("Mill", "River", "Orchard", "Chapel", "Quarry", "Meadow", "Bridge", "Market")
SUPPORTED = """The Town Council passed a resolution supporting the Green Fenwick Plan on
May 10, 2024 (resolution 0439-24)."""
ENDORSED = """The Green Fenwick Plan was endorsed by the Town Council on 10 May 2024,
resolution 39-24."""
BODY = "\n\n".join(
    f"{street} Street is one that the Green Fenwick Plan rebuilds with trees."
    for street in STREETS
)


@pytest.mark.parametrize(
    ("decision", "is_on_it"),
    [
        (SUPPORTED, True),
        (ENDORSED, True),
        ("The Council adopted the Old Library Plan on 10 May 2024 (No. 39-24).", False),
        ("The Council adopted the plan of the mill on 10 May 2024 (No. 39-24).", False),
    ],
)
def test_a_plan_of_no_known_kind_is_named_by_its_own_name(
    decision: str, *, is_on_it: bool
) -> None:
    far = "\n\n".join(f"Houses on {a} and {b}." for a in STREETS for b in STREETS)
    text = f"# A letter to Fenwick\n\n{BODY}\n\n{far}\n\n{decision}\n"

    approved = programme(text, language="en").approved

    assert (approved is not None) is is_on_it


def test_a_footnote_of_the_title_page_names_the_decision() -> None:
    text = (
        "# Lejasupes novada attīstības programma 2022.–2027. gadam[^1]\n\n## Ievads\n\n"
        "Upe.\n\n[^1]: Apstiprināta ar domes 24.02.2022. lēmumu Nr. 41.\n"
    )

    approved = programme(text).approved
    assert approved is not None
    assert approved.number == "41"
