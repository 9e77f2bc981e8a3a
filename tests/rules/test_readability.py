"""Document structure: whether the files can be read."""

from dataclasses import replace

from plancheck.rules.readability import readable
from plancheck.sdk import Gap, Health, Location, Message, Programme
from plancheck.testing import programme
from tests.rules.complete import COMPLETE

SCAN = Gap(
    Message("Page 6 is a picture without text."), Location("a.pdf", page_number=6)
)


def read(*, gaps: tuple[Gap, ...] = (), pages: int = 100, **health: float) -> Programme:
    """The complete programme as a file of so many pages that was read so well."""
    whole = programme(COMPLETE)
    [document] = whole.documents
    worse = replace(document, page_count=pages, gaps=gaps, health=Health(**health))
    return replace(whole, documents=(worse,))


def test_one_scanned_page_in_a_hundred_is_named_and_passes() -> None:
    verdict = readable(read(gaps=(SCAN,), text_pages=0.99))

    assert verdict.score == 3
    [finding] = verdict.findings
    assert finding.text.endswith(
        "could not be read in 1 places (Page 6 is a picture without text.)"
    )


def test_scanned_pages_lower_the_score_with_their_share() -> None:
    assert readable(read(gaps=(SCAN,), text_pages=0.9)).score == 2
    assert readable(read(gaps=(SCAN,), text_pages=0.2)).score == 1
    assert readable(read(gaps=(SCAN,), text_pages=0.9), text=0.9).score == 3


def test_blank_pages_are_no_gap() -> None:
    assert readable(read(text_pages=0.9)).score == 4


def test_damaged_text_is_said_with_its_share() -> None:
    verdict = readable(read(damaged=0.08))

    assert verdict.score == 2
    [finding] = verdict.findings
    assert finding.text.startswith("8 % of the text of “programme.md” is damaged")


def test_a_scanned_volume_weighs_by_its_pages() -> None:
    good, scan = read(pages=20), read(gaps=(SCAN,), pages=180, text_pages=0.0)
    both = replace(good, documents=(*good.documents, *scan.documents))

    assert readable(both).score == 1


def test_a_programme_without_any_table_may_have_them_as_pictures() -> None:
    verdict = readable(programme("# Attīstības programma\n\nTilts – 2024\n"))

    assert verdict.score == 2
    [finding] = verdict.findings
    assert finding.text.startswith("No table was found in “programme.md”")


def test_lost_letters_are_damage_in_any_format() -> None:
    verdict = readable(programme(COMPLETE.replace("ā", "\ufffd")))

    assert verdict.score <= 2
    assert "is damaged" in verdict.findings[0].text
