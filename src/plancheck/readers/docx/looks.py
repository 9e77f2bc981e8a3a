"""How a paragraph looks: bold, in capitals, how large; asked of few paragraphs only."""

from dataclasses import dataclass

from lxml import etree

from plancheck.readers.docx import tags
from plancheck.readers.docx.items import Line
from plancheck.readers.docx.styles import Style, Styles, is_on, number

_DEFAULT_SIZE = 20  # half-points: Word's 10 pt where a file says nothing


@dataclass(frozen=True, slots=True)
class Look:
    """What all the letters of a paragraph have in common; `size` in half-points."""

    is_bold: bool
    is_capitals: bool
    size: int


def look_of(line: Line, styles: Styles) -> Look:
    """The look of a paragraph, from its runs and the styles behind them."""
    bold, caps, size = True, True, 0
    runs = line.element.iter(tags.R) if line.element is not None else ()
    for run in runs:
        text = "".join(each.text or "" for each in run.iterchildren(tags.T)).strip()
        if not any(map(str.isalnum, text)):
            continue
        facts = _run_facts(run, line.style, styles)
        bold = bold and bool(facts.bold)
        caps = caps and bool(facts.caps)
        size = max(size, facts.size or _DEFAULT_SIZE)
    if not size:  # no run has letters
        return Look(is_bold=False, is_capitals=False, size=_DEFAULT_SIZE)
    capitals = caps or (line.text.isupper() and sum(map(str.isalpha, line.text)) > 3)
    return Look(is_bold=bold, is_capitals=capitals, size=size)


def _run_facts(run: etree._Element, style: Style, styles: Styles) -> Style:
    """The paragraph's style changed by the run's own style and properties."""
    bold, caps, size = style.bold, style.caps, style.size
    properties = run.find(tags.R_PROPERTIES)
    for each in properties if properties is not None else ():
        if each.tag == tags.R_STYLE:
            of_run = styles.get(each.get(tags.VALUE))
            bold, caps = bold or of_run.bold, caps or of_run.caps
        elif each.tag == tags.BOLD:
            bold = is_on(each)
        elif each.tag == tags.CAPS:
            caps = is_on(each)
        elif each.tag == tags.SIZE:
            size = number(each) or size
    return Style(bold=bold, caps=caps, size=size)
