"""Small pieces of WordprocessingML that python-docx has no call for."""

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from lxml.etree import _Element as Element

__all__ = ["Element", "add_field", "element", "put", "text_element"]


def element(tag: str, *children: Element, **attributes: str) -> Element:
    """An element of Word's main namespace; attribute names are without their prefix."""
    made = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), value)
    made.extend(children)
    return made


def put(parent: Element, *children: Element) -> None:
    """Append children of any class; lxml's types allow only those of the parent's."""
    parent.extend(children)


def add_field(paragraph: Paragraph, instruction: str, result: str) -> None:
    """Append a field with a result, so that a reader that calculates nothing shows it."""
    for kind in ("begin", "instruction", "separate", "result", "end"):
        run = paragraph.add_run(result if kind == "result" else None)
        if kind == "instruction":
            code = element("instrText")
            code.set(qn("xml:space"), "preserve")
            code.text = f" {instruction} "
            put(run._r, code)  # noqa: SLF001 - python-docx opens its XML this way
        elif kind != "result":
            put(run._r, element("fldChar", fldCharType=kind))  # noqa: SLF001


def text_element(text: str) -> Element:
    """A run's text, its spaces kept."""
    made = element("t")
    made.text = text
    made.set(qn("xml:space"), "preserve")
    return made
