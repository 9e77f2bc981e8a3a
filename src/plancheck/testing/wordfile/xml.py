"""Small pieces of WordprocessingML that python-docx has no call for."""

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from docx.text.run import Run
from lxml.etree import _Element as Element

__all__ = ["Element", "add_field", "element", "put", "put_in_run", "text_element"]


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


def put_in_run(run: Run, child: Element) -> None:
    """Append to a run what python-docx has no call for."""
    put(run._r, child)  # noqa: SLF001 - python-docx opens its XML this way


def add_field(paragraph: Paragraph, instruction: str, result: str) -> None:
    """Append a field with a result, so that a reader that calculates nothing shows it."""
    for kind in ("begin", "instruction", "separate", "result", "end"):
        run = paragraph.add_run(result if kind == "result" else None)
        if kind == "instruction":
            code = element("instrText")
            code.set(qn("xml:space"), "preserve")
            code.text = f" {instruction} "
            put_in_run(run, code)
        elif kind != "result":
            put_in_run(run, element("fldChar", fldCharType=kind))


def text_element(text: str) -> Element:
    """A run's text, its spaces kept."""
    made = element("t")
    made.text = text
    made.set(qn("xml:space"), "preserve")
    return made
