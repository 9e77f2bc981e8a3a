"""Footnotes: their calls in the text, and the part of the file that holds them."""

from collections.abc import Sequence

from docx.document import Document as WordDocument
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import nsdecls
from docx.oxml.parser import parse_xml
from docx.text.paragraph import Paragraph
from lxml import etree

from .xml import Element, element, put, put_in_run, text_element

_SEPARATORS = ((-1, "separator"), (0, "continuationSeparator"))


def add_footnote_part(word: WordDocument, notes: Sequence[str]) -> None:
    """Store the texts as footnotes 1, 2, … of the file."""
    root = parse_xml(f"<w:footnotes {nsdecls('w')}/>")
    for number, kind in _SEPARATORS:
        mark = element("p", element("r", element(kind)))
        put(root, element("footnote", mark, id=str(number), type=kind))
    for number, note in enumerate(notes, start=1):
        put(root, element("footnote", _note_paragraph(note), id=str(number)))
    blob = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    name = PackURI("/word/footnotes.xml")
    part = Part(name, CONTENT_TYPE.WML_FOOTNOTES, blob, word.part.package)
    word.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)


def add_text(
    paragraph: Paragraph, text: str, anchors: Sequence[str], called: int
) -> int:
    """Write text with a call after each anchor that is next in turn; calls made so far.

    Args:
        paragraph: To which the text is added.
        text: Of the paragraph.
        anchors: The words before each call, in reading order.
        called: How many of them stand in front of this paragraph.
    """
    while called < len(anchors) and (anchor := anchors[called].strip()) in text:
        end = text.index(anchor) + len(anchor)
        paragraph.add_run(text[:end])
        called += 1
        run = paragraph.add_run()
        run.style = "footnote reference"
        put_in_run(run, element("footnoteReference", id=str(called)))
        text = text[end:]
    paragraph.add_run(text)
    return called


def _note_paragraph(note: str) -> Element:
    mark = element(
        "r",
        element("rPr", element("rStyle", val="footnotereference")),
        element("footnoteRef"),
    )
    style = element("pPr", element("pStyle", val="footnotetext"))
    return element("p", style, mark, element("r", text_element(f" {note}")))
