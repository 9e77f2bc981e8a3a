"""Writes small PDF files: text, lines, shades and pictures at given places.

Written as text and not through a library, so that a test shows all that is on its page.
Places are in points from the page's top left corner; those of text are its baseline's.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from math import cos, radians, sin

_LATVIAN = {
    "ā": "amacron", "č": "ccaron", "ē": "emacron", "ģ": "gcommaaccent",
    "ī": "imacron", "ķ": "kcommaaccent", "ļ": "lcommaaccent", "ņ": "ncommaaccent",
    "š": "scaron", "ū": "umacron", "ž": "zcaron", "Ā": "Amacron", "Ī": "Imacron",
    "Š": "Scaron", "•": "bullet", "–": "endash",
}  # fmt: skip
_CODES = {letter: 128 + index for index, letter in enumerate(_LATVIAN)}
_DIFFERENCES = "128 " + " ".join(f"/{name}" for name in _LATVIAN.values())


@dataclass
class Page:
    """A page being drawn; `turn` is how a viewer turns it, in degrees clockwise."""

    width: float = 595
    height: float = 842
    turn: int = 0
    parts: list[str] = field(default_factory=list)

    def text(  # noqa: PLR0913 - how a line looks, all by keyword
        self,
        x: float,
        y: float,
        text: str,
        *,
        size: float = 11,
        bold: bool = False,
        angle: float = 0,
        spacing: float = 0,
        mark: str = "",
    ) -> "Page":
        """A line of text; `angle` is counter-clockwise, `mark` is small and raised."""
        a, b = cos(radians(angle)), sin(radians(angle))
        font = "F2" if bold else "F1"
        self.parts.append(
            f"BT /{font} {size} Tf {spacing} Tc {a:.4f} {b:.4f} {-b:.4f} {a:.4f} "
            f"{x} {self.height - y} Tm ({_encoded(text)}) Tj "
            f"/{font} 6 Tf 4 Ts ({mark}) Tj 0 Ts ET"
        )
        return self

    def lines(
        self, x: float, y: float, *texts: str, size: float = 11, pitch: float = 13.5
    ) -> "Page":
        """Lines of one paragraph."""
        for index, text in enumerate(texts):
            self.text(x, y + index * pitch, text, size=size)
        return self

    def rule(self, x0: float, y0: float, x1: float, y1: float) -> "Page":
        """A drawn line."""
        self.parts.append(
            f"0.5 w {x0} {self.height - y0} m {x1} {self.height - y1} l S"
        )
        return self

    def shade(self, x0: float, y0: float, x1: float, y1: float) -> "Page":
        """A filled area."""
        box = f"{x0} {self.height - y1} {x1 - x0} {y1 - y0}"
        self.parts.append(f"0.9 g {box} re f 0 g")
        return self

    def table(
        self,
        xs: Sequence[float],
        y: float,
        rows: Sequence[Sequence[str]],
        step: float = 20,
    ) -> "Page":
        """A ruled table of one-line cells."""
        bottom = y + step * len(rows)
        for x in xs:
            self.rule(x, y, x, bottom)
        for index in range(len(rows) + 1):
            self.rule(xs[0], y + index * step, xs[-1], y + index * step)
        for index, row in enumerate(rows):
            for x, text in zip(xs, row, strict=False):
                if text:
                    self.text(x + 4, y + index * step + 14, text, size=10)
        return self

    def picture(
        self, margin: float = 0, *, strips: int = 1, is_coloured: bool = False
    ) -> "Page":
        """A picture that fills the page up to its margins, in one or in strips."""
        name = "Im2" if is_coloured else "Im1"
        wide, high = self.width - 2 * margin, (self.height - 2 * margin) / strips
        for index in range(strips):
            place = f"{wide} 0 0 {high} {margin} {margin + index * high}"
            self.parts.append(f"q {place} cm /{name} Do Q")
        return self


def pdf(*pages: Page, bookmarks: Sequence[tuple[str, int]] = ()) -> bytes:
    """The bytes of a file; a bookmark is a title and the index of its page."""
    encoding = (
        f"<< /Type /Encoding /BaseEncoding /WinAnsiEncoding /Differences "
        f"[{_DIFFERENCES}] >>"
    )
    first_page = 7
    kids = " ".join(f"{first_page + 2 * index} 0 R" for index in range(len(pages)))
    outline = first_page + 2 * len(pages)
    fonts = [
        f"<< /Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding {encoding} >>"
        for name in ("Helvetica", "Helvetica-Bold")
    ]
    pictures = [
        "<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 "
        f"/Filter /ASCIIHexDecode /ColorSpace /{space} /Length {len(dot)} >>\n"
        f"stream\n{dot}\nendstream"
        for space, dot in (("DeviceGray", "30>"), ("DeviceRGB", "20C040>"))
    ]
    objects = [
        f"<< /Type /Catalog /Pages 2 0 R /Outlines {outline} 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        *fonts,
        *pictures,
    ]
    for index, page in enumerate(pages):
        content = "\n".join(page.parts)
        size = f"[0 0 {page.width} {page.height}]"
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox {size} /Rotate {page.turn} "
            f"/Contents {first_page + 2 * index + 1} 0 R /Resources "
            "<< /Font << /F1 3 0 R /F2 4 0 R >> /XObject << /Im1 5 0 R /Im2 6 0 R >> >> >>"
        )
        objects.append(f"<< /Length {len(content)} >>\nstream\n{content}\nendstream")
    objects += _outline(bookmarks, outline, first_page)
    return _file(objects)


def _outline(
    bookmarks: Sequence[tuple[str, int]], number: int, first_page: int
) -> list[str]:
    """The root of the bookmarks, then each of them, all of one level."""
    first, last = number + 1, number + len(bookmarks)
    root = f"/First {first} 0 R /Last {last} 0 R" if bookmarks else ""
    objects = [f"<< /Type /Outlines /Count {len(bookmarks)} {root} >>"]
    for index, (title, page) in enumerate(bookmarks):
        next_one = f"/Next {first + index + 1} 0 R" if first + index < last else ""
        text = title.encode("utf-16-be").hex()
        place = f"/Dest [{first_page + 2 * page} 0 R /Fit]"
        objects.append(
            f"<< /Title <feff{text}> /Parent {number} 0 R {place} {next_one} >>"
        )
    return objects


def _file(objects: Sequence[str]) -> bytes:
    content = b"%PDF-1.7\n"
    offsets = []
    for number, text in enumerate(objects, start=1):
        offsets.append(len(content))
        content += f"{number} 0 obj\n{text}\nendobj\n".encode("latin-1")
    start = len(content)
    entries = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    tail = (
        f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{entries}trailer\n"
        f"<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n"
    )
    return content + tail.encode("latin-1")


def _encoded(text: str) -> str:
    """The text as the bytes of a PDF string, one character a byte."""
    codes = (chr(_CODES[each]) if each in _CODES else each for each in text)
    return "".join(f"\\{each}" if each in "()\\" else each for each in codes)
