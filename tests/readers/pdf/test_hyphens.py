"""Words that the lines of a narrow cell cut."""

import pytest

from plancheck.readers.pdf.cell_texts import cell_text
from plancheck.readers.pdf.hyphens import Hyphens
from plancheck.readers.pdf.words import POSSIBLE_CUT as CUT
from plancheck.readers.pdf.words import Word

TEXT = (
    "Emisiju samazinājums katlu mājā un skaits pa veidiem, pašvaldības ēkas, "
    "e-pakalpojumu skaits, mazemisiju/bezemisiju transports."
)


@pytest.mark.parametrize(
    ("cut", "whole"),
    [
        (f"samaz{CUT}ināju{CUT}ms", "samazinājums"),
        (f"samaz{CUT}ināju{CUT}mu", "samazinājumu"),
        (f"skaits{CUT}pa{CUT}veidiem", "skaits pa veidiem"),
        (f"katlu{CUT}mājā", "katlu mājā"),
        (f"beze{CUT}misiju", "bezemisiju"),
        (
            f"pašval{CUT}dības{CUT}e\ufffepakal{CUT}pojum{CUT}u",
            "pašvaldības e-pakalpojumu",
        ),
        (f"pašval{CUT}dības{CUT}samaz\ufffeinā{CUT}jums", "pašvaldības samazinājums"),
    ],
)
def test_word_cut_more_than_once_is_whole_where_the_document_has_it(
    cut: str, whole: str
) -> None:
    assert Hyphens([TEXT, cut]).mended(cut) == whole


def lines(*texts: str) -> list[Word]:
    """One word a line, five points a letter."""
    return [
        Word(0.0, 12.0 * index, 5.0 * len(text), 12.0 * index + 10, text, index)
        for index, text in enumerate(texts)
    ]


@pytest.mark.parametrize(
    ("texts", "text"),
    [
        (("28988", "8"), "289888"),
        (("-", "10666"), "-10666"),
        (("2025", "2026"), "2025\n2026"),
    ],
)
def test_number_cut_by_a_narrow_cell_is_whole_and_years_are_two(
    texts: tuple[str, ...], text: str
) -> None:
    found = cell_text(lines(*texts), width=27.0)

    assert found.replace(" ", "\n") == text


def test_word_cut_behind_a_bullet_is_whole() -> None:
    words = [Word(0.0, 0.0, 5.0, 10.0, "•", 0), *lines("pašva", "ldības")]
    words[1] = words[1]._replace(left=8.0, right=33.0, at=2)
    text = cell_text(words, width=34.0)

    assert Hyphens([TEXT, text]).mended(text) == "• pašvaldības"
