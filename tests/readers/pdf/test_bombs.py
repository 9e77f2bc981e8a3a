"""Files of a few kilobytes that would keep PDFium busy for hours, or fill the memory."""

import base64
import time
import zlib
from collections.abc import Callable
from functools import cache
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import IndirectObject

from plancheck.readers.pdf import read_pdf
from plancheck.readers.pdf.unpacking import unpacked
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


@cache
def spaces(count: int) -> bytes:
    """So many spaces, deflated."""
    return zlib.compress(b" " * count, 1)


def lzw_of_spaces(count: int) -> bytes:
    """Spaces packed by LZW as small as can be: each code stands for one space more."""
    bits, size, code, packed = 32, 9, 257, 1
    while packed and count > 0:
        code = min(code + 1, 4095)
        width = min(max((code + 1).bit_length(), 9), 12)
        bits, size = bits << width | code, size + width
        count -= code - 256
    padding = -size % 8
    return (bits << padding).to_bytes((size + padding) // 8, "big")


@pytest.mark.parametrize(
    ("filters", "pack"),
    [
        (b"/LZWDecode", lzw_of_spaces),
        (b"/L#5aW", lzw_of_spaces),
        (
            b"[/ASCII85Decode /FlateDecode]",
            lambda count: base64.a85encode(spaces(count)) + b"~>",
        ),
        (
            b"[/AHx /Fl]",
            lambda count: spaces(count).hex().encode() + b">",
        ),
        (
            b"[/FlateDecode /RunLengthDecode]",
            lambda count: zlib.compress(b"\x81 " * (count // 128)),
        ),
        (b"7 0 R", spaces),
    ],
)
def test_a_bomb_in_any_packing_is_refused(
    tmp_path: Path, filters: bytes, pack: Callable[[int], bytes]
) -> None:
    content = one_page(b"/Filter " + filters, pack(80_000_000))

    assert refusal(tmp_path, content) == "it unpacks to more than any real programme"


def test_a_bomb_that_holds_the_mark_of_its_end_is_refused(tmp_path: Path) -> None:
    spaces = deflated(b" " * (1 << 20), 100)
    stored = b"\x78\x01\x00\x09\x00\xf6\xffendstream"  # a part that is not packed

    reason = refusal(tmp_path, one_page(b"/Filter /FlateDecode", stored + spaces[2:]))

    assert reason == "it unpacks to more than any real programme"


def test_a_bomb_whose_filter_stands_far_from_it_is_refused(tmp_path: Path) -> None:
    entries = b"/Filter /FlateDecode /Note (%s)" % (b"x" * 5000)

    reason = refusal(tmp_path, one_page(entries, deflated(b" " * (1 << 20), 100)))

    assert reason == "it unpacks to more than any real programme"


@pytest.mark.parametrize("algorithm", ["RC4-128", "AES-128", "AES-256"])
def test_a_bomb_that_is_encrypted_is_refused(tmp_path: Path, algorithm: str) -> None:
    plain = one_page(b"/Filter /FlateDecode", deflated(b" " * (1 << 20), 100))
    writer = PdfWriter(clone_from=BytesIO(plain))
    writer.encrypt("", "owner", algorithm=algorithm)
    locked = BytesIO()
    writer.write(locked)

    reason = refusal(tmp_path, locked.getvalue())

    assert reason == "it unpacks to more than any real programme"


@pytest.mark.parametrize(
    ("entries", "packed"),
    [
        (b"/Filter /LZWDecode", lzw_of_spaces(70_000)),
        (b"/Filter /ASCII85Decode", base64.a85encode(b"abcdefgh\0\0\0\0ijkl\0mn")),
        (b"/Filter /ASCIIHexDecode", b"61 62 6 3 7>zz"),
        (b"/Filter /RunLengthDecode", b"\x02abc\xffd\x80zz"),
        (
            b"/Filter [/ASCII85Decode /FlateDecode]",
            base64.a85encode(zlib.compress(TEXT * 99)) + b"~>",
        ),
    ],
)
def test_a_stream_unpacks_to_what_pypdf_unpacks_it_to(
    entries: bytes, packed: bytes
) -> None:
    page = one_page(entries, packed)
    expected = PdfReader(BytesIO(page)).get_object(IndirectObject(4, 0, None))

    found = b"".join(unpacked(iter([packed]), entries))

    assert found == expected.get_data()  # type: ignore[union-attr]  # it is a stream


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
