"""The least that reading a Word file can cost: one parse, one walk."""

import sys
from zipfile import ZipFile

from lxml import etree

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def paragraphs(path: str) -> list[str]:
    """The text of each paragraph of the body, in document order."""
    with ZipFile(path) as package, package.open("word/document.xml") as body:
        tree = etree.parse(body)
    texts: list[list[str]] = []
    for element in tree.iter(f"{WORD}p", f"{WORD}t"):
        if element.tag == f"{WORD}p":
            texts.append([])
        else:
            texts[-1].append(element.text or "")
    return ["".join(parts) for parts in texts]


if __name__ == "__main__":
    paragraphs(sys.argv[1])
