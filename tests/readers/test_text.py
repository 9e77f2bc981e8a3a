from pathlib import Path

import pytest

from plancheck.readers.text import READER, read_plain_text
from plancheck.sdk import (
    Document,
    Heading,
    Paragraph,
    ParagraphRole,
    UnreadableDocumentError,
)

LINES = """\
1. Ievads

Lejasupes novada attīstības programma ir vidēja termiņa plānošanas dokuments, kas
nosaka pašvaldības prioritātes un pasākumu kopumu. To izstrādā, ievērojot iedzīvo-
tāju priekšlikumus.
Programmu apstiprina dome.

2.1. Rīcības plāns

1. Pārbūvēt Upes ielu.
2. Ierīkot skolas stadionu.

PASĀKUMU
SARAKSTS

• ielas un
  ceļi
• parki

Pielikumi
=========

Karte.
"""


def read(tmp_path: Path, text: str) -> Document:
    path = tmp_path / "plāns.txt"
    path.write_text(text, encoding="utf-8")
    return READER.read(path)


def headings(document: Document) -> list[tuple[str, int]]:
    return [
        (block.text, block.level)
        for block in document.blocks
        if isinstance(block, Heading)
    ]


def test_numbers_capitals_and_underlines_make_headings(tmp_path: Path) -> None:
    assert headings(read(tmp_path, LINES)) == [
        ("1. Ievads", 1),
        ("2.1. Rīcības plāns", 2),
        ("PASĀKUMU SARAKSTS", 1),
        ("Pielikumi", 1),
    ]


def test_wrapped_lines_are_a_paragraph_and_parted_words_whole(tmp_path: Path) -> None:
    first = read(tmp_path, LINES).paragraphs[0].text

    assert first.startswith("Lejasupes novada")
    assert first.endswith("iedzīvotāju priekšlikumus.")


def test_list_items_are_paragraphs_of_their_own(tmp_path: Path) -> None:
    document = read(tmp_path, LINES)

    assert [
        each.text
        for each in document.paragraphs
        if each.role is ParagraphRole.LIST_ITEM
    ] == ["ielas un ceļi", "parki"]
    assert "1. Pārbūvēt Upes ielu." in [each.text for each in document.paragraphs]


def test_long_lines_are_paragraphs_by_themselves(tmp_path: Path) -> None:
    line = "Programma nosaka prioritātes un pasākumus visam plānošanas periodam. " * 4

    assert len(read(tmp_path, f"{line}\n{line}\n").paragraphs) == 2


def test_narrow_lines_are_paragraphs_by_themselves(tmp_path: Path) -> None:
    document = read(tmp_path, "Ielas\nParki\nĒkas\nkas ir vecas\n")

    assert [each.text for each in document.paragraphs] == [
        "Ielas",
        "Parki",
        "Ēkas kas ir vecas",
    ]


def test_letter_spaced_headings_are_mended(tmp_path: Path) -> None:
    document = read(tmp_path, "R Ī C Ī B A S  P L Ā N S\n\nTeksts.\n")

    assert headings(document) == [("RĪCĪBAS PLĀNS", 1)]


def test_form_feeds_part_pages(tmp_path: Path) -> None:
    document = read(tmp_path, "viens\n\fdivi\n\f")

    assert document.page_count == 2
    assert [each.location.page_number for each in document.blocks] == [1, 2]


def test_contents_with_dot_leaders_are_kept_apart(tmp_path: Path) -> None:
    document = read(
        tmp_path, "SATURS\n\nIEVADS ......... 5\nMĒRĶI ......... 9\n\nTeksts."
    )

    assert [each.text for each in document.contents][-2:] == [
        "IEVADS ......... 5",
        "MĒRĶI ......... 9",
    ]
    assert [
        block.text for block in document.blocks if isinstance(block, Paragraph)
    ] == ["Teksts."]


def test_a_sentence_with_a_number_is_no_heading(tmp_path: Path) -> None:
    text = "18. septembrī noslēdzās programma.\n\n2.1. mērķis ir sasniegts\n"

    assert headings(read(tmp_path, text)) == []


def test_what_is_no_text_is_said_to_be_none(tmp_path: Path) -> None:
    path = tmp_path / "plāns.txt"
    path.write_bytes(b"PK\x03\x04\0\0")

    with pytest.raises(UnreadableDocumentError):
        read_plain_text(path)


@pytest.mark.parametrize("text", ["", " \n\f\n"])
def test_a_file_without_text_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(UnreadableDocumentError, match="empty; get a new copy"):
        read(tmp_path, text)
