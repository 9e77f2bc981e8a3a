"""What pdfplumber takes for words and tables of a PDF, each page closed after use."""

import sys

import pdfplumber


def words_and_tables(path: str) -> int:
    """How many words and rows there are; they are made and thrown away."""
    count = 0
    with pdfplumber.open(path) as document:
        for page in document.pages:
            count += len(page.extract_words(extra_attrs=["fontname", "size"]))
            count += sum(map(len, page.extract_tables()))
            page.close()
    return count


if __name__ == "__main__":
    words_and_tables(sys.argv[1])
