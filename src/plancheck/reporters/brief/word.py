"""The brief as a Word document that a planner edits: real styles, real tables."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from typing import Any, cast
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx
from docx.document import Document as WordDocument
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from plancheck.reporters.brief.content import Brief, Entry, Topic
from plancheck.reporters.words import Voice
from plancheck.sdk import Report

_TAGS = {"lv": "lv-LV", "en": "en-GB"}
"""The tags that Word knows its spelling checkers by."""

_INK, _SOFT, _ACCENT = "1F2A33", "55616B", "12566B"
_GROUND, _LINE = "EEF2F3", "C3CCCF"
_TEXT_WIDTH = 17.0
_NEVER = (1980, 1, 1, 0, 0, 0)
"""The time of every part, so that the same report gives the same bytes."""


def render(report: Report, language: str) -> bytes:
    """The brief as DOCX."""
    brief = Brief(report, Voice.of(report, language))
    writer = _Writer(docx.Document(), brief)
    writer.write()
    stream = BytesIO()
    writer.document.save(stream)
    return _timeless(stream.getvalue())


def _timeless(package: bytes) -> bytes:
    """The package with the same parts and no time of writing."""
    stream = BytesIO()
    with ZipFile(BytesIO(package)) as old, ZipFile(stream, "w") as new:
        for name in old.namelist():
            part = ZipInfo(name, _NEVER)
            part.compress_type = ZIP_DEFLATED
            new.writestr(part, old.read(name))
    return stream.getvalue()


@dataclass(frozen=True)
class _Writer:
    """Writes the brief into an empty document, from the top down."""

    document: WordDocument
    brief: Brief

    @cached_property
    def _style_ids(self) -> Mapping[str, str]:
        return {each.name or "": each.style_id for each in self.document.styles}

    def write(self) -> None:
        """Everything, in its order."""
        say, brief = self.brief.voice.say, self.brief
        self._prepare()
        self._styled("Title", brief.title)
        self._styled("Subtitle", brief.programme)
        self._styled("Intense Quote", brief.basis)
        self._heading(say("The programme in ten lines"), 1)
        self._lines()
        if brief.dimensions:
            self._heading(say("The six categories"), 1)
            head = (say("Dimension"), say("Mean"), say("Criteria"))
            self._table(head, brief.dimensions, (5.0, 2.0, 10.0))
            self.document.add_paragraph(brief.voice.counts(brief.report.scores))
        self._heading(say("Guiding questions"), 1)
        for number, topic in enumerate(brief.topics, start=1):
            self._topic(number, topic)
        if not brief.topics:
            self.document.add_paragraph(say("No rule fails."))
        if brief.plan:
            self._plan()

    def _prepare(self) -> None:
        """Page, styles, language and properties."""
        section = self.document.sections[0]
        section.page_width, section.page_height = Cm(21.0), Cm(29.7)
        section.left_margin = section.right_margin = Cm(2.0)
        section.top_margin = section.bottom_margin = Cm(2.0)
        _set_styles(self.document, _TAGS.get(self.brief.voice.language, "en-GB"))
        _number_pages(section.footer.paragraphs[0])
        day = dt.datetime.combine(self.brief.report.as_of, dt.time(), dt.UTC)
        properties = self.document.core_properties
        properties.author = properties.last_modified_by = "plancheck"
        properties.title = f"{self.brief.title}: {self.brief.programme}"[:255]
        properties.language = self.brief.voice.language
        properties.comments = ""
        properties.created = properties.modified = day

    def _lines(self) -> None:
        table = self._empty_table(len(self.brief.lines), (4.0, 13.0))
        for row, (label, value) in zip(table.rows, self.brief.lines, strict=True):
            _fill(row.cells[0], label, is_bold=True)
            _fill(row.cells[1], value)
            _shade(row.cells[0])
        self._styled("No Spacing")
        if self.brief.gaps:
            self.document.add_paragraph(self.brief.voice.say("Could not be read:"))
            for gap in self.brief.gaps:
                self._styled("List Bullet", gap)

    def _topic(self, number: int, topic: Topic) -> None:
        say = self.brief.voice.say
        self._heading(f"{number}. {topic.question}", 2)
        if topic.criteria:
            self._paragraph(topic.criteria).italic = True
        if topic.why:
            self._paragraph(say("Why:"), topic.why).bold = True
        for label, entries in (
            (say("What was found:"), topic.found),
            (say("What is missing:"), topic.missing),
        ):
            if entries:
                self._paragraph(label).bold = True
                self._list(entries, "List Bullet")

    def _heading(self, text: str, level: int) -> None:
        self._styled(f"Heading {level}", text)

    def _styled(self, style: str, text: str = "") -> Paragraph:
        """A paragraph by the id of its style, which python-docx seeks anew for each."""
        paragraph = self.document.add_paragraph(text)
        paragraph._p.style = self._style_ids[style]  # noqa: SLF001 - no other door
        return paragraph

    def _paragraph(self, label: str, text: str = "") -> Run:
        """A paragraph; gives its first words, to be marked."""
        paragraph = self.document.add_paragraph()
        first = paragraph.add_run(label)
        if text:
            paragraph.add_run(f" {text}")
        else:
            paragraph.paragraph_format.keep_with_next = True
        return first

    def _list(self, entries: Iterable[Entry], style: str) -> None:
        for entry in entries:
            paragraph = self._styled(style)
            paragraph.add_run(f"{entry.sentence} " if entry.sentence else "")
            if entry.quote:
                quote = paragraph.add_run(entry.quote)
                quote.italic = True
                self._tag(quote, entry.language)
            if entry.place:
                space = " " if entry.quote else ""
                place = paragraph.add_run(f"{space}({entry.place})")
                place.font.color.rgb = RGBColor.from_string(_SOFT)
            self._list(entry.entries, "List Bullet 2")

    def _tag(self, run: Run, language: str) -> None:
        """Say the language of a run where it is not that of the document."""
        if language != self.brief.voice.language:
            tag = _element("lang", val=_TAGS.get(language, language))
            run._r.get_or_add_rPr().append(tag)  # noqa: SLF001 - no other door

    def _plan(self) -> None:
        say = self.brief.voice.say
        self._heading(say("Plan for six months"), 1)
        self.document.add_paragraph(
            say(
                "What raises the lowest criteria most comes first; a rule that is mended "
                "is taken to get a 3. Add who is responsible."
            )
        )
        self._table(self.brief.plan_head, self.brief.plan, (1.8, 9.0, 2.6, 3.6))

    def _table(
        self,
        head: Sequence[str],
        rows: Sequence[Sequence[str]],
        widths: Sequence[float],
    ) -> None:
        """A table whose header stands on each page that it runs over."""
        table = self._empty_table(len(rows) + 1, widths)
        for cell, text in zip(table.rows[0].cells, head, strict=True):
            _fill(cell, text, is_bold=True)
            _shade(cell)
        properties = table.rows[0]._tr.get_or_add_trPr()  # noqa: SLF001 - no other door
        properties.append(_element("tblHeader"))
        for row, texts in zip(table.rows[1:], rows, strict=True):
            for cell, text in zip(row.cells, texts, strict=True):
                _fill(cell, text)
        self._styled("No Spacing")

    def _empty_table(self, row_count: int, widths: Sequence[float]) -> Table:
        table: Table = self.document.add_table(row_count, len(widths), "Table Grid")
        table.alignment = WD_TABLE_ALIGNMENT.CENTER
        table.autofit = False
        for column, width in zip(table.columns, widths, strict=True):
            column.width = Cm(width)
        for row in table.rows:
            for cell, width in zip(row.cells, widths, strict=True):
                cell.width = Cm(width)
            whole = _element("cantSplit")
            row._tr.get_or_add_trPr().append(whole)  # noqa: SLF001 - no other door
        return table


def _set_styles(document: WordDocument, tag: str) -> None:
    styles = document.styles
    languages = styles.element.xpath("w:docDefaults/w:rPrDefault/w:rPr/w:lang")
    languages[0].set(qn("w:val"), tag)
    for border in styles["Table Grid"].element.xpath(".//w:tblBorders/*"):
        border.set(qn("w:color"), _LINE)
    normal = _style(document, "Normal", size=10.5, colour=_INK)
    normal.paragraph_format.space_after = Pt(5)
    _style(document, "Title", size=22, colour=_ACCENT)
    _style(document, "Subtitle", size=13, colour=_INK).font.italic = False
    note = _style(document, "Intense Quote", size=9.5, colour=_SOFT)
    note.font.bold = note.font.italic = False
    note.paragraph_format.left_indent = note.paragraph_format.right_indent = Cm(0)
    first = _style(document, "Heading 1", size=15, colour=_ACCENT)
    first.paragraph_format.space_before = Pt(14)
    first.paragraph_format.space_after = Pt(5)
    second = _style(document, "Heading 2", size=12, colour=_INK)
    second.paragraph_format.space_before = Pt(10)
    second.paragraph_format.space_after = Pt(3)
    for name in ("List Bullet", "List Bullet 2"):
        _style(
            document, name, size=10.5, colour=_INK
        ).paragraph_format.space_after = Pt(2)


def _style(
    document: WordDocument, name: str, *, size: float, colour: str
) -> ParagraphStyle:
    """A style of the template in our letters and colour."""
    style = cast("ParagraphStyle", document.styles[name])
    style.font.name = "Calibri"
    style.font.size = Pt(size)
    style.font.color.rgb = RGBColor.from_string(colour)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for kind in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{kind}"), None)
    return style


def _number_pages(paragraph: Paragraph) -> None:
    """Let Word count the pages, which only it can."""
    instruction = _element("instrText")
    instruction.text = "PAGE"
    ends = (_element("fldChar", fldCharType=kind) for kind in ("begin", "end"))
    for mark in (next(ends), instruction, next(ends)):
        paragraph.add_run()._r.append(mark)  # noqa: SLF001 - python-docx has no fields


def _fill(cell: _Cell, text: str, *, is_bold: bool = False) -> None:
    paragraph = cell.paragraphs[0]
    spacing = _element("spacing", before="40", after="40")  # twentieths of a point
    paragraph._p.get_or_add_pPr().append(spacing)  # noqa: SLF001 - quicker by half
    paragraph.add_run(text).bold = is_bold or None


def _shade(cell: _Cell) -> None:
    shading = _element("shd", val="clear", color="auto", fill=_GROUND)
    cell._tc.get_or_add_tcPr().append(shading)  # noqa: SLF001 - no other door


def _element(name: str, **attributes: str) -> Any:  # noqa: ANN401 - see below
    """An element of WordprocessingML; python-docx has a type of its own for each parent."""
    element = OxmlElement(f"w:{name}")
    for attribute, value in attributes.items():
        element.set(qn(f"w:{attribute}"), value)
    return element
