import pytest

from plancheck.model.categories import Category
from plancheck.model.document import Document, VolumePart
from plancheck.model.evidence import Absence, Evidence, Quote
from plancheck.model.location import Location
from plancheck.noting.homes import Homes
from plancheck.testing import document

PLAN = document(
    """\
# Lejasupes novada attīstības programma

## 1. Rīcības plāns

Pasākumi ir tabulā.

## 2. Uzraudzība

Pārskatu sagatavo katru gadu.
"""
)
ABROAD = Quote("Cits", Location("cits.docx", block_index=1))


def quoted(text: str, within: Document = PLAN) -> Quote:
    block = next(each for each in within.blocks if getattr(each, "text", "") == text)
    return Quote(text, block.location)


MONITORING = VolumePart("monitoring procedure", "heading", quoted("2. Uzraudzība"))
HOMES = Homes((PLAN,), (MONITORING,))
SOUGHT = Absence(("vadības grupa",), (PLAN.name,))


@pytest.mark.parametrize(
    ("evidence", "home"),
    [
        ((quoted("Pasākumi ir tabulā."), SOUGHT), "Pasākumi ir tabulā."),
        ((ABROAD, quoted("Pasākumi ir tabulā.")), "Pasākumi ir tabulā."),
        ((Absence(("termiņš",), ("1. Rīcības plāns",)),), "1. Rīcības plāns"),
        (
            (Absence(("grupa",), (), quoted("Pārskatu sagatavo katru gadu.")),),
            "Pārskatu sagatavo katru gadu.",
        ),
        ((SOUGHT,), "2. Uzraudzība"),
        ((), "2. Uzraudzība"),
    ],
)
def test_a_finding_stands_at_its_words_or_where_they_would_be(
    evidence: tuple[Evidence, ...], home: str
) -> None:
    assert HOMES.home(evidence, Category.MONITORING) == quoted(home)


def test_an_absence_without_a_part_stands_at_the_title() -> None:
    found = HOMES.home((SOUGHT,), Category.LEGAL)

    assert found == quoted("Lejasupes novada attīstības programma")


def test_an_absence_in_one_volume_stands_at_the_title_of_that_volume() -> None:
    other = document("# Investīciju plāns\n\nProjekti.\n", name="2.md")
    homes = Homes((PLAN, other), ())

    found = homes.home((Absence(("summa",), ("2.md",)),), Category.LEGAL)

    assert found == quoted("Investīciju plāns", other)


def test_a_part_that_is_a_volume_as_a_whole_is_shown_by_its_title() -> None:
    other = document("# Investīcijas\n\nProjekti.\n", name="2.md")
    part = VolumePart("investment plan", "file name", Quote("2.md", Location("2.md")))
    homes = Homes((PLAN, other), (part,))

    assert homes.home((), Category.FUNDING) == quoted("Investīcijas", other)


def test_a_programme_of_which_nothing_was_read_has_no_home() -> None:
    assert Homes((), ()).home((), Category.LEGAL) == Quote("", Location())


TITLE_PAGE = document(
    """\
Apstiprināts ar domes lēmumu

Lejasupes novada

attīstības programma 2022.–2027. gadam

# 1. Ievads
"""
)


def test_the_title_is_found_on_a_title_page_that_breaks_it_over_lines() -> None:
    stated = "Lejasupes novada attīstības programma 2022.–2027. gadam"

    found = Homes((TITLE_PAGE,), (), stated).home((), Category.LEGAL)

    assert found == quoted("attīstības programma 2022.–2027. gadam", TITLE_PAGE)


def test_the_title_stands_in_the_volume_that_has_it() -> None:
    summary = document("# Kopsavilkums\n\nĪsumā.\n", name="1.md")
    stated = "Lejasupes novada attīstības programma"

    found = Homes((summary, PLAN), (), stated).home((), Category.LEGAL)

    assert found == quoted(stated)


def test_words_that_stand_alone_are_no_title() -> None:
    found = Homes(
        (TITLE_PAGE,), (), "Lejasupes novada pašvaldības budžets 2022.–2024. gadam"
    ).home((), Category.LEGAL)

    assert found == quoted("1. Ievads", TITLE_PAGE)
