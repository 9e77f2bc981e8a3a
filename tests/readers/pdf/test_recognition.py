"""Pages that are pictures: with Tesseract read, without it a gap that says how."""

import shutil
from io import BytesIO
from pathlib import Path

import pytesseract
import pytest
from PIL import Image

from plancheck.readers.pdf import pdfium, read_pdf
from plancheck.readers.pdf.bitmap import Bitmap, draw
from plancheck.readers.pdf.scanned_lines import scanned_rulings, without_lines
from plancheck.sdk import MissingToolError, Paragraph, Table
from tests.readers.pdf.making import Page, pdf

needs_tesseract = pytest.mark.skipif(
    shutil.which("tesseract") is None or "lav" not in pytesseract.get_languages(),
    reason="Tesseract with Latvian (tesseract-ocr, tesseract-ocr-lav) is not installed",
)
XS = (60, 200, 330, 460, 530)
ROWS = (
    ("Measure", "Responsible", "Term", "No."),
    ("Renew the bridge", "Road department", "2024", "17"),
    ("Light the park", "City office", "2025", "18"),
)


def drawn(page: Page, turned: float = 0) -> Bitmap:
    """A page as a scanner gives it; `turned` is how askew it lay, in degrees."""
    content = pdf(page)
    document = pdfium.load_bytes(content, len(content), None)
    handle = pdfium.load_page(document, 0)
    bitmap = draw(handle)
    pdfium.close_page(handle)
    pdfium.close_document(document)
    picture = _picture(bitmap).rotate(turned, fillcolor=255)
    return Bitmap(bitmap.width, bitmap.height, bitmap.dpi, picture.tobytes())


def _picture(bitmap: Bitmap) -> Image.Image:
    return Image.frombytes("L", (bitmap.width, bitmap.height), bitmap.dots)


def scan(path: Path, *pages: Page) -> Path:
    """A file of pictures of pages."""
    first, *others = [_picture(drawn(page)) for page in pages]
    content = BytesIO()
    first.save(content, "PDF", save_all=True, append_images=others, resolution=300)
    path.write_bytes(content.getvalue())
    return path


def table_page() -> Page:
    title = Page().text(60, 70, "3. Action plan", size=18, bold=True)
    return title.table(XS, 120, ROWS, step=24)


@pytest.mark.parametrize("turned", [0, 0.3, -0.3])
def test_the_lines_of_a_table_are_found_among_the_dots(turned: float) -> None:
    rulings = scanned_rulings(drawn(table_page(), turned))

    columns = sorted({round(line[0] / 10) * 10 for line in rulings.upright})
    assert columns == list(XS)
    long = [line for line in rulings.level if line[2] - line[1] > 400]
    assert [line[0] for line in long] == pytest.approx([120, 144, 168, 192], abs=3)


def test_a_page_of_text_has_no_lines() -> None:
    sentence = "Services near home and safe roads keep a municipality alive."
    rulings = scanned_rulings(drawn(Page().lines(60, 80, *[sentence] * 30)))

    assert (rulings.upright, rulings.level) == ([], [])


def test_upright_lines_are_taken_out_and_letters_stay() -> None:
    bitmap = drawn(table_page())

    without = without_lines(bitmap, scanned_rulings(bitmap))

    line = round(200 * bitmap.dpi / 72)
    row = round(130 * bitmap.dpi / 72)
    assert bitmap.dots[row * bitmap.width + line - 3 :][:6].count(255) < 6
    assert without.dots[row * bitmap.width + line - 3 :][:6] == b"\xff" * 6
    assert sum(dot < 128 for dot in without.dots) > 5000


def test_a_scanned_page_is_a_gap_that_says_how_to_read_it(tmp_path: Path) -> None:
    document = read_pdf(scan(tmp_path / "scan.pdf", table_page()))

    assert len(document.gaps) == 1
    assert any("--ocr" in str(note) for note in document.notes)


@needs_tesseract
def test_a_scanned_page_is_read_with_its_table(tmp_path: Path) -> None:
    sentence = "The bridge is renewed before the road to the school."
    path = scan(tmp_path / "scan.pdf", Page().text(60, 90, sentence), table_page())

    document = read_pdf(path, has_ocr=True)

    assert document.gaps == ()
    assert any("from their pictures: 2" in str(note) for note in document.notes)
    paragraph, *_heading, table = document.blocks
    assert isinstance(paragraph, Paragraph)
    assert paragraph.text == sentence
    assert isinstance(table, Table)
    assert table.location.page_number == 2
    rows = [[cell.text for cell in table.cells[i : i + 4]] for i in (0, 4, 8)]
    assert rows == [list(row) for row in ROWS]


@needs_tesseract
def test_pages_with_a_text_layer_are_left_as_they_are(tmp_path: Path) -> None:
    path = tmp_path / "plain.pdf"
    path.write_bytes(pdf(Page().text(60, 80, "Teksts ir jau salasāms.")))

    assert read_pdf(path, has_ocr=True) == read_pdf(path)


def test_without_tesseract_it_is_said_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pytesseract.pytesseract, "tesseract_cmd", "no-such-program")
    path = scan(tmp_path / "scan.pdf", table_page())

    with pytest.raises(MissingToolError, match="tesseract-ocr-lav"):
        read_pdf(path, has_ocr=True)


@needs_tesseract
def test_a_picture_without_text_stays_a_gap(tmp_path: Path) -> None:
    path = scan(tmp_path / "photo.pdf", Page().shade(100, 100, 400, 500))

    document = read_pdf(path, has_ocr=True)

    assert len(document.gaps) == 1
    assert [each for each in document.blocks if isinstance(each, Paragraph)] == []
