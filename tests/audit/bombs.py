"""Files that are small and take for ever to read."""

from io import BytesIO


def nested_forms(depth: int = 60) -> bytes:
    """A PDF page that draws a form that draws another twice, and so on: 2 ** depth."""
    forms = [
        _stream(
            b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] "
            b"/Resources << /XObject << /F %d 0 R >> >>" % (5 + number + 1),
            b"/F Do /F Do",
        )
        for number in range(depth)
    ]
    last = _stream(
        b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] "
        b"/Resources << /Font << /T << /Type /Font /Subtype /Type1 "
        b"/BaseFont /Helvetica >> >> >>",
        b"BT /T 9 Tf (x) Tj ET",
    )
    page = (
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 99 99] /Contents 4 0 R "
        b"/Resources << /XObject << /F 5 0 R >> >> >>"
    )
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        page,
        _stream(b"", b"/F Do"),
        *forms,
        last,
    ]
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


def _stream(entries: bytes, content: bytes) -> bytes:
    return b"<< %s /Length %d >>\nstream\n%s\nendstream" % (
        entries,
        len(content),
        content,
    )
