"""Puts a document together from its pages."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

from plancheck.readers.collector import collector_paused
from plancheck.readers.pdf import pdfium
from plancheck.readers.pdf.bitmap import drawn
from plancheck.readers.pdf.bookmarks import bookmarks
from plancheck.readers.pdf.captions import mark_captions
from plancheck.readers.pdf.contents import Entry, take_contents
from plancheck.readers.pdf.figures import are_few, is_figure
from plancheck.readers.pdf.footnotes import (
    Footnote,
    cited_in,
    note_text,
    take_footnotes,
    without_marks,
)
from plancheck.readers.pdf.frame import Frame
from plancheck.readers.pdf.headings import Sources, mark_headings, mended_heading
from plancheck.readers.pdf.health import (
    RECOGNISABLE,
    PageHealth,
    document_health,
    gaps,
    photograph_notes,
    recognition_notes,
)
from plancheck.readers.pdf.hyphens import Hyphens
from plancheck.readers.pdf.joining import WholeTable, join_tables
from plancheck.readers.pdf.lines import Line
from plancheck.readers.pdf.opening import open_pdf
from plancheck.readers.pdf.page import open_page
from plancheck.readers.pdf.pages import PageContent, PageTable, read_page
from plancheck.readers.pdf.paragraphs import Item, paragraphs, spacing_of
from plancheck.readers.pdf.photographs import LOOK_DPI, is_photograph
from plancheck.readers.pdf.places import Note, Placer
from plancheck.readers.pdf.running import Running, set_apart
from plancheck.readers.pdf.tags import mark_lines
from plancheck.sdk import (
    Document,
    Location,
    Message,
    MissingToolError,
    Paragraph,
    ParagraphRole,
    lazy_pattern,
    tidy,
)

MAX_PAGES = 5_000
"""Pages that are read; the longest real programme met has 700."""

_MAX_NAMED = 20  # pages that a note lists

_MAX_PICTURES = 30  # pages without text that are looked at as pictures

_MAX_PIECES = 200  # pictures that a page is laid of; one with more is not drawn

_MARKED = lazy_pattern(r"[\ufffe\x02\ufdd0-\ufdda\uf000-\uf0ff]")
_SYMBOLS = str.maketrans(
    dict.fromkeys("\uf0b7\uf0a7\uf0d8\uf076\uf06e\uf071\uf0a8", "•")
    | dict.fromkeys("\uf02d\uf0be", "–")
)
"""Letters of the fonts Symbol and Wingdings that stand in front of list items."""


def read(path: Path, password: str | None, *, has_ocr: bool) -> Document:
    """The document of a file; see `read_pdf`."""
    with open_pdf(path, password) as (document, digest), collector_paused():
        reading = _Reading(str(path), document)
        if has_ocr:
            reading.recognise()
        return reading.document(digest)


class _Reading:
    """The reading of one opened file."""

    def __init__(self, name: str, handle: pdfium.Handle) -> None:
        self._name = name
        self._handle = handle
        self._page_count = pdfium.page_count(handle)
        self._pages = list(self._read_pages())
        self._look_at_pictures()
        self._has_ocr = False

    def _look_at_pictures(self) -> None:
        """Tell photographs and figures among pages that are pictures without text.

        Where such pages are many, the file is a scanned one, and drawing them all would
        take longer than reading it.
        """
        pictures = [
            page
            for page in self._pages
            if page.health.is_scan and page.image_count <= _MAX_PIECES
        ]
        if len(pictures) > _MAX_PICTURES:
            return
        for page in pictures:
            sheet = drawn(self._handle, page.number - 1, LOOK_DPI)
            if sheet and page.image and is_photograph(sheet.part(*page.image)):
                page.health = replace(page.health, is_scan=False, is_photograph=True)
        scans = [page for page in pictures if page.health.is_scan]
        if not are_few([page.number for page in scans], self._page_count):
            return
        for page in scans:
            if page.image and is_figure(self._handle, page.number - 1, page.image):
                page.health = replace(page.health, is_scan=False, is_figure=True)

    def recognise(self) -> None:
        """Read the pages that have no usable text layer from their pictures.

        Raises:
            MissingToolError: What that needs is not installed.
        """
        self._has_ocr = True
        flawed = [page for page in self._pages if page.health.flaw in RECOGNISABLE]
        if not flawed:
            return
        try:
            from plancheck.readers.pdf.recognition import (  # noqa: PLC0415 - an extra
                recognised_pages,
            )
        except ImportError as error:
            remedy = 'install it with: pip install "plancheck[ocr]"'
            raise MissingToolError("plancheck[ocr]", remedy) from error

        indexes = [page.number - 1 for page in flawed]
        for content in recognised_pages(self._handle, indexes):
            self._pages[content.number - 1] = content

    def document(self, digest: str) -> Document:
        """The whole document.

        Args:
            digest: SHA-256 of the file, in hexadecimal.
        """
        pages = self._pages
        self._running = set_apart(pages)
        entries = take_contents(pages)
        spacing = spacing_of(pages)
        notes = take_footnotes(pages, spacing.body_size)
        parts = paragraphs(pages, spacing)
        self._finish(parts, notes)
        sources = Sources(bookmarks(self._handle), entries, spacing.body_size)
        mark_headings(parts, sources)
        items = join_tables(parts, lambda number: pages[number - 1].frame.height)
        self._finish_cells(items)
        mark_captions(items)
        placer = Placer(self._name, self._label, pages)
        healths = [page.health for page in pages]
        return Document(
            name=self._name,
            format="pdf",
            blocks=placer.place(items, self._placeable(notes)),
            sha256=digest,
            page_count=self._page_count,
            contents=tuple(self._contents(entries)),
            running=tuple(self._running_texts(self._running)),
            gaps=tuple(gaps(self._name, healths)),
            notes=tuple(self._notes(healths)),
            health=document_health(healths),
        )

    def _read_pages(self) -> Iterator[PageContent]:
        is_tagged = bool(pdfium.is_tagged(self._handle))
        before = None
        for index in range(min(self._page_count, MAX_PAGES)):
            with open_page(self._handle, index) as page:
                if page is None:
                    frame = Frame(0.0, 0.0, 0.0, 0.0)
                    health = PageHealth(is_unopened=True)
                    yield PageContent(index + 1, frame, health=health)
                    continue
                content = read_page(page, index + 1, before=before)
                before = content
                if is_tagged:
                    lines = [item for item in content.items if isinstance(item, Line)]
                    mark_lines(page, lines)
                yield content

    def _label(self, page_number: int) -> str | None:
        """The page's number as printed, else as the file names it."""
        printed = self._running.labels.get(page_number - 1)
        if printed:
            return printed
        return (
            pdfium.wide_text(
                lambda buffer, size: int(
                    pdfium.page_label(self._handle, page_number - 1, buffer, size)
                )
            )
            or None
        )

    def _finish(
        self, parts: Sequence[Item | PageTable], notes: Sequence[Footnote]
    ) -> None:
        """Resolve what the texts outside tables still have of PDFium's and our own marks."""
        marks = {note.mark for note in notes}
        texts = [part.text for part in parts]
        hyphens = Hyphens([*texts, *(note_text(note) for note in notes)])

        @cache  # cells repeat each other
        def finished(text: str) -> str:
            if _MARKED.search(text):
                text = without_marks(hyphens.mended(text), marks)
                text = text.translate(_SYMBOLS)
            return tidy(text)

        for part in parts:
            if isinstance(part, Item):
                if _MARKED.search(part.text):
                    part.marks = tuple(cited_in(part.text))
                part.text = mended_heading(finished(part.text))
        self._finished = finished

    def _finish_cells(self, items: Sequence[Item | WholeTable]) -> None:
        """The same for tables, once they are whole: a page's end may cut a word too."""
        for item in items:
            if isinstance(item, WholeTable):
                cells = item.cells
                for index, cell in enumerate(cells):
                    text = self._finished(cell.text)
                    if text != cell.text:  # seldom, and a copy takes longer
                        cells[index] = cell._replace(text=text)

    def _placeable(self, notes: Sequence[Footnote]) -> Iterator[Note]:
        for note in notes:
            lines = note.lines
            own = [each for each in lines if each.page_number == lines[0].page_number]
            box = (
                min(line.left for line in own),
                min(line.top for line in own),
                max(line.right for line in own),
                max(line.bottom for line in own),
            )
            text = self._finished(note_text(note))
            yield Note(text, note.mark, lines[0].page_number, box)

    def _contents(self, entries: Sequence[Entry]) -> Iterator[Paragraph]:
        for entry in entries:
            place = self._place(entry.line.page_number)
            yield Paragraph(tidy(entry.text), place, ParagraphRole.CONTENTS)

    def _running_texts(self, running: Running) -> Iterator[Paragraph]:
        for text, page_number in running.texts:
            place = self._place(page_number)
            yield Paragraph(tidy(text), place, ParagraphRole.RUNNING)

    def _place(self, page_number: int) -> Location:
        return Location(
            document=self._name,
            page_number=page_number,
            page_label=self._label(page_number),
        )

    def _notes(self, healths: Sequence[PageHealth]) -> Iterator[Message]:
        """What the reader decided that a user may want to know."""
        if self._page_count > MAX_PAGES:
            yield Message.of(
                "Only the first {limit} of {pages} pages are read.",
                limit=MAX_PAGES,
                pages=self._page_count,
            )
        yield from photograph_notes(healths)
        yield from recognition_notes(healths, has_ocr=self._has_ocr)
        cut = [number for number, each in enumerate(healths, start=1) if each.is_cut]
        if cut:
            yield Message.of(
                "No table is sought on pages with too many drawn shapes: {pages}.",
                pages=", ".join(map(str, cut[:_MAX_NAMED]))
                + " …" * (len(cut) > _MAX_NAMED),
            )
