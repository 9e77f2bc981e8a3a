"""Files of a few kilobytes that would keep PDFium busy for hours, or fill the memory."""

import time
import zlib
from pathlib import Path

import pytest

from plancheck.readers.pdf import read_pdf
from plancheck.sdk import UnreadableDocumentError
from tests.audit.bombs import drawn_by, nested_forms, pdf_of, stream

TEXT = b"BT /T 9 Tf 50 500 Td (x) Tj ET\n"


def refusal(tmp_path: Path, content: bytes) -> str:
    """The reason why a file is refused, which must come at once."""
    path = tmp_path / "programma.pdf"
    path.write_bytes(content)
    start = time.process_time()
    with pytest.raises(UnreadableDocumentError) as caught:
        read_pdf(path)
    assert time.process_time() - start < 2
    return caught.value.reason


def one_page(entries: bytes, content: bytes) -> bytes:
    """A PDF of one page with this content."""
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>"
    return pdf_of(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        page,
        stream(entries, content),
    )


def deflated(piece: bytes, count: int) -> bytes:
    """A piece packed as often as that, without ever being whole."""
    packing = zlib.compressobj(1)
    return b"".join(packing.compress(piece) for _ in range(count)) + packing.flush()


def test_figures_within_figures_without_end_are_refused(tmp_path: Path) -> None:
    reason = refusal(tmp_path, nested_forms(60))

    assert reason == "it draws figures within figures without end"


def test_figures_whose_kind_is_hidden_in_an_escape_are_refused(tmp_path: Path) -> None:
    content = (
        nested_forms(60).replace(b"/Form", b"/F#6frm").replace(b"xref", b"xrex", 1)
    )

    assert "figures within figures" in refusal(tmp_path, content)


def test_a_figure_drawn_by_many_is_refused_when_they_are_drawn_often(
    tmp_path: Path,
) -> None:
    assert "figures within figures" in refusal(tmp_path, drawn_by(times=800, depth=2))


def test_figures_that_are_drawn_as_often_as_signs_on_a_map_are_read(
    tmp_path: Path,
) -> None:
    path = tmp_path / "karte.pdf"
    path.write_bytes(drawn_by(times=60, depth=2))

    [paragraph] = read_pdf(path).paragraphs

    assert set(paragraph.text) == {"x"}


@pytest.mark.parametrize("levels", [1, 2])
def test_a_page_that_unpacks_to_gigabytes_is_refused(
    tmp_path: Path, levels: int
) -> None:
    content = deflated(b" " * (1 << 20), 100)
    for _level in range(levels - 1):
        content = zlib.compress(content)
    filters = b" ".join([b"/FlateDecode"] * levels)

    reason = refusal(tmp_path, one_page(b"/Filter [ %s ]" % filters, content))

    assert reason == "it unpacks to more than any real programme"


def test_a_large_stream_with_damage_behind_its_end_is_read(tmp_path: Path) -> None:
    path = tmp_path / "programma.pdf"
    noise = bytes(range(256)) * 400
    packed = zlib.compress(TEXT) + noise
    path.write_bytes(one_page(b"/Filter /FlateDecode", packed))

    assert read_pdf(path).page_count == 1


def test_a_page_laid_of_a_thousand_pictures_is_not_drawn(tmp_path: Path) -> None:
    picture = stream(
        b"/Type /XObject /Subtype /Image /Width 4000 /Height 4000 /BitsPerComponent 8 "
        b"/ColorSpace /DeviceGray /Filter /FlateDecode",
        deflated(b"\0" * 1_000_000, 16),
    )
    page = (
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        b"/Resources << /XObject << /I 5 0 R >> >> >>"
    )
    path = tmp_path / "programma.pdf"
    path.write_bytes(
        pdf_of(
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            page,
            stream(b"", b"q 500 0 0 700 0 0 cm /I Do Q\n" * 1000),
            picture,
        )
    )
    start = time.process_time()

    [gap] = read_pdf(path).gaps

    assert "picture without text" in str(gap.reason)
    assert time.process_time() - start < 2
