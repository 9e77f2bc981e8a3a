"""Words that extraction has parted at letters with diacritics are read whole."""

import re
from pathlib import Path

import pytest

from plancheck import check
from plancheck.model.document import Document
from plancheck.model.table import Table
from plancheck.programme.parted_words import with_whole_words
from plancheck.programme.vocabulary_files import load_vocabulary
from plancheck.testing import COMPLETE, document

LATVIAN = load_vocabulary("lv")
SOUND = """# 3. Rīcības plāns

Ar īpašu līdzekļu palīdzību pašvaldība pārvalda ūdenssaimniecību un ļoti rūpējas par ēkām.
Arī kādreizējā pārvaldes ēka pieņem iedzīvotājus, un zemes īpašnieki organizē talkas.
Programmas īstenošana ir pārvaldes pienākums, jo ārējie līdzekļi nav ķīmija.

Tabula. Pasākumi un ģeogrāfiskā vieta

| Pasākums | Atbildīgais |
| --- | --- |
| Ceļu pārbūve Šķēdē | Saimniecības pārvalde |
| Mācību telpu ierīkošana | Izglītības pārvalde |
"""


def parted(text: str) -> str:
    """As copied out of a PDF whose letters with diacritics have a font of their own."""
    before = re.sub(r"(?<=[^\W\d_])([āēīūģķļņĀĒĪŪĢĶĻŅ]+)", r" \1", text)
    return re.sub(r"([ģķļņĢĶĻŅ])(?=[^\W\d_])", r"\1 ", before)


def texts(read: Document) -> list[str]:
    return [
        text
        for block in read.blocks
        for text in (
            [block.caption, *(cell.text for cell in block.cells)]
            if isinstance(block, Table)
            else [block.text, *block.location.section]
        )
    ]


def test_all_words_of_a_document_are_made_whole() -> None:
    damaged = document(parted(SOUND))

    assert "P ārvaldes" not in SOUND
    assert any("p ārvald" in text for text in texts(damaged))
    assert texts(with_whole_words(damaged, LATVIAN)) == texts(document(SOUND))


def test_it_is_said_that_words_were_put_together() -> None:
    [note] = with_whole_words(document(parted(SOUND)), LATVIAN).notes

    assert note.text().startswith(
        "Words that were parted at letters with diacritics (“l īdzek”)"
    )


def test_a_sound_document_is_the_same() -> None:
    sound = document(SOUND)

    assert with_whole_words(sound, LATVIAN) is sound


def test_a_language_that_parts_no_words_is_left_as_it_is() -> None:
    damaged = document(parted(SOUND))

    assert with_whole_words(damaged, load_vocabulary("en")) is damaged


@pytest.mark.parametrize(
    "said",
    [
        "AER īpatsvars",
        "gada ūdens",
        "ko ūdens",
        "un Ēdole",
        "kopš īpašnieki",
        "u. c. ēkas",
    ],
)
def test_a_word_that_begins_so_stays_one_of_its_own(said: str) -> None:
    damaged = document(parted(SOUND) + f"\n{said}\n")

    assert with_whole_words(damaged, LATVIAN).paragraphs[-1].text == said


def test_a_complete_programme_stays_complete_with_parted_words(tmp_path: Path) -> None:
    outcomes = []
    for name, text in (("sound.md", COMPLETE), ("parted.md", parted(COMPLETE))):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        outcomes.append({each.code: each.outcome for each in check(path).results})

    assert outcomes[0] == outcomes[1]
