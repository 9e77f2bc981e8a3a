"""A small programme in Latvian and helpers to make others of it."""

from plancheck.model.document import Document, Gap
from plancheck.model.location import Location
from plancheck.model.message import Message
from plancheck.programme.programme import Programme
from plancheck.programme.vocabulary_files import load_vocabulary
from plancheck.readers.markdown import parse_markdown

SMALL = """\
# Lejasupes novada attīstības programma 2022.–2027. gadam

## 1. Pašreizējās situācijas raksturojums

Lejasupes novadā 2021. gadā dzīvoja 12 400 iedzīvotāju.

## 2. Stratēģiskā daļa

Vidēja termiņa prioritāte VTP1. Pieejami pakalpojumi.

## 3. Rīcības plāns

1. tabula. Rīcības plāns

| Nr. | Pasākums | Atbildīgais | Termiņš | Finansējuma avots | Rezultāts |
| --- | --- | --- | --- | --- | --- |
| U1.1.1. | Pārbūvēt Upes ielu | Attīstības nodaļa | 2025 | PB, ES | 3 km ielas |
| U1.1.2. | Ierīkot skolas stadionu | Izglītības pārvalde | 2026 | PB | 1 stadions |

## 4. Uzraudzības kārtība

| Rādītājs | Mērvienība | Bāzes vērtība, 2021 | Mērķa vērtība, 2027 | Datu avots |
| --- | --- | --- | --- | --- |
| Iedzīvotāju skaits | skaits | 12 400 | 12 500 | CSP |
| Pārbūvētās ielas | km | 0 | 9 | Pašvaldība |
"""


def programme(text: str = SMALL, *, gap: str | None = None) -> Programme:
    """The programme that a Markdown text stands for, with a gap if one is given."""
    document = parse_markdown(text, "programma.md")
    if gap is not None:
        document = with_gap(document, gap)
    return Programme((document,), load_vocabulary("lv"))


def with_gap(document: Document, reason: str, *, is_figure: bool = False) -> Document:
    """The document, a page of which could not be read."""
    place = Location(document=document.name, page_number=4)
    return Document(
        document.name,
        document.format,
        document.blocks,
        gaps=(Gap(Message(reason), place, is_figure=is_figure),),
    )
