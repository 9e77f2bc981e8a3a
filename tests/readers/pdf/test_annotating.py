import hashlib
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

import pypdfium2  # type: ignore[import-untyped]  # it has no types
import pytest
from PIL import Image, ImageChops
from pypdf import PdfReader, PdfWriter
from pypdf.annotations import Highlight
from pypdf.generic import ArrayObject, FloatObject

from plancheck.cli import main
from plancheck.readers.pdf import READER, annotate_pdf
from plancheck.sdk import (
    AnnotationError,
    Box,
    Document,
    Heading,
    Location,
    Note,
    Paragraph,
    ReadingOptions,
    Severity,
    Table,
)
from tests.readers.pdf.making import Page, pdf

ANSWER = ("Nav pateikts, cik bieži.", "MO05 Ir noteikts, cik bieži mēra.")


def programme() -> bytes:
    first = (
        Page()
        .text(57, 80, "1. Uzraudzība", size=16, bold=True)
        .lines(
            57, 120, "Programmas īstenošanu uzrauga vadības grupa.", "Tā sanāk reizēm."
        )
    )
    second = (
        Page()
        .text(57, 80, "2. Rādītāji", size=16, bold=True)
        .table(
            (57, 257, 357, 457),
            120,
            [
                ("Rādītājs", "Mērvienība", "Mērķis"),
                ("Ielu garums", "km", "9"),
                ("Skolu skaits", "skaits", "9"),
            ],
        )
    )
    return pdf(first, second, bookmarks=[("Uzraudzība", 0), ("Rādītāji", 1)])


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "programma.pdf"
    path.write_bytes(programme())
    return path


def note(location: Location, quote: str | None, code: str = "MO05") -> Note:
    return Note(
        code, "Ir noteikts, cik bieži mēra.", Severity.ERROR, ANSWER, location, quote
    )


def blocks(path: Path) -> Document:
    return READER.read(path)


def on_sentence(path: Path, quote: str = "vadības grupa") -> Note:
    [paragraph, *_] = [
        each for each in blocks(path).blocks if isinstance(each, Paragraph)
    ]
    return note(paragraph.location, quote)


def on_heading(path: Path) -> Note:
    heading = next(each for each in blocks(path).blocks if isinstance(each, Heading))
    return note(heading.location, heading.text, "GV01")


def on_row(path: Path) -> Note:
    table = next(each for each in blocks(path).blocks if isinstance(each, Table))
    return note(table.location_of(2), " | ".join(table.row_texts(2)), "MO02")


def copied(path: Path, notes: Sequence[Note]) -> bytes:
    return annotate_pdf(path, notes, ReadingOptions())


def marks(content: bytes, page_index: int = 0) -> list[dict[str, Any]]:
    """The annotations of plancheck on a page."""
    entries: Any = PdfReader(BytesIO(content)).pages[page_index].get("/Annots") or ()
    return [
        each.get_object() for each in entries if each.get_object()["/T"] == "plancheck"
    ]


def marked_text(content: bytes, page_index: int = 0) -> list[str]:
    """What stands on the page under each rectangle of each highlight."""
    document = pypdfium2.PdfDocument(content)
    text = document[page_index].get_textpage()
    found = []
    for mark in marks(content, page_index):
        corners = [float(each) for each in mark["/QuadPoints"]]
        for at in range(0, len(corners), 8):
            left, top, right, _, _, bottom, *_ = corners[at : at + 8]
            found.append(str(text.get_text_bounded(left, bottom, right, top)).strip())
    return found


def pictures(content: bytes, *, with_marks: bool) -> list[Image.Image]:
    document = pypdfium2.PdfDocument(content)
    return [
        page.render(draw_annots=with_marks).to_pil().convert("L") for page in document
    ]


def test_the_quoted_words_are_highlighted_with_the_comment(file: Path) -> None:
    content = copied(file, [on_sentence(file)])

    [mark] = marks(content)
    assert mark["/Subtype"] == "/Highlight"
    assert mark["/Contents"] == "\n\n".join(ANSWER)
    assert mark["/T"] == "plancheck"
    assert marked_text(content) == ["vadības grupa."]


def test_words_on_two_lines_are_two_rectangles_of_one_mark(file: Path) -> None:
    quote = "uzrauga vadības grupa. Tā sanāk"

    content = copied(file, [on_sentence(file, quote)])

    assert len(marks(content)) == 1
    assert marked_text(content) == ["uzrauga vadības grupa.", "Tā sanāk"]


def test_of_a_row_its_cells_are_highlighted_and_no_other_rows(file: Path) -> None:
    content = copied(file, [on_row(file)])

    assert marked_text(content, 1) == ["Skolu skaits", "skaits", "9"]
    [*corners] = marks(content, 1)[0]["/QuadPoints"]
    assert len({round(float(each)) for each in corners[1::8]}) == 1


def test_what_a_heading_lacks_is_an_icon_beside_it(file: Path) -> None:
    content = copied(file, [on_heading(file), on_heading(file)])

    first, second = marks(content)
    assert (first["/Subtype"], first["/Name"]) == ("/Text", "/Note")
    assert float(first["/Rect"][2]) <= 57
    assert float(second["/Rect"][3]) < float(first["/Rect"][1])


def test_a_note_on_the_document_is_an_icon_on_its_first_page(file: Path) -> None:
    content = copied(file, [note(Location(str(file)), None)])

    assert [each["/Subtype"] for each in marks(content)] == ["/Text"]


def test_a_further_note_on_the_same_words_does_not_darken_them(file: Path) -> None:
    once = copied(file, [on_sentence(file)])
    twice = copied(file, [on_sentence(file), on_sentence(file)])

    assert len(marks(twice)) == 2
    darkest = [
        min(pictures(each, with_marks=True)[0].crop((150, 100, 250, 125)).tobytes())
        for each in (once, twice)
    ]
    assert darkest[0] == darkest[1]
    first, second = marks(twice)
    assert sum(map(float, second["/C"])) > sum(map(float, first["/C"]))


def test_nothing_of_the_file_changes_but_what_is_added_at_its_end(file: Path) -> None:
    before = file.read_bytes()

    content = copied(file, [on_sentence(file), on_heading(file), on_row(file)])

    assert content.startswith(before)
    assert file.read_bytes() == before
    old, new = pypdfium2.PdfDocument(before), pypdfium2.PdfDocument(content)
    assert len(new) == len(old)
    for one, other in zip(old, new, strict=True):
        assert (
            one.get_textpage().get_text_range() == other.get_textpage().get_text_range()
        )
    for one, other in zip(
        pictures(before, with_marks=True),
        pictures(content, with_marks=False),
        strict=True,
    ):
        assert one.tobytes() == other.tobytes()


def test_a_page_looks_the_same_outside_the_marks(file: Path) -> None:
    content = copied(file, [on_sentence(file)])

    [mark] = marks(content)
    left, bottom, right, top = (float(each) for each in mark["/Rect"])
    before, after = (
        pictures(each, with_marks=True)[0] for each in (file.read_bytes(), content)
    )
    changed = ImageChops.difference(before, after).getbbox()
    assert changed is not None
    assert changed[0] >= left - 2
    assert changed[1] >= 842 - top - 2
    assert changed[2] <= right + 2
    assert changed[3] <= 842 - bottom + 2


def test_marks_of_an_earlier_check_are_replaced_and_those_of_people_kept(
    file: Path, tmp_path: Path
) -> None:
    writer = PdfWriter(clone_from=file)
    corners = ArrayObject(map(FloatObject, (60, 700, 90, 700, 60, 690, 90, 690)))
    theirs = Highlight(rect=(60, 690, 90, 700), quad_points=corners)
    writer.add_annotation(0, theirs)
    read = tmp_path / "read.pdf"
    writer.write(read)
    once = tmp_path / "once.pdf"
    once.write_bytes(copied(read, [on_sentence(read), on_heading(read), on_row(read)]))

    twice = copied(once, [on_sentence(once)])

    entries: Any = PdfReader(BytesIO(twice)).pages[0]["/Annots"]
    assert [each.get_object().get("/T") for each in entries] == [None, "plancheck"]
    assert PdfReader(BytesIO(twice)).pages[1].get("/Annots") == []
    titles = [
        each.title
        for each in PdfReader(BytesIO(twice)).outline
        if not isinstance(each, list)
    ]
    assert titles == ["Uzraudzība", "Rādītāji", "plancheck"]


def test_bookmarks_lead_to_the_notes_by_rule(file: Path) -> None:
    notes = [on_sentence(file), on_sentence(file, "sanāk"), on_row(file)]

    reader = PdfReader(BytesIO(copied(file, notes)))

    outline: list[Any] = reader.outline
    *kept, own, below = outline
    assert [each.title for each in kept] == ["Uzraudzība", "Rādītāji"]
    assert own.title == "plancheck"
    monitoring, each_note, indicators = below
    assert monitoring.title == "MO05 Ir noteikts, cik bieži mēra."
    assert [each.title for each in each_note] == [ANSWER[0]] * 2
    assert reader.get_destination_page_number(indicators) == 1


def test_on_a_turned_page_the_words_are_found_too(tmp_path: Path) -> None:
    path = tmp_path / "turned.pdf"
    page = Page(turn=90).lines(57, 120, "Programmas īstenošanu uzrauga vadības grupa.")
    path.write_bytes(pdf(page))

    content = copied(path, [on_sentence(path)])

    assert marked_text(content) == ["vadības grupa."]


def test_words_that_are_not_on_the_page_are_marked_by_their_place(file: Path) -> None:
    place = Location(str(file), page_number=1, box=Box(57, 110, 300, 140))

    content = copied(file, [note(place, "Pavisam citi vārdi")])

    [mark] = marks(content)
    assert [round(float(each)) for each in mark["/Rect"]] == [57, 702, 300, 732]


def test_an_encrypted_file_is_refused_with_a_sentence(
    file: Path, tmp_path: Path
) -> None:
    writer = PdfWriter(clone_from=file)
    writer.encrypt("", "owner", algorithm="RC4-128")
    locked = tmp_path / "locked.pdf"
    writer.write(locked)

    with pytest.raises(
        AnnotationError, match="gets no comments: it is encrypted"
    ) as error:
        copied(locked, [on_sentence(locked)])

    assert "save it without a password" in str(error.value)


def test_a_file_that_cannot_be_copied_is_refused_with_a_sentence(
    tmp_path: Path,
) -> None:
    path = tmp_path / "odd.pdf"
    # Where the tree of pages should begin stands a page: PDFium reads it all the same.
    content = pdf(Page().lines(57, 120, "Programmas īstenošanu uzrauga grupa."))
    path.write_bytes(content.replace(b"/Pages 2 0 R", b"/Pages 6 0 R"))

    with pytest.raises(AnnotationError, match="it is damaged"):
        copied(path, [note(Location(str(path), page_number=1), None)])


def test_a_check_writes_the_copy_beside_and_leaves_the_file_as_it_is(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = hashlib.sha256(file.read_bytes()).digest()

    options = [
        "--profile",
        "lv-municipality",
        "--select",
        "MO",
        "--annotate",
        str(tmp_path),
    ]
    main(["check", str(file), *options])

    capsys.readouterr()
    content = (tmp_path / "programma.plancheck.pdf").read_bytes()
    assert marks(content) or marks(content, 1)
    assert hashlib.sha256(file.read_bytes()).digest() == before
