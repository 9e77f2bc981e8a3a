"""Files that are small and take for ever to read."""

from io import BytesIO

_FIGURE = b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] "


def nested_forms(depth: int = 60) -> bytes:
    """A PDF page that draws a form that draws another twice, and so on: 2 ** depth."""
    return drawn_by(2, depth)


def drawn_by(times: int, depth: int) -> bytes:
    """A PDF page that draws a form that draws another so many times, and so on."""
    forms = [
        stream(
            _FIGURE + b"/Resources << /XObject << /F %d 0 R >> >>" % (6 + number),
            b"/F Do " * times,
        )
        for number in range(depth)
    ]
    last = stream(
        _FIGURE + b"/Resources << /Font << /T << /Type /Font /Subtype /Type1 "
        b"/BaseFont /Helvetica >> >> >>",
        b"BT /T 9 Tf (x) Tj ET",
    )
    page = (
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 99 99] /Contents 4 0 R "
        b"/Resources << /XObject << /F 5 0 R >> >> >>"
    )
    return pdf_of(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        page,
        stream(b"", b"/F Do"),
        *forms,
        last,
    )


def pdf_of(*objects: bytes) -> bytes:
    """A PDF file of objects, numbered from 1; the first is its root."""
    made = BytesIO()
    made.write(b"%PDF-1.4\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(made.tell())
        made.write(b"%d 0 obj\n%s\nendobj\n" % (number, body))
    start = made.tell()
    made.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(places) + 1))
    made.writelines(b"%010d 00000 n \n" % place for place in places)
    made.write(
        b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n"
        % (len(places) + 1, start)
    )
    return made.getvalue()


def stream(entries: bytes, content: bytes) -> bytes:
    """An object with content, and what its dictionary says of it beside its length."""
    return b"<< %s /Length %d >>\nstream\n%s\nendstream" % (
        entries,
        len(content),
        content,
    )
