"""The comparison and the cooperation as pages and workbooks."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

from plancheck.intermunicipal import compare, cooperation
from plancheck.intermunicipal.details import Detail, RuleDetail, Shown
from plancheck.intermunicipal.pages import (
    render_comparison,
    render_cooperation,
    render_programme,
)
from plancheck.intermunicipal.programme_page import own_page_name
from plancheck.intermunicipal.reading import Run, Scored
from plancheck.intermunicipal.sheets import comparison_workbook, cooperation_workbook
from plancheck.model.location import Location
from tests.browser import browser, window
from tests.intermunicipal.region import judged, run, unread

A4_ACROSS = 1001
"""What a printer leaves of A4 laid across, in pixels."""

HARM = "<script>alert(1)</script>"


@pytest.fixture
def region() -> Run:
    return run(
        judged("Annas novads", "Autoceļa P32 posms | Bertas novads", region="Vidzeme"),
        judged(
            "Bertas novads", "Skola | Annas novads", "Autoceļš V7 | 1", scores=(1, 0, 4)
        ),
        judged(
            "Citas novads", "Autoceļš V7 | 2", scores=(2, None, 3), failing=("MO01",)
        ),
        unread("torn.pdf"),
    )


def both_pages(region: Run, language: str) -> tuple[str, str]:
    before = compare(region, run(judged("Citas novads", failing=("FF01",))))
    return (
        render_comparison(before, language),
        render_cooperation(cooperation(region), language),
    )


def own_page(region: Run, quote: str = "Ceļš | 2030", language: str = "en") -> str:
    """The first programme's own page."""
    found = compare(region)
    [first, *_others] = found.programmes
    return render_programme(found, first, details(quote), language, "../index.html")


def test_the_comparison_shows_scores_ranks_and_what_failed(region: Run) -> None:
    page, _ = both_pages(region, "en")

    assert '<td class="cell s0">0</td>' in page
    assert '<td class="cell none">–</td>' in page
    assert 'href="#p1"' in page
    assert 'id="p1"' in page
    assert "torn.pdf: Torn." in page
    assert "M2 Indicators with baseline and target (0.00)" in page
    assert "What MO01 found." in page


def test_the_cooperation_shows_pairs_with_quotes_and_places(region: Run) -> None:
    _, page = both_pages(region, "en")

    assert "Annas novads – Bertas novads" in page
    assert "⇄ 1" in page
    assert "“Autoceļa P32 posms | Bertas novads”" in page
    assert "3. Rīcības plāns, table 1, row 2" in page
    assert "Road V7" in page
    assert "planned by each alone" in page


def details(quote: str = "Ceļš | 2030") -> tuple[RuleDetail, ...]:
    """What two rules found in a programme: one failed, the other did not."""
    place = Location("plans.md", ("3. Rīcības plāns",), table_number=1, row_number=2)
    evidence = (
        Shown("quote", quote, "", place),
        Shown("absence", "bāzes vērtība", "plans.md", Location()),
        Shown("nearest", "2021. gadā", "", place),
    )
    failed = Detail("No baseline.", is_waived=False, evidence=evidence)
    whole = Detail("1 of 4 indicators has no baseline.", is_waived=False, evidence=())
    return (
        RuleDetail(
            "MO02", "Baselines", "fail", 2, "Write it.", "A law", (whole, failed)
        ),
        RuleDetail("MO03", "Targets", "pass", 4, "", "A law", (whole,)),
    )


def test_a_programmes_own_page_shows_findings_with_quotes_places_and_remedy(
    region: Run,
) -> None:
    found = compare(region)

    page = render_programme(
        found, found.programmes[1], details(), "en", "../index.html"
    )

    assert "Mean of the criteria 1.67, place 3 of 3." in page
    assert "MO02 Baselines (2/4)" in page
    assert "“Ceļš | 2030” (plans.md, 3. Rīcības plāns, table 1, row 2)" in page
    assert "Sought in plans.md: bāzes vērtība" in page
    assert "Nearest to it: “2021. gadā”" in page
    assert "Write it." in page
    assert 'href="../index.html"' in page
    assert "<strong>MO03</strong> Targets (4/4)" in page


def test_a_programmes_own_page_is_linked_only_where_there_is_one(region: Run) -> None:
    found = compare(region)

    assert "programmes/00000-annas-md.html" in render_comparison(
        found, "en", "programmes"
    )
    assert "programmes/" not in render_comparison(found, "en")


def test_names_in_any_script_give_files_that_no_system_stumbles_over() -> None:
    named = replace(judged("Annas novads"), number=7)

    names = [
        own_page_name(replace(named, path=path))
        for path in ("новый\nплан", "a/b/Ādažu (1).docx", "x" * 300, "../..", "CON")
    ]

    assert names == [
        *("00007.html", "00007-adazu-1-docx.html"),
        *(f"00007-{'x' * 40}.html", "00007.html", "00007-con.html"),
    ]


def test_two_programmes_of_one_municipality_are_told_apart(region: Run) -> None:
    first, *_others = region.programmes

    assert first.name == "Annas novads"
    assert replace(first, has_namesake=True).name == f"Annas novads ({first.path})"


def test_pages_are_in_the_language_that_is_asked_for(region: Run) -> None:
    for page in both_pages(region, "lv"):
        assert '<html lang="lv">' in page
        assert "Programma" in page

    own = own_page(region, language="lv")
    assert '<html lang="lv">' in own
    assert "Pārkāptie noteikumi" in own


def test_text_of_documents_is_no_markup() -> None:
    evil = run(
        judged(f"Annas {HARM} novads", f"{HARM} | Bertas novads"),
        judged("Bertas novads", f"Tilts pār Gauju | {HARM}"),
    )

    for page in (*both_pages(evil, "en"), own_page(evil, f"Ceļš {HARM}")):
        assert "<script>" not in page


def test_pages_ask_for_nothing_from_outside(region: Run) -> None:
    for page in both_pages(region, "en"):
        assert "http" not in page.replace('http-equiv="', "")
        assert "default-src &#39;none&#39;" in page


def test_pages_can_be_read_by_everybody(region: Run, tmp_path: Path) -> None:
    with browser() as opened:
        pages = (*both_pages(region, "lv"), own_page(region))
        for index, page in enumerate(pages):
            file = tmp_path / f"{index}.html"
            file.write_text(page, encoding="utf-8")
            with window(opened, file) as shown:
                assert shown.violations() == []
                assert shown.complaints == []
            with window(opened, file, width=400) as shown:
                assert shown.overflow <= 0


def test_all_columns_stand_on_the_printed_sheet(tmp_path: Path) -> None:
    criteria = tuple(
        Scored(f"M{number}", "monitoring" if number % 2 else "funding", "Asked", 3, 3.0)
        for number in range(26)
    )
    wide = run(
        *(
            replace(judged(f"{letter}ārnavas novads", "Skola"), criteria=criteria)
            for letter in "ABCDEFGHIJKLMNOPRSTUVZĀČ"
        )
    )

    with browser() as opened:
        for index, page in enumerate(both_pages(wide, "lv")):
            file = tmp_path / f"{index}.html"
            file.write_text(page, encoding="utf-8")
            with window(opened, file, width=A4_ACROSS) as shown:
                shown.page.emulate_media(media="print")
                assert shown.overflow <= 0


def test_a_matrix_of_many_programmes_asks_for_a_larger_sheet(region: Run) -> None:
    many = run(*(judged(f"{number}. novads") for number in range(43)))

    assert 'class="heat matrix sheet-a4"' in both_pages(region, "en")[1]
    assert 'class="heat matrix sheet-a2"' in both_pages(many, "en")[1]


def test_the_workbook_has_the_scores_as_numbers(region: Run) -> None:
    content = comparison_workbook(compare(region, run(judged("Citas novads"))), "en")
    book = openpyxl.load_workbook(BytesIO(content))

    rows = [*book["Criteria"].iter_rows(values_only=True)]
    assert rows[0] == ("Programme", "File", "Region", "Mean", "F1", "M1", "M2")
    assert rows[2] == ("Bertas novads", "bertas.md", None, 1.67, 4, 1, 0)
    assert book["Criteria"].conditional_formatting
    assert book["Since the run before"].max_row == 2


def test_the_workbook_of_pairs_has_a_row_a_quote(region: Run) -> None:
    book = openpyxl.load_workbook(
        BytesIO(cooperation_workbook(cooperation(region), "en"))
    )

    rows = [*book["Pairs"].iter_rows(values_only=True, min_row=2)]
    assert [row[4] for row in rows] == [
        *("names the other", "names the other", "Road V7", "Road V7")
    ]
    assert book["Who names whom"]["C2"].value == "⇄ 1"


def test_a_formula_in_a_name_stays_a_text() -> None:
    evil = run(judged("=1+1 novads", "Skola | Bertas novads"), judged("Bertas novads"))

    book = openpyxl.load_workbook(BytesIO(comparison_workbook(compare(evil), "en")))

    assert book["Criteria"]["A2"].data_type == "s"


def test_the_same_run_gives_the_same_bytes(region: Run) -> None:
    once, again = (comparison_workbook(compare(region), "lv") for _time in range(2))

    assert once == again
