"""The least that reading a PDF can cost: PDFium's text of each page, nothing kept apart."""

import sys

import pypdfium2  # type: ignore[import-untyped]  # it has no types


def texts(path: str) -> list[str]:
    """The text of each page, in order."""
    found = []
    document = pypdfium2.PdfDocument(path)
    for index in range(len(document)):
        page = document[index]
        text = page.get_textpage()
        found.append(text.get_text_range())
        text.close()
        page.close()
    document.close()
    return found


if __name__ == "__main__":
    texts(sys.argv[1])
