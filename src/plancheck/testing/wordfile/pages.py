"""Sections, header, footer, the contents list, and what makes a rebuild byte-equal."""

import datetime as dt
import io
import zipfile
from collections.abc import Sequence
from pathlib import Path

from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.section import Section
from docx.shared import Cm, Emu, Pt

from .xml import add_field, element, put_in_run

_LONG, _SHORT = Cm(29.7), Cm(21)
_DAY = dt.datetime(2026, 2, 26, 12, tzinfo=dt.UTC)


def set_page(section: Section, *, landscape: bool) -> None:
    """A4 with the margins of the orientation."""
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = (
        (_LONG, _SHORT) if landscape else (_SHORT, _LONG)
    )
    section.left_margin = Cm(1.5 if landscape else 2.5)
    section.right_margin = Cm(1.5 if landscape else 2)
    section.top_margin = section.bottom_margin = Cm(2)


def turn_page(word: WordDocument, *, landscape: bool) -> None:
    """Begin a section on a new page; header and footer go on from the one before."""
    section = word.add_section(WD_SECTION.NEW_PAGE)
    word.paragraphs[-1].style = "Section End"
    section.different_first_page_header_footer = False
    set_page(section, landscape=landscape)


def text_width(section: Section) -> Emu:
    """Between the margins."""
    assert section.page_width is not None
    assert section.left_margin is not None
    assert section.right_margin is not None
    return Emu(section.page_width - section.left_margin - section.right_margin)


def add_header_and_footer(section: Section, title: str) -> None:
    """The title above and the page number below, but not on the cover."""
    section.different_first_page_header_footer = True
    header = section.header.paragraphs[0]
    header.text = title
    header.runs[0].font.size = Pt(8.5)
    header.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    footer = section.footer.paragraphs[0]
    footer.alignment = WD_ALIGN_PARAGRAPH.CENTER
    add_field(footer, "PAGE", "2")


def add_contents(
    word: WordDocument, title: str, entries: Sequence[tuple[int, str, int]]
) -> None:
    """A contents field with its entries already in it: level, text and page number each."""
    heading = word.add_paragraph(title, style="Contents Title")
    heading.paragraph_format.page_break_before = True
    right = text_width(word.sections[0])
    for index, (level, text, page) in enumerate(entries):
        paragraph = word.add_paragraph(style=f"toc {min(level, 3)}")
        paragraph.paragraph_format.tab_stops.add_tab_stop(
            right, WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS
        )
        if index == 0:
            for kind in ("begin", "instruction", "separate"):
                run = paragraph.add_run()
                if kind == "instruction":
                    code = element("instrText")
                    code.text = 'TOC \\o "1-3" \\h \\z'
                    put_in_run(run, code)
                else:
                    put_in_run(run, element("fldChar", fldCharType=kind))
        paragraph.add_run(f"{text}\t{page}")
    end = word.paragraphs[-1].add_run()
    put_in_run(end, element("fldChar", fldCharType="end"))


def set_properties(word: WordDocument, title: str, language: str) -> None:
    """Core properties that do not change from one build to the next."""
    properties = word.core_properties
    properties.title = title
    properties.author = "plancheck sample_docs"
    properties.last_modified_by = "plancheck sample_docs"
    properties.comments = "Invented throughout."
    properties.language = language
    properties.revision = 1
    properties.created = properties.modified = _DAY.replace(tzinfo=None)


def save(word: WordDocument, path: Path) -> None:
    """Write the file with fixed times in its ZIP, so that a rebuild gives the same bytes."""
    buffer = io.BytesIO()
    word.save(buffer)
    path.parent.mkdir(parents=True, exist_ok=True)
    with (
        zipfile.ZipFile(buffer) as made,
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as fixed,
    ):
        for name in made.namelist():
            entry = zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            fixed.writestr(entry, made.read(name))
